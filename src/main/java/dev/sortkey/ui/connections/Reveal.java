package dev.sortkey.ui.connections;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/// Scrolls so that what has the focus can be seen.
final class Reveal {
  private static final double MARGIN = 24;

  private Reveal() {}

  static void focused(ScrollPane scroll) {
    scroll
        .sceneProperty()
        .flatMap(scene -> scene.focusOwnerProperty())
        .subscribe(owner -> {
          if (owner != null && inside(owner, scroll.getContent())) {
            show(scroll, owner);
          }
        });
  }

  private static void show(ScrollPane scroll, Node node) {
    Node content = scroll.getContent();
    Bounds wanted = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
    double height = content.getBoundsInLocal().getHeight();
    double window = scroll.getViewportBounds().getHeight();
    double room = height - window;
    if (room <= 0) {
      return;
    }
    double top = scroll.getVvalue() * room;
    if (wanted.getMinY() - MARGIN < top) {
      scroll.setVvalue(Math.max(0, (wanted.getMinY() - MARGIN) / room));
    } else if (wanted.getMaxY() + MARGIN > top + window) {
      scroll.setVvalue(Math.min(1, (wanted.getMaxY() + MARGIN - window) / room));
    }
  }

  private static boolean inside(Node node, Node content) {
    for (Node here = node; here != null; here = here.getParent()) {
      if (here == content) {
        return true;
      }
    }
    return false;
  }
}
