package dev.sortkey.ui.createtable;

import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableRules.Flaw;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Which attributes an index holds, the included ones as chips.
final class ProjectionField extends VBox {
  private static final int MOST_INCLUDED = 100;

  private final TableForm form;
  private final IndexForm index;
  private final String field;
  private final FlowPane chips = new FlowPane(4, 4);
  private final TextField input = new TextField();
  private final HBox row = new HBox(8);
  private final Label error = Controls.label("", "sk-error-text");
  private final Label words = Controls.label("", "sk-secondary");
  private @Nullable Node tool;

  ProjectionField(TableForm form, IndexForm index, String field) {
    super(4);
    this.form = form;
    this.index = index;
    this.field = field;
    chips.getStyleClass().add("sk-chips");
    HBox.setHgrow(chips, Priority.ALWAYS);
    error.setWrapText(true);
    words.setWrapText(true);
    input.getStyleClass().addAll("sk-bare", "sk-chip-next");
    input.setPromptText(Messages.text("createtable.projection.add"));
    input.setAccessibleText(Messages.text("createtable.projection.add"));
    input.setPrefWidth(90);
    input.setOnAction(_ -> take());
    input
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused) {
            take();
          }
        });
    input.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.BACK_SPACE
          && input.getText().isEmpty()
          && !index.included().isEmpty()) {
        index.included().removeLast();
        draw();
      }
    });
    row.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(row, error, words);
    arrange();
    draw();
  }

  /// What else stands in the row, at its end.
  void setTool(@Nullable Node node) {
    tool = node;
    arrange();
  }

  private void arrange() {
    row.getChildren()
        .setAll(
            Pages.segmented(
                List.of(Projection.Kind.values()),
                kind ->
                    Messages.text("createtable.projection." + kind.name().toLowerCase(Locale.ROOT)),
                index.projectionProperty()),
            chips);
    if (tool != null) {
      row.getChildren().addAll(Controls.spring(), tool);
    }
    refresh();
  }

  void refresh() {
    boolean include = index.projectionProperty().get() == Projection.Kind.INCLUDE;
    Controls.show(chips, include);
    String flaw =
        form.flaws().stream()
            .filter(each -> each.field().equals(field))
            .map(Flaw::message)
            .findFirst()
            .orElse("");
    error.setText(flaw);
    Controls.show(error, !flaw.isEmpty());
    words.setText(
        include
            ? Messages.text("createtable.projection.used", keys(), used(), MOST_INCLUDED)
            : Messages.text("createtable.projection.hint"));
  }

  /// The keys that are in the index anyway.
  private String keys() {
    return Stream.of(form.partition(), form.sort())
        .filter(key -> !key.blank())
        .map(KeyForm::name)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private long used() {
    return form.indexes().stream()
        .filter(each -> each.projectionProperty().get() == Projection.Kind.INCLUDE)
        .mapToLong(each -> each.included().size())
        .sum();
  }

  private void take() {
    String name = input.getText().strip();
    if (!name.isEmpty()) {
      if (!index.included().contains(name)) {
        index.included().add(name);
      }
      input.clear();
      draw();
    }
  }

  private void draw() {
    boolean focused = input.isFocused();
    chips.getChildren().clear();
    for (String name : index.included()) {
      Button remove =
          Controls.icon(Feather.X, Messages.text("createtable.projection.remove", name), null);
      remove.getStyleClass().add("sk-chip-remove");
      remove.setGraphic(Icons.small(Feather.X));
      remove.setOnAction(_ -> {
        index.included().remove(name);
        draw();
      });
      var chip = new HBox(2, Controls.label(name, "sk-mono"), remove);
      chip.setAlignment(Pos.CENTER_LEFT);
      chip.getStyleClass().add("sk-chip");
      chips.getChildren().add(chip);
    }
    chips.getChildren().add(input);
    if (focused) {
      input.requestFocus();
    }
  }
}
