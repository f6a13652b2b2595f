package dev.sortkey.ui.items;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.text.Messages;
import dev.sortkey.store.BulkRuns;
import dev.sortkey.store.BulkRuns.Unfinished;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Work;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The bulk runs of a table that were begun, now or by an earlier Sortkey, and have not ended.
final class UnfinishedRuns {
  private final String connection;
  private final String table;
  private final BulkRuns runs;
  private final Work work;
  private final Slot looking;
  private final Consumer<Problem> trouble;
  private final ReadOnlyObjectWrapper<List<Unfinished>> all =
      new ReadOnlyObjectWrapper<>(List.of());
  private @Nullable String said;

  /// @param connection its id
  /// @param trouble told when they could not be read or forgotten
  UnfinishedRuns(
      String connection, String table, BulkRuns runs, Work work, Consumer<Problem> trouble) {
    this.connection = connection;
    this.table = table;
    this.runs = runs;
    this.work = work;
    this.looking = work.slot();
    this.trouble = trouble;
  }

  /// Oldest first.
  ReadOnlyObjectProperty<List<Unfinished>> allProperty() {
    return all.getReadOnlyProperty();
  }

  /// Looks on the disk again.
  void look() {
    looking.read(
        Messages.text("items.unfinished.looking"),
        _ -> runs.of(connection, table),
        (Outcome<BulkRuns.Found> outcome) -> {
          switch (outcome) {
            case Outcome.Done<BulkRuns.Found>(BulkRuns.Found found) -> {
              all.set(found.runs());
              say(found.notice());
            }
            case Outcome.Failed<BulkRuns.Found>(Problem why) -> trouble.accept(why);
            case Outcome.Cancelled<BulkRuns.Found> _ -> {}
          }
        });
  }

  void forget(Unfinished run) {
    work.write(
        Messages.text("items.unfinished.forgetting"),
        _ -> {
          runs.forget(run.head());
          return true;
        },
        outcome -> {
          if (outcome instanceof Outcome.Failed<Boolean>(Problem why)) {
            trouble.accept(why);
          }
          look();
        });
  }

  void close() {
    looking.abandon();
  }

  private void say(@Nullable String notice) {
    if (notice != null && !notice.equals(said)) {
      trouble.accept(
          Problem.of(Problem.Kind.LOCAL_IO, Messages.text("items.unfinished.damaged"), notice));
    }
    said = notice;
  }
}
