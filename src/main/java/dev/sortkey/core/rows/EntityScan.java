package dev.sortkey.core.rows;

import dev.sortkey.core.progress.Progress;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Recognises the entities in the rows of a store. Each row is read once for what its keys look
/// like and once for the rule that it fits, so that a later look costs only what was appended; when
/// the rules have changed, all rows are fitted anew.
public final class EntityScan {
  /// How many looks of keys are kept apart; beyond, the rare ones count as plain values.
  private static final int MOST_LOOKS = 4096;

  private static final int KEPT_LOOKS = 512;

  private final RowStore store;
  private final String partition;
  private final @Nullable String sort;
  private final KeyShape shapes = new KeyShape();
  private final List<TypeAttribute> types = new ArrayList<>();
  private Map<EntityGuess.Shapes, RowKind> looks = new LinkedHashMap<>();
  private int namesSeen;
  private int chunksSeen;
  private int rowsSeen;

  private List<EntityRule> rules = List.of();
  private EntityFit fit;

  /// @param partition the table's partition key attribute
  /// @param sort its sort key attribute, or null when it has none
  public EntityScan(RowStore store, String partition, @Nullable String sort) {
    this.store = store;
    this.partition = partition;
    this.sort = sort;
    this.fit = new EntityFit(store, partition, sort, List.of());
  }

  /// Recognises the entities in all rows by now. Blocks; one look at a time.
  ///
  /// @param saved rules of the person's, which come before those found
  /// @param live whether a row counts: others were replaced or deleted since
  /// @throws CancellationException when the progress says so; what was read is kept
  public synchronized Entities look(List<EntityRule> saved, IntPredicate live, Progress progress) {
    RowChunk[] chunks = store.chunks();
    read(chunks, progress);
    List<EntityRule> now = together(saved, found());
    if (!now.equals(rules)) {
      rules = now;
      fit = new EntityFit(store, partition, sort, now).sorted(saved.size());
    }
    fit.take(chunks, progress);
    return fit.entities(saved.size(), live);
  }

  private void read(RowChunk[] chunks, Progress progress) {
    for (int i = namesSeen; i < store.dictionary().size(); i++, namesSeen++) {
      String name = store.dictionary().name(i);
      if (TypeAttribute.isOne(name) && !name.equals(partition) && !name.equals(sort)) {
        types.add(new TypeAttribute(name, rowsSeen));
      }
    }
    String[] typeNames = types.stream().map(TypeAttribute::name).toArray(String[]::new);
    var keys = new RowKeys(ids(store.dictionary(), partition, sort, typeNames));
    for (; chunksSeen < chunks.length; chunksSeen++) {
      check(progress);
      RowChunk chunk = chunks[chunksSeen];
      for (int i = 0; i < chunk.size(); i++) {
        keys.read(chunk, i);
        var look =
            new EntityGuess.Shapes(
                keys.shape(RowKeys.PARTITION, shapes), keys.shape(RowKeys.SORT, shapes));
        looks.computeIfAbsent(look, _ -> new RowKind()).add(keys, typeNames);
        for (int type = 0; type < typeNames.length; type++) {
          types.get(type).add(keys, RowKeys.OTHERS + type);
        }
      }
      rowsSeen += chunk.size();
      if (looks.size() > MOST_LOOKS) {
        forgetRare();
      }
    }
  }

  static void check(Progress progress) {
    if (progress.cancelled()) {
      throw new CancellationException();
    }
  }

  /// The dictionary's ids of the keys and some other attributes.
  static int[] ids(
      RowDictionary dictionary, String partition, @Nullable String sort, String... others) {
    var ids = new int[RowKeys.OTHERS + others.length];
    ids[RowKeys.PARTITION] = dictionary.find(partition);
    ids[RowKeys.SORT] = sort == null ? RowDictionary.ABSENT : dictionary.find(sort);
    for (int i = 0; i < others.length; i++) {
      ids[RowKeys.OTHERS + i] = dictionary.find(others[i]);
    }
    return ids;
  }

