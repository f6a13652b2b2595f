package dev.sortkey.core.edit;

import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Item;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One intended change of one item, with what was read before it.
public sealed interface Change {
  /// A new item; its key must be free.
  record Insert(Item item) implements Change {
    @Override
    public @Nullable Item before() {
      return null;
    }

    @Override
    public Item after() {
      return item;
    }
  }

  /// An edited item; only the changed paths are written, on the condition that they still hold what
  /// was read. The key must not differ.
  record Update(Item original, Item edited) implements Change {
    @Override
    public Item before() {
      return original;
    }

    @Override
    public Item after() {
      return edited;
    }
  }

  /// The item goes, on the condition that it still is what was read.
  record Delete(Item original) implements Change {
    @Override
    public Item before() {
      return original;
    }

    @Override
    public @Nullable Item after() {
      return null;
    }
  }

  /// The item as it was read, or null where there is none yet.
  @Nullable Item before();

  /// The item as it shall be, or null where it shall go.
  @Nullable Item after();

  /// The key of the item that is written.
  default ItemKey key(TableSchema table) {
    Item after = after();
    return table.keyOf(after == null ? Objects.requireNonNull(before()) : after);
  }

  /// What will differ, path by path.
  default ItemDiff diff() {
    return ItemDiff.between(orNothing(before()), orNothing(after()));
  }

  /// Whether an item already is as the change wants it, so that nothing is left to be written.
  default boolean made(@Nullable Item now) {
    return switch (this) {
      case Insert(Item item) -> now != null && ItemDiff.between(item, now).isEmpty();
      case Update _ ->
          now != null
              && diff().changes().stream()
                  .allMatch(path -> ItemDiff.sameOrAbsent(path.after(), now.get(path.path())));
      case Delete _ -> now == null;
    };
  }

  /// An item that is absent, as one without attributes.
  static Item orNothing(@Nullable Item item) {
    return item == null ? Item.of(Map.of()) : item;
  }
}
