package dev.sortkey.core.rows;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Decides which words in the keys name entities and which are values: a customer's name before a
/// `#` is none. Where words could be either, they count only as far as their rows differ.
final class EntityGuess {
  /// More are no help to anyone.
  static final int MOST = 24;

  /// How many words may be in one place of a key when nothing but keys tells them apart.
  private static final int MOST_BY_KEYS = 8;

  /// How many capitals are read as an entity's name, where `FR` and `DE` are values.
  private static final int CAPITALS = 3;

  /// How many words in one place are compared with one another.
  private static final int MOST_COMPARED = 64;

  /// Separators after which capitals are a name.
  private static final String SURE = KeyKind.STRONG + ":/";

  /// One look of partition and sort key together.
  private static final class Pair {
    private final String[] shapes;
    private final RowKind kind;

    Pair(String partition, String sort, RowKind kind) {
      this.shapes = new String[] {partition, sort};
      this.kind = kind;
    }
  }

  /// A place in a key where words stand.
  ///
  /// @param last whether the word ends the key
  private record Place(String before, boolean last) {}

  /// @param kind of the rows that have the word there
  private record Word(String text, boolean sure, RowKind kind) {}

  private final List<Pair> pairs = new ArrayList<>();
  private final BitSet keys;

  private EntityGuess(BitSet keys) {
    this.keys = keys;
  }

  /// @param looks by the shapes of partition and sort key
  /// @param keys the ids of the key attributes
  /// @return none when the keys show no patterns
  static List<EntityRule> fromKeys(Map<Shapes, RowKind> looks, BitSet keys, String[] types) {
    var guess = new EntityGuess(keys);
    looks.forEach(
        (shapes, kind) -> guess.pairs.add(new Pair(shapes.partition(), shapes.sort(), kind)));
    for (int token = 0; token <= KeyShape.MOST_PARTS; token++) {
      guess.weigh(RowKeys.PARTITION, token);
      guess.weigh(RowKeys.SORT, token);
    }
    return guess.hasHead() ? guess.rules(types) : List.of();
  }

  /// How the keys of some rows look.
  record Shapes(String partition, String sort) {}

  /// Finds the words that stand there and takes those for values that name no entity.
  private void weigh(int side, int index) {
    Map<Place, Map<String, Word>> places = new LinkedHashMap<>();
    Map<Place, List<Pair>> having = new HashMap<>();
    for (Pair pair : pairs) {
      String shape = pair.shapes[side];
      List<ShapeParts.Token> tokens = ShapeParts.tokens(shape);
      if (index < tokens.size() && tokens.get(index).word()) {
        ShapeParts.Token token = tokens.get(index);
        Place place = place(shape, token);
        String text = shape.substring(token.start(), token.end());
        boolean sure =
            !token.last()
                && index == 0
                && isCapitals(text)
                && SURE.indexOf(shape.charAt(token.end())) >= 0;
        places
            .computeIfAbsent(place, _ -> new LinkedHashMap<>())
            .computeIfAbsent(text, _ -> new Word(text, sure, new RowKind()))
            .kind()
            .add(pair.kind);
        having.computeIfAbsent(place, _ -> new ArrayList<>()).add(pair);
      }
    }
    places.forEach((place, words) -> {
      Set<String> values = values(place, List.copyOf(words.values()));
      if (!values.isEmpty()) {
        having.get(place).forEach(pair -> vary(pair, side, index, values));
      }
    });
  }

  private static Place place(String shape, ShapeParts.Token token) {
    return new Place(ShapeParts.skeleton(shape.substring(0, token.start())), token.last());
  }

  private static void vary(Pair pair, int side, int index, Set<String> values) {
    String shape = pair.shapes[side];
    ShapeParts.Token token = ShapeParts.tokens(shape).get(index);
    if (values.contains(shape.substring(token.start(), token.end()))) {
      pair.shapes[side] =
          shape.substring(0, token.start())
              + KeyShape.of(KeyKind.TEXT)
              + shape.substring(token.end());
    }
  }

  private static boolean isCapitals(String word) {
    int capitals = 0;
    for (int i = 0; i < word.length(); i++) {
      if (Character.isLowerCase(word.charAt(i))) {
        return false;
      }
      capitals += Character.isUpperCase(word.charAt(i)) ? 1 : 0;
    }
    return capitals >= CAPITALS;
  }

