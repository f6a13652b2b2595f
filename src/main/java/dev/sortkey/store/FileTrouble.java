package dev.sortkey.store;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.text.Messages;
import java.nio.file.Path;

/// Says that one of the person's files cannot be read or written.
final class FileTrouble {
  private FileTrouble() {}

  static ProblemException reading(Path file, Exception cause) {
    return problem(
        Messages.text("store.unreadable-file.title"),
        Messages.text("store.unreadable-file.detail", file, cause),
        cause);
  }

  static ProblemException writing(Path file, Exception cause) {
    return problem(
        Messages.text("store.unwritable.title"),
        Messages.text("store.unwritable.detail", file, cause),
        cause);
  }

  private static ProblemException problem(String title, String detail, Exception cause) {
    return new ProblemException(Problem.of(Problem.Kind.LOCAL_IO, title, detail), cause);
  }
}
