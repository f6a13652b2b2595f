package dev.sortkey.ui.settings;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What one question brought, so that a card whose question fails leaves the others standing.
record Answer<T>(@Nullable T value, @Nullable Problem problem) {
  static <T> Answer<T> to(Supplier<T> question) {
    try {
      return new Answer<>(question.get(), null);
    } catch (ProblemException e) {
      return new Answer<>(null, e.problem());
    }
  }

  T or(T other) {
    return value == null ? other : value;
  }
}
