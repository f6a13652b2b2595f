package dev.sortkey.ui.partiql;

import dev.sortkey.core.json.PlainJson;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/// A table with a sort key, nested attributes and an index that holds some of them; each test has
/// stalls of its own under a partition key.
final class StallsTable {
  static final String NAME = "Stalls";

  private StallsTable() {}

  static void create(Session session) {
    var keys =
        new KeySchema(
            List.of(new KeyAttribute("market", KeyType.S)),
            List.of(new KeyAttribute("no", KeyType.N)));
    var goods =
        new TableDraft.IndexDraft(
            "byGoods",
            Index.Kind.GSI,
            new KeySchema(List.of(new KeyAttribute("goods", KeyType.S)), List.of()),
            new Projection(Projection.Kind.INCLUDE, List.of("fee")),
            Capacity.onDemand());
    session.tables().create(new TableDraft(NAME, keys, Capacity.onDemand(), List.of(goods), false));
  }

  static void fill(Session session, String market, int count) {
    session
        .writer()
        .putAll(
            NAME,
            IntStream.rangeClosed(1, count).mapToObj(no -> item(market, no)).iterator(),
            Progress.none());
  }

  static Item item(String market, int no) {
    try {
      return PlainJson.readItem(
          """
          {"market": "%s", "no": %d, "goods": "goods of %s", "name": "Stall %d", "fee": 12.5,
           "info": {"market": "elsewhere", "owner": "Ada", "phones": ["1", "2"]}}
          """
              .formatted(market, no, market, no));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static ItemKey key(String market, int no) {
    var values = new LinkedHashMap<String, Attr>();
    values.put("market", new Attr.S(market));
    values.put("no", new Attr.N(Integer.toString(no)));
    return new ItemKey(values);
  }
}
