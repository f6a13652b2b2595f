package dev.sortkey.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormatTest {
  @Test
  void everySourceIsFormatted() throws Exception {
    List<Path> unformatted = new ArrayList<>();
    for (Path file : Format.sources()) {
      if (!Format.formatted(file).equals(Files.readString(file))) {
        unformatted.add(file);
      }
    }
    assertThat(unformatted).as("not formatted; run: mvn test-compile exec:exec@format").isEmpty();
  }
}
