package dev.sortkey.ui.kit.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnLayoutTest {
  /// Row numbers 0–40, pinned 40–140, then columns of 100 from 140 to 540.
  private final ColumnLayout layout =
      new ColumnLayout(new double[] {100, 100, 100, 100, 100}, 1, 40);

  @Test
  void findsTheColumnAtAPlace() {
    assertThat(layout.columnAt(39, 0)).isEqualTo(-1);
    assertThat(layout.columnAt(40, 0)).isZero();
    assertThat(layout.columnAt(140, 0)).isEqualTo(1);
    assertThat(layout.columnAt(540, 0)).isEqualTo(-1);
    assertThat(layout.columnAt(139, 150)).isZero();
    assertThat(layout.columnAt(140, 150)).isEqualTo(2);
  }

  @Test
  void knowsWhichColumnsShow() {
    assertThat(layout.firstVisible(0)).isEqualTo(1);
    assertThat(layout.firstVisible(150)).isEqualTo(2);
    assertThat(layout.endVisible(0, 300)).isEqualTo(3);
    assertThat(layout.endVisible(240, 300)).isEqualTo(5);
    assertThat(layout.maxScroll(300)).isEqualTo(240);
    var none = new ColumnLayout(new double[0], 0, 40);
    assertThat(none.firstVisible(0)).isZero();
    assertThat(none.endVisible(0, 300)).isZero();
    assertThat(none.columnAt(100, 0)).isEqualTo(-1);
  }

  @Test
  void findsTheEdgeThatTheMouseIsNear() {
    assertThat(layout.edgeAt(238, 0, 4)).isEqualTo(1);
    assertThat(layout.edgeAt(243, 0, 4)).isEqualTo(1);
    assertThat(layout.edgeAt(246, 0, 4)).isEqualTo(-1);
    assertThat(layout.edgeAt(543, 0, 4)).isEqualTo(4);
    assertThat(layout.edgeAt(138, 0, 4)).isZero();
    // the edge of a column that lies behind the pinned one cannot be caught
    assertThat(layout.edgeAt(137, 103, 1)).isEqualTo(-1);
  }

  @Test
  void revealsAColumnBesideThePinnedOnes() {
    assertThat(layout.reveal(0, 77, 300)).isEqualTo(77);
    assertThat(layout.reveal(4, 0, 300)).isEqualTo(240);
    assertThat(layout.reveal(1, 240, 300)).isZero();
    assertThat(layout.reveal(2, 50, 400)).isEqualTo(50);
  }

  @Test
  void pinsNoMoreThanTheViewCanSpare() {
    double[] widths = {300, 300, 300};
    assertThat(ColumnLayout.pinnable(widths, 2, 40, 1000)).isEqualTo(2);
    assertThat(ColumnLayout.pinnable(widths, 2, 40, 700)).isEqualTo(1);
    assertThat(ColumnLayout.pinnable(widths, 2, 40, 300)).isZero();
  }
}
