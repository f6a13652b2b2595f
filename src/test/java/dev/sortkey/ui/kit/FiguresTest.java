package dev.sortkey.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @Test
  void aMillionAndMoreIsShortened() {
    assertThat(Figures.shortCount(12_408)).isEqualTo("12,408");
    assertThat(Figures.shortCount(999_999)).isEqualTo("999,999");
    assertThat(Figures.shortCount(1_240_000)).isEqualTo("1.2 M");
    assertThat(Figures.shortCount(3_000_000_000L)).isEqualTo("3.0 B");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "312, 312 B",
    "1024, 1 KB",
    "4089446, 3.9 MB",
    "1048575, 1 MB",
    "5368709120, 5 GB"
  })
  void sizesTakeTheUnitThatReadsBest(long bytes, String text) {
    assertThat(Figures.bytes(bytes)).isEqualTo(text);
  }
}
