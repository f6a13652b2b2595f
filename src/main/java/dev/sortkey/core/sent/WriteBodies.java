package dev.sortkey.core.sent;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.CommitPlan;
import dev.sortkey.core.edit.WriteRequest;
import dev.sortkey.core.table.TableSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// The bodies of writes.
final class WriteBodies {
  private WriteBodies() {}

  static List<Sent> of(TableSchema table, CommitPlan.Batch batch) {
    return batch.together()
        ? List.of(transaction(table, batch.changes()))
        : batch.changes().stream().map(change -> single(table, change)).toList();
  }

  static Sent single(TableSchema table, Change change) {
    String operation =
        switch (change) {
          case Change.Insert _ -> "PutItem";
          case Change.Update _ -> "UpdateItem";
          case Change.Delete _ -> "DeleteItem";
        };
    try {
      SequencedMap<String, String> fields = fields(table, WriteRequest.of(table, change), 1);
      Sent.put(fields, "ReturnConsumedCapacity", Sent.text("TOTAL"));
      return new Sent(operation, Sent.object(fields, 0));
    } catch (IllegalArgumentException e) {
      return new Sent(operation, Objects.requireNonNull(e.getMessage()));
    }
  }

  private static Sent transaction(TableSchema table, List<Change> changes) {
    String operation = "TransactWriteItems";
    try {
      SequencedMap<String, String> fields = new LinkedHashMap<>();
      fields.put(
          "TransactItems",
          changes.stream()
              .map(change -> "\n    " + action(table, WriteRequest.of(table, change)))
              .collect(Collectors.joining(",", "[", "\n  ]")));
      Sent.put(fields, "ReturnConsumedCapacity", Sent.text("TOTAL"));
      return new Sent(operation, Sent.object(fields, 0));
    } catch (IllegalArgumentException e) {
      return new Sent(operation, Objects.requireNonNull(e.getMessage()));
    }
  }

  private static String action(TableSchema table, WriteRequest request) {
    SequencedMap<String, String> action = new LinkedHashMap<>();
    action.put(
        switch (request) {
          case WriteRequest.Put _ -> "Put";
          case WriteRequest.Update _ -> "Update";
          case WriteRequest.Delete _ -> "Delete";
        },
        Sent.object(fields(table, request, 4), 3));
    return Sent.object(action, 2);
  }

  private static SequencedMap<String, String> fields(
      TableSchema table, WriteRequest request, int level) {
    SequencedMap<String, String> fields = new LinkedHashMap<>();
    Sent.put(fields, "TableName", Sent.text(table.name()));
    switch (request) {
      case WriteRequest.Put put ->
          Sent.put(fields, "Item", Sent.values(put.item().attributes(), level));
      case WriteRequest.Update update -> {
        Sent.put(fields, "Key", Sent.values(update.key().values(), level));
        Sent.put(fields, "UpdateExpression", Sent.text(update.update()));
      }
      case WriteRequest.Delete delete ->
          Sent.put(fields, "Key", Sent.values(delete.key().values(), level));
    }
    Sent.put(fields, "ConditionExpression", Sent.text(request.condition()));
    if (!request.names().isEmpty()) {
      SequencedMap<String, String> names = new LinkedHashMap<>();
      request.names().forEach((placeholder, name) -> names.put(placeholder, Sent.text(name)));
      Sent.put(fields, "ExpressionAttributeNames", Sent.object(names, level));
    }
    if (!request.values().isEmpty()) {
      Sent.put(fields, "ExpressionAttributeValues", Sent.values(request.values(), level));
    }
    Sent.put(fields, "ReturnValuesOnConditionCheckFailure", Sent.text("ALL_OLD"));
    return fields;
  }
}
