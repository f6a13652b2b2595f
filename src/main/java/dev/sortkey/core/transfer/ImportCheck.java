package dev.sortkey.core.transfer;

import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Item;
import dev.sortkey.core.value.ItemSize;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/// What an import would find in its file, told before anything is written.
///
/// @param good rows that can be written
/// @param bad rows that would be rejected
/// @param first the items of the first good rows
/// @param problems of the first bad rows
/// @param writeUnits capacity units that writing the good rows uses in the table, indexes aside
/// @param broken whether the file cannot be read to its end
public record ImportCheck(
    long good,
    long bad,
    List<Item> first,
    List<Row.Bad> problems,
    long writeUnits,
    boolean broken) {
  private static final int FIRST = 50;
  private static final int MOST_PROBLEMS = 200;
  private static final int UNIT = 1024;

  public ImportCheck {
    first = List.copyOf(first);
    problems = List.copyOf(problems);
  }

  public long rows() {
    return good + bad;
  }

  /// Reads the whole file once; blocks, ends at an interrupt, reports bytes.
  public static ImportCheck of(ImportPlan plan, TableSchema table, Progress progress) {
    long good = 0;
    long bad = 0;
    long units = 0;
    boolean broken = false;
    List<Item> first = new ArrayList<>();
    List<Row.Bad> problems = new ArrayList<>();
    long size = size(plan);
    try (RowSource rows = RowSource.open(plan.path(), plan.shape(), plan.header())) {
      for (Row row = rows.next(); row != null; row = rows.next()) {
        switch (checked(row, table)) {
          case Row.Good(long _, String _, Item item) -> {
            good++;
            units += Math.ceilDiv(Math.max(1, ItemSize.of(item)), UNIT);
            if (first.size() < FIRST) {
              first.add(item);
            }
          }
          case Row.Bad wrong -> {
            bad++;
            broken |= wrong.last();
            if (problems.size() < MOST_PROBLEMS || wrong.last()) {
              problems.add(wrong);
            }
          }
        }
        if ((good + bad) % 256 == 0) {
          progress.report(rows.bytes(), size);
          if (progress.cancelled()) {
            throw new CancellationException();
          }
        }
      }
    }
    return new ImportCheck(good, bad, first, problems, units, broken);
  }

  /// A good row, or why DynamoDB would refuse it.
  static Row checked(Row row, TableSchema table) {
    return row instanceof Row.Good(long line, String text, Item item)
        ? RowCheck.flaw(table, item)
            .<Row>map(flaw -> new Row.Bad(line, text, flaw, false))
            .orElse(row)
        : row;
  }

  private static long size(ImportPlan plan) {
    try {
      return Files.size(plan.path());
    } catch (IOException e) {
      throw FileShape.unreadable(plan.path(), e);
    }
  }
}
