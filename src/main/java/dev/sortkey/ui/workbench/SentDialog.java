package dev.sortkey.ui.workbench;

import dev.sortkey.core.sent.Sent;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/// Requests as the API takes them, to look at and to copy.
public final class SentDialog {
  private static final int MOST = 10;
  private static final double WIDTH = 640;

  private final Node node;

  /// @param copy puts a text on the clipboard
  public SentDialog(List<Sent> all, List<String> notes, Consumer<String> copy, Runnable close) {
    String text = Sent.text(all);
    String shown = Sent.text(all.subList(0, Math.min(MOST, all.size())));
    var area = new TextArea(shown);
    area.setId("sent");
    area.setEditable(false);
    area.getStyleClass().add("sk-mono");
    area.setPrefRowCount(18);
    area.setAccessibleText(Messages.text("items.sent"));
    var body = new VBox(10, area);
    if (all.size() > MOST) {
      body.getChildren().add(note(Messages.text("items.sent.more", all.size() - MOST)));
    }
    notes.forEach(note -> body.getChildren().add(note(note)));
    Button done = Controls.button(Messages.text("items.sent.close"), null, null);
    done.setOnAction(_ -> close.run());
    Button take = Controls.primary(Messages.text("items.sent.copy"), null, null);
    take.setId("sent-copy");
    take.setOnAction(_ -> {
      copy.accept(text);
      close.run();
    });
    var card = new DialogCard(Messages.text("items.sent.title", all.size()), body, done, take);
    card.setPrefWidth(WIDTH);
    node = card;
  }

  public Node node() {
    return node;
  }

  private static Label note(String text) {
    Label label = Controls.label(text, "sk-secondary");
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    return label;
  }
}
