package dev.sortkey.core.progress;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// How the parts of a job are done beside each other; threads are the caller's.
public interface Lanes {
  /// How many parts of a table, or files of items, are read or written at a time.
  int WIDTH = 8;

  /// Does the same with each element, at most `width` at a time, and comes back when all are done.
  /// The first that throws ends all.
  <E> void forEach(List<E> elements, int width, Consumer<E> action) throws InterruptedException;

  /// Does parts 0 to `parts` - 1, [#WIDTH] at a time, in the same manner.
  default void each(int parts, IntConsumer part) throws InterruptedException {
    forEach(IntStream.range(0, parts).boxed().toList(), WIDTH, part::accept);
  }

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
