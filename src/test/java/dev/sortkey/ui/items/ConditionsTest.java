package dev.sortkey.ui.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.expr.Condition.Comparison;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.query.QuerySpec.Mode;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.query.Way;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Bytes;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Conditions as they are typed: groups, every operator, what is wrong with them, and how they come
/// back from a query.
class ConditionsTest {
  private final QueryViewModel query = new QueryViewModel(Fakes.orders("ACTIVE"));

  private ConditionDraft add(String name, AttrType type, Operator operator, String value) {
    ConditionDraft draft = query.addFilter();
    draft.nameProperty().set(name);
    draft.typeProperty().set(type);
    draft.operatorProperty().set(operator);
    draft.valueProperty().set(value);
    return draft;
  }

  private QuerySpec asked() {
    return query.asked().orElseThrow();
  }

  private String flaw(ConditionDraft draft) {
    query.check();
    return draft.shownFlawProperty().get() == null ? "" : draft.shownFlawProperty().get().message();
  }

  @Test
  void autoIsWhereOneBeginsAndFindsTheKey() {
    assertThat(query.modeProperty().get()).isEqualTo(Mode.AUTO);
    add("OrderID", AttrType.S, Operator.EQ, "A");
    add("Number", AttrType.N, Operator.EQ, "7");
    ReadPlan plan = query.check().orElseThrow();
    assertThat(plan.operation()).isEqualTo(ReadPlan.Operation.GET);
  }

