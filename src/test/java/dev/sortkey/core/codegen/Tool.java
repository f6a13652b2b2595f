package dev.sortkey.core.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Programs of this machine that generated code is checked with; a test skips without its own.
final class Tool {
  private Tool() {}

  /// How a program ended.
  record Ended(int code, String said) {
    Ended well() {
      assertThat(code).as(said).isZero();
      return this;
    }
  }

  /// Skips the test unless the command ends well.
  static void need(String... command) {
    boolean there;
    try {
      there = run(Map.of(), command).code() == 0;
    } catch (IOException | InterruptedException _) {
      there = false;
    }
    assumeThat(there).as("skipped, for here is no: " + String.join(" ", command)).isTrue();
  }

  static Ended run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said);
  }

  static Path write(Path folder, SourceFile file) throws IOException {
    return Files.writeString(folder.resolve(file.name()), file.text());
  }
}
