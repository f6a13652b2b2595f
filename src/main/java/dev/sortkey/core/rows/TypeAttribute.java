package dev.sortkey.core.rows;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// An attribute in which items say what they are, as many libraries write one.
final class TypeAttribute {
  /// Names that are used for nothing else, without `_` and `-` and in small letters. `__edb_e__` is
  /// ElectroDB's, `_et` DynamoDB Toolbox's, `__typename` AppSync's.
  private static final Set<String> PLAIN =
      Set.of(
          "entity",
          "entitytype",
          "entityname",
          "typename",
          "itemtype",
          "recordtype",
          "objecttype",
          "documenttype",
          "edbe");

  /// Names that may as well hold another kind of type.
  private static final Set<String> GENERAL = Set.of("type", "kind", "model", "class");

  /// How many values of an attribute are followed.
  private static final int MOST_VALUES = EntityGuess.MOST;

  private final String name;

  /// By value; null once there are too many.
  private final Map<String, RowKind> values = new LinkedHashMap<>();

  private boolean tooMany;
  private int lacking;

  /// @param earlier how many rows were read before the attribute was seen
  TypeAttribute(String name, int earlier) {
    this.name = name;
    this.lacking = earlier;
  }

  static boolean isOne(String attribute) {
    String plain = plain(attribute);
    return attribute.equals("_et") || PLAIN.contains(plain) || GENERAL.contains(plain);
  }

  private static boolean isGeneral(String attribute) {
    return GENERAL.contains(plain(attribute));
  }

  private static String plain(String attribute) {
    return attribute.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
  }

  String name() {
    return name;
  }

  void add(RowKeys row, int place) {
    String value = row.string(place);
    if (value == null || value.isBlank()) {
      lacking++;
    } else if (!tooMany) {
      if (values.size() == MOST_VALUES && !values.containsKey(value)) {
        tooMany = true;
        values.clear();
      } else {
        values.computeIfAbsent(value, _ -> new RowKind()).add(row, new String[0]);
      }
    }
  }

  /// The rules by this attribute, or none when it does not tell entities.
  List<EntityRule> rules(BitSet keys) {
    int rows = values.values().stream().mapToInt(RowKind::count).sum();
    if (tooMany
        || values.size() < 2
        || rows < 2 * values.size()
        || lacking > rows / 10
        || isGeneral(name) && areLike(keys)) {
      return List.of();
    }
    return values.keySet().stream()
        .map(value -> new EntityRule(value, "*", "*", name, value))
        .toList();
  }

  private boolean areLike(BitSet keys) {
    List<RowKind> kinds = new ArrayList<>(values.values());
    for (int i = 0; i < kinds.size(); i++) {
      for (int j = i + 1; j < kinds.size(); j++) {
        if (kinds.get(i).isLike(kinds.get(j), keys)) {
          return true;
        }
      }
    }
    return false;
  }
}
