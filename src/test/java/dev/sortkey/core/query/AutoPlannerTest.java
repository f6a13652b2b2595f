package dev.sortkey.core.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.expr.Condition.Comparison;
import dev.sortkey.core.query.ReadPlan.Operation;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Item;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AutoPlannerTest {
  private static final Index BY_CUSTOMER =
      index("by-customer", keys("CustomerID", "OrderDate"), Projection.all(), 1_000);
  private static final Index BY_STATUS =
      index(
          "by-status",
          keys("Status", "OrderDate"),
          new Projection(Projection.Kind.KEYS_ONLY, List.of()),
          1_000);
  private static final Index FLAGGED = index("flagged", keys("Flag", null), Projection.all(), 100);
  private static final TableSchema ORDERS =
      new TableSchema(
          "Orders",
          "arn",
          TableSchema.ACTIVE,
          keys("OrderID", "CustomerID"),
          List.of(BY_CUSTOMER, BY_STATUS, FLAGGED),
          Capacity.onDemand(),
          "STANDARD",
          false,
          1_000,
          400_000,
          null);
  private static final Condition ORDER = eq("OrderID", "1001");
  private static final Condition CUSTOMER = eq("CustomerID", "C123");
  private static final Condition DATE =
      new Condition.Between(
          AttrPath.of("OrderDate"), new Attr.S("2024-12-01"), new Attr.S("2024-12-31"));

  @Test
  void aWholeKeyIsReadByIt() {
    Way.Usable best = best(ORDER, CUSTOMER);
    assertThat(best.operation()).isEqualTo(Operation.GET);
    assertThat(best.plan().requests())
        .singleElement()
        .satisfies(request ->
            assertThat(request.key())
                .isEqualTo(
                    new ItemKey(
                        new LinkedHashMap<>(
                            Map.of(
                                "OrderID",
                                new Attr.S("1001"),
                                "CustomerID",
                                new Attr.S("C123"))))));
    assertThat(best.reason()).isEqualTo("the whole key is given, so the item is read by it");
    assertThat(best.cost().low()).isEqualTo(0.5);
  }

  @Test
  void theGuidesIndexIsFoundAndWhatIsLeftIsFiltered() {
    Ways ways = ways(DATE, CUSTOMER, ne("Status", "DRAFT"));
    assertThat(ways.ranked())
        .extracting(Way::operation, Way::index, Way::reason)
        .containsExactly(
            tuple(
                Operation.QUERY,
                "by-customer",
                "CustomerID is given and OrderDate is a range; Status filtered after the read"),
            tuple(
                Operation.SCAN,
                null,
                "every item of the table is read; OrderDate, CustomerID, Status filtered after the"
                    + " read"),
            tuple(Operation.QUERY, null, "No condition names OrderID."),
            tuple(
                Operation.QUERY,
                "by-status",
                "Status is the partition key, and ≠ cannot use a key."),
            tuple(Operation.QUERY, "flagged", "No condition names Flag."));
    ReadPlan plan = ways.best().orElseThrow().plan();
    assertThat(plan.keyCondition()).isEqualTo("#n0 = :v0 AND #n1 BETWEEN :v1 AND :v2");
    assertThat(plan.filter()).isEqualTo("#n2 <> :v3");
    assertThat(plan.check()).isNull();
  }

  @Test
  void attributesThatAnIndexLacksAreFetched() {
    Way.Usable way = on("by-status", eq("Status", "OPEN"), DATE, gt("Total", "900"));
    assertThat(way.reason())
        .isEqualTo(
            "Status is given and OrderDate is a range; not all attributes are projected, so 1"
                + " fetch an item");
  }

  @Test
  void severalValuesOfThePartitionKeyAreReadBesideEachOther() {
    var in =
        new Condition.In(
            AttrPath.of("OrderID"), List.of(new Attr.S("1"), new Attr.S("2"), new Attr.S("1")));
    ReadPlan plan = best(in).plan();
    assertThat(plan.operation()).isEqualTo(Operation.QUERY);
    assertThat(plan.requests()).hasSize(2);
    assertThat(plan.reason())
        .isEqualTo("OrderID has several values, so 2 reads run beside each other");
  }

  @Test
  void twoConditionsOnTheSortKeyBecomeOneRangeAndItsEndIsChecked() {
    ReadPlan plan = best(ORDER, gt("CustomerID", new Attr.S("C1")), lt("CustomerID", "C5")).plan();
    assertThat(plan.keyCondition()).isEqualTo("#n0 = :v0 AND #n1 BETWEEN :v1 AND :v2");
    assertThat(plan.filter()).isNull();
    assertThat(plan.check())
        .isEqualTo(
            new Condition.And(List.of(gt("CustomerID", new Attr.S("C1")), lt("CustomerID", "C5"))));
    assertThat(plan.reason())
        .endsWith("CustomerID checked by Sortkey, since no filter may use a key");
  }

  @Test
  void branchesAreReadEachByItsKey() {
    var branches =
        new Condition.Or(
            List.of(
                new Condition.And(List.of(ORDER, gt("CustomerID", new Attr.S("C1")))),
                new Condition.And(List.of(eq("OrderID", "7"), CUSTOMER)),
                eq("OrderID", "7")));
    ReadPlan plan = best(branches).plan();
    assertThat(plan.requests())
        .extracting(ReadRequest::keyCondition)
        .containsExactly("#n0 = :v0 AND #n1 > :v1", "#n0 = :v0");
    assertThat(plan.check()).isNull();
  }

  @Test
  void anIndexThatLeavesItemsOutIsNotTakenUnlessTheyAreNotAskedFor() {
    Index sparse = index("sparse", keys("CustomerID", "Flag"), Projection.all(), 100);
    TableSchema table = with(sparse);
    Way.Usable best = Planner.ways(table, auto(CUSTOMER), Observed.none()).best().orElseThrow();
    assertThat(best.operation()).isEqualTo(Operation.SCAN);
    Way.Usable other = Planner.ways(table, auto(CUSTOMER), Observed.none()).usable().getLast();
    assertThat(other.index()).isEqualTo("sparse");
    assertThat(other.caveat())
        .isEqualTo("Leaves out items without Flag: the index has 100 of the table's 1000 items.");
    var there = new Condition.Exists(AttrPath.of("Flag"));
    best = Planner.ways(table, auto(CUSTOMER, there), Observed.none()).best().orElseThrow();
    assertThat(best.index()).isEqualTo("sparse");
    assertThat(best.caveat()).isNull();
  }

  @Test
  void aSparseIndexIsScannedForTheItemsThatAreInIt() {
    Way.Usable best = best(new Condition.Exists(AttrPath.of("Flag")));
    assertThat(best.operation()).isEqualTo(Operation.SCAN);
    assertThat(best.index()).isEqualTo("flagged");
  }

  @Test
  void itSaysWhichIndexWouldHelp() {
    Observed seen =
        Observed.none()
            .withSample(
                IntStream.range(0, 250)
                    .mapToObj(i -> item(i, i == 7 ? "Berlin" : "Paris"))
                    .toList());
    Ways ways = Planner.ways(ORDERS, auto(eq("City", "Berlin"), DATE), seen);
    assertThat(ways.advice()).isEqualTo("A GSI on City, OrderDate would read about 0.2 % of this.");
    assertThat(ways(eq("City", "Berlin")).advice())
        .isEqualTo("A GSI on City would read only the items that match.");
    assertThat(ways(CUSTOMER).advice()).isNull();
  }

  @Test
  void aChosenIndexIsTheOnlyOne() {
    QuerySpec spec =
        new QuerySpec(
            QuerySpec.Mode.AUTO,
            "by-status",
            List.of(),
            List.of(),
            List.of(CUSTOMER, eq("Status", "OPEN")),
            List.of(AttrPath.of("OrderDate")),
            true,
            false,
            5);
    Ways ways = Planner.ways(ORDERS, spec, Observed.none());
    assertThat(ways.ranked()).allSatisfy(way -> assertThat(way.index()).isEqualTo("by-status"));
    ReadPlan plan = ways.best().orElseThrow().plan();
    assertThat(plan.fetch()).isNull();
    assertThat(plan.descending()).isTrue();
    assertThat(plan.limit()).isEqualTo(5);
    assertThat(plan.names().values()).contains("OrderDate", "OrderID", "CustomerID");
  }

  @Test
  void aGlobalIndexIsNoWayToReadConsistently() {
    QuerySpec spec =
        new QuerySpec(
            QuerySpec.Mode.AUTO,
            null,
            List.of(),
            List.of(),
            List.of(CUSTOMER),
            List.of(),
            false,
            true,
            null);
    Ways ways = Planner.ways(ORDERS, spec, Observed.none());
    assertThat(ways.best().orElseThrow().operation()).isEqualTo(Operation.SCAN);
    assertThat(ways.ranked())
        .filteredOn(way -> "by-customer".equals(way.index()))
        .extracting(Way::reason)
        .containsExactly("A global index cannot be read consistently.");
  }

  @Test
  void whatNothingCanFulfilIsSaid() {
    assertThatThrownBy(() -> ways(ORDER, eq("OrderID", "1002")))
        .hasMessage("No item can fulfil all of these conditions at once.");
    assertThatThrownBy(
            () -> ways(new Condition.Compare(AttrPath.of("OrderID"), Comparison.EQ, number("1"))))
        .hasMessage("The key OrderID is a String, but the value given is a Number.");
    assertThatThrownBy(() -> ways(eq("OrderID", ""))).hasMessageContaining("OrderID is empty");
    assertThatThrownBy(() ->
            ways(
                new Condition.Between(AttrPath.of("Total"), number("9"), number("10")),
                new Condition.Between(AttrPath.of("Total"), number("10"), number("9"))))
        .hasMessageContaining("Between needs the smaller value first");
  }

  @Test
  void aTypeThatAnIndexDoesNotHaveIsNoWay() {
    Ways ways = ways(new Condition.Compare(AttrPath.of("Status"), Comparison.EQ, number("1")));
    assertThat(ways.ranked())
        .filteredOn(way -> "by-status".equals(way.index()))
        .extracting(Way::reason)
        .containsExactly("Status is a String here, and the value given is a Number.");
    assertThat(ways.best().orElseThrow().operation()).isEqualTo(Operation.SCAN);
  }

  @Test
  void conditionsOnTypesAndNestedPathsAreFiltered() {
    ReadPlan plan =
        best(
                ORDER,
                new Condition.HasType(AttrPath.of("Items"), AttrType.L),
                eq(AttrPath.parse("Items[0].ProductID"), "P-1"))
            .plan();
    assertThat(plan.filter()).isEqualTo("attribute_type(#n1, :v1) AND #n1[0].#n2 = :v2");
  }

  private static Item item(int i, String city) {
    var attributes = new LinkedHashMap<String, Attr>();
    attributes.put("OrderID", new Attr.S("o" + i));
    attributes.put("CustomerID", new Attr.S("C" + i));
    attributes.put("City", new Attr.S(city));
    attributes.put("OrderDate", new Attr.S("2024-11-05"));
    return new Item(attributes);
  }

  private static TableSchema with(Index index) {
    return new TableSchema(
        "Orders",
        "arn",
        TableSchema.ACTIVE,
        ORDERS.keys(),
        List.of(index),
        Capacity.onDemand(),
        "STANDARD",
        false,
        1_000,
        400_000,
        null);
  }

  private static Way.Usable on(String index, Condition... conditions) {
    return ways(conditions).usable().stream()
        .filter(way -> index.equals(way.index()))
        .findFirst()
        .orElseThrow();
  }

  private static Way.Usable best(Condition... conditions) {
    return ways(conditions).best().orElseThrow();
  }

  private static Ways ways(Condition... conditions) {
    return Planner.ways(ORDERS, auto(conditions), Observed.none());
  }

  private static QuerySpec auto(Condition... conditions) {
    return QuerySpec.auto(List.of(conditions));
  }

  private static Condition eq(String name, String value) {
    return eq(AttrPath.of(name), value);
  }

  private static Condition eq(AttrPath path, String value) {
    return new Condition.Compare(path, Comparison.EQ, new Attr.S(value));
  }

  private static Condition ne(String name, String value) {
    return new Condition.Compare(AttrPath.of(name), Comparison.NE, new Attr.S(value));
  }

  private static Condition gt(String name, String digits) {
    return gt(name, number(digits));
  }

  private static Condition gt(String name, Attr value) {
    return new Condition.Compare(AttrPath.of(name), Comparison.GT, value);
  }

  private static Condition lt(String name, String value) {
    return new Condition.Compare(AttrPath.of(name), Comparison.LT, new Attr.S(value));
  }

  private static Attr number(String digits) {
    return new Attr.N(digits);
  }

  private static KeySchema keys(String partition, String sort) {
    return new KeySchema(
        List.of(new KeyAttribute(partition, KeyType.S)),
        sort == null ? List.of() : List.of(new KeyAttribute(sort, KeyType.S)));
  }

  private static Index index(String name, KeySchema keys, Projection projection, long items) {
    return new Index(
        name,
        Index.Kind.GSI,
        keys,
        projection,
        Capacity.onDemand(),
        TableSchema.ACTIVE,
        false,
        items,
        items * 400);
  }
}
