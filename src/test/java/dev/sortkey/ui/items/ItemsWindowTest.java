package dev.sortkey.ui.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.codegen.CodeSubject;
import dev.sortkey.core.edit.Change;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.value.Attr;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.kit.grid.DataGrid;
import dev.sortkey.ui.workbench.Destination;
import java.util.Objects;
import javafx.event.Event;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// The panel as a person uses it, on DynamoDB Local; faults come from a session of our own.
class ItemsWindowTest {
  private static void waitForCount(String text) {
    Ui.until(
        text,
        () ->
            Ui.shows(node ->
                node instanceof Label label
                    && "count".equals(label.getId())
                    && text.equals(label.getText())));
  }

  private static DataGrid grid() {
    return (DataGrid) Ui.find("#grid");
  }

  private static int column(String name) {
    return Ui.onFx(() -> grid().columns().stream().map(c -> c.name()).toList().indexOf(name));
  }

  private static void focusCell(int row, String column) {
    int at = column(column);
    Ui.run(() -> grid().focusCell(row, at));
    Ui.run(() -> grid().requestFocus());
  }

  private static String clipboard() {
    return Ui.onFx(() -> Clipboard.getSystemClipboard().getString());
  }

  private static void chooseOperator(String key, String operator) {
    Ui.click(Ui.find("#operator-" + key));
    Ui.click(Ui.text(operator));
  }

  @Test
  void aKeyTypedAndEnterBringsTheItem() {
    try (var window = new Window(Window.sandbox(), "CustomerOrders", Theme.LIGHT)) {
      waitForCount("300 items");
      Ui.click(Ui.text("Query"));
      Ui.fill(Ui.find("#key-OrderID"), "1001");
      Ui.press(KeyCode.ENTER);
      waitForCount("1 item");

      focusCell(0, "TotalAmount");
      Ui.press(KeyCode.CONTROL, KeyCode.C);
      assertThat(clipboard()).isEqualTo("199.99");
      Ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
      Ui.until("both toasts", () -> window.toasts.size() == 2);
      assertThat(clipboard()).contains("\"OrderID\": \"1001\"").contains("\"P-205\"");
      assertThat(window.toasts).hasSize(2);
    }
  }

  @Test
  void sortKeyOperatorsAndFiltersNarrowTheQuery() {
    try (var _ = new Window(Window.sandbox(), "CustomerOrders", Theme.LIGHT)) {
      waitForCount("300 items");
      Ui.click(Ui.text("Query"));
      Ui.fill(Ui.find("#key-OrderID"), "1001");
      Ui.fill(Ui.find("#key-CustomerID"), "C9");
      chooseOperator("CustomerID", Operator.BEGINS_WITH.text());
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      waitForCount("0 items");
      Ui.fill(Ui.find("#key-CustomerID"), "C1");
      Ui.press(KeyCode.ENTER);
      waitForCount("1 item");

      Ui.click(Ui.find("#add-filter"));
      Ui.type("Items[0].ProductID");
      Ui.press(KeyCode.TAB);
      Ui.press(KeyCode.TAB);
      Ui.press(KeyCode.TAB);
      Ui.type("P-999");
      Ui.press(KeyCode.ENTER);
      waitForCount("0 items");
      Ui.press(KeyCode.CONTROL, KeyCode.A);
      Ui.type("P-100");
      Ui.press(KeyCode.ENTER);
      waitForCount("1 item");
    }
  }

  @Test
  void anItemOpensBesideTheGridByEnter() {
    try (var window = new Window(Window.sandbox(), "CustomerOrders", Theme.LIGHT)) {
      waitForCount("300 items");
      focusCell(2, "OrderID");
      Ui.press(KeyCode.ENTER);
      Ui.until("the item", () -> Ui.showsText("400 KB"));
      assertThat(window.panel.unsaved().getValue()).isFalse();
      Ui.click(Ui.find("#editor-close"));
      Ui.until("closed", () -> !Ui.showsText("400 KB"));
    }
  }

