package dev.sortkey.ui.streams;

import dev.sortkey.core.stream.TailRecord;
import java.util.List;
import javafx.collections.ObservableListBase;

/// The shown changes, newest first. What comes in at the top and what goes at the bottom is told as
/// such, so that the selection stays with its change.
final class NewestFirst extends ObservableListBase<TailRecord> {
  private List<TailRecord> oldestFirst = List.of();

  @Override
  public TailRecord get(int index) {
    return oldestFirst.get(oldestFirst.size() - 1 - index);
  }

  @Override
  public int size() {
    return oldestFirst.size();
  }

  /// Shows other changes.
  void show(List<TailRecord> now) {
    List<TailRecord> before = oldestFirst;
    int gone = gone(before, now);
    int kept = before.size() - gone;
    beginChange();
    oldestFirst = now;
    if (kept > 0) {
      int came = now.size() - kept;
      if (came > 0) {
        nextAdd(0, came);
      }
      if (gone > 0) {
        nextRemove(now.size(), before.subList(0, gone).reversed());
      }
    } else if (!before.isEmpty() || !now.isEmpty()) {
      nextReplace(0, now.size(), before.reversed());
    }
    endChange();
  }

  /// How many of the oldest went, if all others stayed in their places; else all of them.
  private static int gone(List<TailRecord> before, List<TailRecord> now) {
    if (now.isEmpty()) {
      return before.size();
    }
    int gone = 0;
    while (gone < before.size() && before.get(gone) != now.getFirst()) {
      gone++;
    }
    if (before.size() - gone > now.size()) {
      return before.size();
    }
    for (int i = gone; i < before.size(); i++) {
      if (before.get(i) != now.get(i - gone)) {
        return before.size();
      }
    }
    return gone;
  }
}
