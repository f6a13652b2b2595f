package dev.sortkey.ui.items;

import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.store.BulkRuns;
import dev.sortkey.ui.rows.StagedRows;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.TableChanges;
import java.util.function.Supplier;
import javafx.scene.Node;

/// The bulk edits of the panel: asks for a new one, and offers those that are unfinished.
final class BulkEdits {
  private final Desk desk;
  private final TableSchema table;
  private final ItemsViewModel items;
  private final StagedRows rows;
  private final TableChanges changes;
  private final Supplier<int[]> selected;
  private final UnfinishedRuns unfinished;
  private final UnfinishedBar bar;

  /// @param selected the positions of the selected rows
  BulkEdits(
      Desk desk,
      TableSchema table,
      ItemsViewModel items,
      StagedRows rows,
      TableChanges changes,
      Supplier<int[]> selected) {
    this.desk = desk;
    this.table = table;
    this.items = items;
    this.rows = rows;
    this.changes = changes;
    this.selected = selected;
    unfinished =
        new UnfinishedRuns(
            desk.session().connection().id(),
            table.name(),
            desk.store().bulkRuns(),
            desk.work(),
            desk.workbench()::toast);
    bar = new UnfinishedBar(unfinished, table, desk, this::goOn);
    unfinished.look();
  }

  /// What is unfinished.
  Node bar() {
    return bar;
  }

  /// Asks what is to be done to many items.
  void ask() {
    if (items.partial()) {
      desk.workbench().toast(Messages.text("items.paste.partial"));
      return;
    }
    var model =
        new BulkViewModel(
            table,
            changes,
            run(),
            desk.work(),
            () -> rows.some(selected.get()),
            rows::all,
            desk.readOnly().get() ? null : items.results().plan(),
            items.results().readAt());
    desk.workbench()
        .showDialog(
            new BulkDialog(
                    model,
                    count -> desk.workbench().toast(Messages.text("items.bulk.staged", count)),
                    desk.workbench()::closeDialog)
                .node());
  }

  void close() {
    bar.close();
  }

  /// Asks whether one that is unfinished shall go on.
  private void goOn(BulkRuns.Unfinished begun) {
    BulkRunViewModel model = run();
    model.takeUp(begun);
    desk.workbench()
        .showDialog(
            new UnfinishedDialog(begun.head(), model, desk.workbench()::closeDialog).node());
  }

  private BulkRunViewModel run() {
    return new BulkRunViewModel(
        table, changes, desk.session(), desk.work(), desk.store().bulkRuns(), unfinished::look);
  }
}