  /// Keys that begin with as many words as there are rows are no patterns.
  private void forgetRare() {
    Set<String> partitions = frequent(EntityGuess.Shapes::partition);
    Set<String> sorts = frequent(EntityGuess.Shapes::sort);
    Map<EntityGuess.Shapes, RowKind> kept = new LinkedHashMap<>();
    looks.forEach((look, kind) ->
        kept.computeIfAbsent(
                new EntityGuess.Shapes(
                    kept(look.partition(), partitions), kept(look.sort(), sorts)),
                _ -> new RowKind())
            .add(kind));
    looks = kept;
    if (kept.size() > MOST_LOOKS / 2) {
      var any = new EntityGuess.Shapes(anything(), anything());
      Set<EntityGuess.Shapes> most =
          kept.entrySet().stream()
              .sorted(Comparator.comparingInt(entry -> -entry.getValue().count()))
              .limit(KEPT_LOOKS)
              .map(Map.Entry::getKey)
              .collect(Collectors.toSet());
      looks = new LinkedHashMap<>();
      kept.forEach((look, kind) ->
          looks.computeIfAbsent(most.contains(look) ? look : any, _ -> new RowKind()).add(kind));
    }
  }

  private static String anything() {
    return Character.toString(KeyShape.of(KeyKind.ANY));
  }

  private static String kept(String shape, Set<String> frequent) {
    return frequent.contains(shape) ? shape : anything();
  }

  private Set<String> frequent(Function<EntityGuess.Shapes, String> side) {
    Map<String, Integer> counts = new HashMap<>();
    looks.forEach((look, kind) -> counts.merge(side.apply(look), kind.count(), Integer::sum));
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(KEPT_LOOKS)
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private List<EntityRule> found() {
    var keys = new BitSet();
    IntStream.of(ids(store.dictionary(), partition, sort))
        .filter(id -> id != RowDictionary.ABSENT)
        .forEach(keys::set);
    String[] names = types.stream().map(TypeAttribute::name).toArray(String[]::new);
    List<EntityRule> byKeys = EntityGuess.fromKeys(looks, keys, names);
    if (byKeys.size() < 2) {
      for (TypeAttribute type : types) {
        List<EntityRule> byType = type.rules(keys);
        if (!byType.isEmpty()) {
          return byType;
        }
      }
    }
    return byKeys;
  }

  /// Saved rules first, then those found that say something else, no two with one name.
  private static List<EntityRule> together(List<EntityRule> saved, List<EntityRule> found) {
    List<EntityRule> all = new ArrayList<>(saved);
    Set<String> names = saved.stream().map(EntityRule::name).collect(Collectors.toSet());
    for (EntityRule rule : found) {
      if (saved.stream().noneMatch(rule::sameItems)) {
        String name = rule.name();
        for (int i = 2; !names.add(name); i++) {
          name = rule.name() + " " + i;
        }
        all.add(rule.named(name));
      }
    }
    return all;
  }

  /// The rows of one rule alone, whatever others say.
  ///
  /// @param count how many there are
  /// @param rows of how many
  /// @param first some of them
  public record Matches(int count, int rows, int[] first) {}

  /// Looks which rows a rule fits.
  ///
  /// @param most of how many rows the places are told
  /// @throws CancellationException when the progress says so
  public Matches matching(EntityRule rule, IntPredicate live, int most, Progress progress) {
    var alone = new EntityFit(store, partition, sort, List.of(rule));
    alone.take(store.chunks(), progress);
    Entities entities = alone.entities(0, live);
    IntPredicate those = entities.rowsOf(Set.of(0));
    int[] first =
        IntStream.range(0, alone.size())
            .filter(row -> live.test(row) && those.test(row))
            .limit(most)
            .toArray();
    return new Matches(
        entities.all().isEmpty() ? 0 : entities.all().getFirst().count(), entities.rows(), first);
  }
}
