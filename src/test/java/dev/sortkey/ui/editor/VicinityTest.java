package dev.sortkey.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.SyntaxDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import org.junit.jupiter.api.Test;

/// Lines out of sight are left blank while someone types; none of them is ever seen blank, whatever
/// is done right after a letter.
class VicinityTest {
  private static final int LINES = 400;

  private static Item item() {
    Object[] pairs = new Object[2 * LINES + 4];
    pairs[0] = "OrderID";
    pairs[1] = new Attr.S("1");
    pairs[2] = "CustomerID";
    pairs[3] = new Attr.S("2");
    for (int i = 0; i < LINES; i++) {
      pairs[2 * i + 4] = "field" + i;
      pairs[2 * i + 5] = new Attr.S("value " + i);
    }
    return new Item(Orders.map(pairs).fields());
  }

  private static CodeArea area() {
    return (CodeArea) Ui.find("#json");
  }

  private static void type(String letter) {
    Event.fireEvent(
        area(),
        new KeyEvent(
            KeyEvent.KEY_TYPED, letter, letter, KeyCode.UNDEFINED, false, false, false, false));
    layOut();
  }

  private static void press(KeyCode code) {
    Event.fireEvent(
        area(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }

  private static void layOut() {
    area().getScene().getRoot().applyCss();
    area().getScene().getRoot().layout();
  }

  /// All lines in sight have their words, and each word is there.
  private static void nothingIsBlank() {
    layOut();
    var bounds = area().localToScreen(area().getLayoutBounds());
    int first = firstInSight();
    int last = area().getTextPosition(bounds.getCenterX(), bounds.getMaxY() - 20).index();
    assertThat(last - first).as("lines in sight").isGreaterThan(8);
    for (int line = first; line <= last; line++) {
      String text = area().getModel().getPlainText(line);
      if (text.isBlank()) {
        continue;
      }
      String word = text.contains("\"") ? text.split("\"")[1] : text.strip();
      assertThat(Ui.shows(node -> node instanceof Text some && some.getText().contains(word)))
          .as("line %s: %s", line, text)
          .isTrue();
    }
  }

  private static int firstInSight() {
    var bounds = area().localToScreen(area().getLayoutBounds());
    return area().getTextPosition(bounds.getCenterX(), bounds.getMinY() + 12).index();
  }

  /// A letter in the middle, and something right after it, with no time between.
  private static void afterALetter(Consumer<CodeArea> then) {
    try (var window = new EditorWindow(Theme.LIGHT)) {
      window.show(item());
      Ui.run(() -> window.model.setMode(DraftViewModel.Mode.JSON));
      Ui.click(Ui.find("#json"));
      Ui.run(() -> area().select(TextPos.ofLeading(LINES / 2, 2)));
      Ui.pulse();
      Ui.run(() -> {
        nothingIsBlank();
        type(" ");
        nothingIsBlank();
        type(" ");
        nothingIsBlank();
        then.accept(area());
        nothingIsBlank();
      });
    }
  }

  @Test
  void theWheelFindsLines() {
    afterALetter(area -> {
      int before = firstInSight();
      for (int i = 0; i < 10; i++) {
        Event.fireEvent(area.lookup(".content"), wheel(area));
        layOut();
      }
      assertThat(firstInSight()).isGreaterThan(before + 5);
    });
  }

  private static ScrollEvent wheel(CodeArea area) {
    var none = ScrollEvent.HorizontalTextScrollUnits.NONE;
    var lines = ScrollEvent.VerticalTextScrollUnits.LINES;
    var pick = new PickResult(area, 300, 300);
    return new ScrollEvent(
        ScrollEvent.SCROLL,
        300,
        300,
        300,
        300,
        false,
        false,
        false,
        false,
        false,
        false,
        0,
        -120,
        0,
        -120,
        none,
        0,
        lines,
        -3,
        0,
        pick);
  }

  @Test
  void pageKeysFindLines() {
    afterALetter(_ -> press(KeyCode.PAGE_DOWN));
    afterALetter(_ -> press(KeyCode.PAGE_UP));
  }

  @Test
  void theScrollBarFindsLines() {
    afterALetter(area -> {
      var bar = (ScrollBar) area.lookup(".scroll-bar:vertical");
      Event.fireEvent(
          bar,
          new MouseEvent(
              MouseEvent.MOUSE_PRESSED,
              1,
              1,
              1,
              1,
              MouseButton.PRIMARY,
              1,
              false,
              false,
              false,
              false,
              true,
              false,
              false,
              true,
              false,
              false,
              null));
      bar.setValue(bar.getMax() * 0.9);
    });
  }

  @Test
  void aLargerWindowShowsLines() {
    afterALetter(area -> {
      double before = area.getHeight();
      var root = (Region) area.getScene().getRoot();
      root.resize(root.getWidth(), root.getHeight() + 150);
      layOut();
      assertThat(area.getHeight()).isGreaterThan(before);
    });
  }

  @Test
  void endsOfLinesMoveLinesIntoSight() {
    afterALetter(_ -> {
      for (int i = 0; i < 60; i++) {
        press(KeyCode.ENTER);
        nothingIsBlank();
      }
    });
  }

  @Test
  void theRestIsBuiltWhenTheTypingPauses() {
    try (var window = new EditorWindow(Theme.LIGHT)) {
      window.show(item());
      Ui.run(() -> window.model.setMode(DraftViewModel.Mode.JSON));
      Ui.click(Ui.find("#json"));
      Ui.pulse();
      // The first letter moves the window's bars, which builds the lines as well.
      for (int i = 0; i < 3; i++) {
        SyntaxDecorator[] before = new SyntaxDecorator[1];
        Ui.run(() -> {
          type(" ");
          before[0] = area().getSyntaxDecorator();
        });
        Ui.until("built anew", () -> area().getSyntaxDecorator() != before[0]);
      }
    }
  }

  @Test
  void aShortTextIsLeftAloneOnceItIsBuilt() {
    var area = Ui.onFx(JsonArea::new);
    var stage = Ui.show(new StackPane(area), Theme.LIGHT);
    var code = (CodeArea) Ui.find("#json");
    SyntaxDecorator[] before = new SyntaxDecorator[1];
    Ui.run(() -> {
      area.focus();
      type("1");
      before[0] = code.getSyntaxDecorator();
    });
    Ui.until("built anew", () -> code.getSyntaxDecorator() != before[0]);
    SyntaxDecorator built = Ui.onFx(code::getSyntaxDecorator);
    for (int i = 0; i < 60; i++) {
      Ui.pulse();
    }
    assertThat(Ui.onFx(code::getSyntaxDecorator)).isSameAs(built);
    Ui.hide(stage);
  }
}
