package dev.sortkey.ui.items;

import dev.sortkey.core.edit.WriteReport;
import dev.sortkey.core.library.Asked;
import dev.sortkey.core.moments.DateWords;
import dev.sortkey.core.partiql.SelectWriting;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Item;
import dev.sortkey.store.Layouts;
import dev.sortkey.ui.editor.ItemEditorView;
import dev.sortkey.ui.kit.ProblemBanner;
import dev.sortkey.ui.kit.grid.Cell;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Destination;
import dev.sortkey.ui.workbench.SaveQueryDialog;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Everything below the page head once the table can be read.
final class ItemsBody {
  private static final double INSPECTOR = 356;

  private final Desk desk;
  private final QueryViewModel query;
  private final ItemsViewModel items;
  private final PauseTransition resting = new PauseTransition(Duration.millis(250));
  private final InspectorViewModel inspector;
  private final VBox root;
  private final QueryBar queryBar;
  private final PlanBar planBar;
  private final ResultBar resultBar;
  private final ResultGrid grid;
  private final SplitPane split;
  private final ItemEditorView editor;

  ItemsBody(Desk desk, ItemsViewModel items, QueryViewModel query, ProblemBanner banner) {
    this.desk = desk;
    this.query = query;
    this.items = items;
    Session session = desk.session();
    inspector =
        new InspectorViewModel(
            query.table(), items.rows(), desk.work(), session.reader(), session.writer());
    var copying =
        new Copying(
            items.rows(),
            items.columns(),
            desk.work(),
            ItemsBody::toClipboard,
            desk.workbench()::toast);
    var menu = new RowMenu(copying, this::edit, this::duplicate, this::delete, desk.readOnly());
    var around =
        new ConditionChip.Around(
            items::knownAttributes,
            items::usualForm,
            new DateWords(Clock.systemDefaultZone()),
            items::run);
    var recent = new RecentRuns(desk, items);
    queryBar =
        new QueryBar(
            query,
            around,
            new QueryBar.Actions(this::code, this::save, recent::show, this::partiql));
    planBar = new PlanBar(query, new WaysPopover(query, items.limit(), this::sent));
    grid = new ResultGrid(items, desk.theme(), menu, this::edit);
    var exporting = new Exporting(query.table(), items, grid::selectedRows, desk.workbench()::open);
    resultBar =
        new ResultBar(
            items.results(), items.rows(), new ColumnChooser(items.columns()), exporting::ask);
    items.rows().orderProperty().addListener((_, _, _) -> resultBar.draw());
    recallColumns();
    VBox.setVgrow(grid.node(), Priority.ALWAYS);
    var left = new VBox(resultBar, new PauseBar(items.results()), grid.node());
    left.setMinWidth(320);
    split = new SplitPane(left);
    VBox.setVgrow(split, Priority.ALWAYS);
    root = new VBox(queryBar, planBar, new AskBar(items), banner, split);

    editor = new ItemEditorView(inspector.editor(), desk.workbench()::remedy, desk.readOnly());
    SplitPane.setResizableWithParent(editor, false);
    inspector.openProperty().addListener((_, _, open) -> showInspector(open));
    inspector.onWritten(grid::reveal);
    inspector.onFailed(desk.workbench()::toast);
    inspector.editor().phaseProperty().addListener((_, _, _) -> focusEditor());
    grid.node()
        .focusedCellProperty()
        .addListener((_, before, now) -> {
          if (now != null && (before == null || before.row() != now.row())) {
            follow(now);
          }
        });
  }

  Node node() {
    return root;
  }

  ObservableValue<Boolean> unsaved() {
    return inspector.editor().dirtyProperty();
  }

  /// Puts the focus where work goes on.
  void focus() {
    if (!queryBar.focusFirst()) {
      // A split pane takes its parts in when it is first laid out; until then they take no focus.
      root.applyCss();
      root.layout();
      grid.focus();
    }
  }

  /// Shows the query as code.
  void code() {
    query
        .asked()
        .ifPresent(spec -> desk.workbench().open(new Destination.Code(items.name(), spec)));
  }

  /// Keeps the query under a name.
  void save() {
    query
        .asked()
        .ifPresent(spec -> SaveQueryDialog.show(desk, new Asked.Conditions(items.name(), spec)));
  }

