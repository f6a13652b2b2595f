package dev.sortkey.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The frame of every dialog: what it is about, the body, and at the foot the ways out, the safe
/// one first. Shown through the workbench.
public final class DialogCard extends VBox {
  private static final double WIDTH = 460;

  /// @param cancel also pressed by Esc
  public DialogCard(String title, Node body, Button cancel, Node... others) {
    getStyleClass().addAll("sk-popup", "sk-dialog");
    setAccessibleRole(AccessibleRole.DIALOG);
    setAccessibleText(title);
    setPrefWidth(WIDTH);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    var head = new HBox(Controls.label(title, "sk-section"));
    head.getStyleClass().add("sk-dialog-head");
    head.setAlignment(Pos.CENTER_LEFT);
    var content = new VBox(body);
    content.getStyleClass().add("sk-dialog-body");
    var foot = new HBox(8, Controls.spring(), cancel);
    foot.getStyleClass().add("sk-dialog-foot");
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getChildren().addAll(others);
    cancel.setCancelButton(true);
    getChildren().addAll(head, content, foot);
  }
}
