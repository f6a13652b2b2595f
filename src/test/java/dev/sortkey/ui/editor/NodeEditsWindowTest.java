package dev.sortkey.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pasting and other types, as a person meets them, with pictures.
class NodeEditsWindowTest {
  private static final Item ITEM =
      Orders.order().with("Tags", new Attr.L(List.of(new Attr.S("b"), new Attr.S("a"))));

  @ParameterizedTest
  @EnumSource(Theme.class)
  void jsonIsPastedOnARow(Theme theme) {
    try (var window = new EditorWindow(theme)) {
      window.show(ITEM);
      copy("{\"M\": {\"a\": {\"N\": \"1\"}}}");
      Ui.click(window.in("Items[1]", ".sk-chevron"));
      Ui.press(KeyCode.CONTROL, KeyCode.V);
      assertThat(window.node("Items[1].a").text()).isEqualTo("1");
      copy("[1, 2");
      Ui.click(window.in("Tags", ".sk-chevron"));
      Item before = window.item();
      Ui.press(KeyCode.CONTROL, KeyCode.V);
      Ui.sees("of the clipboard");
      assertThat(window.item()).isEqualTo(before);
      window.picture("paste-fault");
      Ui.press(KeyCode.ENTER);
      assertThat(Ui.showsText("of the clipboard")).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void aFieldKeepsItsOwnPasteAndTheMenuPastesJson(Theme theme) {
    try (var window = new EditorWindow(theme)) {
      window.show(ITEM);
      copy("[1]");
      Ui.click(window.in("OrderDate", ".sk-value-field"));
      Ui.press(KeyCode.CONTROL, KeyCode.A);
      Ui.press(KeyCode.CONTROL, KeyCode.V);
      assertThat(window.item().get("OrderDate")).isEqualTo(new Attr.S("[1]"));
      Ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
      assertThat(window.item().get("OrderDate")).isEqualTo(new Attr.L(List.of(new Attr.N("1"))));
      Ui.click(window.row("Tags"), MouseButton.SECONDARY, 1);
      window.picture("row-menu");
      Ui.click(Ui.text("Paste JSON inside"));
      assertThat(window.node("Tags[2][0]").text()).isEqualTo("1");
    }
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void theRowSaysWhatWouldBeLostAndAsks(Theme theme) {
    try (var window = new EditorWindow(theme)) {
      window.show(ITEM);
      Ui.click(Ui.find("#type-of-Tags"));
      Ui.click(Ui.text("String set"));
      Ui.sees("A set has no order");
      window.picture("ask");
      Ui.press(KeyCode.ENTER);
      assertThat(window.item()).as("Enter is the safe answer").isEqualTo(ITEM);
      Ui.click(Ui.find("#type-of-Tags"));
      Ui.click(Ui.text("String set"));
      Ui.click(Ui.find("#row-agree"));
      assertThat(window.item().get("Tags")).isEqualTo(Attr.SS.of(List.of("a", "b")));
      Ui.press(KeyCode.CONTROL, KeyCode.Z);
      assertThat(window.item()).isEqualTo(ITEM);
    }
  }

  private static void copy(String text) {
    Ui.run(() -> {
      var content = new ClipboardContent();
      content.putString(text);
      Clipboard.getSystemClipboard().setContent(content);
    });
  }
}
