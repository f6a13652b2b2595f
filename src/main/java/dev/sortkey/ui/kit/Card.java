package dev.sortkey.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A framed part of a page: a head of 40 px with its name, what is worth knowing of it, and its
/// actions; the content beneath.
public final class Card extends VBox {
  private final HBox facts = new HBox(8);
  private final HBox actions = new HBox(6);
  private final VBox content = new VBox();

  public Card(String title) {
    getStyleClass().add("sk-card");
    Label name = Controls.label(title, "sk-card-title");
    name.setMinWidth(USE_PREF_SIZE);
    facts.setAlignment(Pos.CENTER_LEFT);
    facts.setMinWidth(0);
    actions.setAlignment(Pos.CENTER_RIGHT);
    actions.setMinWidth(USE_PREF_SIZE);
    var head = new HBox(10, name, facts, Controls.spring(), actions);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("sk-card-bar");
    getChildren().addAll(head, content);
  }

  /// What stands beside the name: a count, a state, a word of explanation.
  public void setFacts(Node... nodes) {
    facts.getChildren().setAll(nodes);
  }

  public void setActions(Node... nodes) {
    actions.getChildren().setAll(nodes);
  }

  public void setContent(Node... nodes) {
    content.getChildren().setAll(nodes);
  }
}
