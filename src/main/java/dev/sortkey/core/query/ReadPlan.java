package dev.sortkey.core.query;

import dev.sortkey.core.value.Attr;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// How a read will be made: the operation with its expressions, ready to be sent, and why this way.
///
/// @param keyCondition null for a Scan
/// @param names the placeholders of names, empty when no expression needs one
/// @param reason the way in words, for the plan line
public record ReadPlan(
    Operation operation,
    String table,
    @Nullable String index,
    @Nullable String keyCondition,
    @Nullable String filter,
    @Nullable String projection,
    SequencedMap<String, String> names,
    SequencedMap<String, Attr> values,
    boolean descending,
    boolean consistent,
    @Nullable Integer limit,
    String reason) {
  public enum Operation {
    QUERY,
    SCAN
  }

  public ReadPlan {
    names = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(names));
    values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
  }

  /// The same plan for what is left of its limit.
  public ReadPlan limited(long left) {
    return new ReadPlan(
        operation,
        table,
        index,
        keyCondition,
        filter,
        projection,
        names,
        values,
        descending,
        consistent,
        Math.clamp(left, 1, Integer.MAX_VALUE),
        reason);
  }
}
