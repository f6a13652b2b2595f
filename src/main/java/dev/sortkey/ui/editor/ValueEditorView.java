package dev.sortkey.ui.editor;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Segmented;
import dev.sortkey.ui.kit.Tip;
import dev.sortkey.ui.workbench.FileChoice;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One value of an item as form or JSON, for a popover beside its cell.
public final class ValueEditorView extends VBox {
  private static final double WIDTH = 520;
  private static final double LEAST = 240;
  private static final double MOST = 440;
  private static final double ROW = 28;
  private static final double LINE = 17;
  private static final double BAR = 36;
  private static final double AROUND = 36 + 28 + 40 + 36;
  private static final int MOST_ROWS = 20;

  private final ValueViewModel model;
  private final FormView form;
  private final JsonView json;
  private final StackPane body = new StackPane();
  private final Segmented<DraftViewModel.Mode> modes =
      new Segmented<>(
          List.of(DraftViewModel.Mode.values()),
          mode ->
              Messages.text(
                  mode == DraftViewModel.Mode.FORM ? "editor.mode.form" : "editor.mode.json"),
          DraftViewModel.Mode.FORM);

  /// @param item the item that the value is of, in words
  public ValueEditorView(
      ValueViewModel model, String item, FileChoice files, Consumer<URI> browser) {
    this.model = model;
    this.form = new FormView(model);
    this.json = new JsonView(model);
    form.setOutside(new Outside(files, browser));
    setId("value-editor");
    getStyleClass().addAll("sk-popup", "sk-value-editor");
    setAccessibleRole(AccessibleRole.DIALOG);
    setAccessibleText(Messages.text("editor.value.title", model.path(), item));
    VBox.setVgrow(body, Priority.ALWAYS);
    body.setMinHeight(0);
    getChildren()
        .addAll(
            header(item),
            new SizeBar(model),
            Bars.leave(
                model.leavingProperty(),
                Messages.text("editor.value.leave"),
                this::stay,
                model::close),
            Bars.notice(model),
            body,
            footer());
    model.modeProperty().addListener((_, _, _) -> show());
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    show();
  }

  /// As high as what it begins with needs, within reason; it does not jump about later.
  private double height() {
    double content =
        model.modeProperty().get() == DraftViewModel.Mode.JSON
            ? BAR + LINE * model.json().textProperty().get().lines().limit(MOST_ROWS).count()
            : ROW
                * form.rows().rows().stream()
                    .limit(MOST_ROWS)
                    .mapToInt(row -> rows(row.node()))
                    .sum();
    return Math.clamp(AROUND + content, LEAST, MOST);
  }

  /// How many rows' room a row takes, roughly.
  private static int rows(DraftNode node) {
    return switch (node.type()) {
      case B -> 8;
      case S -> TextValue.needsArea(node.text()) ? 6 : 1;
      default -> 1;
    };
  }

  /// Puts the focus where typing goes on.
  public void focusFirst() {
    if (model.modeProperty().get() == DraftViewModel.Mode.JSON) {
      json.focus();
    } else if (form.rows().rows().size() > 1) {
      form.focus(form.rows().rows().get(1).node(), RowView::focusValue);
    } else {
      form.focusFirst();
    }
  }

  private Node header(String item) {
    Label path = Controls.label(model.path(), "sk-editor-key");
    path.setMinWidth(0);
    path.setTooltip(new Tip(model.path()));
    Label of = Controls.label(item, "sk-secondary");
    of.setMinWidth(0);
    of.setTooltip(new Tip(item));
    modes.getStyleClass().add("sk-small");
    modes.setMinWidth(USE_PREF_SIZE);
    modes
        .valueProperty()
        .addListener((_, _, now) -> {
          model.setMode(now);
          modes.valueProperty().set(model.modeProperty().get());
        });
    Button close = Controls.icon(Feather.X, Messages.text("editor.value.cancel"), RowKeys.BACK);
    close.getStyleClass().add("sk-small");
    close.setId("value-close");
    close.setOnAction(_ -> model.requestLeave());
    var header = new HBox(8, path, of, Controls.spring(), modes, close);
    header.setAlignment(Pos.CENTER_LEFT);
    header.getStyleClass().add("sk-editor-head");
    return header;
  }

  private Node footer() {
    Button cancel = Controls.button(Messages.text("editor.value.cancel"), null, RowKeys.BACK);
    cancel.setId("value-cancel");
    cancel.setOnAction(_ -> model.requestLeave());
    Button apply = Controls.button(Messages.text("editor.value.apply"), null, RowKeys.CONFIRM);
    apply.setId("value-apply");
    apply.setOnAction(_ -> apply());
    Label says = Controls.label(Messages.text("editor.value.stages"), "sk-secondary");
    says.setMinWidth(0);
    var footer = new HBox(8, says, Controls.spring(), cancel, apply);
    footer.setAlignment(Pos.CENTER_LEFT);
    footer.getStyleClass().add("sk-editor-foot");
    return footer;
  }

  private void key(KeyEvent event) {
    boolean inForm = model.modeProperty().get() == DraftViewModel.Mode.FORM;
    if (RowKeys.CONFIRM.match(event) || RowKeys.SAVE.match(event)) {
      apply();
    } else if (RowKeys.BACK.match(event)) {
      if (model.leavingProperty().get()) {
        stay();
      } else if (!inForm || !form.escape()) {
        model.requestLeave();
      }
    } else if (RowKeys.SWITCH.match(event)) {
      modes.valueProperty().set(inForm ? DraftViewModel.Mode.JSON : DraftViewModel.Mode.FORM);
    } else if (!inForm && RowKeys.FORMAT.match(event)) {
      json.format();
    } else {
      return;
    }
    event.consume();
  }

  private void stay() {
    model.stay();
    focusFirst();
  }

  private void apply() {
    model.apply();
    if (model.draft() != null && model.modeProperty().get() == DraftViewModel.Mode.FORM) {
      model.flawsProperty().get().stream()
          .map(DraftFlaw::node)
          .filter(Objects::nonNull)
          .filter(model.required()::edits)
          .findFirst()
          .ifPresent(node -> form.focus(node, RowView::focusValue));
    }
  }

  private void show() {
    modes.valueProperty().set(model.modeProperty().get());
    body.getChildren().setAll(model.modeProperty().get() == DraftViewModel.Mode.FORM ? form : json);
    setPrefSize(WIDTH, Math.max(getPrefHeight(), height()));
    if (getScene() != null) {
      focusFirst();
    }
  }
}