  @Test
  void everyOperatorMakesItsCondition() {
    add("a", AttrType.S, Operator.IN, "x, \"y, z\"");
    add("b", AttrType.S, Operator.SIZE, ">= 3");
    add("c", AttrType.S, Operator.TYPE, "NS");
    add("d", AttrType.SS, Operator.EQ, "p, q");
    add("e", AttrType.NULL, Operator.EQ, "");
    add("f", AttrType.M, Operator.EQ, "{\"k\": 1}");
    add("g", AttrType.BOOL, Operator.NE, "true");
    assertThat(asked().filters())
        .containsExactly(
            new Condition.In(path("a"), List.of(new Attr.S("x"), new Attr.S("y, z"))),
            new Condition.Size(path("b"), Comparison.GE, 3),
            new Condition.HasType(path("c"), AttrType.NS),
            new Condition.Compare(path("d"), Comparison.EQ, Attr.SS.of(List.of("p", "q"))),
            new Condition.Compare(path("e"), Comparison.EQ, new Attr.Null()),
            new Condition.Compare(
                path("f"), Comparison.EQ, Attr.M.of(Map.of("k", new Attr.N("1")))),
            new Condition.Compare(path("g"), Comparison.NE, new Attr.Bool(true)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "N | EQ | 12x | not a number",
        "N | EQ | 123456789012345678901234567890123456789 | 38",
        "N | IN | 1, two | not a number",
        "B | EQ | %% | Base64",
        "S | SIZE | many | a number",
        "S | TYPE | TEXT | type",
        "L | EQ | {} | list",
        "M | EQ | [ | map",
      })
  void whatDoesNotFitItsTypeIsSaidInPlace(
      AttrType type, Operator operator, String value, String said) {
    assertThat(flaw(add("a", type, operator, value))).containsIgnoringCase(said);
    assertThat(query.previewProperty().get().plan()).isNull();
  }

  @Test
  void moreThanAHundredValuesAreSaid() {
    String many = String.join(", ", Collections.nCopies(101, "x"));
    assertThat(flaw(add("a", AttrType.S, Operator.IN, many))).contains("100").contains("101");
  }

  @Test
  void anExpressionThatIsTooLongIsSaid() {
    IntStream.range(0, 300).forEach(i -> add("attribute" + i, AttrType.S, Operator.EQ, "x"));
    assertThat(query.check()).isEmpty();
    assertThat(query.previewProperty().get().hint()).contains("filter is").contains("4,096");
  }

  @Test
  void betweenTheWrongWayRoundAndBeginsWithOnANumberAreSaid() {
    ConditionDraft between = add("a", AttrType.N, Operator.BETWEEN, "10");
    between.highProperty().set("9");
    assertThat(flaw(between)).contains("Swap");
    query.removeFilter(between);
    add("Number", AttrType.S, Operator.BEGINS_WITH, "1");
    assertThat(query.check()).isEmpty();
    assertThat(query.previewProperty().get().hint())
        .contains("Begins with does not work on numbers");
  }

  @ParameterizedTest
  @CsvSource({"status", "`a.b`", "with space", "😀", "`x[0]`", "SIZE"})
  void oddAndReservedNamesAreAsGoodAsAny(String name) {
    add(name, AttrType.S, Operator.EQ, "x");
    ReadPlan plan = query.check().orElseThrow();
    assertThat(plan.filter()).isEqualTo("#n0 = :v0");
  }

  @Test
  void groupsAreJoinedAndNegated() {
    add("a", AttrType.S, Operator.EQ, "1");
    query.addGroup(query.filters());
    GroupDraft group = (GroupDraft) query.filters().parts().getLast();
    ConditionDraft first = group.drafts().getFirst();
    first.nameProperty().set("b");
    first.valueProperty().set("2");
    ConditionDraft second = group.addCondition();
    second.nameProperty().set("c");
    second.valueProperty().set("3");
    assertThat(group.matchProperty().get()).isEqualTo(GroupDraft.Match.ANY);
    var either = new Condition.Or(List.of(eq("b", "2"), eq("c", "3")));
    assertThat(asked().filters()).containsExactly(eq("a", "1"), either);

    group.negatedProperty().set(true);
    assertThat(asked().filters()).containsExactly(eq("a", "1"), new Condition.Not(either));

    query.filters().matchProperty().set(GroupDraft.Match.ANY);
    assertThat(asked().filters())
        .containsExactly(new Condition.Or(List.of(eq("a", "1"), new Condition.Not(either))));

    query.removeFilter(first);
    query.removeFilter(second);
    assertThat(query.filters().parts()).hasSize(1);
    assertThat(asked().filters()).containsExactly(eq("a", "1"));
  }

  @Test
  void keysGoFromConditionsToFieldsAndBack() {
    add("Total", AttrType.N, Operator.GT, "5");
    add("OrderID", AttrType.S, Operator.EQ, "A");
    add("Number", AttrType.N, Operator.GE, "7");

    query.modeProperty().set(Mode.QUERY);
    assertThat(query.keys().getFirst().valueProperty().get()).isEqualTo("A");
    assertThat(query.keys().get(1).operatorProperty().get()).isEqualTo(Operator.GE);
    assertThat(query.filters().drafts()).hasSize(1);
    assertThat(query.check().orElseThrow().keyCondition()).isEqualTo("#n0 = :v0 AND #n1 >= :v1");

    query.modeProperty().set(Mode.AUTO);
    assertThat(query.filters().drafts())
        .extracting(draft -> draft.nameProperty().get())
        .containsExactly("OrderID", "Number", "Total");
  }

  @Test
  void anotherWayStaysTakenUntilTheConditionsChange() {
    ConditionDraft customer = add("CustomerID", AttrType.S, Operator.EQ, "C1");
    Way.Usable best = query.checked().orElseThrow();
    assertThat(best.operation()).isEqualTo(ReadPlan.Operation.QUERY);
    Way.Usable scan =
        query.previewProperty().get().ways().usable().stream()
            .filter(way -> way.operation() == ReadPlan.Operation.SCAN)
            .findFirst()
            .orElseThrow();

    query.take(scan);
    customer.valueProperty().set("C2");
    assertThat(query.check().orElseThrow().operation()).isEqualTo(ReadPlan.Operation.SCAN);
    assertThat(query.previewProperty().get().chosen()).isTrue();

    add("Total", AttrType.N, Operator.GT, "5");
    assertThat(query.check().orElseThrow().operation()).isEqualTo(ReadPlan.Operation.QUERY);
  }

  static List<QuerySpec> specs() {
    Attr binary = new Attr.B(Bytes.of((byte) 0, (byte) -1));
    var mixed =
        new Condition.In(
            path("x"), List.of(new Attr.S("a, \"b\""), new Attr.S(""), new Attr.S("c")));
    return List.of(
        QuerySpec.auto(List.of()),
        QuerySpec.auto(List.of(eq("a", ""), new Condition.Exists(path("b")))),
        QuerySpec.auto(
            List.of(
                new Condition.Or(
                    List.of(
                        new Condition.And(List.of(eq("a", "1"), eq("b", "2"))),
                        new Condition.Not(new Condition.Contains(path("c"), new Attr.N("1E3"))),
                        new Condition.Not(eq("d", "4")))))),
        QuerySpec.auto(
            List.of(
                mixed,
                new Condition.Compare(AttrPath.parse("m.`x.y`[2]"), Comparison.GE, binary),
                new Condition.Between(path("n"), new Attr.N("1.50"), new Attr.N("2")),
                new Condition.BeginsWith(path("s"), new Attr.S(" p")),
                new Condition.HasType(path("t"), AttrType.BS),
                new Condition.Size(path("u"), Comparison.NE, 12),
                new Condition.Compare(path("v"), Comparison.EQ, new Attr.L(List.of(binary))),
                new Condition.Compare(path("w"), Comparison.NE, Attr.NS.of(List.of("1", "2.0"))))),
        new QuerySpec(
            Mode.QUERY,
            "by-customer",
            List.of(new Attr.S("C1")),
            List.of(),
            List.of(eq("z", "1")),
            List.of(path("Total"), AttrPath.parse("Items[0].Price")),
            true,
            false,
            25),
        new QuerySpec(
            Mode.QUERY,
            null,
            List.of(new Attr.S("A")),
            List.of(new Condition.Between(path("Number"), new Attr.N("1"), new Attr.N("2"))),
            List.of(),
            List.of(),
            false,
            true,
            null));
  }

  @ParameterizedTest
  @MethodSource("specs")
  void aQueryComesBackAsItWasTyped(QuerySpec spec) {
    add("left over", AttrType.S, Operator.EQ, "x");
    query.take(spec);
    assertThat(asked()).isEqualTo(spec);
  }

  private static AttrPath path(String name) {
    return AttrPath.of(name);
  }

  private static Condition eq(String name, String value) {
    return new Condition.Compare(path(name), Comparison.EQ, new Attr.S(value));
  }
}
