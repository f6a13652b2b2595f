package dev.sortkey.core.edit;

import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.AnyItem;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Items and edits of them, for tests.
final class Edits {
  /// With the key `id`, `at`.
  static final TableSchema TABLE = table();

  private Edits() {}

  static TableSchema table(Index... indexes) {
    return new TableSchema(
        "orders",
        "arn",
        TableSchema.ACTIVE,
        new KeySchema(
            List.of(new KeyAttribute("id", KeyType.S)), List.of(new KeyAttribute("at", KeyType.N))),
        List.of(indexes),
        Capacity.onDemand(),
        "STANDARD",
        false,
        0,
        0,
        null);
  }

  static Index index(String name, String partition, Projection projection) {
    return new Index(
        name,
        Index.Kind.GSI,
        new KeySchema(List.of(new KeyAttribute(partition, KeyType.S)), List.of()),
        projection,
        Capacity.onDemand(),
        "ACTIVE",
        false,
        0,
        0);
  }

  /// With the key of the table above and some more.
  static Item item(String id, Object... pairs) {
    var fields = new LinkedHashMap<String, Attr>();
    fields.put("id", s(id));
    fields.put("at", n("1"));
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put((String) pairs[i], (Attr) pairs[i + 1]);
    }
    return new Item(fields);
  }

  static Attr s(String text) {
    return new Attr.S(text);
  }

  static Attr n(String digits) {
    return new Attr.N(digits);
  }

  static Attr ss(String... texts) {
    return Attr.SS.of(List.of(texts));
  }

  static Attr l(Attr... elements) {
    return new Attr.L(List.of(elements));
  }

  static Attr.M m(Object... pairs) {
    var fields = new LinkedHashMap<String, Attr>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put((String) pairs[i], (Attr) pairs[i + 1]);
    }
    return new Attr.M(fields);
  }

  /// Any item under one of few keys.
  static Arbitrary<Item> items() {
    return Combinators.combine(AnyItem.items(), Arbitraries.of("a", "b", "c"))
        .as((item, id) -> item.with("id", s(id)).with("at", n("1")));
  }

  /// Any update of any item: some of it changed, on all levels.
  static Arbitrary<Change.Update> updates() {
    return Combinators.combine(items(), Arbitraries.randoms())
        .as((item, random) -> new Change.Update(item, edited(item, random)));
  }

  /// The item with some of it changed; its key stays.
  static Item edited(Item item, Random random) {
    Item edited = new Item(((Attr.M) changed(new Attr.M(item.attributes()), random)).fields());
    return edited.with("id", item.get("id")).with("at", item.get("at"));
  }

  private static Attr changed(Attr value, Random random) {
    return switch (value) {
      case Attr.S(String text) -> s(text + " and " + random.nextInt(10));
      case Attr.N _ -> n(random.nextInt(10) + ".50");
      case Attr.SS(var texts) -> {
        var some = new LinkedHashSet<>(texts);
        some.removeIf(_ -> random.nextInt(3) == 0);
        some.add("member " + random.nextInt(5));
        yield new Attr.SS(some);
      }
      case Attr.NS(var numbers) -> {
        var some = new LinkedHashSet<>(numbers);
        some.removeIf(number -> random.nextInt(3) == 0 || number.startsWith("77"));
        some.add("77" + random.nextInt(5));
        yield new Attr.NS(some);
      }
      case Attr.L(var elements) -> {
        List<Attr> some = new ArrayList<>();
        elements.forEach(each -> some.add(random.nextBoolean() ? each : changed(each, random)));
        if (random.nextInt(3) == 0) {
          some.add(s("more"));
        }
        yield new Attr.L(some);
      }
      case Attr.M(var fields) -> {
        var some = new LinkedHashMap<String, Attr>();
        for (Map.Entry<String, Attr> field : fields.entrySet()) {
          switch (random.nextInt(4)) {
            case 0 -> {}
            case 1 -> some.put(field.getKey(), changed(field.getValue(), random));
            default -> some.put(field.getKey(), field.getValue());
          }
        }
        if (random.nextInt(3) == 0) {
          some.put("fresh", n("1"));
        }
        yield new Attr.M(some);
      }
      case Attr.B _, Attr.BS _ -> new Attr.Null();
      case Attr.Bool(boolean flag) -> new Attr.Bool(!flag);
      case Attr.Null _ -> s("was null");
    };
  }
}
