package dev.sortkey.ui.partiql;

import dev.sortkey.core.rows.Columns;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.editor.ItemEditorView;
import dev.sortkey.ui.editor.ItemEditorViewModel;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.EmptyState;
import dev.sortkey.ui.kit.grid.DataGrid;
import dev.sortkey.ui.kit.grid.GridColumn;
import dev.sortkey.ui.kit.grid.GridRows;
import dev.sortkey.ui.workbench.Desk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What the statements brought: a tab for each when there are several, its rows in the grid, and
/// the item of a row in the editor beside it.
final class ResultView {
  private static final double INSPECTOR = 356;

  private final Desk desk;
  private final PartiQlViewModel model;
  private final DataGrid grid;
  private final FlowPane tabs = new FlowPane(6, 6);
  private final Label count = Controls.label("", "sk-result-count");
  private final Label figures = Controls.label("", "sk-secondary");
  private final Label failure = Controls.label("", "sk-error-text");
  private final Button more = Controls.button(Messages.text("partiql.more"), null, null);
  private final SplitPane split;
  private @Nullable Result drawn;
  private int drawnRows;
  private @Nullable ItemEditorView editor;

  ResultView(Desk desk, PartiQlViewModel model) {
    this.desk = desk;
    this.model = model;
    this.grid = new DataGrid(desk.theme());
    grid.setId("partiql-grid");
    grid.onActivate(this::edit);
    grid.onNeedMore(model::more);
    grid.loadingProperty().bind(model.busyProperty());
    count.setId("partiql-count");
    failure.setWrapText(true);
    failure.setMinHeight(Label.USE_PREF_SIZE);
    more.getStyleClass().add("sk-small");
    more.setId("partiql-more");
    more.setOnAction(_ -> model.more());
    tabs.getStyleClass().add("sk-statement-tabs");
    var bar = new HBox(8, count, figures, Controls.spring(), more);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("sk-result-bar");
    VBox.setVgrow(grid, Priority.ALWAYS);
    var left = new VBox(tabs, bar, failure, grid);
    failure.getStyleClass().add("sk-statement-failure");
    split = new SplitPane(left);
    model.results().subscribe(this::layTabs);
    model.shownProperty().subscribe(_ -> draw());
    model.onGrown(this::draw);
    layTabs();
    draw();
  }

  Node node() {
    return split;
  }

  void focus() {
    grid.requestFocus();
  }

  private void layTabs() {
    List<Result> results = model.results();
    Controls.show(tabs, results.size() > 1);
    tabs.getChildren().clear();
    for (int i = 0; i < results.size(); i++) {
      Result result = results.get(i);
      String text =
          result.problem() != null
              ? Messages.text("partiql.tab.failed", i + 1)
              : Messages.text("partiql.tab", i + 1, result.rows().size());
      var tab = new ToggleButton(text);
      tab.getStyleClass().add("sk-segment");
      tab.setSelected(result == model.shownProperty().get());
      tab.setOnAction(_ -> model.shownProperty().set(result));
      tabs.getChildren().add(tab);
    }
  }

  private void draw() {
    Result result = model.shownProperty().get();
    for (int i = 0; i < tabs.getChildren().size(); i++) {
      ((ToggleButton) tabs.getChildren().get(i)).setSelected(model.results().get(i) == result);
    }
    boolean there = result != null && result.problem() == null;
    Controls.show(failure, result != null && result.problem() != null);
    if (result == null) {
      count.setText("");
      figures.setText("");
      grid.setRows(GridRows.empty());
      grid.placeholderProperty().set(empty("partiql.none", Feather.TERMINAL));
      Controls.show(more, false);
      drawn = null;
      return;
    }
    if (result.problem() != null) {
      failure.setText(result.problem().title() + " " + result.problem().detail());
    }
    long rows = result.rows().size();
    boolean done = there && !result.time().isZero();
    count.setText(
        !done
            ? ""
            : result.reads()
                ? Messages.text("items.count", rows)
                : Messages.text("partiql.written"));
    figures.setText(done ? figures(result) : "");
    Controls.show(more, result.next() != null && !model.busyProperty().get());
    grid.columns().setAll(columns(result));
    if (drawn == result && rows > drawnRows) {
      grid.rowsAppended();
    } else if (drawn != result || rows != drawnRows) {
      grid.setRows(new Rows(result));
    }
    drawn = result;
    drawnRows = (int) rows;
    String key =
        result.problem() != null
            ? "partiql.failed"
            : !done ? "partiql.waiting" : result.reads() ? "partiql.nothing" : "partiql.done";
    grid.placeholderProperty().set(rows > 0 ? null : empty(key, Feather.INBOX));
  }

  private static String figures(Result result) {
    String units =
        result.units() == null
            ? Messages.text("partiql.units.unknown")
            : Messages.text("partiql.units", String.format(Locale.ENGLISH, "%.1f", result.units()));
    return Messages.text("partiql.figures", units, result.time().toMillis());
  }

  private static EmptyState empty(String key, Feather icon) {
    return new EmptyState(icon, Messages.text(key), Messages.text(key + ".detail"), null);
  }

  private List<GridColumn> columns(Result result) {
    Optional<TableSchema> table = table(result);
    List<GridColumn> columns = new ArrayList<>();
    Columns seen = result.rows().columns();
    if (result.table() != null) {
      desk.tables().saw(result.table(), seen.all().stream().map(Columns.Column::name).toList());
    }
    for (Columns.Column column : seen.all()) {
      boolean key = table.map(schema -> schema.keys().has(column.name())).orElse(false);
      var made = new GridColumn(column.name(), column.type(), key);
      if (key) {
        columns.add((int) columns.stream().filter(GridColumn::key).count(), made);
      } else {
        columns.add(made);
      }
    }
    return columns;
  }

  private Optional<TableSchema> table(Result result) {
    return result.table() == null ? Optional.empty() : desk.tables().schema(result.table());
  }

  /// Opens the whole item of a row, where the row has its key.
  private void edit(int row) {
    Result result = model.shownProperty().get();
    Optional<TableSchema> table = result == null ? Optional.empty() : table(result);
    if (result == null || table.isEmpty()) {
      return;
    }
    Item item = result.rows().get(row);
    if (table.get().keys().all().stream().anyMatch(key -> item.get(key.name()) == null)) {
      desk.workbench().toast(Messages.text("partiql.no-key"));
      return;
    }
    var shown =
        new ItemEditorViewModel(
            table.get(), desk.work(), desk.session().reader(), desk.session().writer());
    shown.onClose(this::closeEditor);
    shown.onSaved(_ -> desk.workbench().toast(Messages.text("partiql.saved")));
    closeEditor();
    var view = new ItemEditorView(shown, desk.workbench()::remedy, desk.readOnly());
    view.outside(desk.workbench().files(), desk.workbench()::browse);
    view.setPrefWidth(INSPECTOR);
    SplitPane.setResizableWithParent(view, false);
    split.getItems().add(view);
    split.setDividerPosition(0, 1 - INSPECTOR / Math.max(800, split.getWidth()));
    editor = view;
    shown.open(table.get().keyOf(item));
  }

  private void closeEditor() {
    if (editor != null) {
      split.getItems().remove(editor);
      editor = null;
      grid.requestFocus();
    }
  }

  private record Rows(Result result) implements GridRows {
    @Override
    public int count() {
      return result.rows().size();
    }

    @Override
    public @Nullable Attr value(int row, String attribute) {
      return result.rows().get(row, attribute);
    }
  }
}
