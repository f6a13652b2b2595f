package dev.sortkey.ui.shell;

import dev.sortkey.core.problem.Problem;
import org.jspecify.annotations.Nullable;

/// A short word in the corner about something done aside; not a record, since two of the same words
/// are two toasts.
final class Toast {
  private final String text;
  private final @Nullable Problem problem;

  Toast(String text, @Nullable Problem problem) {
    this.text = text;
    this.problem = problem;
  }

  String text() {
    return text;
  }

  /// What went wrong, or null for good news.
  @Nullable Problem problem() {
    return problem;
  }
}
