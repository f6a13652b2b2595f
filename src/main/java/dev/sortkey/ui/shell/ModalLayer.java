package dev.sortkey.ui.shell;

import atlantafx.base.controls.ModalPane;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/// Shows one thing over the window; until it is closed, the focus stays in it and then goes back to
/// where it was.
final class ModalLayer extends ModalPane {
  private @Nullable Node before;

  ModalLayer(Pos alignment, boolean persistent) {
    setFocusTraversable(false);
    setAlignment(alignment);
    setPersistent(persistent);
    setInTransitionFactory(null);
    setOutTransitionFactory(null);
    displayProperty()
        .addListener((_, _, shown) -> {
          if (!shown) {
            giveBack();
          }
        });
    sceneProperty()
        .addListener((_, _, scene) -> {
          if (scene != null) {
            scene.focusOwnerProperty().addListener((_, _, owner) -> keep(owner));
          }
        });
  }

  void open(Node content) {
    if (!isDisplay()) {
      before = getScene().getFocusOwner();
    }
    show(content);
    applyCss();
    layout();
    focusIn(content);
  }

  void close() {
    hide(true);
    setContent(null);
  }

  private void giveBack() {
    Node back = before;
    before = null;
    if (back != null && back.getScene() != null) {
      back.requestFocus();
    }
  }

  private void keep(@Nullable Node owner) {
    Node content = getContent();
    if (isDisplay() && content != null && owner != null && !within(owner, content)) {
      focusIn(content);
    }
  }

  private static boolean within(Node node, Node ancestor) {
    for (Node here = node; here != null; here = here.getParent()) {
      if (here == ancestor) {
        return true;
      }
    }
    return false;
  }

  private static void focusIn(Node content) {
    Node best = first(content, true);
    if (best == null) {
      best = first(content, false);
    }
    if (best != null) {
      best.requestFocus();
    }
  }

  /// A field to type into if there is one, else whatever takes the focus.
  private static @Nullable Node first(Node node, boolean field) {
    if (!node.isVisible() || node.isDisabled()) {
      return null;
    }
    if (node.isFocusTraversable()
        && (field ? node instanceof TextInputControl : node instanceof Button)) {
      return node;
    }
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        Node found = first(child, field);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
