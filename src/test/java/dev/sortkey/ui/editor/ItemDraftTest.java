package dev.sortkey.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.Item;
import java.util.List;
import org.junit.jupiter.api.Test;

class ItemDraftTest {
  private final ItemDraft draft = ItemDraft.edit(Orders.TABLE, Orders.order());

  @Test
  void anUntouchedDraftIsTheOriginal() {
    assertThat(draft.toItem()).isEqualTo(Orders.order());
    assertThat(draft.changed()).isFalse();
    assertThat(draft.flaws()).isEmpty();
  }

  @Test
  void theKeyIsGuarded() {
    DraftNode key = node("OrderID");
    draft.setText(key, "other");
    draft.rename(key, "other");
    draft.retype(key, AttrType.N);
    draft.remove(key);
    assertThat(draft.toItem()).isEqualTo(Orders.order());
  }

  @Test
  void theKeysValueCanBeTypedInANewItem() {
    ItemDraft fresh = ItemDraft.create(Orders.TABLE);
    DraftNode key = fresh.root().children().getFirst();
    fresh.setText(key, "1002");
    fresh.rename(key, "other");
    assertThat(fresh.toItem().get("OrderID")).isEqualTo(new Attr.S("1002"));
    assertThat(fresh.flaws()).extracting(flaw -> flaw.node().name()).containsExactly("CustomerID");
  }

  @Test
  void halfTypedTextStandsAndIsAFlaw() {
    DraftNode amount = node("TotalAmount");
    draft.setText(amount, "12e");
    assertThat(amount.text()).isEqualTo("12e");
    assertThat(draft.flaws()).singleElement().extracting(DraftFlaw::node).isEqualTo(amount);
  }

  @Test
  void aNumberOf39DigitsIsAFlawOfItsRow() {
    draft.setText(node("TotalAmount"), "1".repeat(39));
    assertThat(draft.flaws())
        .singleElement()
        .extracting(DraftFlaw::node)
        .isEqualTo(node("TotalAmount"));
    assertThat(draft.toItem().get("TotalAmount")).isEqualTo(new Attr.N("1".repeat(39)));
  }

  @Test
  void numbersKeepTheDigitsAsTyped() {
    draft.setText(node("TotalAmount"), " 3.1400 ");
    assertThat(draft.toItem().get("TotalAmount")).isEqualTo(new Attr.N("3.1400"));
  }

  @Test
  void theSameNumberWrittenOtherwiseIsNoChange() {
    draft.setText(node("TotalAmount"), "199.990");
    assertThat(draft.changed()).isFalse();
  }

  @Test
  void twoFieldsOfOneNameAndAnEmptyNameAreFlaws() {
    DraftNode twin = draft.add(draft.root(), AttrType.S);
    assertThat(draft.flaws()).singleElement().matches(DraftFlaw::name);
    draft.rename(twin, "OrderDate");
    assertThat(draft.flaws()).singleElement().matches(DraftFlaw::beyondJson);
    draft.rename(twin, "Other");
    assertThat(draft.flaws()).isEmpty();
  }

  @Test
  void anEmptySetAndADuplicateInASetAreFlaws() {
    DraftNode set = draft.add(draft.root(), AttrType.SS);
    draft.rename(set, "Tags");
    assertThat(draft.flaws()).singleElement().extracting(DraftFlaw::node).isEqualTo(set);
    draft.setText(draft.add(set, AttrType.S), "a");
    DraftNode second = draft.add(set, AttrType.S);
    draft.setText(second, "a");
    assertThat(draft.flaws()).singleElement().extracting(DraftFlaw::node).isEqualTo(second);
    draft.setText(second, "b");
    assertThat(draft.flaws()).isEmpty();
    assertThat(draft.toItem().get("Tags")).isEqualTo(Attr.SS.of(List.of("a", "b")));
  }

  @Test
  void numbersOfOneValueAreDuplicatesInASet() {
    DraftNode set = draft.add(draft.root(), AttrType.NS);
    draft.rename(set, "Sizes");
    draft.setText(draft.add(set, AttrType.N), "1");
    DraftNode second = draft.add(set, AttrType.N);
    draft.setText(second, "1.0");
    assertThat(draft.flaws()).singleElement().extracting(DraftFlaw::node).isEqualTo(second);
  }

