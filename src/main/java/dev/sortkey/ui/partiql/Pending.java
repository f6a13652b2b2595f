package dev.sortkey.ui.partiql;

import dev.sortkey.core.edit.ItemDiff;
import dev.sortkey.core.partiql.Script;
import dev.sortkey.core.partiql.Statement;
import dev.sortkey.core.partiql.Statements;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A run with statements that write, as it waits for the person's word.
record Pending(List<Write> writes, List<Piece> run) {
  /// A statement as it will be sent.
  record Piece(Script.Piece piece, Statements.Ready ready) {
    boolean reads() {
      return piece.reads();
    }

    /// What is not understood is not run.
    Statement statement() {
      return Objects.requireNonNull(piece.statement());
    }
  }

  /// @param words what it would do
  /// @param diff what it would change, or null when that cannot be said
  record Write(String statement, String words, @Nullable ItemDiff diff) {}

  Pending {
    writes = List.copyOf(writes);
    run = List.copyOf(run);
  }
}
