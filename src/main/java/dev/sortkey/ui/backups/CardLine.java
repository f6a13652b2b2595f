package dev.sortkey.ui.backups;

import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// What a card without content says, in one line: how it is, and what to do.
final class CardLine extends HBox {
  CardLine(Feather icon, String title, String detail) {
    super(8);
    getStyleClass().add("sk-card-line");
    setAlignment(Pos.CENTER_LEFT);
    Label what = Controls.label(title, "sk-section");
    what.setMinWidth(USE_PREF_SIZE);
    Label more = Controls.label(detail, "sk-secondary");
    more.setWrapText(true);
    HBox.setHgrow(more, Priority.ALWAYS);
    getChildren().addAll(Icons.of(icon), what, more);
  }
}
