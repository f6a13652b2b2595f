package dev.sortkey.core.sent;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.CommitPlan;
import dev.sortkey.core.json.DynamoJson;
import dev.sortkey.core.json.PlainJson;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.query.ReadRequest;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// The requests of a plan as the low-level API takes them (API reference, GetItem, BatchGetItem,
/// Query, Scan, PutItem, UpdateItem, DeleteItem, TransactWriteItems). Limits and start keys, which
/// differ from page to page, and the token of a transaction, which is made when it is sent, are
/// left out.
///
/// @param operation as the API names it
/// @param json its body
public record Sent(String operation, String json) {
  /// The keys that one BatchGetItem takes (API reference).
  private static final int BATCH = 100;

  public static List<Sent> of(ReadPlan plan) {
    List<Sent> all = new ArrayList<>();
    switch (plan.operation()) {
      case GET -> keyed(plan, all);
      case QUERY ->
          plan.requests().forEach(request -> all.add(new Sent("Query", body(plan, request))));
      case SCAN ->
          plan.requests().forEach(request -> all.add(new Sent("Scan", body(plan, request))));
    }
    return all;
  }

  /// What a commit will send: a transaction is one request, single writes are one each. A change
  /// that no request can say shows the reason in its place.
  public static List<Sent> of(TableSchema table, CommitPlan plan) {
    return plan.batches().stream().flatMap(batch -> WriteBodies.of(table, batch).stream()).toList();
  }

  /// What will be sent for one change by itself.
  public static Sent of(TableSchema table, Change change) {
    return WriteBodies.single(table, change);
  }

  /// The whole text, to be copied.
  public static String text(List<Sent> all) {
    return all.stream()
        .map(one -> one.operation() + "\n" + one.json())
        .collect(Collectors.joining("\n\n"));
  }

  private static void keyed(ReadPlan plan, List<Sent> all) {
    List<ReadRequest> requests = plan.requests();
    if (requests.size() == 1) {
      all.add(new Sent("GetItem", body(plan, requests.getFirst())));
      return;
    }
    for (int from = 0; from < requests.size(); from += BATCH) {
      List<ReadRequest> some = requests.subList(from, Math.min(requests.size(), from + BATCH));
      all.add(new Sent("BatchGetItem", batch(plan, some)));
    }
  }

  private static String body(ReadPlan plan, ReadRequest request) {
    SequencedMap<String, String> fields = new LinkedHashMap<>();
    put(fields, "TableName", text(plan.table()));
    if (plan.index() != null) {
      put(fields, "IndexName", text(plan.index()));
    }
    if (request.key() != null) {
      put(fields, "Key", values(request.key().values(), 1));
    }
    expressions(fields, request, 1);
    if (plan.operation() == ReadPlan.Operation.QUERY && plan.descending()) {
      put(fields, "ScanIndexForward", "false");
    }
    if (plan.consistent()) {
      put(fields, "ConsistentRead", "true");
    }
    put(fields, "ReturnConsumedCapacity", text("TOTAL"));
    return object(fields, 0);
  }

  private static String batch(ReadPlan plan, List<ReadRequest> requests) {
    SequencedMap<String, String> table = new LinkedHashMap<>();
    table.put(
        "Keys",
        requests.stream()
            .map(request -> "\n        " + values(key(request).values(), 4))
            .collect(Collectors.joining(",", "[", "\n      ]")));
    expressions(table, requests.getFirst(), 3);
    if (plan.consistent()) {
      put(table, "ConsistentRead", "true");
    }
    SequencedMap<String, String> tables = new LinkedHashMap<>();
    tables.put(plan.table(), object(table, 2));
    SequencedMap<String, String> fields = new LinkedHashMap<>();
    put(fields, "RequestItems", object(tables, 1));
    put(fields, "ReturnConsumedCapacity", text("TOTAL"));
    return object(fields, 0);
  }

  private static ItemKey key(ReadRequest request) {
    ItemKey key = request.key();
    if (key == null) {
      throw new IllegalStateException("a read by key without one");
    }
    return key;
  }

  private static void expressions(
      SequencedMap<String, String> fields, ReadRequest request, int level) {
    if (request.keyCondition() != null) {
      put(fields, "KeyConditionExpression", text(request.keyCondition()));
    }
    if (request.filter() != null) {
      put(fields, "FilterExpression", text(request.filter()));
    }
    if (request.projection() != null) {
      put(fields, "ProjectionExpression", text(request.projection()));
    }
    if (!request.names().isEmpty()) {
      SequencedMap<String, String> names = new LinkedHashMap<>();
      request.names().forEach((placeholder, name) -> names.put(placeholder, text(name)));
      put(fields, "ExpressionAttributeNames", object(names, level));
    }
    if (!request.values().isEmpty()) {
      put(fields, "ExpressionAttributeValues", values(request.values(), level));
    }
  }

  static void put(SequencedMap<String, String> fields, String name, String json) {
    fields.put(name, json);
  }

  static String text(String text) {
    return PlainJson.write(new Attr.S(text), false);
  }

  static String values(SequencedMap<String, Attr> values, int level) {
    return DynamoJson.write(new Item(values), true).replace("\n", "\n" + "  ".repeat(level));
  }

  /// @param fields whose values are JSON, laid out for one level deeper
  static String object(SequencedMap<String, String> fields, int level) {
    String indent = "\n" + "  ".repeat(level + 1);
    return fields.entrySet().stream()
        .map((Map.Entry<String, String> field) -> text(field.getKey()) + ": " + field.getValue())
        .collect(Collectors.joining("," + indent, "{" + indent, "\n" + "  ".repeat(level) + "}"));
  }
}
