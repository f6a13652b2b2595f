package dev.sortkey.core.edit;

import dev.sortkey.core.edit.CommitPlan.Batch;
import dev.sortkey.core.progress.Lanes;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.table.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.stream.IntStream;

/// Writes what a plan holds and reports of every change. Once cancelled, or once a problem shows
/// that the rest would fare no better, no further batch is begun.
public final class Commit {
  /// Batches of single writes that are under way at once.
  private static final int WIDTH = 8;

  private final TableSchema table;
  private final ItemWriter writer;
  private final Lanes lanes;
  private final Progress progress;
  private final AtomicLong done = new AtomicLong();
  private final DoubleAdder units = new DoubleAdder();
  private volatile boolean ended;

  /// @param progress told changes
  public Commit(TableSchema table, ItemWriter writer, Lanes lanes, Progress progress) {
    this.table = table;
    this.writer = writer;
    this.lanes = lanes;
    this.progress = progress;
  }

  /// Blocks. The report has the changes in the plan's order; it comes also after an interrupt,
  /// which stays set.
  public WriteReport run(CommitPlan plan) {
    List<Batch> batches = plan.batches();
    Map<Integer, WriteReport> reports = new ConcurrentHashMap<>();
    var quiet = new Quiet();
    boolean single = plan.transactions() == 0;
    try {
      lanes.forEach(
          IntStream.range(0, batches.size()).boxed().toList(),
          single ? WIDTH : 1,
          index -> {
            WriteReport report = write(batches.get(index), quiet);
            reports.put(index, report);
            ended |= report.entries().stream().anyMatch(entry -> entry.outcome().endsTheRun());
            units.add(report.writeUnits());
            progress.spent(units.sum());
            progress.report(done.addAndGet(report.entries().size()), plan.changes());
          });
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    List<WriteReport.Entry> entries = new ArrayList<>();
    for (int i = 0; i < batches.size(); i++) {
      WriteReport report = reports.get(i);
      entries.addAll((report == null ? notAttempted(batches.get(i)) : report).entries());
    }
    return new WriteReport(entries);
  }

  private WriteReport write(Batch batch, Progress quiet) {
    if (quiet.cancelled()) {
      return notAttempted(batch);
    }
    return batch.together()
        ? writer.writeTogether(table, batch.changes(), quiet)
        : writer.write(table, batch.changes(), quiet);
  }

  private static WriteReport notAttempted(Batch batch) {
    return new WriteReport(
        batch.changes().stream()
            .map(change -> new WriteReport.Entry(change, new WriteOutcome.NotAttempted()))
            .toList());
  }

  /// Stops what runs beside a batch that has met an end, and reports nothing of its own.
  private final class Quiet implements Progress {
    @Override
    public void report(long some, long total) {}

    @Override
    public boolean cancelled() {
      return ended || progress.cancelled();
    }
  }
}
