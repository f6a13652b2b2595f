package dev.sortkey.ui.streams;

import dev.sortkey.core.stream.TailRecord;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener.Change;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The changes, newest first. Who has scrolled away from the top keeps in sight what is in sight
/// while new ones come in.
final class RecordTable extends TableView<TailRecord> {
  private final TailViewModel model;
  private boolean settling;

  RecordTable(TailViewModel model) {
    this.model = model;
    setId("changes");
    setAccessibleText(Messages.text("streams.changes"));
    getStyleClass().addAll("sk-table", "sk-changes");
    setFixedCellSize(28);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    column("streams.column.time", 84, _ -> new TimeCell());
    column("streams.column.event", 88, _ -> new EventCell());
    TableColumn<TailRecord, TailRecord> key = column("streams.column.key", 140, _ -> new KeyCell());
    key.setGraphic(Icons.small(Feather.KEY));
    column("streams.column.changed", 280, _ -> new ChangedCell());
    setItems(model.shown());
    model.shown().addListener(this::moved);
    getSelectionModel().selectedItemProperty().subscribe(this::chosen);
    model.selectedProperty().subscribe(this::select);
  }

  private TableColumn<TailRecord, TailRecord> column(
      String name,
      double width,
      Function<TableColumn<TailRecord, TailRecord>, TableCell<TailRecord, TailRecord>> cell) {
    var column = new TableColumn<TailRecord, TailRecord>(Messages.text(name));
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(cell::apply);
    column.setPrefWidth(width);
    column.setMinWidth(Math.min(width, 84));
    column.setSortable(false);
    column.setReorderable(false);
    getColumns().add(column);
    return column;
  }

  private void chosen(@Nullable TailRecord now) {
    if (!settling && now != null) {
      model.selectedProperty().set(now);
    }
  }

  private void select(@Nullable TailRecord wanted) {
    if (wanted == null) {
      getSelectionModel().clearSelection();
    } else if (wanted != getSelectionModel().getSelectedItem()) {
      int row = model.shown().indexOf(wanted);
      if (row >= 0) {
        settling = true;
        getSelectionModel().clearAndSelect(row);
        settling = false;
        scrollTo(Math.max(0, row - 5));
      }
    }
  }

  /// The selection stays with its change, and so does what is in sight.
  private void moved(Change<? extends TailRecord> change) {
    int came = 0;
    while (change.next()) {
      if (change.wasAdded() && !change.wasRemoved() && change.getFrom() == 0) {
        came = change.getAddedSize();
      }
    }
    int first = firstInSight();
    if (came > 0 && first > 0) {
      scrollTo(first + came);
    }
    TailRecord wanted = model.selectedProperty().get();
    if (wanted != null && getSelectionModel().getSelectedItem() != wanted) {
      int row = model.shown().indexOf(wanted);
      settling = true;
      if (row >= 0) {
        getSelectionModel().clearAndSelect(row);
      } else {
        getSelectionModel().clearSelection();
      }
      settling = false;
    }
  }

  private int firstInSight() {
    if (lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
      IndexedCell<?> cell = flow.getFirstVisibleCell();
      return cell == null ? 0 : cell.getIndex();
    }
    return 0;
  }

  /// A cell that draws from the whole change.
  private abstract static class ChangeCell extends TableCell<TailRecord, TailRecord> {
    @Override
    protected final void updateItem(@Nullable TailRecord record, boolean empty) {
      super.updateItem(record, empty);
      if (record == null || empty) {
        setText(null);
        setGraphic(null);
      } else {
        draw(record);
      }
    }

    abstract void draw(TailRecord record);
  }

  private static final class TimeCell extends ChangeCell {
    TimeCell() {
      getStyleClass().add("sk-change-time");
    }

    @Override
    void draw(TailRecord record) {
      setText(RecordText.time(record));
    }
  }

  private static final class EventCell extends ChangeCell {
    private final Label sign = Controls.label("", "sk-change-sign");
    private final Label word = Controls.label("", "sk-change-word");
    private final Node both;

    EventCell() {
      var box = new HBox(2, sign, word);
      box.setAlignment(Pos.CENTER_LEFT);
      both = box;
    }

    @Override
    void draw(TailRecord record) {
      String style = RecordText.style(record.change().event());
      sign.setText(RecordText.sign(record.change().event()));
      word.setText(RecordText.event(record.change().event()));
      sign.getStyleClass().setAll("label", "sk-change-sign", style);
      word.getStyleClass().setAll("label", "sk-change-word", style);
      setGraphic(both);
    }
  }

  private static final class KeyCell extends ChangeCell {
    @Override
    void draw(TailRecord record) {
      setText(RecordText.key(record.change().key()));
    }
  }

  private static final class ChangedCell extends ChangeCell {
    @Override
    void draw(TailRecord record) {
      setText(RecordText.changed(record));
      getStyleClass().remove("sk-change-words");
      if (!RecordText.isPaths(record)) {
        getStyleClass().add("sk-change-words");
      }
    }
  }
}
