package dev.sortkey.ui.rows;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A card over the panel beside the cell that it is about. It is part of the window, since input
/// methods do not reach a popup; while it is open the panel beneath takes neither mouse nor keys.
public final class Popover {
  private static final double GAP = 4;
  private static final double MARGIN = 8;

  /// With less room than that a card covers its cell rather than become smaller.
  private static final double LEAST = 220;

  private final Layer layer = new Layer();
  private final StackPane root = new StackPane();
  private @Nullable Region card;
  private @Nullable Node under;
  private @Nullable Bounds anchor;
  private @Nullable Node focused;
  private Runnable outside = () -> {};

  public Popover() {
    layer.setPickOnBounds(true);
    layer.setVisible(false);
    layer.addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (event.getTarget() == layer) {
            outside.run();
          }
          event.consume();
        });
    layer.addEventHandler(ScrollEvent.SCROLL, ScrollEvent::consume);
    ChangeListener<Node> follow = (_, _, now) -> keepFocus(now);
    root.sceneProperty()
        .addListener((_, before, now) -> {
          if (before != null) {
            before.focusOwnerProperty().removeListener(follow);
          }
          if (now != null) {
            now.focusOwnerProperty().addListener(follow);
          }
        });
  }

  public StackPane over(Node panel) {
    under = panel;
    root.getChildren().setAll(panel, layer);
    return root;
  }

  public boolean isShowing() {
    return layer.isVisible();
  }

  /// @param beside where the cell is on the screen
  /// @param elsewhere a click beside the card
  void show(Region shown, Bounds beside, Runnable elsewhere) {
    outside = elsewhere;
    card = shown;
    anchor = layer.screenToLocal(beside);
    layer.setVisible(true);
    layer.getChildren().setAll(guard(shown, false), shown, guard(shown, true));
    layer.applyCss();
    layer.layout();
  }

  void hide() {
    card = null;
    focused = null;
    layer.setVisible(false);
    layer.getChildren().clear();
  }

  /// Sends the focus around when it comes to an end of the card.
  private static Node guard(Region card, boolean behind) {
    var guard = new Region();
    guard.setManaged(false);
    guard.setFocusTraversable(true);
    guard
        .focusedProperty()
        .subscribe(focused -> {
          if (focused) {
            goTo(card, behind);
          }
        });
    return guard;
  }

  private static void goTo(Region card, boolean first) {
    List<Node> stops = new ArrayList<>();
    stops(card, stops);
    if (!stops.isEmpty()) {
      (first ? stops.getFirst() : stops.getLast()).requestFocus();
    }
  }

  private static void stops(Node node, List<Node> into) {
    if (!node.isVisible() || node.isDisabled()) {
      return;
    }
    if (node.isFocusTraversable()) {
      into.add(node);
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> stops(child, into));
    }
  }

  /// The focus does not go beneath the card; elsewhere in the window it may.
  private void keepFocus(@Nullable Node now) {
    Region shown = card;
    if (shown == null || now == null) {
      return;
    }
    if (within(now, shown)) {
      focused = now;
    } else if (under != null && within(now, under)) {
      if (focused != null && within(focused, shown)) {
        focused.requestFocus();
      } else {
        goTo(shown, true);
      }
    }
  }

  private static boolean within(Node node, Node parent) {
    Node here = node;
    while (here != null && here != parent) {
      here = here.getParent();
    }
    return here != null;
  }

  private final class Layer extends Pane {
    @Override
    protected void layoutChildren() {
      Region shown = card;
      Bounds cell = anchor;
      if (shown == null || cell == null) {
        return;
      }
      double width = Math.min(shown.prefWidth(-1), getWidth() - 2 * MARGIN);
      double height = Math.min(shown.prefHeight(width), getHeight() - 2 * MARGIN);
      double left = Math.max(MARGIN, Math.min(cell.getMinX(), getWidth() - width - MARGIN));
      double below = getHeight() - MARGIN - cell.getMaxY() - GAP;
      double above = cell.getMinY() - GAP - MARGIN;
      double top;
      if (height <= below || below >= above && below >= LEAST) {
        height = Math.min(height, below);
        top = cell.getMaxY() + GAP;
      } else if (height <= above || above >= LEAST) {
        height = Math.min(height, above);
        top = cell.getMinY() - GAP - height;
      } else {
        top = getHeight() - MARGIN - height;
      }
      shown.resizeRelocate(left, top, width, height);
    }
  }
}
