package dev.sortkey.core.rows;

import dev.sortkey.core.progress.Progress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Which rule each row of a store fits. Of several that do, the one that says most.
final class EntityFit {
  /// A rule made ready.
  ///
  /// @param rule its place in the list
  private record Ready(
      int rule, KeyPattern partition, KeyPattern sort, int typePlace, byte[] type) {}

  private final RowStore store;
  private final String partition;
  private final @Nullable String sort;
  private final List<EntityRule> rules;
  private final String[] typeNames;
  private final List<Ready> ready = new ArrayList<>();

  /// By rule, and at the end for rows that fit none.
  private final BitSet[] attributes;

  private short[] entityOf = new short[0];
  private int rows;
  private int chunks;

  EntityFit(RowStore store, String partition, @Nullable String sort, List<EntityRule> rules) {
    this.store = store;
    this.partition = partition;
    this.sort = sort;
    this.rules = rules;
    this.typeNames =
        rules.stream()
            .map(EntityRule::attribute)
            .filter(name -> !name.isEmpty())
            .distinct()
            .toArray(String[]::new);
    this.attributes = new BitSet[rules.size() + 1];
    Arrays.setAll(attributes, _ -> new BitSet());
    for (int i = 0; i < rules.size(); i++) {
      EntityRule rule = rules.get(i);
      int type = List.of(typeNames).indexOf(rule.attribute());
      ready.add(
          new Ready(
              i,
              rule.partitionPattern(),
              rule.sortPattern(),
              type < 0 ? -1 : RowKeys.OTHERS + type,
              rule.value().getBytes(StandardCharsets.UTF_8)));
    }
  }

  int size() {
    return rows;
  }

  /// Fits the rows of the chunks that were not there before.
  void take(RowChunk[] all, Progress progress) {
    int total = Arrays.stream(all).mapToInt(RowChunk::size).sum();
    if (total > entityOf.length) {
      entityOf = Arrays.copyOf(entityOf, total + total / 4);
    }
    var keys = new RowKeys(EntityScan.ids(store.dictionary(), partition, sort, typeNames));
    for (; chunks < all.length; chunks++) {
      EntityScan.check(progress);
      progress.report(rows, total);
      RowChunk chunk = all[chunks];
      for (int i = 0; i < chunk.size(); i++) {
        keys.read(chunk, i);
        short entity = entity(keys);
        entityOf[rows + i] = entity;
        BitSet seen = attributes[entity == Entities.NONE ? rules.size() : entity];
        for (int at = 0; at < keys.count(); at++) {
          seen.set(keys.present(at));
        }
      }
      rows += chunk.size();
    }
  }

  private short entity(RowKeys keys) {
    for (Ready rule : ready) {
      if ((rule.typePlace() < 0 || keys.equal(rule.typePlace(), rule.type()))
          && keys.fits(RowKeys.PARTITION, rule.partition())
          && (sort == null || keys.fits(RowKeys.SORT, rule.sort()))) {
        return (short) rule.rule();
      }
    }
    return Entities.NONE;
  }

  /// Puts those that say most first, but the person's own before all.
  ///
  /// @param saved how many of the rules are the person's
  EntityFit sorted(int saved) {
    ready.sort(
        Comparator.comparing((Ready one) -> one.rule() >= saved)
            .thenComparing(one ->
                -one.partition().weight() - one.sort().weight() - (one.typePlace() < 0 ? 0 : 16)));
    return this;
  }

  /// What was found.
  ///
  /// @param saved how many of the rules are the person's
  Entities entities(int saved, IntPredicate live) {
    var counts = new int[rules.size() + 1];
    for (int row = 0; row < rows; row++) {
      if (live.test(row)) {
        counts[entityOf[row] + 1]++;
      }
    }
    List<Entities.Entity> all = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      all.add(new Entities.Entity(rules.get(i), i < saved, counts[i + 1], names(attributes[i])));
    }
    return new Entities(
        all,
        IntStream.of(counts).sum(),
        counts[0],
        names(attributes[rules.size()]),
        entityOf,
        rows);
  }

  private Set<String> names(BitSet ids) {
    return ids.stream().mapToObj(store.dictionary()::name).collect(Collectors.toSet());
  }
}
