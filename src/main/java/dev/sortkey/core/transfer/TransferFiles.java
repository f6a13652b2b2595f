package dev.sortkey.core.transfer;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.text.Messages;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/// What goes wrong with files that are written, in plain words.
final class TransferFiles {
  private TransferFiles() {}

  static ProblemException unwritable(Path file, IOException e) {
    String key =
        e instanceof FileAlreadyExistsException ? "transfer.exists" : "transfer.unwritable";
    return new ProblemException(
        Problem.of(
            Problem.Kind.LOCAL_IO,
            Messages.text(key, file.getFileName()),
            Messages.text(key + ".detail", file.toAbsolutePath().getParent(), said(e))),
        e);
  }

  private static String said(IOException e) {
    String said = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    return said == null ? e.getClass().getSimpleName() : said;
  }
}
