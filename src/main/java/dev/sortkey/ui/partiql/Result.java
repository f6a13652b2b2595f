package dev.sortkey.ui.partiql;

import dev.sortkey.core.partiql.Statements;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.rows.RowChunk;
import dev.sortkey.core.rows.RowStore;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What one statement brought so far.
final class Result {
  private final Statements.Ready statement;
  private final @Nullable String table;
  private final boolean reads;
  private final RowStore rows = new RowStore();
  private @Nullable String next;
  private @Nullable Double units;
  private Duration time = Duration.ZERO;
  private @Nullable Problem problem;

  /// @param table null when the statement could not be understood
  Result(Statements.Ready statement, @Nullable String table, boolean reads) {
    this.statement = statement;
    this.table = table;
    this.reads = reads;
  }

  void take(Statements.Answer answer, Duration took) {
    rows.append(RowChunk.pack(rows.dictionary(), answer.items()));
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

  @Nullable String table() {
    return table;
  }

  boolean reads() {
    return reads;
  }

  RowStore rows() {
    return rows;
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
