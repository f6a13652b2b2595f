package dev.sortkey.core.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.expr.Condition.Comparison;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.value.AnyItem;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LibraryJsonTest {
  @Provide
  Arbitrary<QuerySpec> specs() {
    Arbitrary<List<Condition>> some = conditions(2).list().ofMaxSize(3);
    return Combinators.combine(
            Arbitraries.of(QuerySpec.Mode.class),
            AnyItem.names().injectNull(0.5),
            AnyItem.attrs().list().ofMaxSize(2),
            some,
            some,
            paths().list().ofMaxSize(3),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(1, 1_000).injectNull(0.5))
        .as((mode, index, partition, sort, filters, projection, flag, limit) ->
            new QuerySpec(mode, index, partition, sort, filters, projection, flag, !flag, limit));
  }

  private static Arbitrary<AttrPath> paths() {
    return AnyItem.names()
        .flatMap(name ->
            Arbitraries.of(
                AttrPath.of(name),
                AttrPath.of(name).child(3),
                AttrPath.of("m").child(name).child(0).child(name)));
  }

  private static Arbitrary<Condition> conditions(int depth) {
    Arbitrary<Condition> leaf =
        Combinators.combine(
                paths(),
                AnyItem.attrs(),
                AnyItem.attrs(),
                Arbitraries.of(Comparison.class),
                Arbitraries.of(AttrType.class),
                Arbitraries.integers().between(0, 8))
            .as((path, value, other, comparison, type, kind) ->
                switch (kind) {
                  case 0, 1 -> new Condition.Compare(path, comparison, value);
                  case 2 -> new Condition.Between(path, value, other);
                  case 3 -> new Condition.In(path, List.of(value, other));
                  case 4 -> new Condition.BeginsWith(path, value);
                  case 5 -> new Condition.Contains(path, value);
                  case 6 -> new Condition.HasType(path, type);
                  case 7 -> new Condition.Size(path, comparison, 3_000_000_000L);
                  default -> new Condition.NotExists(path);
                });
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<List<Condition>> parts = conditions(depth - 1).list().ofMinSize(1).ofMaxSize(3);
    return Arbitraries.oneOf(
        leaf,
        parts.map(Condition.And::new),
        parts.map(Condition.Or::new),
        conditions(depth - 1).map(Condition.Not::new));
  }

  @Property(tries = 300)
  void aQueryIsWrittenAndReadWithoutAChange(@ForAll("specs") QuerySpec spec) {
    var saved =
        new SavedQuery(
            "id",
            "name \"quoted\"",
            "a/b",
            "",
            new Asked.Conditions("T", spec),
            List.of(new SavedQuery.Parameter("p", AttrType.N, "1.50")));
    assertThat(LibraryJson.readSaved("id", LibraryJson.write(saved))).isEqualTo(saved);
  }

  @Property(tries = 100)
  void whatIsAskedForTakesTheValuesPlace(@ForAll("specs") QuerySpec spec) {
    List<Attr> values = Parameters.values(spec);
    if (values.isEmpty()) {
      return;
    }
    int last = values.size() - 1;
    var parameter = new SavedQuery.Parameter("there is no such value", AttrType.S, "");
    QuerySpec asking =
        Parameters.replaceAt(spec, Map.of(last, new Attr.S(parameter.placeholder())));
    assertThat(Parameters.values(asking).getLast()).isEqualTo(new Attr.S(parameter.placeholder()));
    assertThat(Parameters.fill(asking, Map.of(parameter.placeholder(), values.get(last))))
        .isEqualTo(spec);
  }

  @Example
  void aRunIsWrittenInOneLineAndRead() {
    var run =
        new RunRecord(
            Instant.parse("2026-11-26T10:00:00.123Z"),
            "Sandbox",
            new Asked.Statement("SELECT *\nFROM \"T\""),
            null,
            0.5,
            null,
            null,
            3,
            40_000,
            Duration.ofMillis(38),
            "Access denied");
    String line = LibraryJson.write(run);
    assertThat(line).doesNotContain("\n");
    assertThat(LibraryJson.readRun(line)).isEqualTo(run);
  }

  @Example
  void whatIsNoneIsRefused() {
    for (String text : List.of("", "{", "{}", "[]", "{\"version\":9}", "{\"version\":1}")) {
      assertThatThrownBy(() -> LibraryJson.readRun(text))
          .as(text)
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> LibraryJson.readSaved("x", text))
          .as(text)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Example
  void aQueryIsSaidInOneLine() {
    var spec =
        QuerySpec.auto(
            List.of(
                new Condition.Compare(AttrPath.of("City"), Comparison.EQ, new Attr.S("Bern")),
                new Condition.Or(
                    List.of(
                        new Condition.Between(AttrPath.of("n"), new Attr.N("1"), new Attr.N("2")),
                        new Condition.Exists(AttrPath.parse("a[0].b"))))));
    assertThat(AskedText.of(new Asked.Conditions("T", spec)))
        .isEqualTo("City = Bern and (n between 1 and 2 or a[0].b exists)");
    assertThat(AskedText.of(new Asked.Statement(" SELECT *\n  FROM t ")))
        .isEqualTo("SELECT * FROM t");
  }
}
