package dev.sortkey.core.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReservedWordsTest {
  @Test
  void wordsAreReservedInAnyCase() {
    assertThat(ReservedWords.all()).hasSize(573);
    assertThat(ReservedWords.contains("name")).isTrue();
    assertThat(ReservedWords.contains("Size")).isTrue();
    assertThat(ReservedWords.contains("ZONE")).isTrue();
    assertThat(ReservedWords.contains("OrderID")).isFalse();
    assertThat(ReservedWords.contains("")).isFalse();
  }

  @Test
  void theyAreThoseOfTheGuide() throws Exception {
    Path words = Path.of("../shared/data/reserved-words.txt");
    assumeTrue(Files.exists(words), "the guide's list is not here: " + words);
    assertThat(ReservedWords.all()).containsExactlyInAnyOrderElementsOf(Files.readAllLines(words));
  }
}
