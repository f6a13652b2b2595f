package dev.sortkey.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Progress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {
  private static final byte[] ONE = "the first file".getBytes(StandardCharsets.UTF_8);
  private static final byte[] TWO = new byte[200_000];

  @TempDir Path folder;
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private URI repository;
  private Cache cache;

  @BeforeEach
  void serve() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/maven2/",
        exchange -> {
          String path = exchange.getRequestURI().getPath().substring("/maven2/".length());
          asked.add(path);
          byte[] body = files.get(path);
          exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
          if (body != null) {
            exchange.getResponseBody().write(body);
          }
          exchange.close();
        });
    server.start();
    repository = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/maven2/");
    files.put("a/one.jar", ONE);
    files.put("b/two.jar", TWO);
    cache =
        new Cache(
            folder, new Distribution("1", List.of(artifact("a/one.jar"), artifact("b/two.jar"))));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void fetchesAllFilesOnceAndSaysHowFarItIs() throws Exception {
    List<Long> done = new ArrayList<>();
    assertThat(cache.looksComplete()).isFalse();

    cache.fetch(repository, watching(done));

    assertThat(cache.verify()).isTrue();
    assertThat(folder.resolve("b/two.jar")).hasBinaryContent(TWO);
    assertThat(done).isSorted().contains(0L, (long) ONE.length);
    assertThat(done.getLast()).isEqualTo(ONE.length + TWO.length);
    cache.fetch(URI.create("http://127.0.0.1:1/"), Progress.none());
    assertThat(asked).containsExactly("a/one.jar", "b/two.jar");
  }

  @Test
  void aFileWithAnotherChecksumIsNotKept() throws Exception {
    byte[] changed = TWO.clone();
    changed[77] = 1;
    files.put("b/two.jar", changed);

    Problem problem = problemOf(repository);

    assertThat(problem.title()).isEqualTo("A fetched file is not the one that Sortkey expects");
    assertThat(problem.detail()).contains("b/two.jar", "127.0.0.1");
    assertThat(filesHere()).containsExactly("a/one.jar");
  }

  @Test
  void anEndlessFileIsCutOff() throws Exception {
    files.put("a/one.jar", new byte[10_000_000]);

    assertThat(problemOf(repository).kind()).isEqualTo(Problem.Kind.NETWORK);
    assertThat(filesHere()).isEmpty();
  }

  @Test
  void goesOnWithWhatIsMissingAndReplacesWhatWasChanged() throws Exception {
    byte[] there = files.remove("b/two.jar");
    assertThat(problemOf(repository).detail()).contains("404", "b/two.jar");
    files.put("b/two.jar", there);

    cache.fetch(repository, Progress.none());
    assertThat(asked).containsExactly("a/one.jar", "b/two.jar", "b/two.jar");

    Files.writeString(folder.resolve("a/one.jar"), "the FIRST file");
    assertThat(cache.looksComplete()).as("by its size").isTrue();
    assertThat(cache.verify()).isFalse();
    cache.fetch(repository, Progress.none());
    assertThat(folder.resolve("a/one.jar")).hasBinaryContent(ONE);
  }

  @Test
  void aRefusedConnectionIsSaid() {
    server.stop(0);

    Problem problem = problemOf(repository);

    assertThat(problem.kind()).isEqualTo(Problem.Kind.NETWORK);
    assertThat(problem.detail()).startsWith("127.0.0.1 cannot be reached");
    assertThat(problem.remedies()).containsExactly(Problem.Remedy.RETRY);
  }

  @Test
  void anUnknownHostIsSaid() {
    assertThat(problemOf(URI.create("http://nowhere.invalid/maven2/")).detail())
        .startsWith("nowhere.invalid cannot be reached");
  }

  @Test
  void aConnectionThatBreaksOffIsSaidAndLeavesNoPart() throws Exception {
    server.createContext(
        "/broken/",
        exchange -> {
          exchange.sendResponseHeaders(200, ONE.length);
          exchange.getResponseBody().write(ONE, 0, 3);
          exchange.getResponseBody().flush();
          exchange.close();
        });

    assertThat(problemOf(repository.resolve("/broken/")).title())
        .isEqualTo("DynamoDB Local was fetched only in part");
    assertThat(filesHere()).isEmpty();
  }

  @Test
  void anInterruptEndsItEvenWhenTheServerStalls() throws Exception {
    CompletableFuture<Void> stalled = new CompletableFuture<>();
    CompletableFuture<Void> released = new CompletableFuture<>();
    server.createContext(
        "/stalling/",
        exchange -> {
          exchange.sendResponseHeaders(200, ONE.length);
          exchange.getResponseBody().write(ONE, 0, 3);
          exchange.getResponseBody().flush();
          stalled.complete(null);
          released.join();
          exchange.close();
        });
    CompletableFuture<Throwable> thrown = new CompletableFuture<>();
    Thread fetching =
        Thread.ofVirtual()
            .start(() -> {
              try {
                cache.fetch(repository.resolve("/stalling/"), Progress.none());
                thrown.complete(new AssertionError("it went on"));
              } catch (RuntimeException e) {
                thrown.complete(e);
              }
            });
    try {
      stalled.get(20, TimeUnit.SECONDS);
      fetching.interrupt();
      assertThat(thrown.get(20, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
    } finally {
      // The server would not stop otherwise.
      released.complete(null);
    }
    assertThat(filesHere()).isEmpty();
  }

  private Problem problemOf(URI from) {
    return catchThrowableOfType(ProblemException.class, () -> cache.fetch(from, Progress.none()))
        .problem();
  }

  private List<String> filesHere() throws IOException {
    try (Stream<Path> here = Files.walk(folder)) {
      return here.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .toList();
    }
  }

  private Artifact artifact(String path) throws Exception {
    byte[] bytes = files.get(path);
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    return new Artifact(path, path, sha256, bytes.length);
  }

  private static Progress watching(List<Long> done) {
    return new Progress() {
      @Override
      public void report(long now, long total) {
        assertThat(total).isEqualTo(ONE.length + TWO.length);
        done.add(now);
      }

      @Override
      public boolean cancelled() {
        return false;
      }
    };
  }
}
