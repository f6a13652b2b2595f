package dev.sortkey.store;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// Brings bytes to the disk so that they are there also when the power fails. Streams, unlike
/// channels, are not closed by an interrupt of the caller.
final class Disk {
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  private Disk() {}

  /// Gives what a file shall hold.
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /// Adds to a file, which need not be there.
  static void append(Path file, byte[] bytes) throws IOException {
    boolean fresh = !Files.exists(file);
    if (fresh) {
      Files.createDirectories(file.toAbsolutePath().getParent());
    }
    write(file, out -> out.write(bytes), true);
    if (fresh) {
      syncFolder(file.toAbsolutePath().getParent());
    }
  }

  /// Puts a file in the place of the one that may be there; at any time either is there whole.
  static void replace(Path file, Content content) throws IOException {
    Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
    Path part = Files.createTempFile(folder, "" + file.getFileName(), ".part");
    try {
      write(part, content, false);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      syncFolder(folder);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /// Gives a file that cannot be read another name, which is returned.
  static Path setAside(Path file) throws IOException {
    Path aside =
        file.resolveSibling(file.getFileName() + ".damaged-" + TIMESTAMP.format(Instant.now()));
    return Files.move(file, aside);
  }

  private static void write(Path file, Content content, boolean append) throws IOException {
    try (var out = new FileOutputStream(file.toFile(), append)) {
      var buffer = new BufferedOutputStream(out, 64 * 1024);
      content.writeTo(buffer);
      buffer.flush();
      out.getFD().sync();
    }
  }

  /// Brings the folder's entries to the disk, where the system can; Windows opens no folders.
  static void syncFolder(@Nullable Path folder) throws IOException {
    if (folder == null
        || folder.getFileSystem().supportedFileAttributeViews().contains("dos")
            && !folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    Uninterrupted.call(() -> {
      try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
        entries.force(true);
        return true;
      }
    });
  }
}
