package dev.sortkey.core.snapshot;

import dev.sortkey.core.edit.ItemDiff;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Lanes;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.snapshot.Comparison.Difference;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Item;
import dev.sortkey.core.value.ItemSize;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Compares the items of two sources by their keys. Of the left side only hashes are kept; the
/// items that differ are read again, as many as are shown.
public final class Comparing {
  /// Of each kind of difference.
  public static final int MOST_SHOWN = 500;

  private static final int MOST_BYTES = 32 * 1024 * 1024;

  private final KeySchema keys;
  private final ItemSource left;
  private final ItemSource right;
  private final Lanes lanes;
  private final Progress progress;

  private final AtomicLong read = new AtomicLong();
  private final HashTable hashes;
  private final List<Item> onlyRight = new ArrayList<>();
  private final List<Item> onlyLeft = new ArrayList<>();
  private final Map<ItemHash.Of128, Item> differing = new HashMap<>();
  private final List<Difference> pairs = new ArrayList<>();
  private int bytesKept;
  private long same;
  private long countRight;
  private long countDiffering;

  /// @param keys of both sides
  /// @param progress told items of both
  public Comparing(
      KeySchema keys, ItemSource left, ItemSource right, Lanes lanes, Progress progress) {
    this.keys = keys;
    this.left = left;
    this.right = right;
    this.lanes = lanes;
    this.progress = progress;
    this.hashes = new HashTable(left.about());
  }

  /// Blocks, and ends at an interrupt or a cancel.
  public Comparison run() throws InterruptedException {
    each(left, hash -> items -> learn(hash, items));
    each(right, hash -> items -> compare(hash, items));
    long countLeft = hashes.size() - hashes.countSeen();
    if (countLeft > 0 || countDiffering > 0) {
      each(left, hash -> items -> fetch(hash, items));
    }
    List<Difference> shown = new ArrayList<>(pairs);
    onlyLeft.forEach(item -> shown.add(new Difference.OnlyLeft(item)));
    onlyRight.forEach(item -> shown.add(new Difference.OnlyRight(item)));
    shown.sort(KeyOrder.of(keys));
    return new Comparison(same, countLeft, countRight, countDiffering, shown);
  }

  private interface Reader {
    Predicate<List<Item>> with(ItemHash hash);
  }

  private void each(ItemSource source, Reader reader) throws InterruptedException {
    lanes.each(
        source.parts(),
        part -> {
          Predicate<List<Item>> taker = reader.with(new ItemHash());
          source.read(
              part,
              items -> {
                progress.report(
                    read.addAndGet(items.size()),
                    Math.max(read.get(), left.about() + right.about()));
                return taker.test(items) && !progress.cancelled();
              });
        });
    if (progress.cancelled()) {
      throw new CancellationException();
    }
  }

  private boolean learn(ItemHash hash, List<Item> items) {
    List<Hashed> hashed = hashed(hash, items);
    synchronized (hashes) {
      hashed.forEach(each -> hashes.put(each.key(), each.item()));
    }
    return true;
  }

  private boolean compare(ItemHash hash, List<Item> items) {
    List<Hashed> hashed = hashed(hash, items);
    synchronized (hashes) {
      for (int i = 0; i < hashed.size(); i++) {
        Hashed each = hashed.get(i);
        int place = hashes.find(each.key());
        if (place == HashTable.NONE) {
          countRight++;
          keep(onlyRight, items.get(i));
        } else if (!hashes.seen(place)) {
          hashes.see(place);
          if (hashes.item(place) == each.item()) {
            same++;
          } else {
            countDiffering++;
            if (differing.size() < MOST_SHOWN && room(items.get(i))) {
              differing.put(each.key(), items.get(i));
            }
          }
        }
      }
    }
    return true;
  }

  /// Finds the left items of the pairs to be shown, and those that the right side lacks.
  private boolean fetch(ItemHash hash, List<Item> items) {
    for (Item item : items) {
      ItemHash.Of128 key = key(hash, item);
      synchronized (hashes) {
        int place = hashes.find(key);
        @Nullable Item other = differing.remove(key);
        if (other != null) {
          pair(item, other);
        } else if (place != HashTable.NONE && !hashes.seen(place)) {
          keep(onlyLeft, item);
        }
      }
    }
    synchronized (hashes) {
      long wanted = hashes.size() - hashes.countSeen();
      return !differing.isEmpty() || onlyLeft.size() < Math.min(wanted, MOST_SHOWN);
    }
  }

  /// Someone may have changed the item back since it was compared.
  private void pair(Item item, Item other) {
    ItemDiff diff = ItemDiff.between(item, other);
    if (!diff.isEmpty()) {
      pairs.add(new Difference.Differs(item, other, diff));
    }
  }

  private void keep(List<Item> some, Item item) {
    if (some.size() < MOST_SHOWN && room(item)) {
      some.add(item);
    }
  }

  private boolean room(Item item) {
    bytesKept += ItemSize.of(item);
    return bytesKept < MOST_BYTES;
  }

  private record Hashed(ItemHash.Of128 key, long item) {}

  private List<Hashed> hashed(ItemHash hash, List<Item> items) {
    return items.stream().map(item -> new Hashed(key(hash, item), hash.item(item))).toList();
  }

  private ItemHash.Of128 key(ItemHash hash, Item item) {
    try {
      return hash.key(keys, item);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          Problem.of(
              Problem.Kind.INVALID_REQUEST,
              Messages.text("snapshots.other-keys.title"),
              Messages.text("snapshots.other-keys.detail", e.getMessage())),
          e);
    }
  }
}
