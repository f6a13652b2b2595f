package dev.sortkey.sandbox;

import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Sandbox;
import dev.sortkey.core.text.Messages;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// DynamoDB Local fetched from a Maven repository and run as a child process.
public final class LocalSandbox implements Sandbox {
  public static final URI MAVEN_CENTRAL = URI.create("https://repo.maven.apache.org/maven2/");

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PORTS_TRIED = 3;

  private final Path cacheFolder;
  private final Distribution distribution;
  private final Cache cache;
  private final @Nullable DataFolder data;
  private final URI repository;

  private final List<Consumer<State>> listeners = new CopyOnWriteArrayList<>();
  private final List<Consumer<String>> noticeListeners = new CopyOnWriteArrayList<>();

  /// Held by the one fetch or start under way.
  private final ReentrantLock job = new ReentrantLock();

  private volatile State state;
  private @Nullable Child child;
  private boolean stopping;

  private LocalSandbox(
      Distribution distribution, Path caches, @Nullable Path data, URI repository) {
    this.distribution = distribution;
    cacheFolder = caches.resolve("dynamodb-local").resolve(distribution.version());
    cache = new Cache(cacheFolder, distribution);
    this.data = data == null ? null : new DataFolder(data);
    this.repository = repository;
    state = cache.looksComplete() ? new State.Fetched() : new State.Missing();
  }

  /// The person's sandbox, whose tables stay.
  ///
  /// @param caches Sortkey's cache folder
  /// @param data a folder of the sandbox's own
  public static LocalSandbox onDisk(Path caches, Path data, URI repository) {
    return onDisk(Distribution.pinned(), caches, data, repository);
  }

  /// A sandbox that forgets its tables when it stops.
  public static LocalSandbox inMemory(Path caches, URI repository) {
    return inMemory(Distribution.pinned(), caches, repository);
  }

  static LocalSandbox onDisk(Distribution distribution, Path caches, Path data, URI repository) {
    return new LocalSandbox(distribution, caches, data, repository);
  }

  static LocalSandbox inMemory(Distribution distribution, Path caches, URI repository) {
    return new LocalSandbox(distribution, caches, null, repository);
  }

  @Override
  public State state() {
    return state;
  }

  /// The listener must not block.
  @Override
  public void onChange(Consumer<State> listener) {
    listeners.add(listener);
  }

  /// Calls back on any thread with a sentence for the person, such as that the port has changed.
  public void onNotice(Consumer<String> listener) {
    noticeListeners.add(listener);
  }

  @Override
  public Offer offer() {
    return distribution.offer();
  }

  @Override
  public void fetch(Progress progress) {
    alone(() -> {
      cache.fetch(repository, progress);
      if (state instanceof State.Missing) {
        change(new State.Fetched());
      }
      return null;
    });
  }

  @Override
  public State.Running start() {
    return alone(() -> {
      settlePrevious();
      return state instanceof State.Running running ? running : startAlone();
    });
  }

  @Override
  public synchronized void stop() {
    stopping = true;
    if (child != null) {
      child.kill();
    }
  }

  /// The process of the server, while there is one.
  synchronized Optional<ProcessHandle> process() {
    return Optional.ofNullable(child).map(Child::handle);
  }

  private interface Step<T extends @Nullable Object> {
    T run() throws InterruptedException, IOException;
  }

  private <T extends @Nullable Object> T alone(Step<T> step) {
    try {
      job.lockInterruptibly();
      try {
        return step.run();
      } finally {
        job.unlock();
      }
    } catch (InterruptedException _) {
      throw Problems.cancelled();
    } catch (IOException e) {
      throw Problems.cache("cache-unwritable", e, cacheFolder, Problems.reason(e));
    }
  }

  /// Waits for a server that was told to stop, or that has just ended.
  private void settlePrevious() throws InterruptedException {
    Child previous;
    synchronized (this) {
      previous = child;
      if (previous == null || (previous.alive() && !stopping)) {
        return;
      }
    }
    ended(previous, previous.awaitEnd());
  }

  private State.Running startAlone() throws InterruptedException, IOException {
    synchronized (this) {
      stopping = false;
    }
    if (!cache.verify()) {
      change(new State.Missing());
      throw Problems.cache("not-fetched", null);
    }
    if (data != null) {
      data.claim();
    }
    try {
      change(new State.Starting());
      return startClaimed(data == null ? DataFolder.randomKeys() : data.keys());
    } catch (ProblemException | InterruptedException | IOException | CancellationException e) {
      giveUp();
      throw e;
    }
  }

  private State.Running startClaimed(Keys keys) throws InterruptedException, IOException {
    int remembered = data == null ? 0 : data.port();
    for (int attempt = 1; ; attempt++) {
      int port = attempt == 1 && remembered > 0 && free(remembered) ? remembered : freePort();
      Child launched = launch(port);
      if (launched.awaitAnswer(PATIENCE) && running(launched, keys)) {
        settlePort(remembered, port);
        return new State.Running(launched.endpoint(), keys);
      }
      boolean ended = !launched.alive();
      launched.kill();
      int exitCode = launched.awaitEnd();
      if (stopRequested()) {
        throw new CancellationException();
      }
      boolean portWasTaken = ended && !free(port);
      if (!portWasTaken || attempt == PORTS_TRIED) {
        throw ended
            ? Problems.local("ended", null, exitCode, launched.lastOutput())
            : Problems.local("silent", null, PATIENCE.toSeconds(), launched.lastOutput());
      }
    }
  }

  private synchronized Child launch(int port) {
    if (stopping) {
      throw new CancellationException();
    }
    Path tables = data == null ? null : data.tables();
    Child launched;
    try {
      launched = Child.launch(cache.classPath(), cacheFolder, tables, port);
    } catch (IOException e) {
      throw Problems.local("unlaunchable", e, Problems.reason(e));
    }
    child = launched;
    launched.onEnd(exitCode -> ended(launched, exitCode));
    return launched;
  }

  private synchronized boolean stopRequested() {
    return stopping;
  }

  private void settlePort(int remembered, int port) {
    if (data != null && remembered != port) {
      data.rememberPort(port);
      if (remembered > 0) {
        String text = Messages.text("sandbox.port-changed", remembered, port);
        noticeListeners.forEach(listener -> listener.accept(text));
      }
    }
  }

  private synchronized boolean running(Child launched, Keys keys) {
    if (child != launched || !launched.alive()) {
      return false;
    }
    change(new State.Running(launched.endpoint(), keys));
    return true;
  }

  private synchronized void ended(Child which, int exitCode) {
    if (child == which && state instanceof State.Running) {
      child = null;
      if (data != null) {
        data.release();
      }
      change(stopping ? new State.Fetched() : new State.Died(exitCode, which.lastOutput()));
    }
  }

  /// Back to how it was before a start that failed.
  private synchronized void giveUp() {
    if (child != null) {
      child.kill();
      child = null;
    }
    if (data != null) {
      data.release();
    }
    change(new State.Fetched());
  }

  private synchronized void change(State next) {
    state = next;
    listeners.forEach(listener -> listener.accept(next));
  }

  private static boolean free(int port) {
    try (ServerSocket _ = new ServerSocket(port, 1, loopback())) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
      return socket.getLocalPort();
    }
  }

  private static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }
}
