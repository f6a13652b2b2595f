package dev.sortkey.core.query;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.expr.Matcher;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.core.value.ItemSize;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The beginning of a table, from which the rest is estimated. A Scan gives whole item collections
/// one after the other, in the order of the hashes of their partition keys, so that for the table's
/// own key the collections are a random choice, while the items are not.
final class Sample {
  /// How many standard deviations an estimate allows for.
  private static final double SIGMAS = 2.6;

  /// What may still be there though none was seen: with 99 % certainty fewer than this many among
  /// as many draws as were made.
  private static final double UNSEEN = 4.6;

  private static final int FEW_COLLECTIONS = 5;

  /// How many seen items weigh as much as what is usual.
  private static final double PRIOR = 2;

  private final TableSchema table;
  private final List<Item> items;
  private final int[] collection;
  private final int[] collectionSizes;
  // By index, worked out once.
  private final Map<String, Optional<Sizes>> sizes = new ConcurrentHashMap<>();
  private final Map<String, Double> usualSizes = new ConcurrentHashMap<>();
  private final Map<String, int[]> taken = new ConcurrentHashMap<>();

  Sample(TableSchema table, List<Item> items) {
    this.table = table;
    this.items = items;
    this.collection = new int[items.size()];
    List<Integer> sizes = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      if (i > 0 && sameCollection(items.get(i - 1), items.get(i))) {
        sizes.set(sizes.size() - 1, sizes.getLast() + 1);
      } else {
        sizes.add(1);
      }
      collection[i] = sizes.size() - 1;
    }
    this.collectionSizes = sizes.stream().mapToInt(Integer::intValue).toArray();
  }

  /// A number of items, and what it may be instead.
  record Rows(double low, double expected, double high) {
    Rows atMost(double most) {
      return new Rows(Math.min(low, most), Math.min(expected, most), Math.min(high, most));
    }
  }

  boolean isOf(TableSchema other) {
    return table == other || table.equals(other);
  }

  private static String name(Source source) {
    return source.index() == null ? "" : source.index().name();
  }

  int size() {
    return items.size();
  }

  /// Whether it is the whole table.
  boolean isAll() {
    return !items.isEmpty() && items.size() >= table.itemCount();
  }

  /// How many of the sample's items fulfil a condition.
  long count(Condition condition) {
    return items.stream().filter(item -> Matcher.holds(condition, item)).count();
  }

  /// Whether all items of the sample are in an index.
  boolean allIn(Source source) {
    return taken(source).length == items.size();
  }

  /// The items that are in a source, by their places.
  private int[] taken(Source source) {
    return taken.computeIfAbsent(
        name(source),
        _ -> IntStream.range(0, items.size()).filter(i -> source.takes(items.get(i))).toArray());
  }

  private Stream<Item> itemsOf(Source source) {
    return IntStream.of(taken(source)).mapToObj(items::get);
  }

  /// How many items of a source lie in a range and fulfil a condition.
  ///
  /// @param also null for the range alone
  Rows rows(Source source, KeyRange range, @Nullable Condition also) {
    double most = source.itemCount() > 0 ? source.itemCount() : Double.POSITIVE_INFINITY;
    Condition within = range.condition(source.keys());
    Condition condition = also == null ? within : new Condition.And(List.of(within, also));
    List<Integer> hits = new ArrayList<>();
    for (int i : taken(source)) {
      if (Matcher.holds(condition, items.get(i))) {
        hits.add(i);
      }
    }
    if (isAll()) {
      return new Rows(hits.size(), hits.size(), hits.size());
    }
    if (!source.isGlobal() && source.index() == null && range.isWholeKey(source.keys())) {
      return new Rows(0, 1, 1);
    }
    if (items.isEmpty()) {
      return new Rows(0, most == Double.POSITIVE_INFINITY ? 10 : Math.sqrt(most), most);
    }
    Rows rows =
        source.isGlobal()
            ? spread(source, hits, share(range.sort(source.keys())))
            : gathered(range, hits, share(range.sort(source.keys())));
    return rows.atMost(Math.max(hits.size(), most));
  }

  /// Items of one item collection of the table.
  ///
  /// @param share how much of a collection the range holds
  private Rows gathered(KeyRange range, List<Integer> hits, double share) {
    int most = 0;
    for (int size : collectionSizes) {
      most = Math.max(most, size);
    }
    int found = collectionOf(range.partition().getFirst());
    if (found >= 0 && found < collectionSizes.length - 1) {
      return new Rows(hits.size(), hits.size(), hits.size());
    }
    double high =
        collectionSizes.length < FEW_COLLECTIONS ? Double.POSITIVE_INFINITY : 2.0 * most + 2;
    double expected = share * likelySize();
    return new Rows(hits.size(), Math.max(hits.size(), expected), hits.size() + high);
  }

  /// The size of the collection that an item is in: large ones have more items, so are met more
  /// often.
  private double likelySize() {
    double squares = 0;
    for (int size : collectionSizes) {
      squares += (double) size * size;
    }
    return squares / items.size();
  }

  private double share(List<Condition> sort) {
    return sort.isEmpty() ? 1 : (double) count(new Condition.And(sort)) / items.size();
  }

  private int collectionOf(Attr partition) {
    String key = table.keys().partition().getFirst().name();
    for (int i = 0; i < items.size(); i++) {
      Attr value = items.get(i).get(key);
      if (value != null && value.same(partition)) {
        return collection[i];
      }
    }
    return -1;
  }

  /// Items that are spread over the table, in collections that were drawn at random.
  ///
  /// @param share how much of a collection the range holds
  private Rows spread(Source source, List<Integer> hits, double share) {
    Set<Integer> collections = new HashSet<>();
    hits.forEach(hit -> collections.add(collection[hit]));
    double seen = collections.size();
    double each = seen == 0 ? (double) items.size() / collectionSizes.length : hits.size() / seen;
    double scale = Math.max(1, (double) table.itemCount() / items.size());
    double doubt = SIGMAS * Math.sqrt(seen);
    double low = Math.max(0, seen - doubt - 1) * scale * (seen == 0 ? 0 : each) / 2;
    double high = (seen + doubt + UNSEEN) * scale * each * (each > 1.5 ? 2 : 1);
    double usual =
        Math.max(0.1, usualSizes.computeIfAbsent(name(source), _ -> usualSize(source)) * share);
    double expected = (hits.size() + PRIOR) / (PRIOR / usual + 1 / scale);
    return new Rows(Math.max(low, hits.size()), Math.max(expected, hits.size()), high);
  }

  /// How many items share a partition key in an index, over the whole of it: values that were not
  /// seen are counted by how many were seen just once or twice (Chao, "Nonparametric estimation of
  /// the number of classes in a population", 1984).
  private double usualSize(Source source) {
    Map<List<@Nullable Attr>, Integer> counts = new HashMap<>();
    int[] all = taken(source);
    for (int i : all) {
      List<@Nullable Attr> key = new ArrayList<>();
      source.keys().partition().forEach(part -> key.add(items.get(i).get(part.name())));
      counts.merge(key, 1, Integer::sum);
    }
    double once = counts.values().stream().filter(count -> count == 1).count();
    double twice = counts.values().stream().filter(count -> count == 2).count();
    double distinct = counts.size() + once * Math.max(0, once - 1) / (2 * (twice + 1));
    double scale = Math.max(1, (double) table.itemCount() / items.size());
    return all.length == 0 ? 1 : all.length * scale / distinct;
  }

  /// The sizes of its items as they stand in a source, in bytes.
  ///
  /// @param most the largest
  /// @param units read units that one costs by itself, on average
  record Sizes(double mean, double deviation, double most, double units) {}

  /// Empty when no item is in the source.
  Optional<Sizes> sizes(Source source) {
    return sizes.computeIfAbsent(name(source), _ -> Optional.ofNullable(measured(source)));
  }

  private @Nullable Sizes measured(Source source) {
    double[] sizes = itemsOf(source).mapToDouble(item -> ItemSize.of(source.held(item))).toArray();
    if (sizes.length == 0) {
      return null;
    }
    double sum = 0;
    double most = 0;
    double units = 0;
    for (double size : sizes) {
      sum += size;
      most = Math.max(most, size);
      units += Math.ceil(size / CostEstimate.UNIT_BYTES);
    }
    double mean = sum / sizes.length;
    double squares = 0;
    for (double size : sizes) {
      squares += (size - mean) * (size - mean);
    }
    double deviation = Math.sqrt(squares / sizes.length);
    return new Sizes(mean, deviation, most, units / sizes.length);
  }

  /// The bytes that all of its items in a range take in a source.
  double bytes(Source source, Condition within) {
    return itemsOf(source)
        .filter(item -> Matcher.holds(within, item))
        .mapToDouble(item -> ItemSize.of(source.held(item)))
        .sum();
  }

  /// The bytes that all of its items take in a source.
  double bytes(Source source) {
    return itemsOf(source).mapToDouble(item -> ItemSize.of(source.held(item))).sum();
  }

  private boolean sameCollection(Item one, Item other) {
    for (KeyAttribute key : table.keys().partition()) {
      Attr value = one.get(key.name());
      Attr its = other.get(key.name());
      if (value == null || its == null || !value.same(its)) {
        return false;
      }
    }
    return true;
  }
}
