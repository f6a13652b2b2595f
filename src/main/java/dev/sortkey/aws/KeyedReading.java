package dev.sortkey.aws;

import dev.sortkey.core.query.ReadRequest;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.DynamoNumber;
import dev.sortkey.core.value.Item;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/// Reads items whose keys are known: one by GetItem, several by BatchGetItem until no key comes
/// back unprocessed.
final class KeyedReading {
  /// API reference, BatchGetItem: "up to 100 items", and 16 MB, past which keys come back.
  private static final int BATCH = 100;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

  private final DynamoDbClient client;
  private final ProblemMapping problems;

  KeyedReading(DynamoDbClient client, ProblemMapping problems) {
    this.client = client;
    this.problems = problems;
  }

  /// What was found; a key without an item has no entry.
  record Found(Map<ItemKey, Item> items, double readUnits) {}

  /// @param request whose projection, with its names, says which attributes come back; it must hold
  ///   the table's key
  Found read(String table, List<ItemKey> keys, ReadRequest request, boolean consistent) {
    return keys.size() == 1
        ? single(table, keys.getFirst(), request, consistent)
        : several(table, keys, request, consistent);
  }

  private Found single(String table, ItemKey key, ReadRequest asked, boolean consistent) {
    var response =
        problems.call(() ->
            client.getItem(request ->
                request
                    .tableName(table)
                    .key(SdkAttr.toSdk(key.values()))
                    .projectionExpression(asked.projection())
                    .expressionAttributeNames(asked.projection() == null ? null : asked.names())
                    .consistentRead(consistent ? true : null)
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)));
    Map<ItemKey, Item> items =
        response.hasItem() ? Map.of(key, SdkAttr.item(response.item())) : Map.of();
    return new Found(items, CallRecorder.units(response.consumedCapacity()));
  }

  private Found several(String table, List<ItemKey> keys, ReadRequest asked, boolean consistent) {
    Map<ItemKey, ItemKey> wanted = new HashMap<>();
    keys.forEach(key -> wanted.put(byValue(key), key));
    List<Map<String, AttributeValue>> left =
        keys.stream().map(key -> SdkAttr.toSdk(key.values())).toList();
    Map<ItemKey, Item> items = new HashMap<>();
    double units = 0;
    var pause = new Pause(FIRST_PAUSE);
    while (!left.isEmpty()) {
      List<Map<String, AttributeValue>> batch = left.subList(0, Math.min(BATCH, left.size()));
      BatchGetItemResponse response =
          problems.call(() ->
              client.batchGetItem(request ->
                  request
                      .requestItems(Map.of(table, asking(batch, asked, consistent)))
                      .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)));
      for (var found : response.responses().getOrDefault(table, List.of())) {
        Item item = SdkAttr.item(found);
        ItemKey key = ItemKey.of(item, keys.getFirst().values().sequencedKeySet());
        items.put(wanted.getOrDefault(byValue(key), key), item);
      }
      units += response.consumedCapacity().stream().mapToDouble(CallRecorder::units).sum();
      KeysAndAttributes back = response.unprocessedKeys().get(table);
      List<Map<String, AttributeValue>> rest =
          new ArrayList<>(left.subList(batch.size(), left.size()));
      if (back != null && back.hasKeys()) {
        if (back.keys().size() == batch.size()) {
          pause.read();
        } else {
          pause.reset();
        }
        rest.addAll(0, back.keys());
      }
      left = rest;
    }
    return new Found(items, units);
  }

  /// Numbers come back as DynamoDB writes them, not as they were asked for.
  private static ItemKey byValue(ItemKey key) {
    var values = new LinkedHashMap<String, Attr>();
    key.values()
        .forEach((name, value) ->
            values.put(
                name,
                value instanceof Attr.N(String digits)
                    ? new Attr.N(DynamoNumber.canonical(digits))
                    : value));
    return new ItemKey(values);
  }

  private static KeysAndAttributes asking(
      List<Map<String, AttributeValue>> keys, ReadRequest asked, boolean consistent) {
    return KeysAndAttributes.builder()
        .keys(keys)
        .projectionExpression(asked.projection())
        .expressionAttributeNames(asked.projection() == null ? null : asked.names())
        .consistentRead(consistent ? true : null)
        .build();
  }
}
