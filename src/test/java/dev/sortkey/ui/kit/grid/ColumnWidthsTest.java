package dev.sortkey.ui.kit.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ColumnWidthsTest {
  private static final GridColumn A = new GridColumn("a", AttrType.S, false);
  private final ColumnWidths widths =
      new ColumnWidths(column -> column.name().length(), cell -> cell.text.body().length());

  private static GridRows rows(int... lengths) {
    return new GridRows() {
      @Override
      public int count() {
        return lengths.length;
      }

      @Override
      public @Nullable Attr value(int row, String attribute) {
        return new Attr.S("x".repeat(lengths[row]));
      }
    };
  }

  private double of(GridRows rows) {
    return widths.of(List.of(A), rows)[0];
  }

  @Test
  void followTheFirstRowsWithinLimits() {
    assertThat(of(rows())).isEqualTo(72);
    assertThat(of(rows(10))).isEqualTo(72);
    assertThat(of(rows(10, 100))).isEqualTo(100);
    assertThat(of(rows(10, 100, 319))).isEqualTo(319);
    // once seen, a row does not take width back
    assertThat(of(rows(1))).isEqualTo(319);
  }

  @Test
  void lookAtTwoHundredRowsOnly() {
    int[] lengths = new int[300];
    lengths[199] = 150;
    lengths[200] = 300;
    assertThat(of(rows(lengths))).isEqualTo(150);
  }

  @Test
  void thePersonsChoiceWins() {
    widths.choose("a", 500);
    assertThat(of(rows(100))).isEqualTo(500);
    widths.choose("a", 3);
    assertThat(of(rows(100))).isEqualTo(ColumnWidths.LEAST);
    widths.fit(A, rows(100, 200));
    assertThat(widths.chosen()).isEqualTo(Map.of("a", 200.0));
    widths.setChosen(Map.of());
    assertThat(of(rows(100))).isEqualTo(100);
  }
}
