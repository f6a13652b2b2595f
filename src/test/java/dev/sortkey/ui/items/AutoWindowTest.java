package dev.sortkey.ui.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Asking in conditions, as a person does it, on DynamoDB Local.
class AutoWindowTest {
  private static void waitForCount(String text) {
    Ui.until(
        text,
        () ->
            Ui.shows(node ->
                node instanceof Label label
                    && "count".equals(label.getId())
                    && text.equals(label.getText())));
  }

  private static void condition(String name, String value) {
    Ui.click(Ui.find("#add-filter"));
    Ui.type(name);
    Ui.press(KeyCode.ENTER);
    Ui.type(value);
  }

  @Test
  void conditionsFindTheIndexAndSayWhatItCostsBeforeAndAfter() {
    try (var _ = new Window(Window.sandbox(), "CustomerOrders", Theme.LIGHT)) {
      waitForCount("300 items");
      condition("OrderID", "1001");
      Ui.until("the collection", () -> Ui.showsText("OrderID is given"));
      condition("CustomerID", "C123");
      Ui.until("the item", () -> Ui.showsText("the whole key is given"));
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      waitForCount("1 item");
      Ui.sees("0.5 RCU");
      Ui.sees("estimated 0.5");
    }
  }

  @Test
  void anotherWayIsTakenFromTheListAndAReadThatCostsMuchAsksFirst() {
    try (var _ = new Window(Window.sandbox(), "CustomerOrders", Theme.LIGHT)) {
      waitForCount("300 items");
      condition("CustomerID", "C123");
      Ui.until("the index", () -> Ui.showsText("CustomerID-OrderDate-index"));
      Ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W);
      Ui.until("the ways", () -> Ui.showsText("Ways to read this"));
      Ui.sees("No condition names OrderID.");
      Ui.press(KeyCode.DOWN);
      Ui.press(KeyCode.ENTER);
      Ui.until("the scan", () -> Ui.showsText("Take the best way"));

      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      Ui.until("the question", () -> Ui.showsText("more than the 100 from which you are asked"));
      Ui.press(KeyCode.ESCAPE);
      Ui.until("no question", () -> !Ui.showsText("from which you are asked"));
      waitForCount("300 items");

      Ui.click(Ui.find("#best-way"));
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      Ui.until("the index's rows", () -> !Ui.showsText("300 items"));
    }
  }

  @Test
  void whatIsSentIsShownAndCopied() {
    try (var _ = new Window(Window.sandbox(), "CustomerOrders", Theme.LIGHT)) {
      waitForCount("300 items");
      condition("CustomerID", "C123");
      Ui.until("the index", () -> Ui.showsText("CustomerID-OrderDate-index"));
      Ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.J);
      Ui.until("the request", () -> Ui.shows(node -> node instanceof TextArea));
      Ui.click(Ui.find("#sent-copy"));
      assertThat(Ui.onFx(() -> Clipboard.getSystemClipboard().getString()))
          .startsWith("Query\n{")
          .contains("\"IndexName\": \"CustomerID-OrderDate-index\"")
          .contains("\":v0\": {\"S\": \"C123\"}");
    }
  }

  @Test
  void timesInWordsBecomeValuesOfTheAttributesOwnForm() {
    try (var _ = new Window(Window.sandbox(), "CustomerOrders", Theme.LIGHT)) {
      waitForCount("300 items");
      condition("OrderDate", "2024-12");
      Ui.until("the month", () -> Ui.showsText("2024-12-01 to 2024-12-31"));
      Ui.press(KeyCode.ENTER);
      Ui.until("a range", () -> Ui.showsText("between"));
      assertThat(
              Ui.shows(
                  node -> node instanceof TextField field && field.getText().equals("2024-12-31")))
          .isTrue();
    }
  }
}
