package dev.sortkey.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The hold of one process on the file of a bulk run: a lock on a file beside it, since the file
/// itself is replaced. It goes with its end when there is nothing left to hold.
final class RunLock implements AutoCloseable {
  private final Path held;
  private final Path beside;
  private final RandomAccessFile file;

  private RunLock(Path held, Path beside, RandomAccessFile file) {
    this.held = held;
    this.beside = beside;
    this.file = file;
  }

  /// @return empty when another has it
  static Optional<RunLock> tried(Path held) throws IOException {
    return Uninterrupted.call(() -> {
      Path beside = held.resolveSibling(held.getFileName() + ".lock");
      var file = new RandomAccessFile(beside.toFile(), "rw");
      try {
        if (file.getChannel().tryLock() != null) {
          return Optional.of(new RunLock(held, beside, file));
        }
      } catch (OverlappingFileLockException _) {
        // This process has it.
      } catch (IOException | RuntimeException e) {
        file.close();
        throw e;
      }
      file.close();
      return Optional.empty();
    });
  }

  @Override
  public void close() throws IOException {
    file.close();
    if (!Files.exists(held)) {
      Files.deleteIfExists(beside);
    }
  }
}
