package dev.sortkey.aws;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.expr.Condition.Comparison;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/// A random table with indexes of every kind, its items, and access patterns on them. The sort key
/// is a string or a number, items are small or large, collections short or long.
final class AccessPatterns {
  private static final KeyAttribute PK = new KeyAttribute("pk", KeyType.S);

  private final Random random;
  private final String name;
  private final boolean numeric;
  private final int collections;
  private final int longest;
  private final int padding;
  private final List<Item> items = new ArrayList<>();

  AccessPatterns(long seed) {
    this.random = new Random(seed);
    this.name = "patterns" + seed;
    this.numeric = random.nextBoolean();
    this.collections = 20 + random.nextInt(60);
    this.longest = 3 + random.nextInt(30);
    this.padding = 50 << random.nextInt(6);
    fill();
  }

  TableDraft draft() {
    var sort = new KeyAttribute("sk", numeric ? KeyType.N : KeyType.S);
    return new TableDraft(
        name,
        new KeySchema(List.of(PK), List.of(sort)),
        Capacity.onDemand(),
        List.of(
            index("whole", Index.Kind.GSI, keys("customer", "date"), Projection.all()),
            index("keys", Index.Kind.GSI, keys("state", "date"), kind(Projection.Kind.KEYS_ONLY)),
            index(
                "some",
                Index.Kind.GSI,
                keys("city", "date"),
                new Projection(Projection.Kind.INCLUDE, List.of("state", "total"))),
            index("sparse", Index.Kind.GSI, keys("flag", null), Projection.all()),
            index("flags", Index.Kind.GSI, keys("customer", "flag"), Projection.all()),
            index("local", Index.Kind.LSI, keys("pk", "date"), Projection.all())),
        false);
  }

  List<Item> items() {
    return items;
  }

  private static TableDraft.IndexDraft index(
      String name, Index.Kind kind, KeySchema keys, Projection projection) {
    return new TableDraft.IndexDraft(name, kind, keys, projection, null);
  }

  private static KeySchema keys(String partition, String sort) {
    return new KeySchema(
        List.of(new KeyAttribute(partition, KeyType.S)),
        sort == null ? List.of() : List.of(new KeyAttribute(sort, KeyType.S)));
  }

  private static Projection kind(Projection.Kind kind) {
    return new Projection(kind, List.of());
  }

