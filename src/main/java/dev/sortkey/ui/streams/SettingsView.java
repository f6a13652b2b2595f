package dev.sortkey.ui.streams;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The stream, its triggers and the Kinesis destinations, one card below the other.
final class SettingsView extends VBox {
  private final HBox head;

  /// @param back to the live changes
  SettingsView(Runnable back, Node... cards) {
    getStyleClass().add("sk-stream");
    Button live = Controls.flat(Messages.text("streams.back"), Feather.ARROW_LEFT, null);
    live.setId("stream-live");
    live.setOnAction(_ -> back.run());
    head = new HBox(live);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("sk-stream-bar");
    var list = new VBox(cards);
    list.getStyleClass().add("sk-cards");
    var scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, scroll);
  }

  /// Whether there is something live to go back to.
  void backShown(boolean shown) {
    Controls.show(head, shown);
  }
}
