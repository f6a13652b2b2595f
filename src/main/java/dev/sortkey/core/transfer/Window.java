package dev.sortkey.core.transfer;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.ItemDiff;
import dev.sortkey.core.edit.ItemWriter;
import dev.sortkey.core.edit.WriteOutcome;
import dev.sortkey.core.edit.WriteReport;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Lanes;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Item;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The rows of an import that are under way. No key stands in it twice, so that its batches can be
/// sent beside each other and the last of two rows with one key still wins.
final class Window {
  private static final int BATCH = 25;
  private static final int BATCHES = 8;
  private static final int INSERTS = 8;

  /// What became of a row; null while nobody knows.
  private sealed interface Fate {
    record Written() implements Fate {}

    record There() implements Fate {}

    record Rejected(String reason) implements Fate {}
  }

  private static final class Entry {
    private final Row row;
    private volatile @Nullable Fate fate;
    private volatile boolean sent;

    private Entry(Row row) {
      this.row = row;
    }

    private Item item() {
      return ((Row.Good) row).item();
    }
  }

  private final TableSchema table;
  private final ImportMode mode;
  private final List<Entry> entries = new ArrayList<>();
  private @Nullable Row ahead;

  Window(TableSchema table, ImportMode mode) {
    this.table = table;
    this.mode = mode;
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /// Takes rows until it is full, a key comes twice, or the file ends.
  void fill(RowSource source) {
    Set<ItemKey> keys = new HashSet<>();
    while (entries.size() < BATCH * BATCHES) {
      Row row = ahead;
      ahead = null;
      if (row == null) {
        Row next = source.next();
        if (next == null) {
          return;
        }
        row = ImportCheck.checked(next, table);
      }
      var entry = new Entry(row);
      switch (row) {
        case Row.Bad bad -> entry.fate = new Fate.Rejected(bad.reason());
        case Row.Good good -> {
          if (!keys.add(table.keyOf(good.item()).byValue())) {
            ahead = row;
            return;
          }
        }
      }
      entries.add(entry);
    }
  }

  /// Takes out the rows from the first on whose fate is known.
  ImportProgress settle(ImportProgress before, RejectedRows rejected) throws IOException {
    ImportProgress now = before;
    while (!entries.isEmpty() && entries.getFirst().fate != null) {
      Entry entry = entries.removeFirst();
      long line = entry.row.line();
      now =
          switch (entry.fate) {
            case Fate.Written _ -> now.settled(1, line, 1, 0, 0);
            case Fate.There _ -> now.settled(1, line, 0, 1, 0);
            case Fate.Rejected(String reason) -> {
              rejected.add(line, reason, entry.row.text());
              yield now.settled(1, line, 0, 0, 1);
            }
            case null -> now;
          };
    }
    return now;
  }

  /// Rows left that were written all the same.
  long ahead() {
    return entries.stream().filter(entry -> entry.fate instanceof Fate.Written).count();
  }

  /// Rows left that were sent without an answer.
  long unprocessed() {
    return entries.stream().filter(entry -> entry.fate == null && entry.sent).count();
  }

  /// How windows are sent.
  record Sending(
      TableSchema table, BulkItems bulk, ItemWriter writer, Lanes lanes, Progress progress) {
    /// With these the rows that follow would fare no better.
    private static final Set<Problem.Kind> ENDS_THE_RUN =
        EnumSet.complementOf(
            EnumSet.of(
                Problem.Kind.INVALID_REQUEST, Problem.Kind.LIMIT, Problem.Kind.CONDITION_FAILED));

    /// @return what ends the import, or null
    @Nullable Problem send(Window window) throws InterruptedException {
      var problem = new AtomicReference<@Nullable Problem>();
      List<Entry> open = window.entries.stream().filter(entry -> entry.fate == null).toList();
      int size =
          window.mode == ImportMode.PUT ? BATCH : Math.max(1, Math.ceilDiv(open.size(), INSERTS));
      List<List<Entry>> parts = new ArrayList<>();
      for (int i = 0; i < open.size(); i += size) {
        parts.add(open.subList(i, Math.min(i + size, open.size())));
      }
      lanes.forEach(
          parts,
          BATCHES,
          part -> {
            try {
              if (window.mode == ImportMode.PUT) {
                put(part);
              } else {
                insert(part, problem);
              }
            } catch (ProblemException e) {
              problem.set(e.problem());
            }
          });
      return problem.get();
    }

    private void put(List<Entry> part) {
      var rows = new ArrayList<BulkItems.Write>();
      for (int i = 0; i < part.size(); i++) {
        rows.add(new BulkItems.Write.Put(i, part.get(i).item()));
      }
      bulk.write(
          table,
          handing(rows, part),
          new BulkItems.Outcomes() {
            @Override
            public void written(List<BulkItems.Write> writes, double writeUnits) {
              writes.forEach(write -> part.get((int) write.number()).fate = new Fate.Written());
            }

            @Override
            public void refused(BulkItems.Write write, Problem why) {
              part.get((int) write.number()).fate = refusal(why);
            }
          },
          progress);
    }

    /// Remembers which rows are taken to be sent.
    private static Iterator<BulkItems.Write> handing(List<BulkItems.Write> rows, List<Entry> part) {
      Iterator<BulkItems.Write> all = rows.iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return all.hasNext();
        }

        @Override
        public BulkItems.Write next() {
          BulkItems.Write row = all.next();
          part.get((int) row.number()).sent = true;
          return row;
        }
      };
    }

    private void insert(List<Entry> part, AtomicReference<@Nullable Problem> problem) {
      List<Change> changes =
          part.stream().<Change>map(entry -> new Change.Insert(entry.item())).toList();
      List<WriteReport.Entry> outcomes = writer.write(table, changes, progress).entries();
      for (int i = 0; i < outcomes.size(); i++) {
        Entry entry = part.get(i);
        switch (outcomes.get(i).outcome()) {
          case WriteOutcome.Applied _ -> entry.fate = new Fate.Written();
          case WriteOutcome.Conflict(Item theirs) ->
              entry.fate =
                  theirs != null && ItemDiff.between(theirs, entry.item()).isEmpty()
                      ? new Fate.There()
                      : new Fate.Rejected(Messages.text("transfer.row.taken"));
          case WriteOutcome.InDoubt(Problem why) -> {
            entry.sent = true;
            problem.set(why);
          }
          case WriteOutcome.Rejected(Problem why) when ENDS_THE_RUN.contains(why.kind()) -> {
            entry.sent = true;
            problem.set(why);
          }
          case WriteOutcome.Rejected(Problem why) -> entry.fate = refusal(why);
          case WriteOutcome.NotAttempted _ -> {}
        }
      }
    }

    private static Fate refusal(Problem why) {
      return new Fate.Rejected(Messages.text("transfer.row.refused", why.title(), why.detail()));
    }
  }
}
