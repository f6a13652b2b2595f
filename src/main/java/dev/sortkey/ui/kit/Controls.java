package dev.sortkey.ui.kit;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Makes the small controls that all panels share, dressed as LOOK wants them.
public final class Controls {
  private Controls() {}

  /// A bordered button, the ordinary kind.
  public static Button button(String text, @Nullable Feather icon, @Nullable KeyCombination keys) {
    var button = new Button(text);
    button.getStyleClass().add("sk-button");
    dress(button, text, icon, keys);
    return button;
  }

  /// The one filled button of a screen.
  public static Button primary(String text, @Nullable Feather icon, @Nullable KeyCombination keys) {
    Button button = button(text, icon, keys);
    button.getStyleClass().add("sk-primary");
    return button;
  }

  /// A button without a border, for bars.
  public static Button flat(String text, @Nullable Feather icon, @Nullable KeyCombination keys) {
    Button button = button(text, icon, keys);
    button.getStyleClass().add("sk-flat");
    return button;
  }

  /// An icon alone; its name shows as a tooltip and is read to those who do not see it.
  public static Button icon(Feather icon, String name, @Nullable KeyCombination keys) {
    var button = new Button(null, Icons.of(icon));
    button.getStyleClass().addAll("sk-button", "sk-flat", "sk-icon-button");
    button.setAccessibleText(name);
    Tip.later(button, keys == null ? name : name + "  " + KeyHint.words(keys));
    return button;
  }

  /// A field with an icon before its text and keycaps behind it.
  public static HBox searchField(TextField field, @Nullable KeyCombination keys) {
    field.getStyleClass().add("sk-bare");
    HBox.setHgrow(field, Priority.ALWAYS);
    var box = new HBox(6, Icons.of(Feather.SEARCH), field);
    box.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().add("sk-field-box");
    if (keys != null) {
      box.getChildren().add(new KeyHint(keys));
    }
    return box;
  }

  /// Says why a control is disabled, for as long as it is: it shows no tooltip of its own then, so
  /// a frame around it does.
  public static HBox explained(Node control, String why) {
    return explained(control, new SimpleStringProperty(why));
  }

  /// Likewise, where the reason may change; none is given while it is empty.
  public static HBox explained(Node control, ObservableValue<String> why) {
    var frame = new HBox(control);
    frame.setAlignment(Pos.CENTER_LEFT);
    frame.setMinWidth(Region.USE_PREF_SIZE);
    var tooltip = new Tip();
    Runnable tell =
        () -> {
          tooltip.setText(why.getValue());
          if (control.isDisabled() && !why.getValue().isEmpty()) {
            Tooltip.install(frame, tooltip);
          } else {
            Tooltip.uninstall(frame, tooltip);
          }
        };
    control.disabledProperty().subscribe(tell);
    why.subscribe(tell);
    tell.run();
    return frame;
  }

  public static Label label(String text, String... styleClasses) {
    var label = new Label(text);
    label.getStyleClass().addAll(styleClasses);
    return label;
  }

  /// Takes all room that is left in a row.
  public static Region spring() {
    var spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    spring.setMinWidth(0);
    return spring;
  }

  /// A dot in the colour of a style class such as `sk-env-sandbox` or `sk-success`.
  public static Region dot(String styleClass) {
    var dot = new Region();
    dot.getStyleClass().addAll("sk-dot", styleClass);
    return dot;
  }

  /// Hides a node and gives its room away.
  public static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private static void dress(
      Button button, String text, @Nullable Feather icon, @Nullable KeyCombination keys) {
    if (icon != null && keys != null) {
      var content = new HBox(6, Icons.of(icon), label(text, "sk-button-text"), new KeyHint(keys));
      content.setAlignment(Pos.CENTER);
      button.setGraphic(content);
      button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    } else if (icon != null) {
      button.setGraphic(Icons.of(icon));
    } else if (keys != null) {
      button.setGraphic(new KeyHint(keys));
      button.setContentDisplay(ContentDisplay.RIGHT);
    }
    button.setAccessibleText(keys == null ? text : text + " " + KeyHint.words(keys));
    button.setMinWidth(Region.USE_PREF_SIZE);
  }
}
