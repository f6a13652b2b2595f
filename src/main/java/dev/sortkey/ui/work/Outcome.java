package dev.sortkey.ui.work;

import dev.sortkey.core.problem.Problem;

/// How a job ended.
public sealed interface Outcome<T> {
  record Done<T>(T value) implements Outcome<T> {}

  record Failed<T>(Problem problem) implements Outcome<T> {}

  record Cancelled<T>() implements Outcome<T> {}
}
