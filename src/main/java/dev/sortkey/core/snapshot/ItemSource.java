package dev.sortkey.core.snapshot;

import dev.sortkey.core.value.Item;
import java.util.List;
import java.util.function.Predicate;

/// Items from somewhere, in parts that can be read beside each other, and more than once.
public interface ItemSource {
  /// About how many items there are.
  long about();

  int parts();

  /// Reads a part, until the taker says false. Blocks, ends at an interrupt, and throws a
  /// [dev.sortkey.core.problem.ProblemException].
  void read(int part, Predicate<List<Item>> taker);
}
