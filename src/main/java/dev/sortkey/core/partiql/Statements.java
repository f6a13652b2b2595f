package dev.sortkey.core.partiql;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs PartiQL. All methods block, end at an interrupt, and throw a
/// [dev.sortkey.core.problem.ProblemException].
public interface Statements {
  /// The most statements of a batch (API reference, BatchExecuteStatement).
  int MOST_IN_BATCH = 25;

  /// The most statements of a transaction (API reference, ExecuteTransaction).
  int MOST_IN_TRANSACTION = 100;

  /// @param parameters a value for each question mark
  record Ready(String text, List<Attr> parameters) {
    public Ready {
      parameters = List.copyOf(parameters);
    }
  }

  /// What a statement brought.
  ///
  /// @param next where it goes on, or null at its end
  /// @param units capacity units, or null where the endpoint reports none
  /// @param problem why it failed, or null
  record Answer(
      List<Item> items, @Nullable String next, @Nullable Double units, @Nullable Problem problem) {
    public Answer {
      items = List.copyOf(items);
    }
  }

  /// One page.
  ///
  /// @param from where an earlier page ended, or null to begin
  /// @param limit how many items are looked at
  Answer run(Ready statement, @Nullable String from, int limit);

  /// Several statements, all of which read or all of which write; each by itself goes well or not.
  List<Answer> batch(List<Ready> statements);

  /// Several statements, all of which read or all of which write; all go well or none.
  List<Answer> transaction(List<Ready> statements);
}