  @Test
  void binaryThatIsNoBase64IsAFlaw() {
    DraftNode binary = draft.add(draft.root(), AttrType.B);
    draft.rename(binary, "Blob");
    draft.setText(binary, "AQI*");
    assertThat(draft.flaws()).singleElement().extracting(DraftFlaw::node).isEqualTo(binary);
    draft.setText(binary, "AQI=");
    assertThat(draft.toItem().get("Blob")).isEqualTo(new Attr.B(Bytes.of((byte) 1, (byte) 2)));
  }

  @Test
  void thirtyThreeLevelsAreAFlaw() {
    DraftNode here = draft.add(draft.root(), AttrType.M);
    draft.rename(here, "deep");
    for (int level = 1; level < 31; level++) {
      here = draft.add(here, AttrType.M);
      draft.rename(here, "deep");
    }
    assertThat(draft.flaws()).isEmpty();
    DraftNode last = draft.add(here, AttrType.M);
    draft.rename(last, "deep");
    assertThat(draft.flaws()).singleElement().extracting(DraftFlaw::node).isEqualTo(last);
  }

  @Test
  void removedNodesStayAsGhostsAndComeBack() {
    DraftNode product = node("Items[0]");
    draft.remove(product);
    assertThat(product.mark()).isEqualTo(DraftNode.Mark.REMOVED);
    assertThat(((Attr.L) draft.toItem().get("Items")).elements()).hasSize(1);
    assertThat(draft.path(node("Items[0].ProductID")).toString()).isEqualTo("Items[0].ProductID");
    assertThat(node("Items[0].ProductID").text()).isEqualTo("P-205");
    draft.revert(product);
    assertThat(draft.toItem()).isEqualTo(Orders.order());
    assertThat(draft.changed()).isFalse();
  }

  @Test
  void removedNodesThatWereNeverSavedVanish() {
    DraftNode added = draft.add(node("Items[0]"), AttrType.S);
    draft.remove(added);
    assertThat(node("Items[0]").children()).doesNotContain(added);
    assertThat(draft.changed()).isFalse();
  }

  @Test
  void oneNodeIsTakenBackByItself() {
    draft.setText(node("OrderDate"), "2025-01-01");
    draft.rename(node("TotalAmount"), "Total");
    draft.revert(node("OrderDate"));
    assertThat(draft.toItem().get("OrderDate")).isEqualTo(new Attr.S("2024-12-22"));
    assertThat(draft.toItem().get("Total")).isEqualTo(new Attr.N("199.99"));
    assertThat(node("Total").mark()).isEqualTo(DraftNode.Mark.EDITED);
  }

  @Test
  void aWholeItemTakenOnKnowsItsOriginals() {
    Item edited = Orders.order().with("OrderDate", new Attr.S("x")).without("TotalAmount");
    draft.replace(new Attr.M(edited.with("New", new Attr.Null()).attributes()));
    assertThat(node("OrderDate").mark()).isEqualTo(DraftNode.Mark.EDITED);
    assertThat(node("TotalAmount").mark()).isEqualTo(DraftNode.Mark.REMOVED);
    assertThat(node("New").mark()).isEqualTo(DraftNode.Mark.ADDED);
    assertThat(draft.toItem()).isEqualTo(edited.with("New", new Attr.Null()));
    draft.revert(node("TotalAmount"));
    assertThat(draft.toItem().get("TotalAmount")).isEqualTo(new Attr.N("199.99"));
  }

  @Test
  void anotherKeyInJsonIsAFlawOfAnExistingItem() {
    draft.replace(new Attr.M(Orders.order().with("OrderID", new Attr.S("2000")).attributes()));
    assertThat(draft.flaws())
        .singleElement()
        .extracting(DraftFlaw::node)
        .isEqualTo(node("OrderID"));
    draft.revert(node("OrderID"));
    assertThat(draft.flaws()).isEmpty();
  }

  private DraftNode node(String path) {
    return draft.at(AttrPath.parse(path));
  }
}
