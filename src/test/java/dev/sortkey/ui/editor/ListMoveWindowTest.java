package dev.sortkey.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.value.Attr;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Elements of a list are put in another order by mouse and by keyboard.
class ListMoveWindowTest {
  private EditorWindow window;

  @BeforeEach
  void open() {
    window = new EditorWindow(Theme.LIGHT);
    window.show(
        Orders.order()
            .with("L", new Attr.L(List.of(new Attr.S("a"), new Attr.S("b"), new Attr.S("c")))));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void anElementIsDraggedByItsHandle() {
    press(window.in("L[2]", ".sk-grip"));
    drag(window.row("L[0]"), -8);
    release();
    assertThat(list()).containsExactly("c", "a", "b");
    Ui.sees("was at 2");
    press(window.in("L[0]", ".sk-grip"));
    drag(window.row("L[1]"), 6);
    release();
    assertThat(list()).containsExactly("a", "c", "b");
  }

  @Test
  void escapeLetsGoAndNothingMoves() {
    press(window.in("L[2]", ".sk-grip"));
    drag(window.row("L[0]"), -8);
    Ui.find("the line", node -> node.getPseudoClassStates().toString().contains("drop-above"));
    Ui.press(KeyCode.ESCAPE);
    release();
    assertThat(list()).containsExactly("a", "b", "c");
  }

  @Test
  void anElementMovesByKeyboardAndComesBackByIt() {
    Ui.click(window.in("L[1]", ".sk-value-field"));
    Ui.press(KeyCode.ALT, KeyCode.UP);
    assertThat(list()).containsExactly("b", "a", "c");
    Ui.press(KeyCode.ALT, KeyCode.DOWN);
    Ui.press(KeyCode.ALT, KeyCode.DOWN);
    assertThat(list()).as("the focus went along").containsExactly("a", "c", "b");
    Ui.press(KeyCode.CONTROL, KeyCode.Z);
    assertThat(list()).containsExactly("a", "b", "c");
    Ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    assertThat(list()).containsExactly("a", "c", "b");
  }

  @Test
  void aFieldTakesBackItsOwnTypingFirst() {
    Ui.click(window.in("L[1]", ".sk-value-field"));
    Ui.press(KeyCode.ALT, KeyCode.UP);
    Ui.type("x");
    assertThat(list()).containsExactly("bx", "a", "c");
    Ui.press(KeyCode.CONTROL, KeyCode.Z);
    assertThat(list()).containsExactly("b", "a", "c");
    Ui.press(KeyCode.CONTROL, KeyCode.Z);
    assertThat(list()).containsExactly("a", "b", "c");
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void theLineShowsWhereItWouldStand(Theme theme) {
    window.close();
    window = new EditorWindow(theme);
    window.show(Orders.order());
    press(window.in("Items[1]", ".sk-grip"));
    window.picture("grip");
    drag(window.row("Items[0]"), -8);
    window.picture("drag");
    release();
    assertThat(window.item()).isNotEqualTo(Orders.order());
    window.picture("moved");
  }

  private List<String> list() {
    return Ui.onFx(() -> window.node("L").live().stream().map(DraftNode::text).toList());
  }

  private static void press(Node grip) {
    Ui.move(grip);
    Ui.run(() -> Ui.robot().mousePress(MouseButton.PRIMARY));
    Ui.pulse();
    Ui.move(grip);
  }

  private static void drag(Node to, double down) {
    Point2D at =
        Ui.onFx(() -> {
          var bounds = to.localToScreen(to.getBoundsInLocal());
          return new Point2D(bounds.getCenterX(), bounds.getCenterY() + down);
        });
    for (int step = 9; step >= 0; step -= 3) {
      double back = step;
      Ui.run(() -> Ui.robot().mouseMove(at.getX() + back, at.getY() + back));
      Ui.pulse();
    }
    Ui.pulse();
  }

  private static void release() {
    Ui.run(() -> Ui.robot().mouseRelease(MouseButton.PRIMARY));
    Ui.pulse();
  }
}
