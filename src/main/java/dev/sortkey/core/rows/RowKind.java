package dev.sortkey.core.rows;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rows that look alike: how many there are, and which attributes they have.
final class RowKind {
  /// Where the rows do not agree on a value.
  private static final String SEVERAL = "";

  /// How many rows must agree before what they have in common says something.
  private static final int EVIDENCE = 3;

  private int count;
  private final BitSet any = new BitSet();
  private final BitSet all = new BitSet();

  /// What attributes that tell an entity's name hold in all rows, or [#SEVERAL].
  private final Map<String, String> types = new HashMap<>();

  private final BitSet row = new BitSet();

  void add(RowKeys keys, String[] typeAttributes) {
    row.clear();
    for (int i = 0; i < keys.count(); i++) {
      row.set(keys.present(i));
    }
    any.or(row);
    if (count == 0) {
      all.or(row);
    } else {
      all.and(row);
    }
    for (int i = 0; i < typeAttributes.length; i++) {
      type(typeAttributes[i], keys, RowKeys.OTHERS + i);
    }
    count++;
  }

  private void type(String attribute, RowKeys keys, int place) {
    String known = types.get(attribute);
    if (known == null) {
      String value = count == 0 ? keys.string(place) : null;
      types.put(attribute, value == null ? SEVERAL : value);
    } else if (!known.equals(SEVERAL)) {
      String value = keys.string(place);
      if (!known.equals(value)) {
        types.put(attribute, SEVERAL);
      }
    }
  }

  void add(RowKind other) {
    if (other.count == 0) {
      return;
    }
    any.or(other.any);
    if (count == 0) {
      all.or(other.all);
      types.putAll(other.types);
    } else {
      all.and(other.all);
      types.replaceAll((name, value) -> value.equals(other.types.get(name)) ? value : SEVERAL);
      other.types.keySet().forEach(name -> types.putIfAbsent(name, SEVERAL));
    }
    count += other.count;
  }

  int count() {
    return count;
  }

  BitSet any() {
    return any;
  }

  /// What all rows hold in an attribute, or null when they differ.
  @Nullable String type(String attribute) {
    String value = types.get(attribute);
    return value == null || value.equals(SEVERAL) ? null : value;
  }

  /// Whether the rows have nothing that would make them another entity than those: much the same
  /// attributes, none that all of one have and none of the other. Rows of keys alone say nothing.
  boolean isLike(RowKind other, BitSet keys) {
    var mine = (BitSet) any.clone();
    mine.andNot(keys);
    var theirs = (BitSet) other.any.clone();
    theirs.andNot(keys);
    if (mine.isEmpty() && theirs.isEmpty()) {
      return false;
    }
    if (types.keySet().stream().anyMatch(name -> tells(name, other))) {
      return false;
    }
    var shared = (BitSet) mine.clone();
    shared.and(theirs);
    mine.or(theirs);
    return 2 * shared.cardinality() >= mine.cardinality()
        && !lacksNecessary(other)
        && !other.lacksNecessary(this);
  }

  private boolean tells(String attribute, RowKind other) {
    String mine = type(attribute);
    String theirs = other.type(attribute);
    return mine != null && theirs != null && !mine.equals(theirs);
  }

  /// Whether these rows have all of them an attribute that none of those has.
  private boolean lacksNecessary(RowKind other) {
    if (count < EVIDENCE) {
      return false;
    }
    var rest = (BitSet) all.clone();
    rest.andNot(other.any);
    return !rest.isEmpty();
  }
}
