package dev.sortkey.ui.items;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.TypeBadge;
import dev.sortkey.ui.kit.grid.GridColumn;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/// A popover in which columns are shown and hidden.
final class ColumnChooser {
  private static final double WIDTH = 260;
  private static final double MOST = 320;

  private final ColumnsViewModel columns;
  private final Popup popup = new Popup();
  private final VBox list = new VBox();
  private final TextField search = new TextField();

  ColumnChooser(ColumnsViewModel columns) {
    this.columns = columns;
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
    var box = new VBox(8, head, Controls.searchField(search, null), scroll);
    box.getStyleClass().addAll("sk-popup", "sk-chooser");
    box.setPrefWidth(WIDTH);
    popup.getContent().add(box);
    popup.setAutoHide(true);
  }

  void show(Node under) {
    if (popup.isShowing()) {
      popup.hide();
      return;
    }
    search.clear();
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
    return row;
  }
}
