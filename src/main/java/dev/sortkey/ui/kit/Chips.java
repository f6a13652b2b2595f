package dev.sortkey.ui.kit;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// A list of names, each with a cross, and a field that takes the next one.
public final class Chips extends FlowPane {
  private final ObservableList<String> names;
  private final TextField input = new TextField();
  private final String remove;

  /// @param next what the field asks for
  /// @param remove what the crosses do, the name following
  public Chips(ObservableList<String> names, String next, String remove) {
    super(6, 6);
    this.names = names;
    this.remove = remove;
    getStyleClass().add("sk-chips");
    input.getStyleClass().addAll("sk-bare", "sk-mono");
    input.setPromptText(next);
    input.setAccessibleText(next);
    input.setPrefWidth(140);
    input.setOnAction(_ -> take());
    input
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused) {
            take();
          }
        });
    input.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.BACK_SPACE && input.getText().isEmpty() && !names.isEmpty()) {
        names.removeLast();
      }
    });
    names.addListener((ListChangeListener<String>) _ -> draw());
    draw();
  }

  private void take() {
    String name = input.getText().strip();
    input.clear();
    if (!name.isEmpty() && !names.contains(name)) {
      names.add(name);
    }
  }

  private void draw() {
    boolean focused = input.isFocused();
    getChildren().setAll(names.stream().map(this::chip).toList());
    getChildren().add(input);
    if (focused) {
      input.requestFocus();
    }
  }

  private HBox chip(String name) {
    Button cross = Controls.icon(Feather.X, remove + " " + name, null);
    cross.getStyleClass().add("sk-chip-remove");
    cross.setGraphic(Icons.small(Feather.X));
    cross.setOnAction(_ -> names.remove(name));
    var chip = new HBox(2, Controls.label(name, "sk-mono"), cross);
    chip.setAlignment(Pos.CENTER_LEFT);
    chip.getStyleClass().add("sk-chip");
    return chip;
  }
}
