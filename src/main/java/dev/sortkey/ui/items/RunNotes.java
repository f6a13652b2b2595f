package dev.sortkey.ui.items;

import dev.sortkey.core.library.Asked;
import dev.sortkey.core.library.RunRecord;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.query.Way;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Notes what a run was and what it cost, once its first page is there.
final class RunNotes {
  private record Begun(Instant at, QuerySpec spec, Way.Usable way) {}

  private final String table;
  private final String connection;
  private final ResultsViewModel results;
  private Consumer<RunRecord> ran = _ -> {};
  private @Nullable Begun begun;

  RunNotes(String table, String connection, ResultsViewModel results) {
    this.table = table;
    this.connection = connection;
    this.results = results;
    results.onSettled(this::settled);
  }

  void onRan(Consumer<RunRecord> listener) {
    ran = listener;
  }

  void began(QuerySpec spec, Way.Usable way) {
    begun = new Begun(Instant.now(), spec, way);
  }

  private void settled() {
    Begun run = begun;
    begun = null;
    if (run != null) {
      ReadState state = results.stateProperty().get();
      Problem problem = results.problemProperty().get();
      boolean failed = problem != null;
      ran.accept(
          new RunRecord(
              run.at(),
              connection,
              new Asked.Conditions(table, run.spec()),
              run.way().reason(),
              run.way().cost().low(),
              run.way().cost().high(),
              failed ? null : (Double) state.readUnits(),
              failed ? 0 : state.count(),
              failed ? 0 : state.scanned(),
              state.time(),
              failed ? problem.title() : null));
    }
  }
}
