package dev.sortkey.core.stream;

import dev.sortkey.core.edit.ItemDiff;
import dev.sortkey.core.edit.ItemDiff.PathChange;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A change as a tail came by it.
///
/// @param at when it happened, never earlier than the change before it in its shard, so that
///   sorting by it keeps the order of an item's changes
/// @param diff the paths that changed, or null where the record does not hold both images
/// @param touched the changed paths as text, or all attributes where it cannot be told which
public record TailRecord(
    ChangeRecord change, String shard, Instant at, @Nullable ItemDiff diff, List<String> touched) {
  /// What an attribute takes in memory beside its text: objects, references, a map's entry.
  private static final int OVERHEAD = 120;

  static TailRecord of(ChangeRecord change, String shard, Instant at) {
    Item before = change.before();
    Item after = change.after();
    ItemDiff diff =
        change.event() == ChangeRecord.Event.MODIFY && before != null && after != null
            ? ItemDiff.between(before, after)
            : null;
    return new TailRecord(change, shard, at, diff, touched(diff, after != null ? after : before));
  }

  private static List<String> touched(@Nullable ItemDiff diff, @Nullable Item image) {
    if (diff != null) {
      return diff.changes().stream().map(changed -> changed.path().toString()).toList();
    }
    return image == null ? List.of() : List.copyOf(image.attributes().keySet());
  }

  /// The item as far as the record has it: as it became, or else as it was.
  public @Nullable Item image() {
    return change.after() != null ? change.after() : change.before();
  }

  /// The changed paths, for records that hold both images.
  public List<PathChange> changes() {
    return diff == null ? List.of() : diff.changes();
  }

  /// About how many bytes of memory it takes.
  long weight() {
    return 400 + weight(change.key()) + weight(change.before()) + weight(change.after());
  }

  private static long weight(@Nullable Item item) {
    return item == null ? 0 : weight(item.attributes());
  }

  private static long weight(Map<String, Attr> fields) {
    long weight = OVERHEAD;
    for (var field : fields.entrySet()) {
      weight += OVERHEAD + field.getKey().length() + weight(field.getValue());
    }
    return weight;
  }

  private static long weight(Attr value) {
    return switch (value) {
      case Attr.S(String text) -> 2L * text.length();
      case Attr.N(String digits) -> digits.length();
      case Attr.B(var bytes) -> bytes.length();
      case Attr.Bool _, Attr.Null _ -> 0;
      case Attr.SS(var texts) -> texts(texts);
      case Attr.NS(var numbers) -> texts(numbers);
      case Attr.BS(var binaries) ->
          binaries.stream().mapToLong(bytes -> OVERHEAD + bytes.length()).sum();
      case Attr.L(var elements) ->
          elements.stream().mapToLong(element -> OVERHEAD + weight(element)).sum();
      case Attr.M(var fields) -> weight(fields);
    };
  }

  private static long texts(Collection<String> texts) {
    return texts.stream().mapToLong(text -> OVERHEAD + 2L * text.length()).sum();
  }
}
