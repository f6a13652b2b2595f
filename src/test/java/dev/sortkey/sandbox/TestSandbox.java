package dev.sortkey.sandbox;

import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Sandbox;
import dev.sortkey.store.Folders;
import java.nio.file.Path;

/// DynamoDB Local for tests. It is fetched once a machine, into the person's own cache.
public final class TestSandbox {
  private TestSandbox() {}

  private static final class Shared {
    static final Sandbox.State.Running RUNNING = fresh().start();
  }

  /// One server in memory for the whole JVM, started when first asked for. Tests keep to tables
  /// whose names are theirs alone, and must not stop it.
  public static Sandbox.State.Running shared() {
    return Shared.RUNNING;
  }

  /// A server in memory of the test's own, fetched and not started, to be stopped by the test.
  public static LocalSandbox fresh() {
    return fetched(LocalSandbox.inMemory(caches(), LocalSandbox.MAVEN_CENTRAL));
  }

  /// A server on disk of the test's own, fetched and not started, to be stopped by the test.
  public static LocalSandbox fresh(Path data) {
    return fetched(LocalSandbox.onDisk(caches(), data, LocalSandbox.MAVEN_CENTRAL));
  }

  /// Kills the server's process.
  public static void kill(LocalSandbox sandbox) {
    sandbox.process().orElseThrow().destroyForcibly();
  }

  /// The folder that holds the fetched files.
  public static Path caches() {
    return Folders.ofThisComputer().cache();
  }

  private static LocalSandbox fetched(LocalSandbox sandbox) {
    sandbox.fetch(Progress.none());
    return sandbox;
  }
}
