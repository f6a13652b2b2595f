package dev.sortkey.ui.items;

import dev.sortkey.core.query.QuerySpec.Mode;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The table or one of its indexes, each with its keys.
final class IndexChoice extends ComboBox<String> {
  /// Stands for the table, since a combo box shows null as nothing chosen.
  private static final String TABLE = "";

  private final QueryViewModel query;

  IndexChoice(QueryViewModel query) {
    this.query = query;
    setId("index");
    setAccessibleText(Messages.text("items.index"));
    setPrefWidth(212);
    setMinWidth(120);
    setCellFactory(_ -> new Row());
    setButtonCell(new Chosen());
    present();
    query.keys().addListener((Observable _) -> refresh());
    valueProperty()
        .addListener((_, _, now) -> {
          if (now != null) {
            query.indexProperty().set(now.equals(TABLE) ? null : now);
          }
        });
    query.indexProperty().addListener((_, _, _) -> present());
    query.modeProperty().addListener((_, _, _) -> present());
    setOnShowing(_ -> refresh());
  }

  private void refresh() {
    List<String> names = names();
    if (!names.equals(getItems())) {
      present();
    }
  }

  private void present() {
    getItems().setAll(names());
    setValue(query.indexProperty().get() == null ? TABLE : query.indexProperty().get());
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(List.of(TABLE));
    query.table().indexes().forEach(index -> names.add(index.name()));
    return names;
  }

  /// What no index in particular means: in Auto the way is found.
  private String open() {
    return Messages.text(
        query.modeProperty().get() == Mode.AUTO ? "items.index.any" : "items.index.table");
  }

  private static String keys(KeySchema keys) {
    return keys.all().stream().map(KeyAttribute::name).collect(Collectors.joining(" · "));
  }

  private final class Row extends ListCell<String> {
    @Override
    protected void updateItem(String name, boolean empty) {
      super.updateItem(name, empty);
      if (empty || name == null) {
        setGraphic(null);
        return;
      }
      var index = query.table().index(name);
      String kind =
          index.map(Index::kind).map(Enum::name).orElse(Messages.text("items.index.table-kind"));
      boolean any = name.equals(TABLE) && query.modeProperty().get() == Mode.AUTO;
      Label title =
          Controls.label(
              any ? open() : name.equals(TABLE) ? query.table().name() : name, "sk-medium");
      var head = new HBox(8, title, Controls.label(kind, "sk-secondary"));
      head.setAlignment(Pos.BASELINE_LEFT);
      var keys = keys(index.map(Index::keys).orElse(query.table().keys()));
      setGraphic(
          any
              ? new VBox(title, Controls.label(Messages.text("items.index.any.detail"), "sk-muted"))
              : new VBox(head, Controls.label(keys, "sk-mono-small")));
    }
  }

  private final class Chosen extends ListCell<String> {
    @Override
    protected void updateItem(String name, boolean empty) {
      super.updateItem(name, empty);
      setText(null);
      if (empty || name == null) {
        setGraphic(null);
        return;
      }
      Label on = Controls.label(Messages.text("items.index.on"), "sk-muted");
      on.setMinWidth(USE_PREF_SIZE);
      Label what = Controls.label(name.equals(TABLE) ? open() : name);
      var line = new HBox(5, on, what);
      line.setAlignment(Pos.CENTER_LEFT);
      setGraphic(line);
    }
  }
}
