package dev.sortkey.ui.editor;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.ItemDiff;
import dev.sortkey.core.edit.ItemWriter;
import dev.sortkey.core.edit.WriteOutcome;
import dev.sortkey.core.edit.WriteReport;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Work;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// One change on its way to the table: shown as a diff, confirmed, written.
final class SaveFlow {
  /// A change that waits for the person's yes.
  record Review(Change change, ItemDiff diff) {}

  private final TableSchema table;
  private final ItemWriter writer;
  private final Slot slot;
  private final ReadOnlyObjectWrapper<@Nullable Review> review = new ReadOnlyObjectWrapper<>();

  SaveFlow(TableSchema table, Work work, ItemWriter writer) {
    this.table = table;
    this.writer = writer;
    this.slot = work.slot();
  }

  @Nullable Review review() {
    return review.get();
  }

  ReadOnlyBooleanProperty savingProperty() {
    return slot.busyProperty();
  }

  void propose(Change change) {
    review.set(new Review(change, change.diff()));
  }

  void withdraw() {
    review.set(null);
  }

  void abandon() {
    slot.abandon();
    review.set(null);
  }

  /// Writes the change under review; what became of it is told on the FX thread.
  void confirm(Consumer<Outcome<WriteReport>> settled) {
    Review confirmed = review.get();
    if (confirmed == null || slot.busy()) {
      return;
    }
    slot.write(
        Messages.text("editor.job.save", table.name()),
        progress -> writer.write(table, List.of(confirmed.change()), progress),
        settled);
  }

  /// What became of the report's one change.
  static WriteOutcome outcome(WriteReport report) {
    return report.entries().getFirst().outcome();
  }
}
