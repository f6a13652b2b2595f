package dev.sortkey.ui.partiql;

import dev.sortkey.core.partiql.RowOrigin;
import dev.sortkey.core.partiql.Statement;
import dev.sortkey.core.partiql.Statements;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.rows.RowChunk;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.work.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What one statement brought so far. Used on the FX thread.
final class Result {
  private final Statements.Ready statement;
  private final Statement meaning;
  private final RowOrigin origin;
  private final ResultRows rows;
  private final Instant begun = Instant.now();
  private @Nullable String next;
  private @Nullable Double units;
  private Duration time = Duration.ZERO;
  private @Nullable Problem problem;

  Result(Statements.Ready statement, Statement meaning, Work work) {
    this.statement = statement;
    this.meaning = meaning;
    this.origin = RowOrigin.of(meaning);
    this.rows = new ResultRows(origin, work);
  }

  /// @param chunk the items of the answer
  void take(Statements.Answer answer, RowChunk chunk, Duration took) {
    rows.append(chunk);
    next = answer.next();
    problem = answer.problem();
    time = time.plus(took);
    if (answer.units() != null) {
      units = (units == null ? 0 : units) + answer.units();
    }
  }

  void fail(Problem why) {
    problem = why;
  }

  Statements.Ready statement() {
    return statement;
  }

  String table() {
    return meaning.table();
  }

  boolean reads() {
    return meaning.reads();
  }

  RowOrigin origin() {
    return origin;
  }

  ResultRows rows() {
    return rows;
  }

  /// Since when the rows may be old.
  Instant begun() {
    return begun;
  }

  /// Why no row can be edited, or null.
  ///
  /// @param table null while it is not described
  @Nullable String refusal(@Nullable TableSchema table) {
    if (table == null) {
      return Messages.text("partiql.edit.unknown", table());
    }
    if (!reads()) {
      return rows.size() == 0 || hasKey(table) ? null : Messages.text("partiql.edit.returned");
    }
    return origin.keyed(table.keys())
        ? null
        : Messages.text(
            "partiql.edit.no-key",
            table.keys().all().stream().map(KeyAttribute::name).collect(Collectors.joining(", ")));
  }

  /// A write may return no more than what it changed.
  private boolean hasKey(TableSchema table) {
    return table.keys().all().stream()
        .allMatch(key -> rows.store().get(rows.row(0), key.name()) != null);
  }

  /// Where it goes on, or null.
  @Nullable String next() {
    return next;
  }

  /// Null where the endpoint reports none.
  @Nullable Double units() {
    return units;
  }

  Duration time() {
    return time;
  }

  @Nullable Problem problem() {
    return problem;
  }
}
