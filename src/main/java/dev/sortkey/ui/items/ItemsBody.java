package dev.sortkey.ui.items;

import dev.sortkey.core.codegen.CodeSubject;
import dev.sortkey.core.edit.Staged;
import dev.sortkey.core.edit.WriteReport;
import dev.sortkey.core.library.Asked;
import dev.sortkey.core.moments.DateWords;
import dev.sortkey.core.partiql.SelectWriting;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.kit.ProblemBanner;
import dev.sortkey.ui.kit.grid.DataGrid;
import dev.sortkey.ui.rows.CellEdits;
import dev.sortkey.ui.rows.GridEdits;
import dev.sortkey.ui.rows.InspectorPane;
import dev.sortkey.ui.rows.InspectorViewModel;
import dev.sortkey.ui.rows.Popover;
import dev.sortkey.ui.rows.StagedBar;
import dev.sortkey.ui.rows.StagedRows;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Destination;
import dev.sortkey.ui.workbench.SaveQueryDialog;
import dev.sortkey.ui.workbench.TableChanges;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// Everything below the page head once the table can be read.
final class ItemsBody {
  private final Desk desk;
  private final QueryViewModel query;
  private final ItemsViewModel items;
  private final InspectorViewModel inspector;
  private final TableChanges changes;
  private final StagedRows rows;
  private final GridEdits edits;
  private final CellEdits cells;
  private final Popover popover = new Popover();
  private final BooleanBinding unsaved;
  private final StagedBar stagedBar;
  private final BulkEdits bulk;
  private final Runnable noCommits;
  private final Subscription following;
  private final StackPane root;
  private final QueryBar queryBar;
  private final PlanBar planBar;
  private final ResultBar resultBar;
  private final EntityBar entities;
  private final FindViewModel find;
  private final FindBar findBar;
  private final ResultGrid grid;
  private final InspectorPane inspection;

  ItemsBody(Desk desk, ItemsViewModel items, QueryViewModel query, ProblemBanner banner) {
    this.desk = desk;
    this.query = query;
    this.items = items;
    Session session = desk.session();
    changes = desk.changes().of(items.name());
    rows = new StagedRows(query.table(), items.rows(), changes);
    inspector =
        new InspectorViewModel(
            query.table(), items.rows(), rows, desk.work(), session.reader(), session.writer());
    edits = new GridEdits(desk, rows, items::partial, items.results()::readAt);
    var copying =
        new Copying(
            rows, items.columns(), desk.work(), ItemsBody::toClipboard, desk.workbench()::toast);
    var menu =
        new RowMenu(
            copying,
            this::edit,
            this::duplicate,
            chosen ->
                SideBySideDialog.show(
                    desk, rows, chosen, items.partial(), ItemsBody::toClipboard, this::edit),
            this::code,
            edits::delete,
            this::delete,
            edits::discard,
            positions -> IntStream.of(positions).anyMatch(at -> rows.staged(at) != null),
            desk.readOnly());
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
    grid = new ResultGrid(items, rows, desk.theme(), menu, this::edit, this::chooseColumns);
    cells = new CellEdits(desk, rows, edits, grid.node(), popover, grid::peek);
    unsaved = Bindings.or(inspector.editor().dirtyProperty(), cells.dirtyProperty());
    stagedBar = new StagedBar(query.table(), changes, desk.work(), this::review);
    following = changes.stagingProperty().subscribe(_ -> grid.showStaged());
    noCommits = changes.onCommitted(inspector::committed);
    DataGrid shown = grid.node();
    find =
        new FindViewModel(
            desk.work(), System::nanoTime, rows, shown::columns, shown.focusedCellProperty());
    findBar = new FindBar(find, shown);
    grid.onShown(find::seen);
    bulk = new BulkEdits(desk, query.table(), items, rows, changes, grid::selectedRows);
    var exporting = new Exporting(query.table(), items, grid::selectedRows, desk.workbench()::open);
    resultBar =
        new ResultBar(
            items.results(),
            items.rows(),
            new ColumnChooser(items.columns(), items::knownAttributes),
            this::find,
            bulk::ask,
            exporting::ask);
    items.rows().orderProperty().addListener((_, _, _) -> resultBar.draw());
    var memory = new ColumnMemory(desk, items.name(), items.columns(), grid.node());
    VBox.setVgrow(cells.node(), Priority.ALWAYS);
    entities = new EntityBar(desk, items, query.table());
    entities.chosen().subscribe(memory::show);
    entities.onRenamed(memory::renamed);
    var left =
        new VBox(
            bulk.bar(), resultBar, new PauseBar(items.results()), entities, findBar, cells.node());
    inspection = new InspectorPane(desk, inspector, rows, grid.node(), left);
    inspection.onCode(change -> code(CodeSubject.OneItem.of(change)));
    VBox.setVgrow(inspection.node(), Priority.ALWAYS);
    var panel =
        new VBox(queryBar, planBar, new AskBar(items), banner, inspection.node(), stagedBar);
    panel.addEventHandler(KeyEvent.KEY_PRESSED, stagedBar::key);
    root = popover.over(panel);
  }

