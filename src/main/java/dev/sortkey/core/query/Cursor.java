package dev.sortkey.core.query;

import dev.sortkey.core.value.Item;
import java.util.List;

/// Where a read goes on, over all requests of its plan. Opaque to everyone but the reader.
///
/// @param open requests that have begun and not ended, in their order
/// @param next the first request that has not begun
public record Cursor(List<Place> open, int next) {
  /// @param lastEvaluatedKey kept whole and never rebuilt
  public record Place(int request, Item lastEvaluatedKey) {}

  public Cursor {
    open = List.copyOf(open);
  }

  /// In a plan of one request.
  public static Cursor of(Item lastEvaluatedKey) {
    return new Cursor(List.of(new Place(0, lastEvaluatedKey)), 1);
  }

  /// In a plan of one request.
  public Item lastEvaluatedKey() {
    return open.getFirst().lastEvaluatedKey();
  }
}
