package dev.sortkey.core.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoundCellsTest {
  private final TreeSet<Long> plain = new TreeSet<>();
  private final Random random = new Random(7);

  private void search(FoundCells found, int columns, int total, int oneIn) {
    for (int from = found.searched(); from < total; from = found.searched()) {
      FoundCells.Part part = FoundCells.next(from, total);
      for (int row = from; row < part.end(); row++) {
        for (int column = 0; column < columns; column++) {
          if (random.nextInt(oneIn) == 0) {
            part.bits().set((row - part.first()) * columns + column);
            plain.add((long) row * columns + column);
          }
        }
      }
      found.add(part);
    }
  }

  private void agrees(FoundCells found, int columns) {
    long cells = (long) found.searched() * columns;
    assertThat(found.count()).isEqualTo(plain.size());
    for (long cell = 0; cell < cells + 3; cell += 1 + random.nextInt(40)) {
      int row = found.row(cell);
      int column = found.column(cell);
      boolean holds = plain.contains(cell);
      assertThat(found.holds(row, column)).isEqualTo(holds);
      assertThat(found.rank(row, column)).isEqualTo(holds ? plain.headSet(cell, true).size() : 0);
      assertThat(found.from(cell)).isEqualTo(or(plain.ceiling(cell)));
      assertThat(found.upTo(cell)).isEqualTo(or(plain.floor(cell)));
    }
    assertThat(found.from(0)).isEqualTo(plain.isEmpty() ? -1 : plain.getFirst());
    assertThat(found.upTo(Long.MAX_VALUE)).isEqualTo(plain.isEmpty() ? -1 : plain.getLast());
    assertThat(found.upTo(-1)).isEqualTo(-1);
  }

  private static long or(Long cell) {
    return cell == null ? -1 : cell;
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "3, 2", "8, 1000", "8, 20000", "5, 2000000"})
  void agreesWithASetOfNumbers(int columns, int oneIn) {
    var found = new FoundCells(columns);
    search(found, columns, 5_000, oneIn);
    agrees(found, columns);
    for (int rest : List.of(4_999, 4_096, 3_000, 0)) {
      found.cut(rest);
      plain.tailSet((long) rest * columns, true).clear();
      assertThat(found.searched()).isEqualTo(rest);
      agrees(found, columns);
    }
    search(found, columns, 700, oneIn);
    search(found, columns, 2_300, oneIn);
    agrees(found, columns);
  }

  @Test
  void thereMayBeNoColumns() {
    var found = new FoundCells(0);
    search(found, 0, 10, 1);
    assertThat(found.count()).isZero();
    assertThat(found.from(0)).isEqualTo(-1);
    assertThat(found.upTo(5)).isEqualTo(-1);
    assertThat(found.holds(0, 0)).isFalse();
  }
}
