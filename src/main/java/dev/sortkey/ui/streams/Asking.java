package dev.sortkey.ui.streams;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import dev.sortkey.ui.workbench.Desk;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Says what is about to be done, and does it when the person agrees.
final class Asking {
  private Asking() {}

  /// @param lines what will happen, a paragraph each
  static void before(Desk desk, String title, String button, Runnable action, String... lines) {
    var body = new VBox(10);
    for (String line : lines) {
      Label label = Controls.label(line);
      label.setWrapText(true);
      body.getChildren().add(label);
    }
    Button cancel = Controls.button(Messages.text("streams.cancel"), null, null);
    cancel.setOnAction(_ -> desk.workbench().closeDialog());
    Button confirm = Controls.primary(button, null, null);
    confirm.setId("confirm");
    confirm.setOnAction(_ -> {
      desk.workbench().closeDialog();
      action.run();
    });
    desk.workbench().showDialog(new DialogCard(title, body, cancel, desk.writing(confirm)));
  }
}
