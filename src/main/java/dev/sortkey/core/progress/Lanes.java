package dev.sortkey.core.progress;

import java.util.List;
import java.util.function.Consumer;

/// How the parts of a job are done beside each other; threads are the caller's.
public interface Lanes {
  /// Does the same with each element, at most `width` at a time, and comes back when all are done.
  /// The first that throws ends all.
  <E> void forEach(List<E> elements, int width, Consumer<E> action) throws InterruptedException;

  /// One after the other.
  static Lanes single() {
    return new Lanes() {
      @Override
      public <E> void forEach(List<E> elements, int width, Consumer<E> action) {
        elements.forEach(action);
      }
    };
  }
}
