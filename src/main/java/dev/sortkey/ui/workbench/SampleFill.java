package dev.sortkey.ui.workbench;

import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.sample.SampleTable;
import dev.sortkey.core.sample.SampleTables;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.TableCatalog;
import dev.sortkey.core.table.TableSchema;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Creates the sample tables that are not there yet and fills them; existing tables stay as they
/// are.
public final class SampleFill {
  private static final long ASK_EVERY_MILLIS = 100;

  private SampleFill() {}

  /// Blocks, reports items, and stops between two requests once cancelled.
  ///
  /// @param made told each table as soon as it is there
  /// @return how many items were written
  public static long fill(Session session, Consumer<TableSchema> made, Progress progress)
      throws InterruptedException {
    Set<String> there = new HashSet<>(session.tables().names());
    List<SampleTable> wanted =
        SampleTables.all().stream().filter(table -> !there.contains(table.draft().name())).toList();
    long total = wanted.stream().mapToLong(SampleFill::size).sum();
    long written = 0;
    progress.report(0, total);
    for (SampleTable table : wanted) {
      if (progress.cancelled()) {
        break;
      }
      String name = table.draft().name();
      made.accept(session.tables().create(table.draft()));
      awaitActive(session.tables(), name, progress);
      written +=
          session.writer().putAll(name, table.items().get(), new Part(progress, written, total));
    }
    return written;
  }

  /// One table's part in the progress of all.
  private record Part(Progress whole, long before, long total) implements Progress {
    @Override
    public void report(long done, long unknown) {
      whole.report(before + done, total);
    }

    @Override
    public boolean cancelled() {
      return whole.cancelled();
    }
  }

  private static void awaitActive(TableCatalog tables, String name, Progress progress)
      throws InterruptedException {
    while (!progress.cancelled() && !tables.describe(name).active()) {
      Thread.sleep(ASK_EVERY_MILLIS);
    }
  }

  private static long size(SampleTable table) {
    long size = 0;
    for (Iterator<?> items = table.items().get(); items.hasNext(); items.next()) {
      size++;
    }
    return size;
  }
}
