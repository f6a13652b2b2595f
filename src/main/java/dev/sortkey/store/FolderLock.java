package dev.sortkey.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Keeps two Sortkeys from writing the files of one folder at the same time. It ends with its
/// process, however that ends.
final class FolderLock implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long PAUSE_NANOS = 2_000_000;

  private final RandomAccessFile file;

  private FolderLock(RandomAccessFile file) {
    this.file = file;
  }

  /// Waits for the other, for some seconds.
  static FolderLock of(Path folder) throws IOException {
    Files.createDirectories(folder);
    return Uninterrupted.call(() -> lock(folder));
  }

  private static FolderLock lock(Path folder) throws IOException {
    var file = new RandomAccessFile(folder.resolve(".lock").toFile(), "rw");
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (tried(file) == null) {
        if (System.nanoTime() > end) {
          throw new IOException("another Sortkey is using " + folder);
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
      return new FolderLock(file);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static @Nullable FileLock tried(RandomAccessFile file) throws IOException {
    try {
      return file.getChannel().tryLock();
    } catch (OverlappingFileLockException _) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
