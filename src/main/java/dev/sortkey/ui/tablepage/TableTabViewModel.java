package dev.sortkey.ui.tablepage;

import dev.sortkey.core.table.TableSchema;
import dev.sortkey.ui.workbench.TablePage;
import dev.sortkey.ui.workbench.Tables;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Which page of a table is in front, and the table as last described.
final class TableTabViewModel {
  private final String name;
  private final Tables tables;
  private final ReadOnlyObjectWrapper<@Nullable TableSchema> table = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper gone = new ReadOnlyBooleanWrapper();
  private final ObjectProperty<TablePage> page;
  // Kept, since an unmodifiable view follows its list only as long as someone holds the view.
  private final ObservableList<Tables.Entry> entries;
  private final ListChangeListener<Tables.Entry> listener = _ -> follow();

  TableTabViewModel(String name, Tables tables, TablePage page) {
    this.name = name;
    this.tables = tables;
    this.page = new SimpleObjectProperty<>(page);
    this.entries = tables.entries();
    entries.addListener(listener);
    follow();
  }

  String name() {
    return name;
  }

  ReadOnlyObjectProperty<@Nullable TableSchema> tableProperty() {
    return table.getReadOnlyProperty();
  }

  /// True once a table that was there is there no more.
  ReadOnlyBooleanProperty goneProperty() {
    return gone.getReadOnlyProperty();
  }

  ObjectProperty<TablePage> pageProperty() {
    return page;
  }

  void close() {
    entries.removeListener(listener);
  }

  private void follow() {
    Optional<TableSchema> now = tables.schema(name);
    if (now.isPresent()) {
      gone.set(false);
      table.set(now.get());
    } else if (table.get() != null
        && tables.loadedProperty().get()
        && entries.stream().noneMatch(entry -> entry.name().equals(name))) {
      gone.set(true);
    }
  }
}
