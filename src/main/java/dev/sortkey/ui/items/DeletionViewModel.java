package dev.sortkey.ui.items;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.ItemWriter;
import dev.sortkey.core.edit.WriteOutcome;
import dev.sortkey.core.edit.WriteReport;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.query.ItemReader;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.transfer.RowText;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Work;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Deletes the items of some rows, each only if it still is what was read.
final class DeletionViewModel {
  private final TableSchema table;
  private final List<Item> rows;
  private final boolean partial;
  private final ItemReader reader;
  private final ItemWriter writer;
  private final Slot slot;
  private final Consumer<Set<ItemKey>> gone;
  private final ReadOnlyObjectWrapper<@Nullable WriteReport> report = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

  /// @param partial whether the rows may lack attributes, so that their items are read first
  /// @param gone told the keys of the items that are no longer there
  DeletionViewModel(
      TableSchema table,
      List<Item> rows,
      boolean partial,
      Work work,
      ItemReader reader,
      ItemWriter writer,
      Consumer<Set<ItemKey>> gone) {
    this.table = table;
    this.rows = List.copyOf(rows);
    this.partial = partial;
    this.reader = reader;
    this.writer = writer;
    this.slot = work.slot();
    this.gone = gone;
  }

  int count() {
    return rows.size();
  }

  ReadOnlyBooleanProperty busyProperty() {
    return slot.busyProperty();
  }

  /// What became of each deletion, or null before.
  ReadOnlyObjectProperty<@Nullable WriteReport> reportProperty() {
    return report.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// The keys that would go, in words.
  List<String> keys() {
    return rows.stream().map(this::words).toList();
  }

  /// What was not deleted and why, in words.
  List<String> failures() {
    WriteReport made = report.get();
    return made == null
        ? List.of()
        : made.entries().stream()
            .filter(entry -> !(entry.outcome() instanceof WriteOutcome.Applied))
            .map(entry -> words(original(entry)) + ": " + why(entry.outcome()))
            .toList();
  }

  void confirm() {
    if (slot.busy()) {
      return;
    }
    problem.set(null);
    slot.write(
        Messages.text("items.delete.job", rows.size(), table.name()),
        progress ->
            partial
                ? deleteWhole(progress)
                : writer.write(
                    table, rows.stream().map(DeletionViewModel::deletion).toList(), progress),
        (Outcome<WriteReport> outcome) -> {
          switch (outcome) {
            case Outcome.Done<WriteReport>(WriteReport made) -> done(made);
            case Outcome.Failed<WriteReport>(Problem failure) -> problem.set(failure);
            case Outcome.Cancelled<WriteReport> _ -> {}
          }
        });
  }

  /// Stops after the request under way; what is deleted by then stays deleted.
  void cancel() {
    slot.cancel();
  }

  /// Reads each item whole just before it goes; after a read that failed no other is tried.
  private WriteReport deleteWhole(Progress progress) {
    List<WriteReport.Entry> entries = new ArrayList<>();
    boolean ended = false;
    for (Item row : rows) {
      progress.report(entries.size(), rows.size());
      if (ended || progress.cancelled()) {
        entries.add(new WriteReport.Entry(deletion(row), new WriteOutcome.NotAttempted()));
        continue;
      }
      try {
        Optional<Item> whole = reader.get(table, table.keyOf(row));
        entries.addAll(
            whole.isEmpty()
                ? List.of(new WriteReport.Entry(deletion(row), new WriteOutcome.Conflict(null)))
                : writer.write(table, List.of(deletion(whole.get())), Progress.none()).entries());
      } catch (ProblemException e) {
        ended = true;
        entries.add(new WriteReport.Entry(deletion(row), new WriteOutcome.Rejected(e.problem())));
      }
    }
    return new WriteReport(entries);
  }

  private static Change deletion(Item item) {
    return new Change.Delete(item);
  }

  private void done(WriteReport made) {
    Set<ItemKey> keys = new HashSet<>();
    for (WriteReport.Entry entry : made.entries()) {
      boolean applied = entry.outcome() instanceof WriteOutcome.Applied;
      boolean already =
          entry.outcome() instanceof WriteOutcome.Conflict(@Nullable Item theirs) && theirs == null;
      if (applied || already) {
        keys.add(table.keyOf(original(entry)));
      }
    }
    if (!keys.isEmpty()) {
      gone.accept(keys);
    }
    report.set(made);
  }

  private static Item original(WriteReport.Entry entry) {
    return ((Change.Delete) entry.change()).original();
  }

  private static String why(WriteOutcome outcome) {
    return switch (outcome) {
      case WriteOutcome.Conflict(@Nullable Item theirs) ->
          Messages.text(theirs == null ? "items.delete.already" : "items.delete.changed");
      case WriteOutcome.Rejected(Problem refused) -> refused.title() + " " + refused.detail();
      case WriteOutcome.InDoubt(Problem doubt) -> doubt.title() + " " + doubt.detail();
      case WriteOutcome.NotAttempted _ -> Messages.text("items.delete.not-tried");
      case WriteOutcome.Applied _ -> "";
    };
  }

  private String words(Item item) {
    return table.keys().all().stream()
        .map(key -> item.get(key.name()))
        .map(DeletionViewModel::words)
        .collect(Collectors.joining(" / "));
  }

  private static String words(@Nullable Attr value) {
    return value == null ? "" : RowText.cell(value);
  }
}