  /// Shows the query as a statement, in the editor for these.
  private void partiql() {
    query
        .asked()
        .ifPresent(spec -> {
          try {
            String text = SelectWriting.write(query.table(), spec);
            desk.workbench().open(new Destination.PartiQl(text, false));
          } catch (IllegalArgumentException e) {
            desk.workbench().toast(String.valueOf(e.getMessage()));
          }
        });
  }

  /// Opens or closes the list of ways.
  void ways() {
    planBar.open();
  }

  /// Shows what would be sent.
  void sent() {
    query
        .check()
        .ifPresent(plan ->
            desk.workbench()
                .showDialog(
                    new SentDialog(plan, ItemsBody::toClipboard, desk.workbench()::closeDialog)
                        .node()));
  }

  void focusFilter() {
    resultBar.focusFilter();
  }

  void export() {
    resultBar.export();
  }

  void create() {
    inspector.create();
    editor.focusFirst();
  }

  void close() {
    resting.stop();
    rememberWidth();
    inspector.close();
  }

  private void edit(int position) {
    inspector.edit(position);
  }

  private void duplicate(int position) {
    if (!desk.refusesWrite()) {
      inspector.duplicate(position);
    }
  }

  /// Shows the row that the person rests on; each look costs a read, so that rows passed by are
  /// left alone.
  private void follow(Cell cell) {
    resting.setOnFinished(_ -> {
      if (cell.row() < items.rows().size() && grid.selectedRows().length <= 1) {
        inspector.follow(cell.row());
      }
    });
    resting.playFromStart();
  }

  private void focusEditor() {
    boolean typing = grid.node().isFocused();
    if (!typing) {
      editor.focusFirst();
    }
  }

  private void delete(int[] positions) {
    if (desk.refusesWrite()) {
      return;
    }
    List<Item> rows = IntStream.of(positions).mapToObj(items.rows()::item).toList();
    if (rows.isEmpty()) {
      return;
    }
    var deletion =
        new DeletionViewModel(
            inspector.editor().table(),
            rows,
            items.partial(),
            desk.work(),
            desk.session().reader(),
            desk.session().writer(),
            this::deleted);
    deletion.reportProperty().addListener((_, _, report) -> said(report));
    desk.workbench().showDialog(new DeletionDialog(deletion, desk.workbench()::closeDialog).node());
  }

  private void deleted(Set<ItemKey> keys) {
    items.rows().deleted(keys);
    keys.forEach(inspector::forget);
  }

  private void said(WriteReport report) {
    if (report.applied() > 0) {
      desk.workbench().toast(Messages.text("items.deleted", report.applied()));
    }
  }

  private void showInspector(boolean open) {
    if (open) {
      double saved = desk.store().settings().get().inspectorWidth();
      editor.setPrefWidth(saved > 0 ? saved : INSPECTOR);
      split.getItems().add(editor);
      double width = split.getWidth() > 0 ? split.getWidth() : 1_048;
      split.setDividerPosition(0, 1 - editor.getPrefWidth() / width);
    } else {
      rememberWidth();
      split.getItems().remove(editor);
      grid.node().requestFocus();
    }
  }

  private void recallColumns() {
    Layouts.Layout layout =
        desk.store().layouts().get().of(desk.session().connection().id(), items.name());
    items.columns().hide(layout.hidden());
    grid.node().setWidths(layout.widths());
    items.columns().onHidden(this::rememberColumns);
    grid.node().onWidthsChanged(_ -> rememberColumns());
  }

  private void rememberColumns() {
    var layout = new Layouts.Layout(List.of(), grid.node().widths(), items.columns().hidden());
    String connection = desk.session().connection().id();
    remember(
        () -> desk.store().layouts().update(now -> now.with(connection, items.name(), layout)));
  }

  private void rememberWidth() {
    double width = Math.round(editor.getWidth());
    var settings = desk.store().settings();
    if (split.getItems().contains(editor)
        && width > 0
        && width != settings.get().inspectorWidth()) {
      remember(() -> settings.update(now -> now.withInspectorWidth(width)));
    }
  }

  /// Writes a file of the person's, away from the FX thread.
  private void remember(Runnable write) {
    desk.work()
        .write(
            Messages.text("items.remembering"),
            _ -> {
              write.run();
              return true;
            },
            outcome -> {
              if (outcome instanceof Outcome.Failed<Boolean>(Problem why)) {
                desk.workbench().toast(why);
              }
            });
  }

  private static void toClipboard(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
