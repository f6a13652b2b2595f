package dev.sortkey.store;

import dev.sortkey.core.snapshot.Manifest;
import dev.sortkey.core.snapshot.ManifestJson;
import dev.sortkey.core.snapshot.Snapshot;
import dev.sortkey.core.snapshot.Snapshots;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// A snapshot's folder while it is being written. As long as its process lives, a lock beside it
/// tells it from what a killed one has left.
final class AsideFolder implements Snapshots.Aside {
  private static final String PREFIX = ".taking-";
  private static final String LOCK = ".lock";

  private final Path aside;
  private final FileChannel channel;
  private boolean finished;

  private AsideFolder(Path aside, FileChannel channel) {
    this.aside = aside;
    this.channel = channel;
  }

  static AsideFolder create(Path folder) throws IOException {
    Files.createDirectories(folder);
    sweep(folder);
    Path aside = name(folder);
    FileChannel channel =
        FileChannel.open(lock(aside), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      channel.lock();
      Files.createDirectory(aside);
      return new AsideFolder(aside, channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      deleteLock(aside);
      throw e;
    }
  }

  /// Locks of processes that were killed just after their snapshot got its name.
  private static void sweep(Path folder) throws IOException {
    Instant longAgo = Instant.now().minus(1, ChronoUnit.DAYS);
    try (DirectoryStream<Path> locks = Files.newDirectoryStream(folder, PREFIX + "*" + LOCK)) {
      for (Path lock : locks) {
        String name = lock.getFileName().toString();
        Path aside = lock.resolveSibling(name.substring(0, name.length() - LOCK.length()));
        if (!Files.exists(aside) && Files.getLastModifiedTime(lock).toInstant().isBefore(longAgo)) {
          Files.deleteIfExists(lock);
        }
      }
    }
  }

  /// A name that no finished snapshot can have.
  static Path name(Path folder) {
    return folder.resolve(PREFIX + UUID.randomUUID());
  }

  static boolean isAside(Path folder) {
    return folder.getFileName().toString().startsWith(PREFIX);
  }

  /// Whether the process that writes it is alive, this one or another.
  static boolean inUse(Path aside) {
    if (!Files.exists(lock(aside))) {
      return false;
    }
    try (FileChannel other = FileChannel.open(lock(aside), StandardOpenOption.WRITE);
        FileLock held = other.tryLock()) {
      return held == null;
    } catch (OverlappingFileLockException _) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  static void deleteLock(Path aside) throws IOException {
    Files.deleteIfExists(lock(aside));
  }

  private static Path lock(Path aside) {
    return aside.resolveSibling(aside.getFileName() + LOCK);
  }

  @Override
  public OutputStream create(String path) throws IOException {
    Path file = aside.resolve(path);
    Files.createDirectories(file.getParent());
    var stream = new FileOutputStream(file.toFile());
    return new FilterOutputStream(stream) {
      @Override
      public void write(byte[] content, int from, int length) throws IOException {
        stream.write(content, from, length);
      }

      @Override
      public void close() throws IOException {
        try (stream) {
          stream.flush();
          stream.getFD().sync();
        }
      }
    };
  }

  @Override
  public Snapshot finish(Manifest manifest) throws IOException {
    try (OutputStream out = create(ManifestJson.FILE)) {
      out.write(ManifestJson.write(manifest));
    }
    syncFolders();
    Path settled = SnapshotFolder.settle(aside, manifest.name());
    finished = true;
    Disk.syncFolder(settled.getParent());
    return StoredSnapshot.read(settled, true).orElseThrow(() -> new IOException("" + settled));
  }

  @Override
  public void close() {
    try {
      if (!finished) {
        StoredSnapshot.delete(aside);
      }
      channel.close();
      deleteLock(aside);
    } catch (IOException _) {
      // What stays is found as a leftover.
      quietly(channel);
    }
  }

  private static void quietly(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException _) {
      // Its process's end will free it.
    }
  }

  private void syncFolders() throws IOException {
    List<Path> folders;
    try (Stream<Path> all = Files.walk(aside)) {
      folders = all.filter(Files::isDirectory).toList();
    }
    for (Path folder : folders.reversed()) {
      Disk.syncFolder(folder);
    }
  }
}
