package dev.sortkey.core.query;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.value.Attr;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// How a read will be made: the requests, ready to be sent, what is done with what they bring, and
/// why this way.
///
/// @param index null for the table itself
/// @param requests at least one; several are sent beside each other and their results follow in
///   this order, none brings an item that another brings
/// @param fetch how each item that the index gives is then read from the table, by its key, since
///   the index lacks attributes that are asked for; else null
/// @param check what Sortkey itself looks at in each item, because DynamoDB takes no filter there;
///   null when DynamoDB applies all of it
/// @param limit how many items at the most, or null
/// @param reason the way in words, for the plan line
public record ReadPlan(
    Operation operation,
    String table,
    @Nullable String index,
    List<ReadRequest> requests,
    @Nullable Fetch fetch,
    @Nullable Condition check,
    boolean descending,
    boolean consistent,
    @Nullable Integer limit,
    String reason) {
  public enum Operation {
    /// GetItem, or BatchGetItem for several keys.
    GET,
    QUERY,
    SCAN
  }

  /// @param key the names of the table's key attributes
  /// @param before what the index's item must already fulfil to be worth a fetch, or null
  /// @param request the projection of the fetch and its names
  public record Fetch(List<String> key, @Nullable Condition before, ReadRequest request) {
    public Fetch {
      key = List.copyOf(key);
    }
  }

  public ReadPlan {
    requests = List.copyOf(requests);
    if (requests.isEmpty()) {
      throw new IllegalArgumentException("a plan without a request");
    }
  }

  /// A plan of one request whose results are taken as they come.
  public static ReadPlan of(
      Operation operation,
      String table,
      @Nullable String index,
      ReadRequest request,
      boolean descending,
      boolean consistent,
      @Nullable Integer limit,
      String reason) {
    return new ReadPlan(
        operation,
        table,
        index,
        List.of(request),
        null,
        null,
        descending,
        consistent,
        limit,
        reason);
  }

  /// Of the first request; null but for a Query.
  public @Nullable String keyCondition() {
    return requests.getFirst().keyCondition();
  }

  /// Of the first request; all have the same.
  public @Nullable String filter() {
    return requests.getFirst().filter();
  }

  /// Of the first request; all have the same.
  public @Nullable String projection() {
    return requests.getFirst().projection();
  }

  /// Of the first request.
  public SequencedMap<String, String> names() {
    return requests.getFirst().names();
  }

  /// Of the first request.
  public SequencedMap<String, Attr> values() {
    return requests.getFirst().values();
  }

  /// Whether items are read that are not part of the result.
  public boolean drops() {
    return check != null || filter() != null;
  }

  /// The same plan for what is left of its limit.
  public ReadPlan limited(long left) {
    return new ReadPlan(
        operation,
        table,
        index,
        requests,
        fetch,
        check,
        descending,
        consistent,
        Math.clamp(left, 1, Integer.MAX_VALUE),
        reason);
  }
}
