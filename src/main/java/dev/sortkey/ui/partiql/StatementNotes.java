package dev.sortkey.ui.partiql;

import dev.sortkey.core.partiql.Completion;
import dev.sortkey.core.partiql.Fault;
import dev.sortkey.core.partiql.Script;
import dev.sortkey.core.partiql.SelectReading;
import dev.sortkey.core.partiql.Statement;
import dev.sortkey.core.query.Observed;
import dev.sortkey.core.query.Planner;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.query.Way;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.workbench.Tables;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What can be said of a statement before it runs.
final class StatementNotes {
  enum Tone {
    QUIET,
    GOOD,
    WARNING,
    WRONG
  }

  /// @param fault where the text is wrong, or null
  /// @param spec the same question for the query builder, or null where it has none
  record Note(
      Tone tone,
      String text,
      @Nullable Fault fault,
      @Nullable String table,
      @Nullable QuerySpec spec) {}

  private final Tables tables;

  StatementNotes(Tables tables) {
    this.tables = tables;
  }

  Note of(Script.@Nullable Piece piece) {
    if (piece == null) {
      return new Note(Tone.QUIET, Messages.text("partiql.note.empty"), null, null, null);
    }
    if (piece.fault() != null) {
      return new Note(Tone.WRONG, piece.fault().message(), piece.fault(), null, null);
    }
    Statement statement = piece.statement();
    if (statement == null) {
      return new Note(Tone.QUIET, "", null, null, null);
    }
    Optional<TableSchema> table = tables.schema(statement.table());
    if (table.isEmpty()) {
      boolean known = tables.loadedProperty().get();
      String key = known ? "partiql.note.no-table" : "partiql.note.table";
      return new Note(
          known ? Tone.WARNING : Tone.QUIET,
          Messages.text(key, statement.table()),
          null,
          null,
          null);
    }
    return switch (statement) {
      case Statement.Select select -> select(select, table.get(), piece.parameters());
      case Statement.Exists(Statement.Select select) ->
          select(select, table.get(), piece.parameters());
      default -> new Note(Tone.WARNING, Messages.text("partiql.note.writes"), null, null, null);
    };
  }

  private static Note select(Statement.Select select, TableSchema table, int parameters) {
    if (select.index() != null && table.index(select.index()).isEmpty()) {
      return new Note(
          Tone.WARNING,
          Messages.text("partiql.note.no-index", table.name(), select.index()),
          null,
          null,
          null);
    }
    QuerySpec spec = SelectReading.spec(select);
    boolean scans = SelectReading.scans(select, table);
    try {
      Way.Usable best = Planner.ways(table, spec, Observed.none()).best().orElse(null);
      if (!scans) {
        return new Note(Tone.GOOD, Messages.text("partiql.note.query"), null, table.name(), spec);
      }
      String cost = scan(table, select);
      boolean cheaper = best != null && best.operation() != ReadPlan.Operation.SCAN;
      String words =
          cheaper
              ? Messages.text("partiql.note.scan-cheaper", cost, best.reason())
              : Messages.text("partiql.note.scan", cost);
      return new Note(Tone.WARNING, words, null, table.name(), spec);
    } catch (IllegalArgumentException e) {
      return new Note(Tone.WARNING, String.valueOf(e.getMessage()), null, table.name(), spec);
    }
  }

  /// What reading all of it costs.
  private static String scan(TableSchema table, Statement.Select select) {
    long bytes =
        select.index() == null
            ? table.sizeBytes()
            : table.index(select.index()).map(Index::sizeBytes).orElse(0L);
    double units = Math.max(0.5, Math.ceil(bytes / 4096.0) * 0.5);
    return units == Math.rint(units) ? Long.toString((long) units) : Double.toString(units);
  }

  /// What may be named in statements.
  List<Completion.Known> known() {
    return tables.entries().stream()
        .map(entry -> {
          TableSchema schema = entry.schema();
          if (schema == null) {
            return new Completion.Known(entry.name(), List.of(), List.of());
          }
          return new Completion.Known(
              entry.name(),
              schema.indexes().stream().map(Index::name).toList(),
              List.copyOf(tables.attributes(entry.name())));
        })
        .toList();
  }
}
