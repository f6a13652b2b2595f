package dev.sortkey.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sortkey.core.problem.ProblemException;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanTest {
  @TempDir Path folder;

  /// The JVM that stands for Sortkey: starts the sandbox, says the server's process, and waits.
  static final class Host {
    private Host() {}

    public static void main(String[] args) throws Exception {
      LocalSandbox sandbox = TestSandbox.fresh(Path.of(args[0]));
      sandbox.start();
      System.out.println("server " + sandbox.process().orElseThrow().pid());
      System.in.transferTo(System.out);
    }
  }

  @Test
  void theServerEndsWhenSortkeyIsKilledAndItsTablesAreFree() throws Exception {
    Process host =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Host.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = host.inputReader(StandardCharsets.UTF_8)) {
      String line = said.readLine();
      assertThat(line).startsWith("server ");
      ProcessHandle server =
          ProcessHandle.of(Long.parseLong(line.substring("server ".length()))).orElseThrow();
      LocalSandbox second = TestSandbox.fresh(folder);
      assertThat(catchProblem(second)).isEqualTo("The sandbox is in use");

      host.destroyForcibly().waitFor();

      server.onExit().get(20, TimeUnit.SECONDS);
      assertThat(server.isAlive()).isFalse();
      second.start();
      second.stop();
    } finally {
      host.destroyForcibly();
    }
  }

  private static String catchProblem(LocalSandbox sandbox) {
    return catchThrowableOfType(ProblemException.class, sandbox::start).problem().title();
  }
}
