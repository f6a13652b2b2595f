package dev.sortkey.ui.editor;

import atlantafx.base.controls.ToggleSwitch;
import dev.sortkey.ui.kit.Controls;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;

/// True or false.
final class BoolValue implements RowValue {
  private final DraftNode draft;
  private final ToggleSwitch toggle = new ToggleSwitch();
  private final Label word = Controls.label("", "sk-mono");
  private final HBox box = new HBox(8, toggle, word);

  BoolValue(DraftViewModel model, DraftNode draft) {
    this.draft = draft;
    box.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().add("sk-bool");
    toggle.setSelected(draft.truth());
    toggle.setFocusTraversable(true);
    toggle
        .selectedProperty()
        .addListener((_, _, now) -> {
          if (draft.truth() != now) {
            model.setTruth(draft, now);
          }
        });
    toggle.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.SPACE) {
        toggle.fire();
        event.consume();
      }
    });
    refresh();
  }

  @Override
  public Node node() {
    return box;
  }

  @Override
  public void refresh() {
    toggle.setSelected(draft.truth());
    word.setText(String.valueOf(draft.truth()));
  }

  @Override
  public Node input() {
    return toggle;
  }
}
