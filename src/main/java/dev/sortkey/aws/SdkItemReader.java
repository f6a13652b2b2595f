package dev.sortkey.aws;

import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.query.Budget;
import dev.sortkey.core.query.Cursor;
import dev.sortkey.core.query.ItemReader;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.query.ReadResult;
import dev.sortkey.core.rows.RowChunk;
import dev.sortkey.core.rows.RowDictionary;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Item;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/// Reads items by Query, Scan and GetItem.
final class SdkItemReader implements ItemReader {
  private final DynamoDbClient client;
  private final ProblemMapping problems;

  SdkItemReader(DynamoDbClient client, ProblemMapping problems) {
    this.client = client;
    this.problems = problems;
  }

  @Override
  public ReadResult read(
      ReadPlan plan,
      @Nullable Cursor cursor,
      Budget budget,
      RowDictionary dictionary,
      Progress progress) {
    var tally = new ReadTally(plan, cursor, budget);
    do {
      SdkPage page = problems.call(() -> send(plan, tally.cursor(), tally.nextLimit()));
      if (tally.take(page) && !page.items().isEmpty()) {
        tally.add(RowChunk.pack(dictionary, page.items().stream().map(SdkAttr::item).toList()));
      }
      progress.report(tally.count(), tally.scanned());
      if (progress.cancelled()) {
        throw new CancellationException();
      }
    } while (tally.goesOn());
    return tally.result();
  }

  @Override
  public Optional<Item> get(TableSchema table, ItemKey key) {
    var response =
        problems.call(() ->
            client.getItem(request ->
                request
                    .tableName(table.name())
                    .key(SdkAttr.toSdk(key.values()))
                    .consistentRead(true)
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)));
    return response.hasItem()
        ? Optional.of(table.keysFirst(SdkAttr.item(response.item())))
        : Optional.empty();
  }

  private SdkPage send(ReadPlan plan, @Nullable Cursor cursor, int limit) {
    Map<String, String> names = plan.names().isEmpty() ? null : plan.names();
    Map<String, AttributeValue> values =
        plan.values().isEmpty() ? null : SdkAttr.toSdk(plan.values());
    Map<String, AttributeValue> start =
        cursor == null ? null : SdkAttr.toSdk(cursor.lastEvaluatedKey().attributes());
    Boolean consistent = plan.consistent() ? true : null;
    return switch (plan.operation()) {
      case QUERY ->
          SdkPage.of(
              client.query(request ->
                  request
                      .tableName(plan.table())
                      .indexName(plan.index())
                      .keyConditionExpression(plan.keyCondition())
                      .filterExpression(plan.filter())
                      .projectionExpression(plan.projection())
                      .expressionAttributeNames(names)
                      .expressionAttributeValues(values)
                      .scanIndexForward(plan.descending() ? false : null)
                      .consistentRead(consistent)
                      .limit(limit)
                      .exclusiveStartKey(start)
                      .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)));
      case SCAN ->
          SdkPage.of(
              client.scan(request ->
                  request
                      .tableName(plan.table())
                      .indexName(plan.index())
                      .filterExpression(plan.filter())
                      .projectionExpression(plan.projection())
                      .expressionAttributeNames(names)
                      .expressionAttributeValues(values)
                      .consistentRead(consistent)
                      .limit(limit)
                      .exclusiveStartKey(start)
                      .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)));
    };
  }
}