  private void fill() {
    for (int c = 0; c < collections; c++) {
      int length = 1 + random.nextInt(longest);
      for (int i = 0; i < length; i++) {
        var attributes = new LinkedHashMap<String, Attr>();
        attributes.put("pk", new Attr.S("P" + c));
        attributes.put("sk", sort(i));
        attributes.put("customer", new Attr.S("C" + random.nextInt(collections)));
        attributes.put("state", new Attr.S(random.nextInt(10) == 0 ? "OPEN" : "DONE"));
        attributes.put("city", new Attr.S("city-" + random.nextInt(40)));
        attributes.put(
            "date",
            new Attr.S("2026-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28))));
        attributes.put("total", new Attr.N(Integer.toString(random.nextInt(1000))));
        if (random.nextInt(12) == 0) {
          attributes.put("flag", new Attr.S("F" + random.nextInt(3)));
        }
        attributes.put("note", new Attr.S("n".repeat(padding + random.nextInt(padding))));
        items.add(new Item(attributes));
      }
    }
  }

  private Attr sort(int i) {
    return numeric ? new Attr.N(Integer.toString(i * 3)) : new Attr.S("S#%03d".formatted(i * 3));
  }

  /// One pattern of each kind, with random values; the same kinds in the same order each time.
  List<AccessPattern> patterns() {
    List<AccessPattern> all = new ArrayList<>();
    Item one = any(item -> true);
    Condition pk = eq("pk", one);
    Condition sk = eq("sk", one);
    all.add(pattern("the whole key", List.of(pk, sk), get(pk, sk)));
    all.add(pattern("a collection", List.of(pk), query(null, pk)));
    for (Condition range : ranges()) {
      all.add(pattern("a run of a collection", List.of(pk, range), query(null, pk, range)));
    }
    Condition from = compare("sk", Comparison.GT, sort(2));
    Condition to = compare("sk", Comparison.LT, sort(7));
    all.add(
        pattern(
            "a run by two conditions",
            List.of(from, pk, to),
            query(null, pk, new Condition.Between(path("sk"), sort(2), sort(7)))));
    Condition other = eq("pk", any(item -> !item.get("pk").equals(one.get("pk"))));
    Condition either = in("pk", pk, other);
    all.add(pattern("two collections", List.of(either), both(query(null, pk), query(null, other))));
    all.add(
        pattern(
            "the same place in two collections",
            List.of(either, sk),
            both(get(pk, sk), get(other, sk))));
    Condition second = eq("sk", any(item -> !item.get("sk").equals(one.get("sk"))));
    all.add(
        pattern(
            "two items of a collection",
            List.of(pk, in("sk", sk, second)),
            both(get(pk, sk), get(pk, second)),
            query(null, pk)));
    all.add(
        pattern(
            "all but one of a collection",
            List.of(pk, compare("sk", Comparison.NE, one.get("sk"))),
            query(null, pk)));
    all.add(
        pattern(
            "branches",
            List.of(new Condition.Or(List.of(new Condition.And(List.of(pk, from)), other))),
            both(query(null, pk, from), query(null, other))));
    Condition open = compare("state", Comparison.EQ, new Attr.S("OPEN"));
    all.add(pattern("a filtered collection", List.of(pk, open), query(null, pk)));
    Condition date =
        new Condition.Between(path("date"), new Attr.S("2026-03-01"), new Attr.S("2026-04-30"));
    all.add(pattern("a local index", List.of(pk, date), query("local", pk, date)));
    Condition customer = eq("customer", one);
    all.add(pattern("a global index", List.of(customer), query("whole", customer)));
    all.add(pattern("its range", List.of(date, customer), query("whole", customer, date)));
    all.add(
        pattern(
            "table and index", List.of(pk, customer), query(null, pk), query("whole", customer)));
    all.add(
        pattern(
            "two indexes",
            List.of(customer, eq("city", one), date),
            query("whole", customer, date),
            fetching("some", List.of(), eq("city", one), date)));
    all.add(
        pattern(
            "keys only, fetched", List.of(open, date), fetching("keys", List.of(), open, date)));
    Condition high = compare("total", Comparison.GT, new Attr.N("900"));
    all.add(
        pattern(
            "some attributes, fetched",
            List.of(eq("city", one), high),
            fetching("some", List.of(high), eq("city", one))));
    all.add(
        new AccessPattern(
            "some attributes are enough",
            List.of(eq("city", one), open),
            List.of(path("total")),
            List.of(
                List.of(query("some", eq("city", one))), List.of(new AccessPattern.Scan(null)))));
    all.add(
        pattern(
            "a sparse index",
            List.of(new Condition.Exists(path("flag"))),
            List.of(new AccessPattern.Scan("sparse"))));
    all.add(
        pattern(
            "one value of a sparse index",
            List.of(compare("flag", Comparison.EQ, new Attr.S("F1"))),
            query("sparse", compare("flag", Comparison.EQ, new Attr.S("F1")))));
    all.add(pattern("no key at all", List.of(high)));
    all.add(
        pattern(
            "nothing there",
            List.of(compare("pk", Comparison.EQ, new Attr.S("none"))),
            query(null, compare("pk", Comparison.EQ, new Attr.S("none")))));
    return all;
  }

  private List<Condition> ranges() {
    List<Condition> ranges = new ArrayList<>();
    int at = random.nextInt(longest);
    ranges.add(compare("sk", Comparison.values()[2 + random.nextInt(4)], sort(at)));
    ranges.add(new Condition.Between(path("sk"), sort(at), sort(at + random.nextInt(8))));
    if (!numeric) {
      ranges.add(new Condition.BeginsWith(path("sk"), new Attr.S("S#00")));
    }
    return ranges;
  }

  private Item any(Predicate<Item> wanted) {
    while (true) {
      Item item = items.get(random.nextInt(items.size()));
      if (wanted.test(item)) {
        return item;
      }
    }
  }

  /// A Scan of the table is always a way.
  private static AccessPattern pattern(String name, List<Condition> conditions, Object... ways) {
    List<List<AccessPattern.ByHand>> all = new ArrayList<>();
    for (Object way : ways) {
      all.add(way instanceof AccessPattern.ByHand one ? List.of(one) : several(way));
    }
    all.add(List.of(new AccessPattern.Scan(null)));
    return new AccessPattern(name, conditions, List.of(), all);
  }

  private static List<AccessPattern.ByHand> several(Object way) {
    return ((List<?>) way).stream().map(AccessPattern.ByHand.class::cast).toList();
  }

  private static List<AccessPattern.ByHand> both(
      AccessPattern.ByHand one, AccessPattern.ByHand other) {
    return List.of(one, other);
  }

  private static AccessPattern.ByHand get(Condition... key) {
    return new AccessPattern.Get(List.of(key));
  }

  private static AccessPattern.ByHand query(String index, Condition... key) {
    return new AccessPattern.Query(index, List.of(key), null);
  }

  private static AccessPattern.ByHand fetching(
      String index, List<Condition> before, Condition... key) {
    return new AccessPattern.Query(index, List.of(key), before);
  }

  private static Condition in(String name, Condition one, Condition other) {
    return new Condition.In(path(name), List.of(value(one), value(other)));
  }

  private static Attr value(Condition condition) {
    return ((Condition.Compare) condition).value();
  }

  private static Condition eq(String name, Item item) {
    return compare(name, Comparison.EQ, item.get(name));
  }

  private static Condition compare(String name, Comparison comparison, Attr value) {
    return new Condition.Compare(path(name), comparison, value);
  }

  private static AttrPath path(String name) {
    return AttrPath.of(name);
  }
}
