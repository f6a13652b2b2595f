package dev.sortkey.ui.kit.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowScrollTest {
  private final RowScroll scroll = new RowScroll(28);

  private void rows(int count, double view) {
    scroll.setContent(count, 0);
    scroll.setViewHeight(view);
  }

  @Test
  void showsTheRowsThatTouchTheView() {
    rows(1_000_000, 100);
    assertThat(scroll.first()).isZero();
    assertThat(scroll.end()).isEqualTo(4);
    scroll.scrollBy(30);
    assertThat(scroll.first()).isEqualTo(1);
    assertThat(scroll.end()).isEqualTo(5);
    assertThat(scroll.y(1)).isEqualTo(-2);
    assertThat(scroll.rowAt(0)).isEqualTo(1);
    assertThat(scroll.rowAt(26)).isEqualTo(2);
    assertThat(scroll.rowAt(-1)).isEqualTo(-1);
  }

  @Test
  void staysExactToThePixelAtTheEndOfVeryManyRows() {
    rows(Integer.MAX_VALUE, 280);
    scroll.setPosition(scroll.maxPosition());
    assertThat(scroll.end()).isEqualTo(Integer.MAX_VALUE);
    assertThat(scroll.y(Integer.MAX_VALUE - 1)).isEqualTo(252);
    scroll.scrollBy(-0.25);
    assertThat(scroll.y(Integer.MAX_VALUE - 1)).isEqualTo(252.25);
    assertThat(scroll.rowAt(279)).isEqualTo(Integer.MAX_VALUE - 1);
  }

  @Test
  void stopsAtBothEnds() {
    rows(10, 100);
    scroll.scrollBy(-5);
    assertThat(scroll.position()).isZero();
    scroll.scrollBy(1e9);
    assertThat(scroll.position()).isEqualTo(180);
    scroll.setContent(10, 28);
    scroll.scrollBy(1e9);
    assertThat(scroll.position()).isEqualTo(208);
    rows(2, 100);
    assertThat(scroll.position()).isZero();
    rows(0, 100);
    assertThat(scroll.end()).isZero();
    assertThat(scroll.rowAt(5)).isEqualTo(-1);
  }

  @Test
  void revealsARowWithTheSmallestStep() {
    rows(1000, 100);
    scroll.reveal(2);
    assertThat(scroll.position()).isZero();
    scroll.reveal(3);
    assertThat(scroll.position()).isEqualTo(12);
    scroll.reveal(900);
    assertThat(scroll.y(900)).isEqualTo(72);
    scroll.reveal(5);
    assertThat(scroll.y(5)).isZero();
  }

  @Test
  void knowsWhenTheEndIsNear() {
    rows(100, 280);
    assertThat(scroll.nearEnd(2)).isFalse();
    scroll.scrollTo(70);
    assertThat(scroll.nearEnd(2)).isTrue();
    scroll.scrollTo(69);
    assertThat(scroll.nearEnd(2)).isFalse();
  }
}
