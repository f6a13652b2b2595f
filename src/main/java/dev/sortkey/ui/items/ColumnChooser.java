package dev.sortkey.ui.items;

import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.TypeBadge;
import dev.sortkey.ui.kit.grid.GridColumn;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.kordamp.ikonli.feather.Feather;

/// A popover in which columns are shown and hidden.
final class ColumnChooser {
  private static final double WIDTH = 300;
  private static final double MOST = 320;

  private final ColumnsViewModel columns;
  private final Popup popup = new Popup();
  private final VBox list = new VBox();
  private final TextField search = new TextField();
  private final NameField path;
  private final Label wrong = Controls.label("", "sk-error-text");

  /// @param known the attributes seen so far and what is nested in them
  ColumnChooser(ColumnsViewModel columns, Supplier<List<NameField.Suggestion>> known) {
    this.columns = columns;
    path = new NameField(() -> nested(known.get()), this::take);
    search.setPromptText(Messages.text("items.columns.search"));
    search.setAccessibleText(Messages.text("items.columns.search"));
    search.textProperty().addListener((_, _, _) -> fill());
    Button all = Controls.flat(Messages.text("items.columns.all"), null, null);
    all.getStyleClass().add("sk-small");
    all.setOnAction(_ -> {
      columns.showAll();
      fill();
    });
    var head =
        new HBox(
            Controls.label(Messages.text("items.columns"), "sk-strong"), Controls.spring(), all);
    head.setAlignment(Pos.CENTER_LEFT);
    var scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(MOST);
    scroll.setFocusTraversable(false);
    var box = new VBox(8, head, Controls.searchField(search, null), scroll, adding(), wrong);
    box.getStyleClass().addAll("sk-popup", "sk-chooser");
    box.setPrefWidth(WIDTH);
    popup.getContent().add(box);
    popup.setAutoHide(true);
  }

  private Node adding() {
    path.setId("column-path");
    path.setPromptText(Messages.text("items.columns.path.prompt"));
    path.setAccessibleText(Messages.text("items.columns.path"));
    path.textProperty().addListener((_, _, _) -> say(""));
    path.setOnAction(_ -> add());
    HBox.setHgrow(path, Priority.ALWAYS);
    Button add = Controls.button(Messages.text("items.columns.path.add"), null, null);
    add.setId("add-path");
    add.setOnAction(_ -> add());
    add.setMinWidth(Region.USE_PREF_SIZE);
    wrong.setWrapText(true);
    wrong.setMinHeight(Region.USE_PREF_SIZE);
    say("");
    return new HBox(8, path, add);
  }

  private static List<NameField.Suggestion> nested(List<NameField.Suggestion> known) {
    return known.stream().filter(one -> AttrPath.parse(one.name()).steps().size() > 1).toList();
  }

  private void take(NameField.Suggestion suggestion) {
    path.setText(suggestion.name());
    add();
  }

  private void add() {
    if (path.getText().isBlank()) {
      path.requestFocus();
      return;
    }
    try {
      columns.addPath(path.getText());
      path.clear();
      fill();
    } catch (IllegalArgumentException e) {
      say(String.valueOf(e.getMessage()));
      path.requestFocus();
      path.end();
    }
  }

  private void say(String problem) {
    wrong.setText(problem);
    Controls.show(wrong, !problem.isEmpty());
  }

  void show(Node under) {
    if (popup.isShowing()) {
      popup.hide();
      return;
    }
    search.clear();
    path.clear();
    fill();
    Bounds here = under.localToScreen(under.getBoundsInLocal());
    popup.show(under, here.getMaxX() - WIDTH, here.getMaxY() + 4);
    search.requestFocus();
  }

  private void fill() {
    String typed = search.getText().strip().toLowerCase(Locale.ROOT);
    list.getChildren().clear();
    for (GridColumn column : columns.all()) {
      if (column.name().toLowerCase(Locale.ROOT).contains(typed)) {
        list.getChildren().add(row(column));
      }
    }
    if (list.getChildren().isEmpty()) {
      list.getChildren().add(Controls.label(Messages.text("items.columns.none"), "sk-muted"));
    }
  }

  private Node row(GridColumn column) {
    var box = new CheckBox(column.name());
    box.setSelected(columns.isShown(column.name()));
    box.selectedProperty().addListener((_, _, now) -> columns.show(column.name(), now));
    box.setMinWidth(0);
    var row = new HBox(8, box, Controls.spring());
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("sk-chooser-row");
    if (column.type() != null) {
      row.getChildren().add(new TypeBadge(column.type()));
    }
    if (column.nested()) {
      Button remove = Controls.icon(Feather.X, Messages.text("items.column.remove"), null);
      remove.getStyleClass().add("sk-small");
      remove.setOnAction(_ -> {
        columns.removePath(column.name());
        fill();
      });
      row.getChildren().add(remove);
    }
    return row;
  }
}
