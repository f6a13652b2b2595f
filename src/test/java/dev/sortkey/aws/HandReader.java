package dev.sortkey.aws;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.expr.Expressions;
import dev.sortkey.core.expr.Matcher;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/// Reads as a person would with the bare SDK, and says what it would cost on AWS, which charges a
/// read that finds nothing like one that finds a little; DynamoDB Local charges nothing for it.
final class HandReader {
  static final double LEAST = 0.5;

  private final DynamoDbClient client;
  private final TableSchema table;
  private final Map<String, Double> scans = new HashMap<>();

  HandReader(DynamoDbClient client, TableSchema table) {
    this.client = client;
    this.table = table;
  }

  double units(List<AccessPattern.ByHand> way) {
    return way.stream().mapToDouble(this::units).sum();
  }

  private double units(AccessPattern.ByHand operation) {
    return switch (operation) {
      case AccessPattern.Get(var key) -> get(key);
      case AccessPattern.Query(String index, var key, var fetch) -> query(index, key, fetch);
      case AccessPattern.Scan(String index) ->
          scans.computeIfAbsent(String.valueOf(index), _ -> scan(index));
    };
  }

  private double get(List<Condition> key) {
    var values = new LinkedHashMap<String, Attr>();
    for (Condition condition : key) {
      if (condition instanceof Condition.Compare(AttrPath path, var _, Attr value)) {
        values.put(path.toString(), value);
      }
    }
    return units(
        client
            .getItem(request ->
                request
                    .tableName(table.name())
                    .key(SdkAttr.toSdk(values))
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
            .consumedCapacity());
  }

  private double query(
      @Nullable String index, List<Condition> key, @Nullable List<Condition> fetch) {
    var expressions = new Expressions();
    String text = expressions.condition(new Condition.And(key));
    double units = 0;
    List<Map<String, AttributeValue>> keys = new ArrayList<>();
    var pages =
        client.queryPaginator(request ->
            request
                .tableName(table.name())
                .indexName(index)
                .keyConditionExpression(text)
                .expressionAttributeNames(expressions.names())
                .expressionAttributeValues(SdkAttr.toSdk(expressions.values()))
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
    for (var page : pages) {
      units += units(page.consumedCapacity());
      for (var found : page.items()) {
        Item item = SdkAttr.item(found);
        if (fetch != null && fetch.stream().allMatch(part -> Matcher.holds(part, item))) {
          keys.add(SdkAttr.toSdk(table.keyOf(item).values()));
        }
      }
    }
    for (int from = 0; from < keys.size(); from += 100) {
      var some = keys.subList(from, Math.min(keys.size(), from + 100));
      BatchGetItemResponse response =
          client.batchGetItem(request ->
              request
                  .requestItems(
                      Map.of(table.name(), KeysAndAttributes.builder().keys(some).build()))
                  .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
      units += response.consumedCapacity().stream().mapToDouble(HandReader::units).sum();
    }
    return units;
  }

  private double scan(@Nullable String index) {
    double units = 0;
    var pages =
        client.scanPaginator(request ->
            request
                .tableName(table.name())
                .indexName(index)
                .limit(3_000)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
    for (var page : pages) {
      units += units(page.consumedCapacity());
    }
    return units;
  }

  private static double units(ConsumedCapacity capacity) {
    return Math.max(LEAST, CallRecorder.units(capacity));
  }
}
