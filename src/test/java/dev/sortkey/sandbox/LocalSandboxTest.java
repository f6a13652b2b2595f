package dev.sortkey.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.session.Sandbox.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class LocalSandboxTest {
  private static final URI NOWHERE = URI.create("http://127.0.0.1:9/");

  @TempDir Path folder;
  private final List<LocalSandbox> started = new ArrayList<>();

  @AfterEach
  void stopAll() throws Exception {
    for (LocalSandbox sandbox : started) {
      var process = sandbox.process();
      sandbox.stop();
      if (process.isPresent()) {
        process.get().onExit().get(20, TimeUnit.SECONDS);
      }
    }
  }

  @Test
  void tellsEachChangeOfStateFromStartToStop() throws Exception {
    LocalSandbox sandbox = onDisk();
    List<State> states = new CopyOnWriteArrayList<>();
    sandbox.onChange(states::add);
    assertThat(sandbox.state()).isInstanceOf(State.Fetched.class);

    State.Running running = sandbox.start();
    assertThat(sandbox.start()).as("already running").isEqualTo(running);
    CompletableFuture<State> stopped = next(sandbox);
    sandbox.stop();

    assertThat(stopped.get(20, TimeUnit.SECONDS)).isInstanceOf(State.Fetched.class);
    assertThat(states).containsExactly(new State.Starting(), running, new State.Fetched());
  }

  @Test
  void aKilledServerIsToldAndStartsAgainOnThePortItHadWithItsTables() throws Exception {
    LocalSandbox sandbox = onDisk();
    State.Running first = sandbox.start();
    createTable(first, "kept");
    CompletableFuture<State> next = next(sandbox);

    sandbox.process().orElseThrow().destroyForcibly();

    assertThat(next.get(20, TimeUnit.SECONDS))
        .isInstanceOfSatisfying(
            State.Died.class,
            died -> {
              assertThat(died.exitCode()).isNotZero();
              assertThat(died.lastOutput()).contains("Initializing DynamoDB Local");
            });
    State.Running second = sandbox.start();
    assertThat(second).isEqualTo(first);
    assertThat(tables(second)).containsExactly("kept");
  }

  @Test
  void anEarlierPortThatIsTakenIsLeftAloneAndTheNewOneIsSaid() throws Exception {
    LocalSandbox sandbox = onDisk();
    List<String> notices = new CopyOnWriteArrayList<>();
    sandbox.onNotice(notices::add);
    int before = sandbox.start().endpoint().getPort();
    sandbox.stop();
    sandbox.process().ifPresent(process -> process.onExit().join());

    try (ServerSocket other = new ServerSocket(before, 1, InetAddress.getLoopbackAddress())) {
      int after = sandbox.start().endpoint().getPort();

      assertThat(after).isNotEqualTo(other.getLocalPort());
      assertThat(notices)
          .singleElement()
          .asString()
          .contains(Integer.toString(before), Integer.toString(after));
    }
  }

  @Test
  void onlyOneAtATimeMayUseTheTables() {
    onDisk().start();

    Problem problem = problemOf(onDisk()::start);

    assertThat(problem.title()).isEqualTo("The sandbox is in use");
    assertThat(problem.detail()).contains(data().toString());
  }

  @Test
  void theTablesAreFreeForAnotherOnceItStopped() throws Exception {
    LocalSandbox first = onDisk();
    State.Running before = first.start();
    CompletableFuture<State> stopped = next(first);
    first.stop();
    stopped.get(20, TimeUnit.SECONDS);

    assertThat(onDisk().start().keys()).isEqualTo(before.keys());
  }

  @Test
  void isNotReachableFromTheNetwork() throws Exception {
    int port = TestSandbox.shared().endpoint().getPort();
    List<InetAddress> addresses =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress())
            .toList();
    assumeTrue(!addresses.isEmpty(), "this machine has no address but its own loopback");

    for (InetAddress address : addresses) {
      try (Socket socket = new Socket()) {
        assertThatThrownBy(() -> socket.connect(new InetSocketAddress(address, port), 5000))
            .as("%s", address)
            .isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void theAccessKeyIsForItsOwnerOnlyAndNotAmongTheArguments() throws Exception {
    LocalSandbox sandbox = onDisk();
    State.Running running = sandbox.start();

    String arguments =
        String.join(" ", sandbox.process().orElseThrow().info().arguments().orElse(new String[0]));
    assertThat(arguments)
        .doesNotContain(running.keys().accessKeyId(), running.keys().secretAccessKey());
    assumeTrue(
        folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "file permissions are of POSIX systems");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data())))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data().resolve("keys"))))
        .isEqualTo("rw-------");
  }

  @Test
  void aDamagedKeyFileIsNotReplaced() throws Exception {
    Files.createDirectories(data());
    Files.writeString(data().resolve("keys"), "half a k");

    assertThat(problemOf(onDisk()::start).detail()).contains(data().resolve("keys").toString());
    assertThat(data().resolve("keys")).hasContent("half a k");
  }

  @Test
  void stopEndsAStartUnderWay() throws Exception {
    LocalSandbox sandbox = onDisk();
    CompletableFuture<State> starting = next(sandbox);
    CompletableFuture<State.Running> start = CompletableFuture.supplyAsync(sandbox::start);
    assertThat(starting.get(20, TimeUnit.SECONDS)).isInstanceOf(State.Starting.class);

    sandbox.stop();

    assertThatThrownBy(() -> start.get(20, TimeUnit.SECONDS))
        .isInstanceOfAny(CancellationException.class, ExecutionException.class)
        .satisfies(thrown ->
            assertThat(thrown instanceof ExecutionException ? thrown.getCause() : thrown)
                .isInstanceOf(CancellationException.class));
    assertThat(sandbox.state()).isInstanceOf(State.Fetched.class);
  }

  @Test
  void anInterruptEndsAStartAndLeavesNoProcess() throws Exception {
    LocalSandbox sandbox = onDisk();
    CompletableFuture<State> starting = next(sandbox);
    CompletableFuture<Throwable> thrown = new CompletableFuture<>();
    Thread starter =
        Thread.ofVirtual()
            .start(() -> {
              try {
                sandbox.start();
                thrown.complete(new AssertionError("it started"));
              } catch (RuntimeException e) {
                thrown.complete(e);
              }
            });
    starting.get(20, TimeUnit.SECONDS);

    starter.interrupt();

    assertThat(thrown.get(20, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
    assertThat(sandbox.state()).isInstanceOf(State.Fetched.class);
    assertThat(sandbox.process()).isEmpty();
  }

  @Test
  void withoutItsFilesItDoesNotStart() {
    LocalSandbox sandbox =
        LocalSandbox.onDisk(Distribution.pinned(), folder.resolve("empty"), data(), NOWHERE);
    assertThat(sandbox.state()).isInstanceOf(State.Missing.class);

    assertThat(problemOf(sandbox::start).title()).isEqualTo("DynamoDB Local is not here yet");
  }

  @Test
  void whatTheServerSaidLastIsToldWhenItEndsBeforeItAnswers() {
    LocalSandbox sandbox =
        LocalSandbox.inMemory(new Distribution("none", List.of()), createdFolder(), NOWHERE);

    Problem problem = problemOf(sandbox::start);

    assertThat(problem.kind()).isEqualTo(Problem.Kind.LOCAL_IO);
    assertThat(problem.remedies()).containsExactly(Problem.Remedy.RESTART_SANDBOX);
    assertThat(problem.detail()).contains("exit code 1", "ServerRunner");
    assertThat(sandbox.state()).isInstanceOf(State.Fetched.class);
  }

  @Test
  void theOfferNamesTheLicenceAndTheSizeBeforeAnythingIsFetched() {
    var offer = onDisk().offer();

    assertThat(offer.version()).isEqualTo("3.3.1");
    assertThat(offer.licence()).isEqualTo("Amazon DynamoDB Local License Agreement");
    assertThat(offer.licenceAddress()).startsWith("https://aws.amazon.com/");
    assertThat(offer.bytes()).isBetween(30_000_000L, 40_000_000L);
  }

  private Path createdFolder() {
    Path caches = folder.resolve("caches");
    assertThat(caches.resolve("dynamodb-local/none").toFile().mkdirs()).isTrue();
    return caches;
  }

  private Path data() {
    return folder.resolve("sandbox");
  }

  private LocalSandbox onDisk() {
    LocalSandbox sandbox = TestSandbox.fresh(data());
    started.add(sandbox);
    return sandbox;
  }

  private static CompletableFuture<State> next(LocalSandbox sandbox) {
    CompletableFuture<State> next = new CompletableFuture<>();
    sandbox.onChange(next::complete);
    return next;
  }

  private static Problem problemOf(Runnable job) {
    return catchThrowableOfType(ProblemException.class, job::run).problem();
  }

  private static void createTable(State.Running running, String name) {
    try (DynamoDbClient client = SandboxServicesTest.client(running)) {
      SandboxServicesTest.createTable(client, name);
    }
  }

  private static List<String> tables(State.Running running) {
    try (DynamoDbClient client = SandboxServicesTest.client(running)) {
      return client.listTables().tableNames();
    }
  }
}
