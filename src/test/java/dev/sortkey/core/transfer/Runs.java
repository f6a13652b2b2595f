package dev.sortkey.core.transfer;

import dev.sortkey.core.progress.Lanes;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.ui.work.Parallel;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Exports and imports without a window.
final class Runs {
  private Runs() {}

  /// As the window does it.
  static final Lanes LANES = Parallel::forEach;

  static Export.Tally export(Session session, Export.Source source, Export.Target target)
      throws InterruptedException {
    return new Export(session.bulk(), session.reader(), LANES, Progress.none(), _ -> {})
        .run(source, target);
  }

  static ImportPlan plan(Path file, TableSchema table, ImportMode mode) {
    FileShape shape = FileShape.of(file);
    return new ImportPlan(
        file.toString(),
        shape,
        shape.form() == FileForm.CSV ? CsvStart.header(file, shape, table) : null,
        table.name(),
        mode);
  }

  static ImportProgress begin(Path file, TableSchema table, ImportMode mode) {
    ImportPlan plan = plan(file, table, mode);
    long rows = ImportCheck.of(plan, table, Progress.none()).rows();
    return Import.begin("test", "connection", plan, rows);
  }

  static ImportReport go(
      Session session,
      TableSchema table,
      ImportProgress from,
      Progress progress,
      Consumer<ImportProgress> keep)
      throws InterruptedException {
    return new Import(table, session.bulk(), session.writer(), LANES, progress, _ -> {}, keep)
        .run(from);
  }
}
