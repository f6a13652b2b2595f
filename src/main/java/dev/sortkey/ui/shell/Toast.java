package dev.sortkey.ui.shell;

import dev.sortkey.core.problem.Problem;
import org.jspecify.annotations.Nullable;

/// A short word in the corner about something done aside; not a record, since two of the same words
/// are two toasts.
final class Toast {
  private final String text;
  private final @Nullable Problem problem;
  private final boolean lasting;

  Toast(String text, @Nullable Problem problem) {
    this(text, problem, problem != null);
  }

  private Toast(String text, @Nullable Problem problem, boolean lasting) {
    this.text = text;
    this.problem = problem;
    this.lasting = lasting;
  }

  /// Neither good nor bad, but worth reading.
  static Toast notice(String text) {
    return new Toast(text, null, true);
  }

  String text() {
    return text;
  }

  /// Whether it waits to be dismissed.
  boolean lasting() {
    return lasting;
  }

  /// What went wrong, or null for good news and notices.
  @Nullable Problem problem() {
    return problem;
  }
}
