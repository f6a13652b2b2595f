package dev.sortkey.ui.shell;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.items.RowHelp;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import dev.sortkey.ui.kit.KeyHint;
import dev.sortkey.ui.kit.KeyUse;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Makes the dialogs of the window itself.
final class Dialogs {
  private static final double KEYS_WIDTH = 800;

  private Dialogs() {}

  /// Asks before work that is not saved is thrown away.
  ///
  /// @param what the tab, the connection or Sortkey itself
  static Node unsaved(String title, String what, Runnable keep, Runnable discard) {
    Button stay = Controls.primary(Messages.text("shell.unsaved.keep"), null, null);
    stay.setId("unsaved-keep");
    stay.setOnAction(_ -> keep.run());
    Button go = Controls.button(Messages.text("shell.unsaved.discard"), null, null);
    go.setId("unsaved-discard");
    go.getStyleClass().add("sk-danger");
    go.setOnAction(_ -> discard.run());
    return new DialogCard(title, wrapped(what), stay, go);
  }

  /// All keys of the window.
  static Node shortcuts(Runnable close) {
    List<KeyUse> everywhere = new ArrayList<>();
    for (Shortcut shortcut : Shortcut.values()) {
      everywhere.add(new KeyUse(shortcut.label(), shortcut.keys()));
    }
    everywhere.add(
        new KeyUse(
            Messages.text("shell.shortcut.tab-number"),
            KeyCombination.keyCombination("Shortcut+1")));
    var lines =
        new HBox(
            32,
            column("shell.shortcuts.window", everywhere),
            column("shell.shortcuts.rows", RowHelp.keys()));
    Button done = Controls.button(Messages.text("shell.close"), null, null);
    done.setOnAction(_ -> close.run());
    var card = new DialogCard(Messages.text("shell.shortcuts.title"), lines, done);
    card.setPrefWidth(KEYS_WIDTH);
    return card;
  }

  /// Shows a mistake of Sortkey's own, with a report that the person can read and copy.
  static Node bug(String report, Runnable close) {
    var text = new TextArea(report);
    text.setId("bug-report");
    text.setEditable(false);
    text.setPrefRowCount(10);
    text.getStyleClass().addAll("sk-mono", "sk-report");
    text.setAccessibleText(Messages.text("shell.bug.report"));
    Button copy = Controls.primary(Messages.text("kit.remedy.copy_report"), Feather.COPY, null);
    copy.setId("bug-copy");
    copy.setOnAction(_ -> {
      var content = new ClipboardContent();
      content.putString(report);
      Clipboard.getSystemClipboard().setContent(content);
      copy.setText(Messages.text("shell.bug.copied"));
    });
    Button done = Controls.button(Messages.text("shell.close"), null, null);
    done.setId("bug-close");
    done.setOnAction(_ -> close.run());
    return new DialogCard(
        Messages.text("work.bug.title"),
        new VBox(12, wrapped(Messages.text("shell.bug.detail")), text),
        done,
        copy);
  }

  private static VBox column(String title, List<KeyUse> uses) {
    var column = new VBox(Controls.label(Messages.text(title), "sk-secondary"));
    uses.forEach(use -> column.getChildren().add(line(use)));
    column.setMinWidth(340);
    HBox.setHgrow(column, Priority.ALWAYS);
    return column;
  }

  private static Node line(KeyUse use) {
    var line =
        new HBox(12, Controls.label(use.label()), Controls.spring(), new KeyHint(use.keys()));
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("sk-shortcut-line");
    return line;
  }

  private static Label wrapped(String text) {
    Label label = Controls.label(text);
    label.setWrapText(true);
    return label;
  }

  static String names(List<Tab> tabs) {
    return String.join(", ", tabs.stream().map(tab -> tab.panel().title().getValue()).toList());
  }
}
