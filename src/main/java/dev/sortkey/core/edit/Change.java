package dev.sortkey.core.edit;

import dev.sortkey.core.value.Item;

/// One intended change of one item, with what was read before it.
public sealed interface Change {
  /// A new item; its key must be free.
  record Insert(Item item) implements Change {}

  /// An edited item; only the changed paths are written, on the condition that they still hold what
  /// was read. The key must not differ.
  record Update(Item original, Item edited) implements Change {}

  /// The item goes, on the condition that it still is what was read.
  record Delete(Item original) implements Change {}
}
