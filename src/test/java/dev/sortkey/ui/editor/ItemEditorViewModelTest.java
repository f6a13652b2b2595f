package dev.sortkey.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.WriteOutcome;
import dev.sortkey.core.edit.WriteReport;
import dev.sortkey.core.json.JsonForm;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Item;
import dev.sortkey.core.value.ItemSize;
import dev.sortkey.ui.editor.DraftViewModel.Mode;
import dev.sortkey.ui.editor.ItemEditorViewModel.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ItemEditorViewModelTest {
  private final Orders orders = new Orders(Orders.order());
  private final ItemEditorViewModel model = orders.editor();
  private final List<WriteReport> saved = new ArrayList<>();

  ItemEditorViewModelTest() {
    model.onSaved(saved::add);
  }

  @Test
  void theWholeItemIsReadAndShown() {
    model.open(Orders.TABLE.keyOf(Orders.order()));
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.EDITING);
    assertThat(model.draft().toItem()).isEqualTo(Orders.order());
    assertThat(model.sizeProperty().get()).isEqualTo(ItemSize.of(Orders.order()));
    assertThat(model.dirtyProperty().get()).isFalse();
  }

  @Test
  void anItemThatIsGoneSaysSo() {
    orders.items.clear();
    model.open(Orders.TABLE.keyOf(Orders.order()));
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.GONE);
  }

  @Test
  void savingShowsTheDiffFirstAndWritesAfterTheYes() {
    model.show(Orders.order());
    model.setText(node("Items[1].Quantity"), "3");
    model.review();
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.REVIEW);
    assertThat(orders.changes).isEmpty();
    assertThat(model.save().review().diff().changes())
        .singleElement()
        .satisfies(change -> {
          assertThat(change.path().toString()).isEqualTo("Items[1].Quantity");
          assertThat(change.before()).isEqualTo(new Attr.N("2"));
          assertThat(change.after()).isEqualTo(new Attr.N("3"));
        });
    model.confirm();
    assertThat(orders.items.values()).containsExactly(model.draft().toItem());
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.EDITING);
    assertThat(model.dirtyProperty().get()).isFalse();
    assertThat(saved).hasSize(1);
  }

  @Test
  void backFromTheDiffKeepsWhatWasTyped() {
    model.show(Orders.order());
    model.setText(node("OrderDate"), "x");
    model.review();
    model.back();
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.EDITING);
    assertThat(node("OrderDate").text()).isEqualTo("x");
    assertThat(orders.changes).isEmpty();
  }

  @Test
  void aFlawIsSaidInsteadOfSaved() {
    model.show(Orders.order());
    model.setText(node("TotalAmount"), "1x");
    model.review();
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.EDITING);
    assertThat(model.noticeProperty().get()).isNotNull();
    assertThat(model.flaws(node("TotalAmount"))).hasSize(1);
    assertThat(node("TotalAmount").text()).isEqualTo("1x");
  }

  @Test
  void whatIsMissingIsOnlySaidOnceThePersonWasThere() {
    model.create();
    assertThat(model.flaws(node("OrderID"))).isEmpty();
    model.touch(node("OrderID"));
    assertThat(model.flaws(node("OrderID"))).hasSize(1);
    assertThat(model.flaws(node("CustomerID"))).isEmpty();
    model.setText(node("OrderID"), "1");
    model.review();
    assertThat(model.flaws(node("CustomerID"))).hasSize(1);
  }

  @Test
  void anItemOf401KilobytesIsNotSaved() {
    model.show(Orders.order());
    DraftNode big = model.add(model.draft().root(), AttrType.S);
    model.rename(big, "Big");
    model.setText(big, "x".repeat(401 * 1024));
    assertThat(model.sizeProperty().get()).isGreaterThan(ItemSize.LIMIT);
    assertThat(model.canSaveProperty().get()).isFalse();
    assertThat(model.flawsProperty().get()).singleElement().matches(flaw -> flaw.node() == null);
    model.setText(big, "x");
    assertThat(model.canSaveProperty().get()).isTrue();
  }

  @Test
  void switchingTheViewLosesNothingThatIsHalfTyped() {
    model.show(Orders.order());
    model.setText(node("TotalAmount"), "12e");
    assertThat(model.setMode(Mode.JSON)).isTrue();
    assertThat(model.json().textProperty().get()).contains("12e");
    assertThat(model.setMode(Mode.FORM)).isTrue();
    assertThat(node("TotalAmount").text()).isEqualTo("12e");
  }

  @Test
  void whatJsonCannotHoldIsToBeMendedInTheFormFirst() {
    model.show(Orders.order());
    DraftNode twin = model.add(model.draft().root(), AttrType.S);
    model.rename(twin, "OrderDate");
    assertThat(model.setMode(Mode.JSON)).isFalse();
    assertThat(model.noticeProperty().get()).isNotNull();
    assertThat(model.draft().root().live()).contains(twin);
    assertThat(model.dirtyProperty().get()).isTrue();
  }

  @Test
  void malformedJsonStaysAndKeepsTheFormShut() {
    model.show(Orders.order());
    model.setMode(Mode.JSON);
    String broken = model.json().textProperty().get().replace("\"TotalAmount\"", "TotalAmount");
    model.typeJson(broken);
    assertThat(model.json().faultProperty().get().line()).isEqualTo(5);
    assertThat(model.setMode(Mode.FORM)).isFalse();
    model.setNotation(JsonForm.DYNAMO);
    model.review();
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.EDITING);
    assertThat(model.modeProperty().get()).isEqualTo(Mode.JSON);
    assertThat(model.json().textProperty().get()).isEqualTo(broken);
    assertThat(model.dirtyProperty().get()).isTrue();
    model.typeJson(broken.replace("TotalAmount", "\"TotalAmount\""));
    assertThat(model.dirtyProperty().get()).isFalse();
    assertThat(model.setMode(Mode.FORM)).isTrue();
  }

  @Test
  void jsonTextStaysAsTypedWhenTheFormChangedNothing() {
    model.show(Orders.order());
    model.setMode(Mode.JSON);
    String squeezed = model.json().textProperty().get().replace("\n", " ");
    model.typeJson(squeezed);
    model.setMode(Mode.FORM);
    model.setMode(Mode.JSON);
    assertThat(model.json().textProperty().get()).isEqualTo(squeezed);
    model.json().format();
    assertThat(model.json().textProperty().get()).contains("\n");
  }

  @Test
  void editsInJsonAreEditsOfTheItem() {
    model.show(Orders.order());
    model.setMode(Mode.JSON);
    model.setNotation(JsonForm.DYNAMO);
    model.typeJson(model.json().textProperty().get().replace("199.99", "200"));
    model.review();
    model.confirm();
    assertThat(orders.items.values().iterator().next().get("TotalAmount"))
        .isEqualTo(new Attr.N("200"));
    assertThat(model.modeProperty().get()).isEqualTo(Mode.JSON);
    assertThat(model.json().textProperty().get()).contains("\"200\"");
  }

  @Test
  void aNewItemIsInserted() {
    model.create();
    model.setText(node("OrderID"), "1002");
    model.setText(node("CustomerID"), "C1");
    model.review();
    assertThat(model.save().review().change()).isInstanceOf(Change.Insert.class);
    model.confirm();
    assertThat(orders.items).hasSize(2);
    assertThat(model.draft().isNew()).isFalse();
  }

  @Test
  void aKeyThatIsTakenIsSaidAndTheTypedStays() {
    model.create(Orders.order().with("OrderDate", new Attr.S("mine")));
    model.review();
    model.confirm();
    assertThat(model.takenProperty().get()).isEqualTo(Orders.order());
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.EDITING);
    assertThat(node("OrderDate").text()).isEqualTo("mine");
    model.openTaken();
    assertThat(model.leavingProperty().get()).isTrue();
    assertThat(node("OrderDate").text()).isEqualTo("mine");
    model.leave();
    assertThat(node("OrderDate").text()).isEqualTo("2024-12-22");
  }

  @Test
  void aConflictShowsThreeVersionsAndRebasesMine() {
    model.show(Orders.order());
    model.setText(node("OrderDate"), "mine");
    model.setText(node("Items[0].Quantity"), "9");
    Item theirs =
        Orders.order().with("OrderDate", new Attr.S("theirs")).with("Carrier", new Attr.S("DHL"));
    orders.items.put(Orders.TABLE.keyOf(theirs), theirs);
    model.review();
    model.confirm();
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.CONFLICT);
    assertThat(model.conflictProperty().get().merge().overlaps()).isEqualTo(1);
    model.keepMine();
    assertThat(node("OrderDate").text()).isEqualTo("mine");
    assertThat(node("Carrier").text()).isEqualTo("DHL");
    assertThat(node("Items[0].Quantity").text()).isEqualTo("9");
    assertThat(model.dirtyProperty().get()).isTrue();
    model.review();
    model.confirm();
    assertThat(orders.items.values()).containsExactly(model.draft().toItem());
    assertThat(saved).hasSize(1);
  }

  @Test
  void backFromAConflictKeepsMineAndTheirsCanBeTaken() {
    model.show(Orders.order());
    model.setText(node("OrderDate"), "mine");
    Item theirs = Orders.order().with("OrderDate", new Attr.S("theirs"));
    orders.items.put(Orders.TABLE.keyOf(theirs), theirs);
    model.review();
    model.confirm();
    model.back();
    assertThat(node("OrderDate").text()).isEqualTo("mine");
    model.review();
    model.confirm();
    model.takeTheirs();
    assertThat(node("OrderDate").text()).isEqualTo("theirs");
    assertThat(model.dirtyProperty().get()).isFalse();
  }

  @Test
  void anItemDeletedMeanwhileCanBeCreatedAnew() {
    model.show(Orders.order());
    model.setText(node("OrderDate"), "mine");
    orders.items.clear();
    model.review();
    model.confirm();
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.CONFLICT);
    assertThat(model.conflictProperty().get().theirs()).isNull();
    model.createAnew();
    model.review();
    assertThat(model.save().review().change()).isInstanceOf(Change.Insert.class);
    model.confirm();
    assertThat(orders.items.values())
        .containsExactly(Orders.order().with("OrderDate", new Attr.S("mine")));
  }

  @Test
  void aRefusalIsShownAndTheDiffStays() {
    orders.answer =
        new WriteOutcome.Rejected(Problem.of(Problem.Kind.ACCESS_DENIED, "No", "Not allowed"));
    model.show(Orders.order());
    model.setText(node("OrderDate"), "mine");
    model.review();
    model.confirm();
    assertThat(model.problemProperty().get().title()).isEqualTo("No");
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.REVIEW);
    model.back();
    assertThat(node("OrderDate").text()).isEqualTo("mine");
  }

  @Test
  void deletingShowsWhatGoes() {
    model.show(Orders.order());
    var closed = new ArrayList<String>();
    model.onClose(() -> closed.add("closed"));
    model.delete();
    assertThat(model.save().review().diff().changes()).hasSize(5).allMatch(c -> c.after() == null);
    model.confirm();
    assertThat(orders.items).isEmpty();
    assertThat(saved).hasSize(1);
    assertThat(closed).containsExactly("closed");
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.EMPTY);
  }

  @Test
  void aDeletionThatMeetsAChangeAsksAgain() {
    model.show(Orders.order());
    Item theirs = Orders.order().with("OrderDate", new Attr.S("theirs"));
    orders.items.put(Orders.TABLE.keyOf(theirs), theirs);
    model.delete();
    model.confirm();
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.CONFLICT);
    assertThat(orders.items).hasSize(1);
    model.deleteTheirs();
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.REVIEW);
    model.confirm();
    assertThat(orders.items).isEmpty();
  }

  @Test
  void leavingAsksOnlyWhenSomethingWouldBeLost() {
    var left = new ArrayList<String>();
    model.show(Orders.order());
    model.requestLeave(() -> left.add("clean"));
    assertThat(left).containsExactly("clean");
    model.setText(node("OrderDate"), "mine");
    model.requestLeave(() -> left.add("dirty"));
    assertThat(left).hasSize(1);
    model.stay();
    assertThat(node("OrderDate").text()).isEqualTo("mine");
    model.requestLeave(() -> left.add("dirty"));
    model.leave();
    assertThat(left).containsExactly("clean", "dirty");
  }

  @Test
  void revertTakesAllBack() {
    model.show(Orders.order());
    model.setText(node("OrderDate"), "mine");
    model.remove(node("Items"));
    model.revertAll();
    assertThat(model.draft().toItem()).isEqualTo(Orders.order());
    assertThat(model.dirtyProperty().get()).isFalse();
  }

  private DraftNode node(String path) {
    return model.draft().at(AttrPath.parse(path));
  }

  @Test
  void typedJsonIsReadBeforeAnythingAsksForIt() {
    model.show(Orders.order());
    model.setMode(DraftViewModel.Mode.JSON);
    String text = model.json().textProperty().get();
    var reads = new AtomicInteger();
    model.typing(() -> {
      reads.incrementAndGet();
      return text.replace("199.99", "200");
    });
    assertThat(reads).hasValue(0);
    assertThat(model.dirtyProperty().get()).isTrue();

    model.review();
    assertThat(reads).hasValue(1);
    assertThat(model.phaseProperty().get()).isEqualTo(ItemEditorViewModel.Phase.REVIEW);
    assertThat(model.draft().toItem().get("TotalAmount")).isEqualTo(new Attr.N("200"));

    model.back();
    model.typing(() -> text);
    var left = new AtomicInteger();
    model.requestLeave(left::incrementAndGet);
    assertThat(left).as("typed back to what it was").hasValue(1);

    model.typing(() -> text.replace("199.99", "201"));
    model.setMode(DraftViewModel.Mode.FORM);
    assertThat(model.draft().toItem().get("TotalAmount")).isEqualTo(new Attr.N("201"));
  }
}
