package dev.sortkey.ui.library;

import dev.sortkey.core.library.Asked;
import dev.sortkey.core.library.AskedText;
import dev.sortkey.core.library.RunRecord;
import dev.sortkey.core.library.SavedQuery;
import java.nio.file.Path;
import java.util.Locale;

/// One row of the library: a run, or a saved query with the folder it is kept in.
sealed interface Kept {
  Asked asked();

  /// In one line.
  default String text() {
    return AskedText.of(asked());
  }

  default String table() {
    return AskedText.table(asked());
  }

  /// Whether it has all words of a search.
  default boolean matches(String search) {
    String all = all().toLowerCase(Locale.ROOT);
    for (String word : search.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
      if (!all.contains(word)) {
        return false;
      }
    }
    return true;
  }

  String all();

  record Run(RunRecord run) implements Kept {
    @Override
    public Asked asked() {
      return run.asked();
    }

    @Override
    public String all() {
      return String.join(
          " ",
          table(),
          text(),
          run.connection(),
          run.way() == null ? "" : run.way(),
          run.failure() == null ? "" : run.failure());
    }
  }

  /// @param shared whether the folder is one that is shared with others
  record Saved(SavedQuery query, Path folder, boolean shared) implements Kept {
    @Override
    public Asked asked() {
      return query.asked();
    }

    @Override
    public String all() {
      return String.join(" ", query.folder(), query.name(), query.note(), table(), text());
    }
  }
}
