package dev.sortkey.core.rows;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;

/// The attribute names that the rows of one result share, each stored once. Safe on any thread:
/// pages are packed while rows are being decoded.
///
/// It takes a limited number of names, so that maps keyed by data (an id, a date) do not fill the
/// memory; rows spell out the names that it refuses. Names of nested fields may take a quarter of
/// it, which leaves room for the columns.
public final class RowDictionary {
  static final int NAMES = 1 << 15;
  static final int CHARACTERS = 1 << 23;
  static final int ABSENT = -1;

  private final ConcurrentHashMap<String, Integer> ids = new ConcurrentHashMap<>();
  private volatile String[] names = new String[64];
  private volatile int size;
  private volatile int characters;

  /// The id of a name of an item's own attribute, [#ABSENT] when there is no room for it.
  int attribute(String name) {
    return add(name, NAMES, CHARACTERS);
  }

  /// The id of the name of a map's field, [#ABSENT] when there is no room for it.
  int field(String name) {
    return add(name, NAMES / 4, CHARACTERS / 4);
  }

  /// The id that a name has got, or [#ABSENT].
  int find(String name) {
    Integer id = ids.get(name);
    return id == null ? ABSENT : id;
  }

  String name(int id) {
    return names[id];
  }

  int size() {
    return size;
  }

  private int add(String name, int maxNames, int maxCharacters) {
    Integer id = ids.get(name);
    if (id != null) {
      return id;
    }
    if (size >= maxNames || characters + name.length() > maxCharacters) {
      return ABSENT;
    }
    return added(name);
  }

  private synchronized int added(String name) {
    Integer other = ids.get(name);
    if (other != null) {
      return other;
    }
    int id = size;
    if (id == names.length) {
      names = Arrays.copyOf(names, id * 2);
    }
    names[id] = name;
    characters += name.length();
    size = id + 1;
    // Last, since whoever sees the id here must also find the name.
    ids.put(name, id);
    return id;
  }
}
