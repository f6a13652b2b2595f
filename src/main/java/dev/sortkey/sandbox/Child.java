package dev.sortkey.sandbox;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// One run of DynamoDB Local as a child process.
final class Child {
  private static final String MAIN = "software.amazon.dynamodb.services.local.main.ServerRunner";
  private static final Duration POLL = Duration.ofMillis(50);

  private final Process process;
  private final URI endpoint;
  private final Tail output = new Tail();
  private final Thread reader;

  private Child(Process process, int port) {
    this.process = process;
    endpoint = URI.create("http://127.0.0.1:" + port);
    reader = Thread.ofVirtual().name("sandbox output").start(this::readOutput);
  }

  /// @param data where the tables are kept, or null for a server in memory
  static Child launch(String classPath, Path workingFolder, @Nullable Path data, int port)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.add("-Xmx1g");
    command.add("--add-exports=java.base/sun.nio.ch=ALL-UNNAMED");
    command.add(
        "-Djava.nio.channels.spi.SelectorProvider=" + LoopbackSelectorProvider.class.getName());
    command.add("-cp");
    command.add(classPath + File.pathSeparator + ownClasses());
    command.add(MAIN);
    command.add("-port");
    command.add(Integer.toString(port));
    if (data == null) {
      command.add("-inMemory");
    } else {
      command.add("-dbPath");
      command.add(data.toString());
    }
    command.add("-disableTelemetry");
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(workingFolder.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    return new Child(builder.start(), port);
  }

  private static Path ownClasses() {
    try {
      return Path.of(Child.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private void readOutput() {
    try (Reader text = process.inputReader(StandardCharsets.UTF_8)) {
      output.drain(text);
    } catch (IOException _) {
      // The child is gone.
    }
  }

  /// Waits until it answers.
  ///
  /// @return false when it ended, or did not answer in time
  boolean awaitAnswer(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(patience).build()) {
      while (System.nanoTime() < deadline) {
        if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
          return false;
        }
        if (answers(client)) {
          return process.isAlive();
        }
      }
    }
    return false;
  }

  private boolean answers(HttpClient client) throws InterruptedException {
    try {
      client.send(
          HttpRequest.newBuilder(endpoint).timeout(Duration.ofSeconds(5)).build(),
          BodyHandlers.discarding());
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /// Calls back, on any thread, with the exit code once it has ended and all it said was read.
  void onEnd(IntConsumer ended) {
    process
        .onExit()
        .thenAccept(dead -> {
          try {
            reader.join(Duration.ofSeconds(1));
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
          ended.accept(dead.exitValue());
        });
  }

  /// Waits until it has ended.
  int awaitEnd() throws InterruptedException {
    return process.waitFor();
  }

  URI endpoint() {
    return endpoint;
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  boolean alive() {
    return process.isAlive();
  }

  String lastOutput() {
    return output.text();
  }

  /// Ends it without waiting; DynamoDB Local's files survive that, it commits each write.
  void kill() {
    process.destroyForcibly();
  }
}
