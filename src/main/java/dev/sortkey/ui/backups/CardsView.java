package dev.sortkey.ui.backups;

import dev.sortkey.ui.workbench.PagePart;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The cards of a page, one below the other, and the form that may float over them.
final class CardsView extends StackPane {
  private static final double MARGIN = 14;

  private final Over over = new Over();

  CardsView(List<PagePart> parts) {
    var cards = new VBox();
    cards.getStyleClass().add("sk-cards");
    parts.forEach(part -> cards.getChildren().add(part.node()));
    var scroll = new ScrollPane(cards);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    over.setPickOnBounds(false);
    getChildren().addAll(scroll, over);
  }

  /// Floats a form at the right, below the node as far as there is room.
  void showOver(Region form, Node near) {
    over.form = form;
    over.near = near;
    over.getChildren().setAll(form);
  }

  void hideOver() {
    over.form = null;
    over.near = null;
    over.getChildren().clear();
  }

  private static final class Over extends Pane {
    private @Nullable Region form;
    private @Nullable Node near;

    @Override
    protected void layoutChildren() {
      if (form == null || near == null) {
        return;
      }
      double width = form.prefWidth(-1);
      double height = Math.min(form.prefHeight(width), getHeight() - 2 * MARGIN);
      Bounds at = sceneToLocal(near.localToScene(near.getBoundsInLocal()));
      double wanted = at.getMinY() + 48;
      double y = Math.clamp(wanted, MARGIN, Math.max(MARGIN, getHeight() - MARGIN - height));
      form.resizeRelocate(Math.max(MARGIN, getWidth() - MARGIN - width), y, width, height);
    }
  }
}