  /// Which of the words at a place are values.
  private Set<String> values(Place place, List<Word> words) {
    List<Word> sure = words.stream().filter(Word::sure).toList();
    List<Word> open = new ArrayList<>(words);
    if (sure.size() <= MOST) {
      open.removeAll(sure);
    }
    Set<String> values = new HashSet<>();
    if (place.last() && place.before().isEmpty()) {
      // A whole key that is seen once is more likely an id than a name.
      open.stream()
          .filter(word -> word.kind().count() < 2 && !isCapitals(word.text()))
          .forEach(word -> values.add(word.text()));
      open.removeIf(word -> values.contains(word.text()));
    }
    if (open.size() < 2) {
      return values;
    }
    long total = open.stream().mapToLong(word -> word.kind().count()).sum();
    if (open.size() > MOST_COMPARED) {
      open.stream()
          .filter(word -> word.kind().count() * (long) MOST_COMPARED < total)
          .forEach(word -> values.add(word.text()));
    }
    alike(open.stream().filter(word -> !values.contains(word.text())).toList(), values);
    List<Word> left = open.stream().filter(word -> !values.contains(word.text())).toList();
    long leftRows = left.stream().mapToLong(word -> word.kind().count()).sum();
    long bare = left.stream().filter(word -> isBare(word.kind())).count();
    if (left.size() > MOST || leftRows < 2L * left.size() || bare > MOST_BY_KEYS) {
      left.forEach(word -> values.add(word.text()));
    }
    return values;
  }

  private boolean isBare(RowKind kind) {
    var rest = (BitSet) kind.any().clone();
    rest.andNot(keys);
    return rest.isEmpty();
  }

  /// Adds the words whose rows are like those of another word.
  private void alike(List<Word> words, Set<String> values) {
    List<List<Word>> clusters = new ArrayList<>();
    words.stream()
        .sorted(Comparator.comparingInt((Word word) -> -word.kind().count()))
        .forEach(word ->
            clusters.stream()
                .filter(cluster -> cluster.getFirst().kind().isLike(word.kind(), keys))
                .findFirst()
                .ifPresentOrElse(
                    cluster -> cluster.add(word),
                    () -> clusters.add(new ArrayList<>(List.of(word)))));
    for (List<Word> cluster : clusters) {
      if (cluster.size() > 1) {
        cluster.forEach(word -> values.add(word.text()));
      }
    }
  }

  /// Whether a word with something after it is left: words alone are as well plain values.
  private boolean hasHead() {
    return pairs.stream()
        .flatMap(pair -> List.of(pair.shapes).stream())
        .anyMatch(shape ->
            ShapeParts.tokens(shape).stream().anyMatch(token -> token.word() && !token.last()));
  }

  private List<EntityRule> rules(String[] types) {
    Map<Shapes, List<Pair>> groups = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      groups
          .computeIfAbsent(
              new Shapes(ShapeParts.skeleton(pair.shapes[0]), ShapeParts.skeleton(pair.shapes[1])),
              _ -> new ArrayList<>())
          .add(pair);
    }
    List<Found> found = new ArrayList<>();
    long all = 0;
    for (List<Pair> group : groups.values()) {
      var kind = new RowKind();
      group.forEach(pair -> kind.add(pair.kind));
      all += kind.count();
      KeyPattern partition = pattern(group, RowKeys.PARTITION);
      KeyPattern sort = pattern(group, RowKeys.SORT);
      if (partition.hasLiteral() && !partition.words().isEmpty()
          || sort.hasLiteral() && !sort.words().isEmpty()) {
        found.add(new Found(partition, sort, kind));
      }
    }
    List<Found> most =
        found.stream()
            .sorted(Comparator.comparingInt((Found one) -> -one.kind().count()))
            .limit(MOST)
            .toList();
    long recognised = most.stream().mapToLong(one -> one.kind().count()).sum();
    if (2 * recognised < all) {
      return List.of();
    }
    found.retainAll(new HashSet<>(most));
    return named(found, types);
  }

  private record Found(KeyPattern partition, KeyPattern sort, RowKind kind) {}

  private static KeyPattern pattern(List<Pair> group, int side) {
    return KeyPattern.parse(
        ShapeParts.pattern(group.stream().map(pair -> pair.shapes[side]).distinct().toList()));
  }

  private static List<EntityRule> named(List<Found> found, String[] types) {
    Map<String, Integer> told = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (Found one : found) {
      String type = type(one.kind(), types);
      names.add(type);
      told.merge(type, 1, Integer::sum);
    }
    List<EntityRule> rules = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      Found one = found.get(i);
      String type = names.get(i);
      String name = told.get(type) == 1 && !type.isBlank() ? type : words(one);
      rules.add(new EntityRule(name, one.partition().toString(), one.sort().toString(), "", ""));
    }
    return rules;
  }

  private static String type(RowKind kind, String[] types) {
    for (String attribute : types) {
      String type = kind.type(attribute);
      if (type != null) {
        return type;
      }
    }
    return "";
  }

  private static String words(Found one) {
    String partition = String.join(" ", one.partition().words());
    String sort = String.join(" ", one.sort().words());
    if (sort.isEmpty() || sort.equals(partition)) {
      return partition;
    }
    return partition.isEmpty() ? sort : partition + " / " + sort;
  }
}
