package dev.sortkey.ui.transfer;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.transfer.CsvColumn;
import dev.sortkey.core.transfer.CsvHeader;
import dev.sortkey.core.transfer.CsvStart;
import dev.sortkey.core.transfer.FileForm;
import dev.sortkey.core.transfer.FileShape;
import dev.sortkey.core.transfer.Import;
import dev.sortkey.core.transfer.ImportCheck;
import dev.sortkey.core.transfer.ImportMode;
import dev.sortkey.core.transfer.ImportPlan;
import dev.sortkey.core.transfer.ImportProgress;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Work;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Which file is to be imported into which table, and what a look through the whole file says
/// before anything is written.
final class ImportViewModel {
  /// What is known of a file.
  record Looked(FileShape shape, @Nullable CsvHeader header, ImportCheck check) {}

  private final TransfersViewModel transfers;
  private final String connection;
  private final Work work;
  private final Slot looking;
  private final ObjectProperty<@Nullable Path> file = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable TableSchema> table = new SimpleObjectProperty<>();
  private final ObjectProperty<ImportMode> mode = new SimpleObjectProperty<>(ImportMode.PUT);
  private final ReadOnlyObjectWrapper<@Nullable Looked> looked = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

  ImportViewModel(TransfersViewModel transfers, String connection, Work work) {
    this.transfers = transfers;
    this.connection = connection;
    this.work = work;
    this.looking = work.slot();
    file.subscribe(() -> look(null, null));
    table.subscribe(() -> look(null, null));
  }

  ObjectProperty<@Nullable Path> fileProperty() {
    return file;
  }

  ObjectProperty<@Nullable TableSchema> tableProperty() {
    return table;
  }

  ObjectProperty<ImportMode> modeProperty() {
    return mode;
  }

  /// What was found in the file, or null while nobody looked.
  ReadOnlyObjectProperty<@Nullable Looked> lookedProperty() {
    return looked.getReadOnlyProperty();
  }

  /// Why the file cannot be looked through, or null.
  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty lookingProperty() {
    return looking.busyProperty();
  }

  /// Reads the file in another form than it seems to have.
  void readAs(FileForm form) {
    Looked now = looked.get();
    if (now != null && now.shape().form() != form) {
      look(now.shape().withForm(form), null);
    }
  }

  /// Takes a column as another type; null leaves it out.
  void take(int column, @Nullable AttrType type) {
    Looked now = looked.get();
    if (now != null && now.header() != null) {
      List<CsvColumn> columns = new ArrayList<>(now.header().columns());
      columns.set(column, columns.get(column).withType(type));
      look(now.shape(), new CsvHeader(columns, now.header().typed()));
    }
  }

  /// Reads the file anew.
  void lookAgain() {
    look(null, null);
  }

  void stopLooking() {
    looking.cancel();
  }

  boolean canStart() {
    Looked now = looked.get();
    return now != null && now.check().good() > 0 && table.get() != null && !looking.busy();
  }

  void start() {
    Looked now = looked.get();
    TableSchema into = table.get();
    Path source = file.get();
    if (!canStart() || now == null || into == null || source == null) {
      return;
    }
    ImportPlan plan = plan(source, now.shape(), now.header(), into);
    work.read(
        Messages.text("transfer.looking", source.getFileName()),
        _ -> Import.begin(UUID.randomUUID().toString(), connection, plan, now.check().rows()),
        outcome -> {
          switch (outcome) {
            case Outcome.Done<ImportProgress>(var begun) -> {
              looked.set(null);
              file.set(null);
              transfers.run(begun, into);
            }
            case Outcome.Failed<ImportProgress>(Problem why) -> problem.set(why);
            case Outcome.Cancelled<ImportProgress> _ -> {}
          }
        });
  }

  void close() {
    looking.abandon();
  }

  private ImportPlan plan(
      Path source, FileShape shape, @Nullable CsvHeader header, TableSchema into) {
    return new ImportPlan(source.toString(), shape, header, into.name(), mode.get());
  }

  /// @param shape as the person has it, or null to tell it from the file
  /// @param header likewise
  private void look(@Nullable FileShape shape, @Nullable CsvHeader header) {
    Path source = file.get();
    TableSchema into = table.get();
    problem.set(null);
    if (source == null || into == null) {
      looking.abandon();
      looked.set(null);
      return;
    }
    looking.read(
        Messages.text("transfer.looking", source.getFileName()),
        progress -> {
          FileShape found = shape == null ? FileShape.of(source) : shape;
          CsvHeader columns =
              header == null && found.form() == FileForm.CSV
                  ? CsvStart.header(source, found, into)
                  : header;
          return new Looked(
              found, columns, ImportCheck.of(plan(source, found, columns, into), into, progress));
        },
        (Outcome<Looked> outcome) -> {
          switch (outcome) {
            case Outcome.Done<Looked>(Looked found) -> looked.set(found);
            case Outcome.Failed<Looked>(Problem why) -> {
              looked.set(null);
              problem.set(why);
            }
            case Outcome.Cancelled<Looked> _ -> looked.set(null);
          }
        });
  }
}
