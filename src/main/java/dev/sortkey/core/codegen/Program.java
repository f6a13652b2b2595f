package dev.sortkey.core.codegen;

import dev.sortkey.core.edit.WriteRequest;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.TableSchema;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a program sends: the requests of a read, or one write on its conditions.
public final class Program {
  private final String table;
  private final List<Call> calls;
  private final @Nullable Integer limit;

  private Program(String table, List<Call> calls, @Nullable Integer limit) {
    this.table = table;
    this.calls = List.copyOf(calls);
    this.limit = limit;
  }

  /// @throws IllegalArgumentException for a plan with parts that Sortkey does itself
  public static Program of(ReadPlan plan) {
    return new Program(plan.table(), Call.of(plan), plan.limit());
  }

  /// A read of one item, as Sortkey looks at it before it is edited.
  public static Program get(TableSchema table, ItemKey key) {
    return new Program(table.name(), List.of(Call.get(table.name(), key)), null);
  }

  public static Program of(TableSchema table, WriteRequest request) {
    return new Program(table.name(), List.of(Call.of(table.name(), request)), null);
  }

  /// Where a program sends its requests.
  ///
  /// @param endpoint null for AWS itself
  public record Place(String region, @Nullable URI endpoint) {}

  String table() {
    return table;
  }

  List<Call> calls() {
    return calls;
  }

  /// How many items at the most, or null.
  @Nullable Integer limit() {
    return limit;
  }

  /// The operation of all calls.
  Call.Operation operation() {
    return calls.getFirst().operation();
  }

  /// What the reader of a write must know.
  String promise() {
    return switch (operation()) {
      case PUT_ITEM -> "Fails with ConditionalCheckFailedException when the key is taken.";
      case UPDATE_ITEM ->
          "Fails with ConditionalCheckFailedException when what changes is not as it was read.";
      case DELETE_ITEM ->
          "Fails with ConditionalCheckFailedException when the item is not as it was read.";
      default -> "All items, a page at a time.";
    };
  }
}
