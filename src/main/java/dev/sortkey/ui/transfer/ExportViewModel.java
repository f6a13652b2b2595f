package dev.sortkey.ui.transfer;

import dev.sortkey.core.query.CostEstimate;
import dev.sortkey.core.query.Planner;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.transfer.Export;
import dev.sortkey.core.transfer.FileForm;
import dev.sortkey.core.value.Item;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What is to be exported, in which form and where to.
final class ExportViewModel {
  private final TransfersViewModel transfers;
  private final ObjectProperty<Export.@Nullable Source> given = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable TableSchema> table = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable String> index = new SimpleObjectProperty<>();
  private final ObjectProperty<FileForm> form = new SimpleObjectProperty<>(FileForm.JSON_LINES);
  private final StringProperty file = new SimpleStringProperty("");
  private final BooleanProperty overwrite = new SimpleBooleanProperty();
  private final ReadOnlyStringWrapper flaw = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper cost = new ReadOnlyStringWrapper("");
  private boolean exists;

  ExportViewModel(TransfersViewModel transfers) {
    this.transfers = transfers;
    table.subscribe(() -> {
      index.set(null);
      weigh();
    });
    given.subscribe(this::weigh);
    index.subscribe(this::weigh);
    form.subscribe((before, now) -> rename(before, now));
    file.subscribe(() -> {
      overwrite.set(false);
      weigh();
    });
    overwrite.subscribe(this::weigh);
    weigh();
  }

  /// A result or a selection to export in place of a table, or null.
  ObjectProperty<Export.@Nullable Source> givenProperty() {
    return given;
  }

  ObjectProperty<@Nullable TableSchema> tableProperty() {
    return table;
  }

  /// The index to read, or null for the table itself.
  ObjectProperty<@Nullable String> indexProperty() {
    return index;
  }

  ObjectProperty<FileForm> formProperty() {
    return form;
  }

  StringProperty fileProperty() {
    return file;
  }

  /// Whether the file that is there may be replaced.
  BooleanProperty overwriteProperty() {
    return overwrite;
  }

  /// Why it cannot begin, or empty.
  ReadOnlyStringProperty flawProperty() {
    return flaw.getReadOnlyProperty();
  }

  /// What reading it uses, in words.
  ReadOnlyStringProperty costProperty() {
    return cost.getReadOnlyProperty();
  }

  /// Whether a file is at the place that was chosen.
  boolean exists() {
    return exists;
  }

  /// Looks again whether the file is there.
  void weigh() {
    Path chosen = path();
    exists = chosen != null && Files.exists(chosen);
    flaw.set(
        source().isEmpty()
            ? Messages.text("transfer.export.no-table")
            : chosen == null
                ? Messages.text("transfer.export.no-file")
                : Files.isDirectory(chosen)
                    ? Messages.text("transfer.export.folder")
                    : exists && !overwrite.get() ? Messages.text("transfer.export.exists") : "");
    cost.set(source().map(ExportViewModel::cost).orElse(""));
  }

  /// The name to propose for the file.
  String proposal() {
    String name =
        source().map(source -> source.table().name()).orElse("export")
            + (index.get() == null || given.get() != null ? "" : "-" + index.get());
    return name + "." + form.get().extension();
  }

  void start() {
    weigh();
    Path chosen = path();
    if (flaw.get().isEmpty() && chosen != null) {
      source()
          .ifPresent(source -> {
            transfers
                .export(
                    source, new Export.Target(chosen, form.get(), overwrite.get()), words(source))
                .stateProperty()
                .subscribe(this::weigh);
            overwrite.set(false);
          });
    }
  }

  /// What is exported, in words.
  String words(Export.Source source) {
    String name = source.table().name();
    return switch (source) {
      case Export.Source.Whole _ -> name;
      case Export.Source.Rows(TableSchema _, List<Item> items) ->
          Messages.text("transfer.source.rows", items.size(), name);
      case Export.Source.Result(TableSchema _, ReadPlan plan) ->
          given.get() == null
              ? Messages.text("transfer.source.index", plan.index(), name)
              : Messages.text("transfer.source.result", name);
    };
  }

  private Optional<Export.Source> source() {
    Export.Source chosen = given.get();
    TableSchema whole = table.get();
    if (chosen != null || whole == null) {
      return Optional.ofNullable(chosen);
    }
    String wanted = index.get();
    return Optional.of(
        wanted == null
            ? new Export.Source.Whole(whole)
            : new Export.Source.Result(whole, Planner.plan(whole, scan(wanted))));
  }

  private static QuerySpec scan(String index) {
    return new QuerySpec(
        QuerySpec.Mode.SCAN, index, List.of(), List.of(), List.of(), List.of(), false, false, null);
  }

  private static String cost(Export.Source source) {
    return switch (source) {
      case Export.Source.Rows _ -> Messages.text("transfer.cost.none");
      case Export.Source.Result(TableSchema table, ReadPlan plan) -> cost(table, plan);
      case Export.Source.Whole(TableSchema table) ->
          cost(table, Planner.plan(table, QuerySpec.scan()));
    };
  }

  private static String cost(TableSchema table, ReadPlan plan) {
    CostEstimate estimate = Planner.estimate(table, plan);
    return estimate.high() == null || plan.operation() == ReadPlan.Operation.QUERY
        ? Messages.text("transfer.cost.from", estimate.low())
        : Messages.text("transfer.cost", estimate.high());
  }

  private @Nullable Path path() {
    try {
      return file.get().isBlank() ? null : Path.of(file.get().strip());
    } catch (InvalidPathException _) {
      return null;
    }
  }

  /// Keeps the ending of the name in step with the form.
  private void rename(FileForm before, FileForm now) {
    String name = file.get();
    if (name.endsWith("." + before.extension())) {
      file.set(name.substring(0, name.length() - before.extension().length()) + now.extension());
    }
    weigh();
  }
}
