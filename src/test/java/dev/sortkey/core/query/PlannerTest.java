package dev.sortkey.core.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.sortkey.core.value.Bytes;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlannerTest {
  private static final Index BY_CUSTOMER =
      index(
          "by-customer",
          Index.Kind.GSI,
          keys(List.of(s("CustomerID")), List.of(s("OrderDate"))),
          Projection.all());
  private static final Index BY_PLACE =
      index(
          "by-place",
          Index.Kind.GSI,
          keys(List.of(s("Country"), s("City")), List.of(s("Zip"), n("House"), s("Name"))),
          new Projection(Projection.Kind.INCLUDE, List.of("Total")));
  private static final Index BY_TOTAL =
      index(
          "by-total",
          Index.Kind.LSI,
          keys(List.of(s("OrderID")), List.of(n("Total"))),
          new Projection(Projection.Kind.KEYS_ONLY, List.of()));
  private static final TableSchema ORDERS =
      new TableSchema(
          "Orders",
          "arn",
          TableSchema.ACTIVE,
          keys(List.of(s("OrderID")), List.of(s("CustomerID"))),
          List.of(BY_CUSTOMER, BY_PLACE, BY_TOTAL),
          Capacity.onDemand(),
          "STANDARD",
          false,
          1_000,
          40_960,
          null);

  @Test
  void aQueryByTheWholeKeyOfTheTable() {
    ReadPlan plan = plan(query(null, text("1001")).sort(eq("CustomerID", text("C123"))));
    assertThat(plan.operation()).isEqualTo(ReadPlan.Operation.QUERY);
    assertThat(plan.table()).isEqualTo("Orders");
    assertThat(plan.keyCondition()).isEqualTo("#n0 = :v0 AND #n1 = :v1");
    assertThat(plan.names()).containsEntry("#n0", "OrderID").containsEntry("#n1", "CustomerID");
    assertThat(plan.values()).containsEntry(":v0", text("1001")).containsEntry(":v1", text("C123"));
    assertThat(plan.filter()).isNull();
    assertThat(plan.projection()).isNull();
    assertThat(plan.reason()).isEqualTo("the whole key is given; at most one item is read");
  }

  @Test
  void theReasonSaysWhatIsRead() {
    assertThat(plan(query(null, text("1"))).reason())
        .isEqualTo("the partition key is given; every item of the collection is read");
    assertThat(plan(query("by-customer", text("C1")).sort(eq("OrderDate", text("x")))).reason())
        .isEqualTo("both keys are given; only the items with these are read");
    assertThat(
            plan(query("by-customer", text("C1"))
                    .sort(begins("OrderDate", text("2024")))
                    .filter(eq("Status", text("NEW"))))
                .reason())
        .isEqualTo(
            "the partition key and a condition on OrderDate are given; only matching items are"
                + " read; filters apply after the read");
    assertThat(Planner.plan(ORDERS, QuerySpec.scan()).reason())
        .isEqualTo("every item of the table is read");
  }

  @Test
  void filtersMustAllHold() {
    ReadPlan plan =
        plan(
            scan()
                .filter(
                    eq("OrderID", text("1")),
                    new Condition.Or(List.of(eq("a", text("x")), eq("b", text("y"))))));
    assertThat(plan.operation()).isEqualTo(ReadPlan.Operation.SCAN);
    assertThat(plan.keyCondition()).isNull();
    assertThat(plan.filter()).isEqualTo("#n0 = :v0 AND (#n1 = :v1 OR #n2 = :v2)");
  }

  @Test
  void severalAttributesOfAKeyAreGivenFromTheLeft() {
    ReadPlan plan =
        plan(
            query("by-place", text("FR"), text("Lyon"))
                .sort(eq("Zip", text("69001")), between("House", number("9"), number("10.0"))));
    assertThat(plan.keyCondition())
        .isEqualTo("#n0 = :v0 AND #n1 = :v1 AND #n2 = :v2 AND #n3 BETWEEN :v3 AND :v4");
  }

  @Test
  void aProjectionKeepsTheKeyOfTheTable() {
    ReadPlan plan = plan(scan().project(AttrPath.parse("Items[0].Price"), AttrPath.of("OrderID")));
    assertThat(plan.projection()).isEqualTo("#n0, #n1[0].#n2, #n3");
    assertThat(plan.names().values()).containsExactly("CustomerID", "Items", "Price", "OrderID");
    assertThat(plan(query("by-place", text("FR"), text("Lyon")).project(AttrPath.of("Total"))))
        .satisfies(p -> assertThat(p.names().values()).contains("OrderID", "CustomerID", "Total"));
  }

  @Test
  void aLocalIndexFetchesFromTheTableAndReadsConsistently() {
    ReadPlan plan = plan(query("by-total", text("1")).project(AttrPath.of("Status")).consistent());
    assertThat(plan.consistent()).isTrue();
    assertThat(plan.index()).isEqualTo("by-total");
  }

  @Test
  void aFilterOfAnIndexMayUseTheKeyOfTheTable() {
    assertThat(plan(query("by-customer", text("C1")).filter(eq("OrderID", text("1")))).filter())
        .isNotNull();
  }

  static Stream<Arguments> refused() {
    var hundredAndOne = Collections.nCopies(101, text("x"));
    var many = IntStream.range(0, 400).mapToObj(i -> eq("attribute" + i, text("x"))).toList();
    return Stream.of(
        Arguments.of(query("none", text("1")), "Orders has no index named none."),
        Arguments.of(query(null), "A Query needs a value for the partition key OrderID"),
        Arguments.of(query("by-place", text("FR")), "partition key City"),
        Arguments.of(query(null, text("1"), text("2")), "1 attributes, but 2 values"),
        Arguments.of(query(null, number("1")), "The key OrderID is a String, but the value"),
        Arguments.of(query(null, text("")), "The value of the key OrderID is empty."),
        Arguments.of(query(null, text("x".repeat(2049))), "2,049 bytes long"),
        Arguments.of(sorted(begins("CustomerID", text(""))), "The value of the key CustomerID is"),
        Arguments.of(sorted(eq("CustomerID", text("x".repeat(1025)))), "1,025 bytes long"),
        Arguments.of(sorted(eq("Status", text("x"))), "The next one must be on CustomerID"),
        Arguments.of(
            sorted(new Condition.Compare(AttrPath.of("CustomerID"), Comparison.NE, text("x"))),
            "Nothing else works on a key"),
        Arguments.of(
            sorted(new Condition.Exists(AttrPath.of("CustomerID"))), "Nothing else works on a key"),
        Arguments.of(
            sorted(between("CustomerID", text("b"), text("a"))),
            "For CustomerID, b comes after a."),
        Arguments.of(
            sorted(eq("CustomerID", text("b")), eq("x", text("a"))),
            "more conditions than sort key attributes"),
        Arguments.of(
            query("by-place", text("FR"), text("Lyon"))
                .sort(begins("Zip", text("6")), eq("House", number("1"))),
            "House follows Zip, so Zip needs ="),
        Arguments.of(
            query("by-place", text("FR"), text("Lyon")).sort(eq("House", number("1"))),
            "The next one must be on Zip"),
        Arguments.of(
            query("by-total", text("1")).sort(begins("Total", number("1"))), "Total is a Number"),
        Arguments.of(query("by-total", text("1")).sort(eq("Total", number("twelve"))), "no number"),
        Arguments.of(query("by-customer", text("C1")).consistent(), "eventually consistent"),
        Arguments.of(
            query(null, text("1")).filter(new Condition.Not(eq("CustomerID", text("x")))),
            "CustomerID belongs to the key"),
        Arguments.of(
            query("by-customer", text("C1")).filter(new Condition.Exists(AttrPath.of("OrderDate"))),
            "OrderDate belongs to the key"),
        Arguments.of(
            scan().filter(new Condition.In(AttrPath.of("a"), hundredAndOne)),
            "1 to 100; there are"),
        Arguments.of(scan().filter(new Condition.In(AttrPath.of("a"), List.of())), "there are 0"),
        Arguments.of(scan().filter(between("a", number("10"), number("9"))), "10 comes after 9"),
        Arguments.of(scan().filter(between("a", number("1"), text("9"))), "a Number, the second"),
        Arguments.of(
            scan().filter(between("a", binary(0xff), binary(0x01))), "/w== comes after AQ=="),
        Arguments.of(
            scan().filter(between("a", new Attr.Null(), new Attr.Null())), "a Null, which has no"),
        Arguments.of(
            scan()
                .filter(
                    new Condition.Compare(AttrPath.of("a"), Comparison.LT, new Attr.Bool(true))),
            "a Boolean, which has no order"),
        Arguments.of(scan().filter(begins("a", number("1"))), "works on strings and binary"),
        Arguments.of(scan().filter(eq("a", number("x"))), "no number"),
        Arguments.of(scan().filter(many.toArray(Condition[]::new)), "The filter is"),
        Arguments.of(scan().limit(0), "1 or more"),
        Arguments.of(
            scan().project(AttrPath.of("a"), AttrPath.of("a").child("b")), "a.b is part of a"),
        Arguments.of(
            query("by-place", text("FR"), text("Lyon")).project(AttrPath.of("Status")),
            "The index by-place does not hold Status"));
  }

  @ParameterizedTest
  @MethodSource
  void refused(Ask ask, String message) {
    assertThatThrownBy(() -> plan(ask))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void anIndexInTheMakingIsNotRead() {
    var building =
        new Index(
            "i",
            Index.Kind.GSI,
            BY_CUSTOMER.keys(),
            Projection.all(),
            Capacity.onDemand(),
            "CREATING",
            true,
            0,
            0);
    var table =
        new TableSchema(
            "T",
            "arn",
            "ACTIVE",
            ORDERS.keys(),
            List.of(building),
            Capacity.onDemand(),
            "STANDARD",
            false,
            0,
            0,
            null);
    assertThatThrownBy(() -> Planner.plan(table, query("i", text("1")).spec()))
        .hasMessageContaining("still being built");
  }

  @Test
  void aScanCostsTheWholeTable() {
    assertThat(estimate(scan())).isEqualTo(new CostEstimate(5, 5.0));
    assertThat(estimate(scan().consistent())).isEqualTo(new CostEstimate(10, 10.0));
    assertThat(estimate(new Ask(QuerySpec.Mode.SCAN, "by-customer")))
        .isEqualTo(new CostEstimate(1_024, 1_024.0));
  }

  @Test
  void aQueryCostsBetweenOneItemAndOnePage() {
    assertThat(estimate(query(null, text("1")))).isEqualTo(new CostEstimate(0.5, 5.0));
    assertThat(estimate(query(null, text("1")).consistent())).isEqualTo(new CostEstimate(1, 10.0));
    assertThat(estimate(query("by-customer", text("1")))).isEqualTo(new CostEstimate(0.5, 128.0));
    assertThat(estimate(query("by-total", text("1")))).isEqualTo(new CostEstimate(0.5, null));
  }

  @Test
  void aFilterMayReadOnUntilTheBudgetIsUsedUp() {
    Ask filtered = query("by-customer", text("1")).filter(eq("Status", text("NEW")));
    assertThat(estimate(filtered)).isEqualTo(new CostEstimate(0.5, 628.0));
  }

  private static CostEstimate estimate(Ask ask) {
    return Planner.estimate(ORDERS, plan(ask));
  }

  private static ReadPlan plan(Ask ask) {
    return Planner.plan(ORDERS, ask.spec());
  }

  /// A specification in the making.
  private static final class Ask {
    private final QuerySpec.Mode mode;
    private final String index;
    private final Attr[] partition;
    private List<Condition> sort = List.of();
    private List<Condition> filters = List.of();
    private List<AttrPath> projection = List.of();
    private boolean consistent;
    private Integer limit;

    Ask(QuerySpec.Mode mode, String index, Attr... partition) {
      this.mode = mode;
      this.index = index;
      this.partition = partition;
    }

    Ask sort(Condition... conditions) {
      sort = List.of(conditions);
      return this;
    }

    Ask filter(Condition... conditions) {
      filters = List.of(conditions);
      return this;
    }

    Ask project(AttrPath... paths) {
      projection = List.of(paths);
      return this;
    }

    Ask consistent() {
      consistent = true;
      return this;
    }

    Ask limit(int items) {
      limit = items;
      return this;
    }

    QuerySpec spec() {
      return new QuerySpec(
          mode, index, List.of(partition), sort, filters, projection, false, consistent, limit);
    }

    @Override
    public String toString() {
      String text = spec().toString();
      return text.substring(0, Math.min(120, text.length()));
    }
  }

  private static Ask query(String index, Attr... partition) {
    return new Ask(QuerySpec.Mode.QUERY, index, partition);
  }

  private static Ask sorted(Condition... conditions) {
    return query(null, text("1")).sort(conditions);
  }

  private static Ask scan() {
    return new Ask(QuerySpec.Mode.SCAN, null);
  }

  private static Condition eq(String name, Attr value) {
    return new Condition.Compare(AttrPath.of(name), Comparison.EQ, value);
  }

  private static Condition between(String name, Attr low, Attr high) {
    return new Condition.Between(AttrPath.of(name), low, high);
  }

  private static Condition begins(String name, Attr prefix) {
    return new Condition.BeginsWith(AttrPath.of(name), prefix);
  }

  private static Attr text(String value) {
    return new Attr.S(value);
  }

  private static Attr number(String digits) {
    return new Attr.N(digits);
  }

  private static Attr binary(int value) {
    return new Attr.B(Bytes.of((byte) value));
  }

  private static KeyAttribute s(String name) {
    return new KeyAttribute(name, KeyType.S);
  }

  private static KeyAttribute n(String name) {
    return new KeyAttribute(name, KeyType.N);
  }

  private static KeySchema keys(List<KeyAttribute> partition, List<KeyAttribute> sort) {
    return new KeySchema(partition, sort);
  }

  private static Index index(String name, Index.Kind kind, KeySchema keys, Projection projection) {
    long size = name.equals("by-customer") ? 8L << 20 : 0;
    return new Index(name, kind, keys, projection, Capacity.onDemand(), "ACTIVE", false, 0, size);
  }
}
