package dev.sortkey.ui.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.query.QuerySpec.Mode;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.ui.items.ConditionDraft.Spot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryViewModelTest {
  private final QueryViewModel query = new QueryViewModel(Fakes.orders("ACTIVE"));
  private final List<String> focused = new ArrayList<>();

  QueryViewModelTest() {
    query.onFocus((draft, spot) -> focused.add(draft.nameProperty().get() + " " + spot));
  }

  private ConditionDraft key(int at) {
    return query.keys().get(at);
  }

  private ReadPlan queryFor(String order) {
    query.modeProperty().set(Mode.QUERY);
    key(0).valueProperty().set(order);
    return query.check().orElseThrow();
  }

  @Test
  void aScanOfTheTableIsReadyAtOnce() {
    ReadPlan plan = query.check().orElseThrow();

    assertThat(plan.operation()).isEqualTo(ReadPlan.Operation.SCAN);
    assertThat(plan.filter()).isNull();
  }

  @Test
  void aQueryTakesTheKeysOfTheTable() {
    ReadPlan plan = queryFor("A");

    assertThat(plan.keyCondition()).isEqualTo("#n0 = :v0");
    assertThat(plan.names()).containsEntry("#n0", "OrderID");
    assertThat(plan.values()).containsEntry(":v0", new Attr.S("A"));
  }

  @Test
  void whatIsTickedIsSent() {
    query.descendingProperty().set(true);
    query.consistentProperty().set(true);
    ReadPlan plan = queryFor("A");

    assertThat(plan.descending()).isTrue();
    assertThat(plan.consistent()).isTrue();
    query.modeProperty().set(Mode.SCAN);
    assertThat(query.check().orElseThrow().descending()).as("a scan has no order").isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "EQ, #n1 = :v1",
    "LT, #n1 < :v1",
    "LE, #n1 <= :v1",
    "GT, #n1 > :v1",
    "GE, #n1 >= :v1",
    "BETWEEN, #n1 BETWEEN :v1 AND :v2"
  })
  void eachOperatorOfTheSortKeyIsSent(Operator operator, String text) {
    queryFor("A");
    key(1).operatorProperty().set(operator);
    key(1).valueProperty().set("5");
    key(1).highProperty().set("9");

    ReadPlan plan = query.check().orElseThrow();

    assertThat(plan.keyCondition()).endsWith(text);
    assertThat(plan.values()).containsEntry(":v1", new Attr.N("5"));
  }

  @Test
  void aMissingKeyIsSaidInPlaceOnlyAfterRunWasTriedWithIt() {
    query.check();
    query.modeProperty().set(Mode.QUERY);
    assertThat(key(0).shownFlawProperty().get()).isNull();
    assertThat(query.previewProperty().get().wrong()).isFalse();
    assertThat(query.previewProperty().get().hint()).isNotEmpty();

    assertThat(query.check()).isEmpty();
    assertThat(key(0).shownFlawProperty().get()).isNotNull();
    assertThat(query.addFilter().shownFlawProperty().get()).isNull();
  }

  @Test
  void anOpenSortKeyTakesNoPart() {
    queryFor("A");
    key(1).valueProperty().set("5");
    key(1).operatorProperty().set(Operator.ANY);

    assertThat(query.check().orElseThrow().keyCondition()).isEqualTo("#n0 = :v0");
  }

  @Test
  void beginsWithIsNotOfferedForNumbers() {
    assertThat(Operator.forSortKey(KeyType.N)).doesNotContain(Operator.BEGINS_WITH);
    assertThat(Operator.forSortKey(KeyType.S)).contains(Operator.BEGINS_WITH);
    assertThat(Operator.forFilter(AttrType.NULL))
        .containsExactly(
            Operator.EQ, Operator.NE, Operator.EXISTS, Operator.NOT_EXISTS, Operator.TYPE);
  }

  @Test
  void anEmptyKeyIsSaidOnlyAtRunAndGetsTheFocus() {
    query.modeProperty().set(Mode.QUERY);
    assertThat(key(0).shownFlawProperty().get()).isNull();

    assertThat(query.check()).isEmpty();

    assertThat(key(0).shownFlawProperty().get().message()).contains("OrderID");
    assertThat(focused).containsExactly("OrderID VALUE");
  }

  @Test
  void aNumberThatIsNoneIsSaidAtOnceInItsPlace() {
    queryFor("A");
    key(1).valueProperty().set("12x");

    assertThat(key(1).shownFlawProperty().get().spot()).isEqualTo(Spot.VALUE);
    assertThat(query.previewProperty().get().plan()).isNull();
    assertThat(query.check()).isEmpty();
  }

  @Test
  void aBetweenTheWrongWayRoundIsSaid() {
    queryFor("A");
    key(1).operatorProperty().set(Operator.BETWEEN);
    key(1).valueProperty().set("10");
    key(1).highProperty().set("9");

    assertThat(key(1).shownFlawProperty().get().spot()).isEqualTo(Spot.HIGH);
    key(1).highProperty().set("10.0");
    assertThat(key(1).shownFlawProperty().get()).isNull();
  }

  @Test
  void textsOfKeysOutliveTheIndexAndTheMode() {
    queryFor("A");
    key(1).valueProperty().set("7");
    query.indexProperty().set("by-customer");
    assertThat(key(0).nameProperty().get()).isEqualTo("CustomerID");
    key(0).valueProperty().set("C1");
    assertThat(key(1).valueProperty().get()).isEqualTo("7");

    query.modeProperty().set(Mode.SCAN);
    assertThat(query.keys()).isEmpty();
    query.modeProperty().set(Mode.QUERY);
    query.indexProperty().set("local");

    assertThat(key(0).valueProperty().get()).isEqualTo("A");
    assertThat(key(1).nameProperty().get()).isEqualTo("CustomerID");
    assertThat(key(1).valueProperty().get()).isEqualTo("C1");
  }

  @Test
  void keysOfSeveralAttributesAreUsedFromLeftToRight() {
    query.modeProperty().set(Mode.QUERY);
    query.indexProperty().set("wide");
    key(0).valueProperty().set("C1");
    key(1).valueProperty().set("EU");
    key(3).valueProperty().set("4");
    assertThat(key(3).shownFlawProperty().get().message()).contains("Day");

    key(2).valueProperty().set("2024-12-01");

    assertThat(query.check().orElseThrow().keyCondition())
        .isEqualTo("#n0 = :v0 AND #n1 = :v1 AND #n2 = :v2 AND #n3 = :v3");
  }

  @Test
  void filtersOfEachTypeAndNestedPathsAreSent() {
    ConditionDraft price = query.addFilter();
    price.nameProperty().set("Items[0].Price");
    price.typeProperty().set(AttrType.N);
    price.operatorProperty().set(Operator.GE);
    price.valueProperty().set("9.50");
    ConditionDraft tags = query.addFilter();
    tags.nameProperty().set("Tags");
    tags.operatorProperty().set(Operator.NOT_CONTAINS);
    tags.valueProperty().set("eu");

    ReadPlan plan = query.check().orElseThrow();

    assertThat(plan.filter()).isEqualTo("#n0[0].#n1 >= :v0 AND NOT (contains(#n2, :v1))");
    assertThat(plan.values()).containsEntry(":v0", new Attr.N("9.50"));
  }

  @Test
  void aFilterWithoutANameIsNotRun() {
    query.addFilter();
    assertThat(focused).containsExactly(" NAME");

    assertThat(query.check()).isEmpty();
    assertThat(query.filters().drafts().getFirst().shownFlawProperty().get().spot())
        .isEqualTo(Spot.NAME);
  }

  @Test
  void aFilterOnTheKeyOfAQueryIsRefusedInWords() {
    queryFor("A");
    ConditionDraft filter = query.addFilter();
    filter.nameProperty().set("Number");
    filter.typeProperty().set(AttrType.N);
    filter.valueProperty().set("1");

    assertThat(query.check()).isEmpty();
    assertThat(query.previewProperty().get().hint()).contains("Number");
    assertThat(query.previewProperty().get().wrong()).isTrue();
  }

  @Test
  void consistentReadsAreNotForGlobalIndexes() {
    query.consistentProperty().set(true);
    query.indexProperty().set("by-customer");

    assertThat(query.consistentAllowedProperty().get()).isFalse();
    assertThat(query.check().orElseThrow().consistent()).isFalse();
    query.indexProperty().set("local");
    assertThat(query.check().orElseThrow().consistent()).isTrue();
  }

  @Test
  void aWrongLimitIsSaid() {
    query.limitProperty().set("0");
    assertThat(query.check()).isEmpty();
    assertThat(query.limitFlawProperty().get()).isNotNull();

    query.limitProperty().set("25");
    assertThat(query.check().orElseThrow().limit()).isEqualTo(25);
  }

  @Test
  void specificAttributesAreReadWithTheKeys() {
    query.allAttributesProperty().set(false);
    assertThat(query.check()).isEmpty();

    query.attributesProperty().set("Total, `a,b`");

    assertThat(query.check().orElseThrow().names().values())
        .contains("OrderID", "Number", "Total", "a,b");
  }

  @Test
  void resetClearsWhatIsTypedAndKeepsTheIndex() {
    query.indexProperty().set("local");
    queryFor("A");
    query.addFilter();
    query.limitProperty().set("x");

    query.reset();

    assertThat(query.indexProperty().get()).isEqualTo("local");
    assertThat(query.filters().parts()).isEmpty();
    assertThat(key(0).valueProperty().get()).isEmpty();
    assertThat(key(0).shownFlawProperty().get()).isNull();
  }
}
