package dev.sortkey.core.transfer;

import dev.sortkey.core.edit.ItemWriter;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Lanes;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Writes the rows of a file into a table, a window of them at a time. It never forgets a row: each
/// is written, rejected with its reason, or still to come when the import goes on.
public final class Import {
  /// How often the progress is kept, at the most.
  private static final long KEEP_EVERY_NANOS = 500_000_000;

  private final TableSchema table;
  private final Window.Sending sending;
  private final Progress progress;
  private final Consumer<ImportProgress> told;
  private final Consumer<ImportProgress> keep;
  private long kept;

  /// @param told how far it has come, often
  /// @param keep writes the progress to the disk; now and then, and at the end
  public Import(
      TableSchema table,
      BulkItems bulk,
      ItemWriter writer,
      Lanes lanes,
      Progress progress,
      Consumer<ImportProgress> told,
      Consumer<ImportProgress> keep) {
    this.table = table;
    this.sending = new Window.Sending(table, bulk, writer, lanes, new Unreported(progress));
    this.progress = progress;
    this.told = told;
    this.keep = keep;
  }

  /// The size and time of a file, by which it is known again.
  public static ImportProgress begin(String id, String connection, ImportPlan plan, long rows) {
    Path file = plan.path();
    try {
      return ImportProgress.begin(
          id, connection, plan, Files.size(file), Files.getLastModifiedTime(file).toMillis(), rows);
    } catch (IOException e) {
      throw FileShape.unreadable(file, e);
    }
  }

  /// Blocks; stops between two batches when it is cancelled.
  ///
  /// @param from [#begin], or where an earlier run stopped
  /// @throws ProblemException when the file is gone or has changed
  public ImportReport run(ImportProgress from) throws InterruptedException {
    ImportPlan plan = from.plan();
    ImportProgress now = begin(from.id(), from.connection(), plan, from.rows());
    if (now.fileSize() != from.fileSize() || now.fileModified() != from.fileModified()) {
      throw new ProblemException(
          Problem.of(
              Problem.Kind.LOCAL_IO,
              Messages.text("transfer.changed.title", plan.path().getFileName()),
              Messages.text("transfer.changed.detail")));
    }
    try (RowSource source = RowSource.open(plan.path(), plan.shape(), plan.header());
        var rejected = new RejectedRows(plan.path(), from.rejectedFile(), from.rejectedBytes())) {
      for (long skipped = 0; skipped < from.acknowledged(); skipped++) {
        if (source.next() == null) {
          break;
        }
      }
      return run(from, source, rejected);
    } catch (IOException e) {
      throw TransferFiles.unwritable(plan.path(), e);
    }
  }

  private ImportReport run(ImportProgress from, RowSource source, RejectedRows rejected)
      throws IOException, InterruptedException {
    ImportProgress here = from;
    keep.accept(here);
    var window = new Window(table, from.plan().mode());
    @Nullable Problem problem = null;
    boolean stopped = progress.cancelled();
    boolean complete = false;
    while (!stopped) {
      window.fill(source);
      if (window.isEmpty()) {
        complete = true;
        break;
      }
      problem = sending.send(window);
      here = window.settle(here, rejected);
      stopped = problem != null || !window.isEmpty() || progress.cancelled();
      progress.report(here.acknowledged(), here.rows());
      told.accept(here);
      if (!stopped && System.nanoTime() - kept > KEEP_EVERY_NANOS) {
        kept = System.nanoTime();
        here = here.rejecting(rejected.file(), rejected.flushed());
        keep.accept(here);
      }
    }
    complete |= here.rows() > 0 && here.acknowledged() == here.rows();
    here = here.rejecting(rejected.file(), rejected.flushed());
    keep.accept(here);
    long unprocessed = window.unprocessed();
    long ahead = window.ahead();
    return new ImportReport(
        here,
        ahead,
        unprocessed,
        Math.max(0, here.rows() - here.acknowledged() - unprocessed - ahead),
        complete,
        problem);
  }
}
