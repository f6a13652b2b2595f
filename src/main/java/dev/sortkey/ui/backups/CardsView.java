package dev.sortkey.ui.backups;

import dev.sortkey.ui.workbench.PagePart;
import java.util.List;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The cards of a page, one below the other.
final class CardsView extends StackPane {
  CardsView(List<PagePart> parts) {
    var cards = new VBox();
    cards.getStyleClass().add("sk-cards");
    parts.forEach(part -> cards.getChildren().add(part.node()));
    var scroll = new ScrollPane(cards);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    getChildren().add(scroll);
  }
}