  @Test
  void aRowIsShownAsCodeAndWhatIsStagedForItAsItsWrite() {
    try (var window = new Window(Window.sandbox(), "CustomerOrders", Theme.LIGHT)) {
      waitForCount("300 items");
      focusCell(0, "OrderID");
      menu();
      Ui.click(Ui.text("Show item as code"));
      Ui.until("the code", () -> window.opened.size() == 1);
      CodeSubject.OneItem row = subject(window);
      assertThat(row.whole()).isTrue();
      assertThat(row.change()).isNull();

      focusCell(0, "OrderID");
      Ui.press(KeyCode.DELETE);
      menu();
      Ui.click(Ui.text("Show item as code"));
      Ui.until("the code", () -> window.opened.size() == 2);
      assertThat(subject(window).change()).isEqualTo(new Change.Delete(row.item()));
    }
  }

  private static void menu() {
    Ui.run(() ->
        Event.fireEvent(
            grid(),
            new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 0, 0, true, null)));
  }

  private static CodeSubject.OneItem subject(Window window) {
    var code = (Destination.Code) window.opened.getLast();
    return (CodeSubject.OneItem) Objects.requireNonNull(code.subject());
  }

  @Test
  void aSelectiveReadPausesAndGoesOn() {
    var session = new Fakes(Environment.SANDBOX).with(50_000);
    session.matching = 20_000;
    try (var _ = new Window(session, "Orders", Theme.LIGHT)) {
      Ui.until("the pause", () -> Ui.showsText("Read 40,000 items, matched 2."));
      Ui.click(Ui.find("#go-on"));
      waitForCount("3 items");
      assertThat(Ui.showsText("matched 2.")).isFalse();
    }
  }

  @Test
  void aFailureKeepsWhatIsTypedAndIsTriedAgain() {
    var session = new Fakes(Environment.SANDBOX).with(10);
    try (var _ = new Window(session, "Orders", Theme.LIGHT)) {
      waitForCount("10 items");
      Ui.click(Ui.text("Query"));
      Ui.fill(Ui.find("#key-OrderID"), "A");
      session.failure =
          Problem.of(Problem.Kind.NETWORK, "No answer.", "Try again.", Problem.Remedy.RETRY);
      Ui.press(KeyCode.ENTER);
      Ui.until("the banner", () -> Ui.showsText("No answer."));
      assertThat(((TextField) Ui.find("#key-OrderID")).getText()).isEqualTo("A");
      Ui.sees("10 items");

      session.failure = null;
      Ui.click(Ui.text("Try again"));
      Ui.until("no banner", () -> !Ui.showsText("No answer."));
    }
  }

  @Test
  void rowsAreDeletedAfterTheirKeysWereShown() {
    var session = new Fakes(Environment.SANDBOX).with(10);
    try (var window = new Window(session, "Orders", Theme.LIGHT)) {
      waitForCount("10 items");
      focusCell(4, "OrderID");
      Ui.press(KeyCode.SHIFT, KeyCode.DELETE);
      Ui.until("the key", () -> Ui.showsText("A / 4"));
      assertThat(session.changes).isEmpty();
      Ui.click(Ui.find("#confirm-delete"));
      Ui.until("said", () -> window.toasts.contains("Deleted 1 item"));
      focusCell(4, "Number");
      Ui.press(KeyCode.CONTROL, KeyCode.C);
      assertThat(clipboard()).isEqualTo(((Attr.N) Fakes.order(5).get("Number")).digits());
    }
  }

  @Test
  void aNumberThatIsNoneIsSaidAtItsField() {
    var session = new Fakes(Environment.SANDBOX).with(10);
    try (var _ = new Window(session, "Orders", Theme.LIGHT)) {
      waitForCount("10 items");
      Ui.click(Ui.text("Query"));
      Ui.fill(Ui.find("#key-Number"), "12x");
      assertThat(Ui.find(".sk-condition .sk-error-text")).isNotNull();
      Ui.click(Ui.find("#run"));
      Ui.until(
          "the focus in the first wrong field",
          () -> Ui.shows(node -> "key-OrderID".equals(node.getId()) && node.isFocused()));
      assertThat(session.plans).hasSize(1);
    }
  }
}
