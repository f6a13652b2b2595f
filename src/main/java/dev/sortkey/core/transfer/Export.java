package dev.sortkey.core.transfer;

import dev.sortkey.core.progress.Lanes;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.query.Budget;
import dev.sortkey.core.query.Cursor;
import dev.sortkey.core.query.ItemReader;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.query.ReadResult;
import dev.sortkey.core.rows.RowStore;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Item;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/// Writes items into a file: aside at first, and in its place only when it is whole. Cancelled or
/// failed, it leaves no file.
public final class Export {
  /// Where the items come from.
  public sealed interface Source {
    /// The keys of the table, which come first in a CSV.
    TableSchema table();

    /// A whole table, read in parts; in no order.
    record Whole(TableSchema table) implements Source {}

    /// All that a plan reads, in its order.
    record Result(TableSchema table, ReadPlan plan) implements Source {}

    /// Some rows that were read before; the list may decode them as they are asked for.
    record Rows(TableSchema table, List<Item> items) implements Source {}
  }

  /// @param file packed when its name ends in `.gz`
  /// @param overwrite whether a file that is there may go
  public record Target(Path file, FileForm form, boolean overwrite) {}

  /// @param bytes written so far; at the end, the size of the file
  /// @param readUnits read capacity units used
  public record Tally(long items, long bytes, double readUnits) {}

  /// One part of a plan's result: the most that is held at a time.
  private static final Budget PART = new Budget(3_000, 20_000, 1_000, Duration.ofSeconds(5));

  private static final int MOST_PARTS = 8;
  private static final long BYTES_A_PART = 4L << 20;

  private final BulkItems bulk;
  private final ItemReader reader;
  private final Lanes lanes;
  private final Progress progress;
  private final Consumer<Tally> told;
  private Tally tally = new Tally(0, 0, 0);
  private long total = -1;

  /// @param told after each part that was written
  public Export(
      BulkItems bulk, ItemReader reader, Lanes lanes, Progress progress, Consumer<Tally> told) {
    this.bulk = bulk;
    this.reader = reader;
    this.lanes = lanes;
    this.progress = progress;
    this.told = told;
  }

  /// Blocks; ends at an interrupt or a cancel.
  public Tally run(Source source, Target target) throws InterruptedException {
    Path file = target.file().toAbsolutePath();
    Path part = file.resolveSibling("." + file.getFileName() + "." + System.nanoTime() + ".part");
    Path spool = part.resolveSibling(part.getFileName() + ".rows");
    try {
      if (!target.overwrite() && Files.exists(file)) {
        throw new FileAlreadyExistsException(file.toString());
      }
      write(source, target, part, spool);
      tally = new Tally(tally.items(), Files.size(part), tally.readUnits());
      if (target.overwrite()) {
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.move(part, file);
      }
      return tally;
    } catch (IOException e) {
      throw TransferFiles.unwritable(file, e);
    } finally {
      remove(part);
      remove(spool);
    }
  }

  private void write(Source source, Target target, Path part, Path spool)
      throws IOException, InterruptedException {
    List<String> keys = source.table().keys().all().stream().map(KeyAttribute::name).toList();
    boolean packed = target.file().toString().endsWith(".gz");
    // unlike a channel, this stream is not closed by an interrupt
    try (var file = new FileOutputStream(part.toFile());
        OutputStream out =
            new BufferedOutputStream(
                packed ? new GZIPOutputStream(file, 64 * 1024) : file, 64 * 1024);
        ItemSink sink = ItemSink.of(target.form(), out, keys, spool)) {
      read(source, sink);
      sink.finish(progress);
    } catch (Unwritten e) {
      throw e.cause;
    }
    if (progress.cancelled()) {
      throw new CancellationException();
    }
  }

  private void read(Source source, ItemSink sink) throws InterruptedException {
    switch (source) {
      case Source.Whole(TableSchema table) -> {
        total = table.itemCount();
        int parts = Math.clamp(table.sizeBytes() / BYTES_A_PART, 1, MOST_PARTS);
        lanes.forEach(
            BulkItems.Part.of(table.name(), parts, false),
            parts,
            part ->
                bulk.scan(
                    part,
                    page -> {
                      take(page.items(), page.readUnits(), sink);
                      return true;
                    }));
      }
      case Source.Result(TableSchema _, ReadPlan plan) -> result(plan, sink);
      case Source.Rows(TableSchema _, List<Item> items) ->
          items.forEach(item -> take(List.of(item), 0, sink));
    }
  }

  private void result(ReadPlan plan, ItemSink sink) {
    Cursor here = null;
    long count = 0;
    do {
      var rows = new RowStore();
      ReadPlan rest = plan.limit() == null ? plan : plan.limited(plan.limit() - count);
      ReadResult part = reader.read(rest, here, PART, rows.dictionary(), new Unreported(progress));
      part.chunks().forEach(rows::append);
      for (int i = 0; i < rows.size(); i++) {
        take(List.of(rows.get(i)), i == 0 ? part.readUnits() : 0, sink);
      }
      if (rows.size() == 0) {
        take(List.of(), part.readUnits(), sink);
      }
      count += rows.size();
      here = part.cursor();
    } while (here != null && (plan.limit() == null || count < plan.limit()));
  }

  /// Called by several lanes, one at a time.
  private synchronized void take(List<Item> items, double readUnits, ItemSink sink) {
    if (progress.cancelled()) {
      throw new CancellationException();
    }
    try {
      for (Item item : items) {
        sink.write(item);
      }
    } catch (IOException e) {
      throw new Unwritten(e);
    }
    tally = new Tally(tally.items() + items.size(), sink.bytes(), tally.readUnits() + readUnits);
    progress.report(tally.items(), total < tally.items() ? -1 : total);
    told.accept(tally);
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException _) {
      // nothing else can be done about a file aside
    }
  }

  /// Brings what the file system said out of a lane.
  private static final class Unwritten extends RuntimeException {
    private final transient IOException cause;

    private Unwritten(IOException cause) {
      super(cause);
      this.cause = cause;
    }
  }
}
