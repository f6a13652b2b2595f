package dev.sortkey.ui.streams;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.ui.kit.Card;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.ProblemBanner;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A card with rows, or a line that says why there are none. An endpoint that does not offer the
/// service is told in a calm line and not as a failure.
final class ListCard {
  private final Card card;
  private final ProblemBanner banner;
  private final VBox rows = new VBox();
  private final Label note = Controls.label("", "sk-secondary", "sk-stream-note");

  ListCard(String title, Consumer<Problem.Remedy> remedies) {
    card = new Card(title);
    banner = new ProblemBanner(remedies);
    note.setWrapText(true);
    card.setContent(banner, rows, note);
  }

  Card card() {
    return card;
  }

  /// @param unsupported said when the endpoint lacks the service
  /// @param empty said when there are no rows
  void show(@Nullable Problem problem, String unsupported, String empty) {
    boolean missing = problem != null && problem.kind() == Problem.Kind.UNSUPPORTED_BY_ENDPOINT;
    banner.show(missing ? null : problem);
    note.setText(missing ? unsupported : empty);
    Controls.show(note, missing || problem == null && rows.getChildren().isEmpty());
    Controls.show(rows, !missing);
  }

  void rows(List<? extends Node> nodes) {
    rows.getChildren().setAll(nodes);
  }

  /// A row of 40 px: what it is, how it is, what can be done.
  static HBox row(Node name, Node facts, Node state, Node... actions) {
    var box = new HBox(10, name, facts, Controls.spring(), state);
    box.getChildren().addAll(actions);
    box.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().add("sk-stream-row");
    return box;
  }

  /// A dot and a word in the colour of a state.
  static HBox state(String word, String style) {
    Region dot = Controls.dot(style);
    dot.getStyleClass().add("sk-small");
    Label label = Controls.label(word, "sk-stream-stage", style);
    label.setMinWidth(Region.USE_PREF_SIZE);
    var box = new HBox(6, dot, label);
    box.setAlignment(Pos.CENTER_LEFT);
    box.setMinWidth(Region.USE_PREF_SIZE);
    return box;
  }
}
