package dev.sortkey.ui.settings;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.Segmented;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.Property;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The rows of the cards: a name at the left, its control beside it.
final class Rows {
  private static final double NAME = 128;

  private Rows() {}

  static HBox row(String name, Node... controls) {
    Label label = Controls.label(name, "sk-muted");
    label.setMinWidth(NAME);
    var row = new HBox(8, label);
    row.getChildren().addAll(controls);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinHeight(28);
    return row;
  }

  static VBox body(Node... rows) {
    var body = new VBox(6, rows);
    body.getStyleClass().add("sk-settings-body");
    return body;
  }

  static TextField field(StringProperty value, String id, String name, double width) {
    var field = new TextField();
    field.textProperty().bindBidirectional(value);
    field.setId(id);
    field.setAccessibleText(name);
    field.getStyleClass().add("sk-mono");
    field.setPrefWidth(width);
    field.setMinWidth(width);
    return field;
  }

  /// A word that explains, in muted letters.
  static Label hint(String text) {
    Label label = Controls.label(text, "sk-secondary");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /// Why a card has nothing to set, or could not be read.
  static Label missing(Problem problem) {
    boolean notOffered = problem.kind() == Problem.Kind.UNSUPPORTED_BY_ENDPOINT;
    return notice(
        notOffered
            ? Messages.text("settings.not-offered")
            : problem.title() + " " + problem.detail(),
        !notOffered);
  }

  static Label notice(String text, boolean warning) {
    Label label = Controls.label(text, warning ? "sk-warning-text" : "sk-secondary");
    label.setGraphic(Icons.small(warning ? Feather.ALERT_TRIANGLE : Feather.INFO));
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /// Off and On side by side.
  static Segmented<Boolean> onOff(BooleanProperty value, String id, String name) {
    return choice(
        List.of(false, true),
        on -> Messages.text(on ? "settings.on" : "settings.off"),
        value,
        id,
        name);
  }

  static <T> Segmented<T> choice(
      List<T> choices, Function<T, String> text, Property<T> value, String id, String name) {
    var segmented = new Segmented<T>(choices, text, value.getValue());
    segmented.valueProperty().bindBidirectional(value);
    segmented.setId(id);
    segmented.setAccessibleText(name);
    return segmented;
  }
}
