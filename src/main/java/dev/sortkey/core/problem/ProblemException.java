package dev.sortkey.core.problem;

import org.jspecify.annotations.Nullable;

/// Carries a [Problem] out of a port; the only exception that ports throw on purpose.
public final class ProblemException extends RuntimeException {
  private final transient Problem problem;

  public ProblemException(Problem problem) {
    this(problem, null);
  }

  public ProblemException(Problem problem, @Nullable Throwable cause) {
    super(problem.title() + ": " + problem.detail(), cause);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
