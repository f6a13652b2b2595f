package dev.sortkey.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sortkey.Main;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Starts the real Main as a process of its own.
class PreflightTest {
  private record Run(int exit, String out, String err) {}

  @TempDir private Path home;

  @BeforeEach
  void onLinux() {
    assumeTrue(
        System.getProperty("os.name").startsWith("Linux"), "the check is for Linux desktops only");
  }

  private Run run(Map<String, String> environment) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument ->
            argument.startsWith("--module-path")
                || argument.startsWith("--add-modules")
                || argument.startsWith("--enable-native-access"))
        .forEach(command::add);
    command.add("-Duser.home=" + home);
    command.add("-classpath");
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    var builder = new ProcessBuilder(command);
    builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
    builder.environment().putAll(environment);
    builder.redirectOutput(home.resolve("out").toFile());
    builder.redirectError(home.resolve("err").toFile());
    Process process = builder.start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Run(process.exitValue(), read("out"), read("err"));
  }

  private String read(String name) throws IOException {
    return java.nio.file.Files.readString(home.resolve(name), StandardCharsets.UTF_8);
  }

  @Test
  void withoutADisplayOneLineSaysSo() throws Exception {
    Run run = run(Map.of());
    assertThat(run.exit()).isEqualTo(Preflight.UNAVAILABLE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).singleElement().asString().contains("DISPLAY is not set");
  }

  @Test
  void waylandWithoutXIsNamed() throws Exception {
    Run run = run(Map.of("WAYLAND_DISPLAY", "wayland-0"));
    assertThat(run.exit()).isEqualTo(Preflight.UNAVAILABLE);
    assertThat(run.err().lines()).singleElement().asString().contains("XWayland");
  }

  @Test
  void aDisplayThatDoesNotAnswerOrALibraryThatLacksIsSaidInOneLine() throws Exception {
    Run run = run(Map.of("DISPLAY", ":987"));
    assertThat(run.exit()).isEqualTo(Preflight.UNAVAILABLE);
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .containsAnyOf("cannot open the display :987", "is not installed");
  }
}
