package dev.sortkey.ui.overview;

import dev.sortkey.core.problem.Problem;

/// What an endpoint said when it was asked for something.
sealed interface Told<T> {
  /// Not asked yet, or the answer is on its way.
  record Nothing<T>() implements Told<T> {}

  record Value<T>(T value) implements Told<T> {}

  record Refused<T>(Problem problem) implements Told<T> {}
}
