package dev.sortkey.ui.library;

import dev.sortkey.core.library.RunRecord;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.EmptyState;
import dev.sortkey.ui.kit.Figures;
import dev.sortkey.ui.library.LibraryViewModel.Shelf;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The runs or the saved queries, a row each. Enter or a double click opens one in the builder.
final class KeptTable {
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MMM d, HH:mm:ss", Locale.ENGLISH)
          .withZone(ZoneId.systemDefault());

  private final LibraryViewModel model;
  private final TableView<Kept> table = new TableView<>();

  KeptTable(LibraryViewModel model) {
    this.model = model;
    table.setItems(model.rows());
    table.setId("kept");
    table.setFixedCellSize(28);
    table.setAccessibleText(Messages.text("library.title"));
    table.getStyleClass().add("sk-table");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setRowFactory(_ -> row());
    table.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER && model.chosenProperty().get() instanceof Kept kept) {
        model.open(kept.asked(), false);
        event.consume();
      }
    });
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, now) -> {
          if (now != null) {
            model.chosenProperty().set(now);
          }
        });
    model
        .chosenProperty()
        .addListener((_, _, now) -> {
          if (now != null && table.getSelectionModel().getSelectedItem() != now) {
            table.getSelectionModel().select(now);
          }
        });
    model.shelfProperty().subscribe(this::lay);
  }

  Node node() {
    return table;
  }

  private TableRow<Kept> row() {
    var row =
        new TableRow<Kept>() {
          @Override
          protected void updateItem(@Nullable Kept kept, boolean empty) {
            super.updateItem(kept, empty);
            pseudoClassStateChanged(
                FAILED, kept instanceof Kept.Run(RunRecord run) && run.failure() != null);
          }
        };
    row.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2 && row.getItem() != null) {
        model.open(row.getItem().asked(), false);
      }
    });
    return row;
  }

  private void lay(Shelf shelf) {
    table.getColumns().clear();
    if (shelf == Shelf.HISTORY) {
      column("library.column.time", 164, false, run(run -> TIME.format(run.at())));
      column("library.column.table", 170, false, Kept::table);
      column("library.column.query", 380, false, Kept::text);
      column("library.column.items", 70, true, run(run -> Figures.count(run.matched())));
      column("library.column.units", 80, true, run(KeptTable::units));
      column("library.column.millis", 70, true, run(run -> "" + run.time().toMillis()));
      column("library.column.outcome", 190, false, run(KeptTable::outcome));
    } else {
      column("library.column.folder", 150, false, saved(one -> one.query().folder()));
      column("library.column.name", 200, false, saved(one -> one.query().name()));
      column("library.column.table", 150, false, Kept::table);
      column("library.column.query", 380, false, Kept::text);
      column(
          "library.column.where",
          200,
          false,
          saved(one ->
              one.shared()
                  ? String.valueOf(one.folder().getFileName())
                  : Messages.text("library.own")));
    }
    String key = shelf == Shelf.HISTORY ? "library.empty.history" : "library.empty.saved";
    table.setPlaceholder(
        new EmptyState(
            shelf == Shelf.HISTORY ? Feather.CLOCK : Feather.STAR,
            Messages.text(key),
            Messages.text(key + ".detail"),
            null));
  }

  private static String units(RunRecord run) {
    return run.units() == null ? "" : String.format(Locale.ENGLISH, "%.1f", run.units());
  }

  private static String outcome(RunRecord run) {
    return run.failure() == null ? "" : run.failure();
  }

  private static Function<Kept, String> run(Function<RunRecord, String> text) {
    return kept -> kept instanceof Kept.Run(RunRecord run) ? text.apply(run) : "";
  }

  private static Function<Kept, String> saved(Function<Kept.Saved, String> text) {
    return kept -> kept instanceof Kept.Saved saved ? text.apply(saved) : "";
  }

  private void column(String key, double width, boolean number, Function<Kept, String> text) {
    var column = new TableColumn<Kept, String>(Messages.text(key));
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.getStyleClass().add(number ? "sk-number-column" : "sk-text-column");
    table.getColumns().add(column);
  }
}
