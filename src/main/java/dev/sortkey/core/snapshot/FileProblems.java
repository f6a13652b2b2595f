package dev.sortkey.core.snapshot;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.text.Messages;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;

/// What goes wrong with files, in plain words.
public final class FileProblems {
  private FileProblems() {}

  /// @param folder where it went wrong
  public static ProblemException writing(Path folder, Exception thrown) {
    if (full(thrown)) {
      return problem("snapshots.disk-full", thrown, folder);
    }
    return closed(thrown)
        ? problem("snapshots.unwritable", thrown, folder)
        : problem("snapshots.unwritten", thrown, folder, said(thrown));
  }

  /// @param file that cannot be read
  public static ProblemException reading(Path file, Exception thrown) {
    return thrown instanceof NoSuchFileException
        ? problem("snapshots.missing-file", thrown, file)
        : problem("snapshots.unreadable", thrown, file, said(thrown));
  }

  /// Java has no kind of exception for a full disk; these are the words of Linux, macOS and
  /// Windows.
  private static boolean full(Exception thrown) {
    String said = String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT);
    return said.contains("no space left")
        || said.contains("not enough space")
        || said.contains("disk quota");
  }

  private static boolean closed(Exception thrown) {
    String said = String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT);
    return thrown instanceof AccessDeniedException
        || thrown instanceof ReadOnlyFileSystemException
        || said.contains("read-only file system")
        || said.contains("permission denied");
  }

  static String said(Exception thrown) {
    String said =
        thrown instanceof FileSystemException file ? file.getReason() : thrown.getMessage();
    return said == null ? thrown.getClass().getSimpleName() : said;
  }

  private static ProblemException problem(String key, Exception cause, Object... arguments) {
    return new ProblemException(
        Problem.of(
            Problem.Kind.LOCAL_IO,
            Messages.text(key, arguments),
            Messages.text(key + ".detail", arguments)),
        cause instanceof IOException ? cause : new IOException(cause));
  }
}
