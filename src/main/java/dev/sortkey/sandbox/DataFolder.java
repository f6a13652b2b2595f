package dev.sortkey.sandbox;

import dev.sortkey.core.session.Keys;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The sandbox's own folder, open to its owner only: its tables, its access key, the port it had
/// last, and a lock that lets one Sortkey at a time use them.
final class DataFolder {
  private static final String LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

  private final Path folder;
  private @Nullable FileChannel lock;

  DataFolder(Path folder) {
    this.folder = folder;
  }

  Path tables() {
    return folder.resolve("tables");
  }

  /// Makes this Sortkey the folder's only user, until [#release] or its end.
  void claim() {
    if (lock != null) {
      return;
    }
    try {
      createForOwner(folder);
      createForOwner(tables());
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw Problems.local("in-use", null, folder);
      }
      lock = channel;
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock got = channel.tryLock();
      return got != null;
    } catch (OverlappingFileLockException _) {
      return false;
    }
  }

  void release() {
    FileChannel held = lock;
    lock = null;
    if (held != null) {
      try {
        held.close();
      } catch (IOException e) {
        throw unusable(e);
      }
    }
  }

  /// The key of this installation; DynamoDB Local keeps each key's tables apart.
  Keys keys() {
    Path file = folder.resolve("keys");
    try {
      List<String> lines = Files.readAllLines(file);
      if (lines.size() != 2 || !lines.stream().allMatch(line -> line.matches("[A-Z0-9]+"))) {
        throw Problems.local("keys-damaged", null, file);
      }
      return new Keys(lines.get(0), lines.get(1), null);
    } catch (NoSuchFileException _) {
      return createKeys(file);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private Keys createKeys(Path file) {
    Keys keys = randomKeys();
    Path part = folder.resolve("keys.part");
    try {
      Files.deleteIfExists(part);
      try (var channel =
          Files.newByteChannel(
              part,
              EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              ownerOnly("rw-------"))) {
        channel.write(
            StandardCharsets.US_ASCII.encode(
                keys.accessKeyId() + "\n" + keys.secretAccessKey() + "\n"));
      }
      Files.move(part, file);
      return keys;
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /// DynamoDB Local takes letters and digits only ([usage
  /// notes](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.UsageNotes.html)).
  static Keys randomKeys() {
    return new Keys(random(20), random(40), null);
  }

  private static String random(int length) {
    SecureRandom random = new SecureRandom();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(LETTERS_AND_DIGITS.charAt(random.nextInt(LETTERS_AND_DIGITS.length())));
    }
    return text.toString();
  }

  /// The port of the last run, or 0.
  int port() {
    try {
      int port = Integer.parseInt(Files.readString(portFile()).strip());
      return port > 0 && port < 65536 ? port : 0;
    } catch (IOException | NumberFormatException _) {
      return 0;
    }
  }

  void rememberPort(int port) {
    try {
      Files.writeString(portFile(), Integer.toString(port));
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private Path portFile() {
    return folder.resolve("port");
  }

  private RuntimeException unusable(IOException e) {
    return Problems.local("data-unusable", e, folder, Problems.reason(e));
  }

  private static void createForOwner(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Files.createDirectories(folder.toAbsolutePath().getParent());
    try {
      Files.createDirectory(folder, ownerOnly("rwx------"));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }

  /// On Windows the folder is below the person's own, which others cannot read.
  private static FileAttribute<?>[] ownerOnly(String permissions) {
    Set<String> views = Path.of("").getFileSystem().supportedFileAttributeViews();
    return views.contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
