package dev.sortkey.aws;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.value.AttrPath;
import java.util.List;

/// What someone wants of a table, and every way that someone who knows DynamoDB would read it by
/// hand.
///
/// @param projection empty for all attributes
/// @param byHand each a complete way; all of its reads are needed
record AccessPattern(
    String name, List<Condition> conditions, List<AttrPath> projection, List<List<ByHand>> byHand) {
  /// One operation as a person writes it.
  sealed interface ByHand {}

  /// @param key the conditions of its key
  record Get(List<Condition> key) implements ByHand {}

  /// @param index null for the table
  /// @param key what its key condition says
  /// @param fetch what decides which of its items are then read whole, or null when none is
  record Query(String index, List<Condition> key, List<Condition> fetch) implements ByHand {}

  record Scan(String index) implements ByHand {}
}
