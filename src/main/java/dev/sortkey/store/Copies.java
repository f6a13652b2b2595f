package dev.sortkey.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Unmodifiable copies that keep their order, empty where a file lacks the part.
final class Copies {
  private Copies() {}

  static <T> List<T> list(@Nullable List<T> values) {
    return values == null ? List.of() : List.copyOf(values);
  }

  static <T> Set<T> set(@Nullable Set<T> values) {
    return values == null ? Set.of() : Collections.unmodifiableSet(new LinkedHashSet<>(values));
  }

  static <K, V> Map<K, V> map(@Nullable Map<K, V> values) {
    return values == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  static <K, V> Map<K, V> with(Map<K, V> values, K key, V value) {
    Map<K, V> changed = new LinkedHashMap<>(values);
    changed.put(key, value);
    return changed;
  }
}
