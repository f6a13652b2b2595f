package dev.sortkey.ui.editor;

import dev.sortkey.core.edit.ChangeSet;
import dev.sortkey.core.edit.Staged;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.workbench.TableChanges;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where a draft goes that waits for a review with others, and what of an item waits there already.
final class StageFlow {
  private final TableSchema table;
  private final TableChanges changes;

  StageFlow(TableSchema table, TableChanges changes) {
    this.table = table;
    this.changes = changes;
  }

  @Nullable Staged of(ItemKey key) {
    return changes.now().get(key);
  }

  /// The draft of an item that was read, with what is staged for it.
  ItemDraft draft(Item read) {
    Staged staged = of(table.keyOf(read));
    return staged != null && staged.kind() == Staged.Kind.EDIT
        ? ItemDraft.edit(
            table,
            Objects.requireNonNull(staged.change().before()),
            Objects.requireNonNull(staged.item()))
        : ItemDraft.edit(table, read);
  }

  /// The draft of a new item that is staged, or null when none is staged for the key.
  @Nullable ItemDraft fresh(ItemKey key) {
    Staged staged = of(key);
    return staged != null && staged.kind() == Staged.Kind.INSERT
        ? ItemDraft.create(table, Objects.requireNonNull(staged.item()))
        : null;
  }

  /// @param before the staged new item that the draft was made of, or null
  /// @param read when the draft's original was read
  /// @throws IllegalArgumentException when it cannot be staged; the message is for the person
  void stage(ItemDraft draft, Item item, @Nullable Item before, Instant read) {
    Instant now = Instant.now();
    Item original = draft.original() == null ? before : draft.original();
    changes.stage(set -> staged(set, original, item, read, now));
  }

  private ChangeSet staged(
      ChangeSet set, @Nullable Item original, Item item, Instant read, Instant now) {
    return original == null
        ? set.create(table, item, now)
        : set.edit(table, original, item, read, now);
  }

  /// Takes out what is staged for an item, since it was saved by itself.
  void forget(ItemKey key) {
    if (of(key) != null) {
      changes.stage(set -> set.discard(List.of(key)));
    }
  }
}
