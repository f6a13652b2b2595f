package dev.sortkey.core.purge;

import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Drafts;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.StreamView;
import dev.sortkey.core.table.TableClass;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableDraft.IndexDraft;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A table with all that DynamoDB Local knows, to be emptied.
public final class PurgedTable {
  public static final int ITEMS = 320;

  private PurgedTable() {}

  /// Creates and fills it.
  public static void create(Session session, String name) throws InterruptedException {
    session.tables().create(draft(name));
    while (!session.tables().describe(name).active()) {
      Thread.onSpinWait();
    }
    session.admin().setTimeToLive(name, "expires", true);
    session
        .writer()
        .putAll(
            name,
            IntStream.range(0, ITEMS).mapToObj(PurgedTable::item).iterator(),
            Progress.none());
  }

  private static TableDraft draft(String name) {
    var keys =
        new KeySchema(List.of(Drafts.text("id")), List.of(new KeyAttribute("at", KeyType.N)));
    var global =
        new IndexDraft(
            "by-day",
            Index.Kind.GSI,
            new KeySchema(List.of(Drafts.text("day")), List.of()),
            new Projection(Projection.Kind.INCLUDE, List.of("total")),
            Capacity.onDemand());
    var local =
        new IndexDraft(
            "by-weight",
            Index.Kind.LSI,
            new KeySchema(
                List.of(Drafts.text("id")), List.of(new KeyAttribute("weight", KeyType.N))),
            new Projection(Projection.Kind.KEYS_ONLY, List.of()),
            Capacity.onDemand());
    TableDraft.Settings plain = TableDraft.Settings.defaults();
    return new TableDraft(
            name, keys, new Capacity.OnDemand(500L, 200L), List.of(global, local), false)
        .with(
            new TableDraft.Settings(
                TableClass.STANDARD,
                plain.encryption(),
                null,
                List.of(),
                null,
                null,
                StreamView.NEW_AND_OLD_IMAGES,
                null,
                List.of()));
  }

  public static Item item(int number) {
    Map<String, Attr> attributes = new LinkedHashMap<>();
    attributes.put("id", new Attr.S("order-" + number % 40));
    attributes.put("at", new Attr.N(String.valueOf(number)));
    attributes.put("weight", new Attr.N(String.valueOf(number % 7)));
    if (number % 3 == 0) {
      attributes.put("day", new Attr.S("2026-01-0" + number % 9));
    }
    attributes.put("total", new Attr.S("x".repeat(number)));
    return Item.of(attributes);
  }
}
