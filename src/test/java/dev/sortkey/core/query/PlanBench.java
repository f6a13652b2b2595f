package dev.sortkey.core.query;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.expr.Condition.Comparison;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How long planning takes at every keystroke: a table with 20 global indexes, 30 conditions, and
/// as many seen items as estimates look at.
@Tag("bench")
class PlanBench {
  private static final int INDEXES = 20;
  private static final int CONDITIONS = 30;

  @Test
  void planning() {
    Observed seen = Observed.none().withSample(items());
    double[] millis =
        IntStream.range(0, 2_000)
            .mapToDouble(round -> {
              QuerySpec spec = QuerySpec.auto(conditions(round));
              long began = System.nanoTime();
              Ways ways = Planner.ways(table(), spec, seen);
              double took = (System.nanoTime() - began) / 1e6;
              if (ways.usable().size() < INDEXES / 2) {
                throw new IllegalStateException("fewer ways than there are");
              }
              return took;
            })
            .toArray();
    double first = millis[0];
    double[] warm = Arrays.copyOfRange(millis, 1_000, 2_000);
    Arrays.sort(warm);
    System.out.printf(
        Locale.ROOT,
        "Planning over %d indexes and %d conditions, %d items seen: %.2f ms (p50), %.2f ms (p99),"
            + " the very first time %.0f ms%n",
        INDEXES,
        CONDITIONS,
        Observed.MOST,
        warm[warm.length / 2],
        warm[warm.length * 99 / 100],
        first);
  }

  private static TableSchema table() {
    List<Index> indexes =
        IntStream.range(0, INDEXES)
            .mapToObj(i ->
                new Index(
                    "index" + i,
                    Index.Kind.GSI,
                    keys("a" + i, "a" + (i + 1)),
                    i % 2 == 0
                        ? Projection.all()
                        : new Projection(Projection.Kind.KEYS_ONLY, List.of()),
                    Capacity.onDemand(),
                    TableSchema.ACTIVE,
                    false,
                    100_000,
                    20_000_000))
            .toList();
    return new TableSchema(
        "Bench",
        "arn",
        TableSchema.ACTIVE,
        keys("pk", "sk"),
        indexes,
        Capacity.onDemand(),
        "STANDARD",
        false,
        100_000,
        40_000_000,
        null);
  }

  private static KeySchema keys(String partition, String sort) {
    return new KeySchema(
        List.of(new KeyAttribute(partition, KeyType.S)),
        List.of(new KeyAttribute(sort, KeyType.S)));
  }

  private static List<Condition> conditions(int round) {
    Stream<Condition> equal =
        IntStream.range(0, INDEXES)
            .mapToObj(i ->
                new Condition.Compare(
                    AttrPath.of("a" + i), Comparison.EQ, new Attr.S("v" + (round + i) % 50)));
    Stream<Condition> others =
        IntStream.range(0, CONDITIONS - INDEXES)
            .mapToObj(i -> new Condition.Contains(AttrPath.of("b" + i), new Attr.S("x" + round)));
    return Stream.concat(equal, others).toList();
  }

  private static List<Item> items() {
    return IntStream.range(0, Observed.MOST)
        .mapToObj(i -> {
          var attributes = new LinkedHashMap<String, Attr>();
          attributes.put("pk", new Attr.S("p" + i / 5));
          attributes.put("sk", new Attr.S("s" + i % 5));
          for (int a = 0; a <= INDEXES; a++) {
            attributes.put("a" + a, new Attr.S("v" + i * (a + 7) % 50));
          }
          for (int b = 0; b < 10; b++) {
            attributes.put("b" + b, new Attr.S("some text x" + i));
          }
          return new Item(attributes);
        })
        .toList();
  }
}