  Node node() {
    return root;
  }

  ObservableValue<Boolean> unsaved() {
    return unsaved;
  }

  /// Whether keys go to what is open over the panel.
  boolean covered() {
    return popover.isShowing();
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
    query.asked().ifPresent(spec -> code(new CodeSubject.Query(spec)));
  }

  private void code(int position) {
    Staged staged = rows.staged(position);
    code(
        Optional.ofNullable(staged)
            .flatMap(Staged::effective)
            .map(CodeSubject.OneItem::of)
            .orElseGet(() -> new CodeSubject.OneItem(rows.read(position), !items.partial(), null)));
  }

  private void code(CodeSubject subject) {
    desk.workbench().open(new Destination.Code(items.name(), subject));
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
    SentQuery.show(desk, query, ItemsBody::toClipboard);
  }

  /// Opens the bar to find in the loaded rows.
  void find() {
    findBar.open();
  }

  void findNext() {
    findBar.next();
  }

  void findPrevious() {
    findBar.previous();
  }

  /// Closes the find bar; false when it is not open.
  boolean endFind() {
    return findBar.close();
  }

  void focusFilter() {
    resultBar.focusFilter();
  }

  private void chooseColumns() {
    resultBar.chooseColumns();
  }

  void export() {
    resultBar.export();
  }

  /// Opens an item, whether its row is loaded or not.
  void open(ItemKey key) {
    inspection.open(key);
  }

  void create() {
    inspection.create();
  }

  void close() {
    following.unsubscribe();
    noCommits.run();
    stagedBar.close();
    bulk.close();
    entities.close();
    find.close();
    cells.close();
    edits.close();
    inspection.close();
  }

  /// Asks what is to be done to many items.
  void bulk() {
    bulk.ask();
  }

  /// Stages what the clipboard holds.
  void paste() {
    String text = Clipboard.getSystemClipboard().getString();
    if (text != null) {
      edits.paste(text, grid.node().focusedCell(), List.copyOf(grid.node().columns()));
    }
  }

  /// Goes to the review of what is staged.
  private void review() {
    desk.workbench().open(new Destination.Review(items.name()));
  }

  private void edit(int position) {
    inspector.edit(position);
  }

  private void duplicate(int position) {
    inspection.duplicate(position);
  }

  private void delete(int[] positions) {
    if (desk.refusesWrite()) {
      return;
    }
    List<Item> going =
        IntStream.of(positions).filter(at -> !rows.isFresh(at)).mapToObj(rows::read).toList();
    if (going.isEmpty()) {
      return;
    }
    var deletion =
        new DeletionViewModel(
            inspector.editor().table(),
            going,
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

  private static void toClipboard(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
