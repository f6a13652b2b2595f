package dev.sortkey.ui.editor;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Tip;
import java.util.List;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Moves an element of a list by dragging its handle; a line shows where it would come to stand.
final class RowDrag {
  private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");

  private final FormView form;
  private final Supplier<List<RowView>> inSight;
  private @Nullable DraftNode dragged;
  private @Nullable DraftNode beside;
  private @Nullable RowView held;
  private boolean behind;

  RowDrag(FormView form, ListView<?> list, Supplier<List<RowView>> inSight) {
    this.form = form;
    this.inSight = inSight;
    // at the list, which stays when rows come and go beneath the pointer
    list.addEventFilter(
        MouseEvent.MOUSE_DRAGGED,
        event -> {
          if (dragged != null) {
            aim(event.getSceneY());
            event.consume();
          }
        });
    list.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> drop());
    // a row that was scrolled away in the middle of it does not hear of the end
    list.addEventFilter(
        MouseEvent.MOUSE_MOVED,
        _ -> {
          if (dragged != null) {
            cancel();
          }
        });
  }

  /// The handle of a row.
  Node grip(RowView row) {
    var dots = new Region();
    dots.getStyleClass().add("sk-grip-dots");
    var grip = new StackPane(dots);
    grip.getStyleClass().add("sk-grip");
    grip.setAccessibleText(Messages.text("editor.row.drag"));
    Tooltip.install(grip, new Tip(Messages.text("editor.row.drag")));
    grip.setOnMousePressed(event -> {
      if (event.getButton() == MouseButton.PRIMARY && form.model().movable(row.draft())) {
        row.focusValue();
        row.hold(true);
        held = row;
        dragged = row.draft();
        beside = null;
        show();
        event.consume();
      }
    });
    return grip;
  }

  /// Lets go without moving anything; whether there was something to let go.
  boolean cancel() {
    boolean active = dragged != null;
    dragged = null;
    beside = null;
    if (held != null) {
      held.hold(false);
      held = null;
    }
    show();
    return active;
  }

  private void drop() {
    DraftNode node = dragged;
    DraftNode other = beside;
    boolean after = behind;
    cancel();
    if (node != null && other != null) {
      int to = other.index() + (after ? 1 : 0);
      form.moveTo(node, to > node.index() ? to - 1 : to);
    }
  }

  /// Finds the element of the same list at a height, and on which side of it.
  private void aim(double sceneY) {
    beside = null;
    for (RowView row : inSight.get()) {
      Bounds bounds = row.localToScene(row.getLayoutBounds());
      if (sceneY >= bounds.getMinY() && sceneY < bounds.getMaxY()) {
        DraftNode element = sibling(row.draft());
        if (element != null && element != dragged && !element.removed()) {
          beside = element;
          behind = element != row.draft() || sceneY > bounds.getCenterY();
        }
      }
    }
    show();
  }

  /// The element of the dragged one's list in which a node stands.
  private @Nullable DraftNode sibling(DraftNode node) {
    DraftNode here = node;
    while (here != null && dragged != null && here.parent() != dragged.parent()) {
      here = here.parent();
    }
    return here;
  }

  private void show() {
    RowView lowest = null;
    for (RowView row : inSight.get()) {
      row.pseudoClassStateChanged(DRAGGED, dragged != null && row.draft() == dragged);
      row.showDrop(beside == row.draft() && !behind, false);
      if (beside != null && behind && sibling(row.draft()) == beside) {
        lowest =
            lowest == null || row.getParent().getLayoutY() > lowest.getParent().getLayoutY()
                ? row
                : lowest;
      }
    }
    if (lowest != null) {
      lowest.showDrop(false, true);
    }
  }
}
