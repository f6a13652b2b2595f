package dev.sortkey.ui.kit.grid;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/// Asks for more rows when the view comes near the last one, once for a number of rows.
final class NeedMore {
  private static final double VIEWS = 2;

  private final GridState state;
  private final PauseTransition soon = new PauseTransition(Duration.millis(1));
  private int askedAt = -1;

  NeedMore(GridState state) {
    this.state = state;
  }

  void onAsked(Runnable action) {
    soon.setOnFinished(_ -> action.run());
  }

  /// Other rows are shown, which were not asked about yet.
  void forget() {
    askedAt = -1;
  }

  void check() {
    int count = state.rows.count();
    if (count == 0 || state.viewHeight <= 0) {
      return;
    }
    if (!state.scroll.nearEnd(VIEWS)) {
      askedAt = -1;
    } else if (askedAt != count) {
      askedAt = count;
      soon.playFromStart();
    }
  }
}
