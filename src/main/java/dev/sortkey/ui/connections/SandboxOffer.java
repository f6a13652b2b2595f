package dev.sortkey.ui.connections;

import dev.sortkey.core.session.Sandbox;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Figures;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What is fetched for the sandbox and under which licence, before anything is fetched.
final class SandboxOffer extends VBox {
  SandboxOffer(Sandbox.Offer offer, Runnable agree, Runnable cancel) {
    super(12);
    getStyleClass().add("sk-start-offer");
    Label what = Controls.label(Messages.text("connections.sandbox.what"));
    what.setWrapText(true);
    var facts = new GridPane();
    facts.setHgap(16);
    facts.setVgap(4);
    facts.addRow(0, name("connections.sandbox.licence"), licence(offer));
    facts.addRow(
        1,
        name("connections.sandbox.size"),
        Controls.label(Figures.bytes(offer.bytes()), "sk-mono-small"));
    Button agreed =
        Controls.primary(
            Messages.text("connections.sandbox.agree"),
            null,
            new KeyCodeCombination(KeyCode.ENTER));
    agreed.setId("sandbox-agree");
    agreed.setOnAction(_ -> agree.run());
    Button no =
        Controls.button(
            Messages.text("connections.cancel"), null, new KeyCodeCombination(KeyCode.ESCAPE));
    no.setId("sandbox-decline");
    no.setOnAction(_ -> cancel.run());
    Label hint = Controls.label(Messages.text("connections.sandbox.agree.hint"), "sk-secondary");
    HBox.setHgrow(hint, Priority.ALWAYS);
    hint.setMaxWidth(Double.MAX_VALUE);
    var foot = new HBox(8, hint, no, agreed);
    foot.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(what, facts, foot);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            cancel.run();
            event.consume();
          }
        });
  }

  private static Label name(String key) {
    Label name = Controls.label(Messages.text(key), "sk-secondary");
    name.setMinWidth(USE_PREF_SIZE);
    return name;
  }

  private static Node licence(Sandbox.Offer offer) {
    Label name = Controls.label(offer.licence(), "sk-medium");
    var address = new TextField(offer.licenceAddress());
    address.setEditable(false);
    address.setId("sandbox-licence");
    address.setAccessibleText(Messages.text("connections.sandbox.licence"));
    address.getStyleClass().addAll("sk-bare", "sk-mono", "sk-start-address");
    HBox.setHgrow(address, Priority.ALWAYS);
    Button copy =
        Controls.icon(Feather.COPY, Messages.text("connections.sandbox.licence.copy"), null);
    copy.getStyleClass().add("sk-small");
    copy.setOnAction(_ -> {
      var content = new ClipboardContent();
      content.putString(offer.licenceAddress());
      Clipboard.getSystemClipboard().setContent(content);
    });
    var row = new HBox(8, name, address, copy);
    row.setAlignment(Pos.CENTER_LEFT);
    GridPane.setHgrow(row, Priority.ALWAYS);
    return row;
  }
}
