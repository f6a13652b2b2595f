package dev.sortkey.ui.transfer;

import dev.sortkey.core.table.TableSchema;
import dev.sortkey.ui.workbench.Tables;
import java.util.List;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The tables to choose one from, kept in step with those that are there.
final class TableChoice extends ComboBox<TableSchema> {
  private final Tables tables;
  private final InvalidationListener changed = _ -> fill();

  TableChoice(Tables tables, ObjectProperty<@Nullable TableSchema> chosen) {
    this.tables = tables;
    setPrefWidth(360);
    setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable TableSchema table) {
            return table == null ? "" : table.name();
          }

          @Override
          public @Nullable TableSchema fromString(String name) {
            return null;
          }
        });
    fill();
    valueProperty().bindBidirectional(chosen);
    tables.entries().addListener(changed);
    if (getValue() == null && !getItems().isEmpty()) {
      setValue(getItems().getFirst());
    }
  }

  void close() {
    tables.entries().removeListener(changed);
  }

  private void fill() {
    List<TableSchema> there =
        tables.entries().stream().map(Tables.Entry::schema).filter(Objects::nonNull).toList();
    TableSchema before = getValue();
    if (there.equals(getItems())) {
      return;
    }
    getItems().setAll(there);
    setValue(
        there.stream()
            .filter(table -> before != null && table.name().equals(before.name()))
            .findFirst()
            .orElse(there.isEmpty() ? null : there.getFirst()));
  }
}
