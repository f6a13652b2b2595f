package dev.sortkey.ui.kit.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowSelectionTest {
  private final RowSelection selection = new RowSelection();

  @Test
  void stretchesAndShrinksFromTheAnchor() {
    selection.only(5);
    selection.extendTo(8);
    assertThat(selection.toArray()).containsExactly(5, 6, 7, 8);
    selection.extendTo(6);
    assertThat(selection.toArray()).containsExactly(5, 6);
    selection.extendTo(3);
    assertThat(selection.toArray()).containsExactly(3, 4, 5);
  }

  @Test
  void keepsWhatWasAddedBeforeAStretch() {
    selection.only(1);
    selection.toggle(10);
    selection.extendTo(12);
    assertThat(selection.toArray()).containsExactly(1, 10, 11, 12);
    selection.toggle(11);
    assertThat(selection.toArray()).containsExactly(1, 10, 12);
    selection.only(3);
    selection.extendTo(4);
    assertThat(selection.toArray()).containsExactly(3, 4);
  }

  @Test
  void forgetsRowsThatAreGone() {
    selection.all(10);
    selection.trim(3);
    assertThat(selection.toArray()).containsExactly(0, 1, 2);
    assertThat(selection.contains(3)).isFalse();
    selection.only(9);
    selection.trim(4);
    selection.extendTo(2);
    assertThat(selection.toArray()).containsExactly(2, 3);
    selection.clear();
    assertThat(selection.toArray()).isEmpty();
  }

  @Test
  void followsRowsToTheirNewPlaces() {
    selection.only(1);
    selection.toggle(4);
    selection.move(row -> row == 1 ? -1 : 9 - row);
    assertThat(selection.toArray()).containsExactly(5);
    selection.extendTo(7);
    assertThat(selection.toArray()).containsExactly(5, 6, 7);
  }
}
