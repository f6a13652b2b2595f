package dev.sortkey.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.rows.RowChunk;
import dev.sortkey.core.rows.RowStore;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.kit.grid.DataGrid;
import dev.sortkey.ui.kit.grid.GridColumn;
import dev.sortkey.ui.kit.grid.GridRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How long the grid takes for a frame while it scrolls, on the software pipeline at 1280 × 800.
/// "paint" is the FX thread's part; "frame" is from one frame to the next at full speed
/// (`-Djavafx.animation.fullspeed=true`), the drawing of the pixels included.
@Tag("bench")
class GridBench {
  /// Rows that differ; the grid sees them again and again, so that 512 MB suffice.
  private static final int DISTINCT = 100_000;

  private static final int FRAMES = 300;
  private static final int WARM = 60;

  @Test
  void scrolling() throws Exception {
    System.setProperty("javafx.animation.fullspeed", "true");
    Ui.start();
    System.out.println("| rows x columns, motion | paint p50 | p99 | frame p50 | p99 ms |");
    System.out.println("|---|---|---|---|---|");
    measure(1_000_000, 30);
    measure(10_000, 300);
  }

  private static void measure(int rows, int columnCount) throws Exception {
    RowStore store = store(Math.min(rows, DISTINCT), columnCount);
    DataGrid grid = Ui.onFx(() -> new DataGrid(new SimpleObjectProperty<>(Theme.LIGHT)));
    Stage stage = Ui.show(grid, Theme.LIGHT);
    long began = System.nanoTime();
    Ui.run(() -> {
      for (int i = 0; i < columnCount; i++) {
        grid.columns().add(new GridColumn("attribute" + i, type(i), i < 2));
      }
      grid.setRows(rows(store, rows));
    });
    Ui.pulse();
    double open = (System.nanoTime() - began) / 1e6;
    String size = "%,d x %d".formatted(rows, columnCount);
    System.out.printf("| %s, first frame %.0f ms | | | | |%n", size, open);
    report(grid, size + ", wheel down", _ -> grid.scrollBy(0, 40));
    report(grid, size + ", pages down", _ -> grid.scrollBy(0, 700));
    report(grid, size + ", jumps", i -> grid.scrollTo((int) (i * 7919L % rows)));
    report(grid, size + ", sideways", i -> grid.scrollBy((i / 100) % 2 == 0 ? 40 : -40, 0));
    Ui.hide(stage);
  }

  private static void report(DataGrid grid, String what, IntConsumer step) throws Exception {
    var done = new CompletableFuture<long[][]>();
    Ui.run(() -> new Scroller(grid, step, done).start());
    long[][] figures = done.get(120, TimeUnit.SECONDS);
    System.out.printf(
        "| %s | %.1f | %.1f | %.1f | %.1f |%n",
        what, at(figures[0], 0.5), at(figures[0], 0.99), at(figures[1], 0.5), at(figures[1], 0.99));
    assertThat(figures[0]).hasSize(FRAMES);
  }

  private static double at(long[] nanos, double share) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[(int) (share * (sorted.length - 1))] / 1e6;
  }

  /// Scrolls once a frame and notes what the last frame took.
  private static final class Scroller extends AnimationTimer {
    private final DataGrid grid;
    private final IntConsumer step;
    private final CompletableFuture<long[][]> done;
    private final long[][] figures = new long[2][FRAMES];
    private int frame = -WARM;
    private long last;

    Scroller(DataGrid grid, IntConsumer step, CompletableFuture<long[][]> done) {
      this.grid = grid;
      this.step = step;
      this.done = done;
    }

    @Override
    public void handle(long tick) {
      long now = System.nanoTime();
      if (frame >= 0) {
        figures[0][frame] = grid.paintNanos();
        figures[1][frame] = now - last;
      }
      last = now;
      if (++frame == FRAMES) {
        stop();
        done.complete(figures);
      } else {
        step.accept(frame + WARM);
      }
    }
  }

  private static AttrType type(int column) {
    return switch (column % 5) {
      case 1 -> AttrType.N;
      case 3 -> AttrType.L;
      default -> AttrType.S;
    };
  }

  private static Attr value(int row, int column) {
    return switch (type(column)) {
      case N -> new Attr.N(row + "." + column);
      case L -> new Attr.L(List.of(new Attr.S("P-" + row % 1000), new Attr.N("1")));
      default -> new Attr.S("value " + row + " of " + column);
    };
  }

  private static RowStore store(int rows, int columnCount) {
    var store = new RowStore();
    var items = new ArrayList<Item>();
    for (int row = 0; row < rows; row++) {
      var attributes = new LinkedHashMap<String, Attr>();
      for (int column = 0; column < columnCount; column++) {
        attributes.put("attribute" + column, value(row, column));
      }
      items.add(new Item(attributes));
      if (items.size() == 1000) {
        store.append(RowChunk.pack(store.dictionary(), items));
        items.clear();
      }
    }
    store.append(RowChunk.pack(store.dictionary(), items));
    return store;
  }

  private static GridRows rows(RowStore store, int count) {
    return new GridRows() {
      @Override
      public int count() {
        return count;
      }

      @Override
      public @Nullable Attr value(int row, String attribute) {
        return store.get(row % store.size(), attribute);
      }
    };
  }
}
