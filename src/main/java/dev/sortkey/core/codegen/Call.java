package dev.sortkey.core.codegen;

import dev.sortkey.core.edit.WriteRequest;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.query.ReadRequest;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.value.Attr;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// One request with its parameters, named as the API reference names them, for the writers of all
/// languages.
record Call(Operation operation, List<Parameter> parameters) {
  enum Operation {
    GET_ITEM,
    BATCH_GET_ITEM,
    QUERY,
    SCAN,
    PUT_ITEM,
    UPDATE_ITEM,
    DELETE_ITEM;

    /// As the API reference names it.
    String api() {
      var name = new StringBuilder();
      for (String word : name().split("_")) {
        name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
      }
      return name.toString();
    }

    boolean pages() {
      return this == QUERY || this == SCAN;
    }

    boolean writes() {
      return this == PUT_ITEM || this == UPDATE_ITEM || this == DELETE_ITEM;
    }
  }

  /// A parameter's value.
  sealed interface Value {}

  record Text(String text) implements Value {}

  record Flag(boolean on) implements Value {}

  record Names(SequencedMap<String, String> names) implements Value {}

  record Attributes(Map<String, Attr> attributes) implements Value {}

  /// What a batch asks of its one table.
  record Keys(String table, List<Map<String, Attr>> keys, List<Parameter> others)
      implements Value {}

  record Parameter(String name, Value value) {}

  Call {
    parameters = List.copyOf(parameters);
  }

  /// The keys that one BatchGetItem takes (API reference).
  private static final int BATCH = 100;

  /// @throws IllegalArgumentException for a plan with parts that Sortkey does itself
  static List<Call> of(ReadPlan plan) {
    if (plan.fetch() != null || plan.check() != null) {
      throw new IllegalArgumentException("a plan of more than requests");
    }
    List<Call> calls = new ArrayList<>();
    List<ReadRequest> requests = plan.requests();
    if (plan.operation() == ReadPlan.Operation.GET && requests.size() > 1) {
      for (int from = 0; from < requests.size(); from += BATCH) {
        calls.add(batch(plan, requests.subList(from, Math.min(requests.size(), from + BATCH))));
      }
    } else {
      requests.forEach(request -> calls.add(single(plan, request)));
    }
    return calls;
  }

  /// A read of one item, as Sortkey looks at it before it is edited.
  static Call get(String table, ItemKey key) {
    return new Call(
        Operation.GET_ITEM,
        List.of(
            new Parameter("TableName", new Text(table)),
            new Parameter("Key", new Attributes(key.values())),
            new Parameter("ConsistentRead", new Flag(true))));
  }

  static Call of(String table, WriteRequest request) {
    List<Parameter> all = new ArrayList<>();
    all.add(new Parameter("TableName", new Text(table)));
    Operation operation =
        switch (request) {
          case WriteRequest.Put put -> {
            all.add(new Parameter("Item", new Attributes(put.item().attributes())));
            yield Operation.PUT_ITEM;
          }
          case WriteRequest.Update update -> {
            all.add(new Parameter("Key", new Attributes(update.key().values())));
            text(all, "UpdateExpression", update.update());
            yield Operation.UPDATE_ITEM;
          }
          case WriteRequest.Delete delete -> {
            all.add(new Parameter("Key", new Attributes(delete.key().values())));
            yield Operation.DELETE_ITEM;
          }
        };
    text(all, "ConditionExpression", request.condition());
    if (!request.names().isEmpty()) {
      all.add(new Parameter("ExpressionAttributeNames", new Names(request.names())));
    }
    if (!request.values().isEmpty()) {
      all.add(new Parameter("ExpressionAttributeValues", new Attributes(request.values())));
    }
    return new Call(operation, all);
  }

  private static Call single(ReadPlan plan, ReadRequest request) {
    List<Parameter> all = new ArrayList<>();
    all.add(new Parameter("TableName", new Text(plan.table())));
    text(all, "IndexName", plan.index());
    ItemKey key = request.key();
    if (key != null) {
      all.add(new Parameter("Key", new Attributes(key.values())));
    }
    text(all, "KeyConditionExpression", request.keyCondition());
    text(all, "FilterExpression", request.filter());
    common(all, plan, request);
    if (!request.values().isEmpty()) {
      all.add(new Parameter("ExpressionAttributeValues", new Attributes(request.values())));
    }
    if (plan.operation() == ReadPlan.Operation.QUERY && plan.descending()) {
      all.add(new Parameter("ScanIndexForward", new Flag(false)));
    }
    return new Call(
        switch (plan.operation()) {
          case GET -> Operation.GET_ITEM;
          case QUERY -> Operation.QUERY;
          case SCAN -> Operation.SCAN;
        },
        all);
  }

  private static Call batch(ReadPlan plan, List<ReadRequest> requests) {
    List<Map<String, Attr>> keys = new ArrayList<>();
    for (ReadRequest request : requests) {
      ItemKey key = request.key();
      if (key != null) {
        keys.add(key.values());
      }
    }
    List<Parameter> others = new ArrayList<>();
    common(others, plan, requests.getFirst());
    return new Call(
        Operation.BATCH_GET_ITEM,
        List.of(new Parameter("RequestItems", new Keys(plan.table(), keys, others))));
  }

  private static void common(List<Parameter> all, ReadPlan plan, ReadRequest request) {
    text(all, "ProjectionExpression", request.projection());
    if (!request.names().isEmpty()) {
      all.add(new Parameter("ExpressionAttributeNames", new Names(request.names())));
    }
    if (plan.consistent()) {
      all.add(new Parameter("ConsistentRead", new Flag(true)));
    }
  }

  private static void text(List<Parameter> all, String name, @Nullable String text) {
    if (text != null) {
      all.add(new Parameter(name, new Text(text)));
    }
  }
}
