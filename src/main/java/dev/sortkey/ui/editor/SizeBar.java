package dev.sortkey.ui.editor;

import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.ItemSize;
import dev.sortkey.ui.kit.Controls;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The item's size against DynamoDB's limit, live.
final class SizeBar extends HBox {
  SizeBar(DraftViewModel model) {
    super(10);
    getStyleClass().add("sk-size");
    setAlignment(Pos.CENTER_LEFT);
    var bar = new ProgressBar(0);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add("sk-size-bar");
    bar.setAccessibleText(Messages.text("editor.size"));
    HBox.setHgrow(bar, Priority.ALWAYS);
    Label words = Controls.label("", "sk-secondary");
    words.setId("item-size");
    words.setMinWidth(Label.USE_PREF_SIZE);
    getChildren().addAll(Controls.label(Messages.text("editor.size"), "sk-secondary"), bar, words);
    Runnable show =
        () -> {
          int bytes = model.sizeProperty().get();
          boolean over = bytes > ItemSize.LIMIT;
          words.setText(Messages.text("editor.size.of", words(bytes)));
          bar.setProgress(Math.min(1, Math.max(bytes / (double) ItemSize.LIMIT, 0.01)));
          getStyleClass().remove("sk-over");
          if (over) {
            getStyleClass().add("sk-over");
          }
        };
    model.sizeProperty().addListener((_, _, _) -> show.run());
    show.run();
  }

  /// `312 B`, `12.4 KB`; never rounded down to the limit.
  static String words(int bytes) {
    return bytes < 1024
        ? Messages.text("editor.size.bytes", bytes)
        : Messages.text(
            "editor.size.kilobytes",
            String.format(Locale.ROOT, "%.1f", Math.ceil(bytes / 102.4) / 10));
  }
}
