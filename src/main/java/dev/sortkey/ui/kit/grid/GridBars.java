package dev.sortkey.ui.kit.grid;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;

/// The two scroll bars of a grid, there when something is out of view.
final class GridBars {
  private static final double BAR = GridState.BAR;
  private static final double LEAST_THUMB = 28;
  private final ScrollBar vertical = new ScrollBar();
  private final ScrollBar horizontal = new ScrollBar();
  private final GridState state;
  private boolean syncing;

  /// @param onScroll called when the person moves a bar
  GridBars(GridState state, Runnable onScroll) {
    this.state = state;
    vertical.setOrientation(Orientation.VERTICAL);
    for (ScrollBar bar : new ScrollBar[] {vertical, horizontal}) {
      // The grid puts the bars in their places; a managed one would ask it to be laid out and drawn
      // once more whenever it moved.
      bar.setManaged(false);
      bar.setUnitIncrement(GridState.ROW);
      bar.valueProperty()
          .subscribe(() -> {
            if (!syncing) {
              onScroll.run();
            }
          });
    }
  }

  ScrollBar vertical() {
    return vertical;
  }

  ScrollBar horizontal() {
    return horizontal;
  }

  double down() {
    return vertical.getValue();
  }

  double across() {
    return horizontal.getValue();
  }

  void layout() {
    double pinned = state.layout.pinnedRight();
    double bottom = GridState.HEADER + state.viewHeight;
    vertical.resizeRelocate(state.viewWidth, GridState.HEADER, BAR, state.viewHeight);
    horizontal.resizeRelocate(pinned, bottom, Math.max(0, state.viewWidth - pinned), BAR);
    sync();
  }

  /// Takes over where the grid stands.
  void sync() {
    syncing = true;
    sync(vertical, state.scroll.position(), state.scroll.maxPosition(), state.viewHeight);
    double across = state.viewWidth - state.layout.pinnedRight();
    sync(horizontal, state.scrollX, state.layout.maxScroll(state.viewWidth), across);
    syncing = false;
  }

  private void sync(ScrollBar bar, double value, double max, double view) {
    bar.setVisible(max > 0 && view > 0 && state.rows.count() > 0);
    if (bar.isVisible()) {
      double share = Math.min(1, Math.max(view / (max + view), LEAST_THUMB / view));
      bar.setMax(max);
      bar.setVisibleAmount(share * max);
      bar.setBlockIncrement(Math.max(GridState.ROW, view - GridState.ROW));
      bar.setValue(value);
    }
  }
}
