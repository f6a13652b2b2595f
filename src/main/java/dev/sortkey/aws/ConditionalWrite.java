package dev.sortkey.aws;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.WriteOutcome;
import dev.sortkey.core.edit.WriteRequest;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Item;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/// Makes one change, on its conditions. When the answer is lost the change is sent once more: its
/// conditions keep it from being made twice, and tell whether it was made. When that brings no
/// answer either, the item is read.
final class ConditionalWrite {
  private final DynamoDbClient client;
  private final ReadBack readBack;
  private final ProblemMapping problems;

  /// @param client repeats nothing that may have been written
  ConditionalWrite(DynamoDbClient client, ReadBack readBack, ProblemMapping problems) {
    this.client = client;
    this.readBack = readBack;
    this.problems = problems;
  }

  WriteOutcome write(TableSchema table, Change change) {
    WriteRequest request;
    try {
      request = WriteRequest.of(table, change);
    } catch (IllegalArgumentException e) {
      return new WriteOutcome.Rejected(Doubt.unsayable(e.getMessage()));
    }
    try {
      return applied(send(table, request));
    } catch (ConditionalCheckFailedException e) {
      return new WriteOutcome.Conflict(theirs(e));
    } catch (RuntimeException e) {
      if (!Doubt.lost(e)) {
        return new WriteOutcome.Rejected(problems.problem(e));
      }
    }
    try {
      return applied(send(table, request));
    } catch (ConditionalCheckFailedException e) {
      Item theirs = theirs(e);
      return change.made(theirs) ? new WriteOutcome.Applied(0) : new WriteOutcome.Conflict(theirs);
    } catch (RuntimeException e) {
      return readBack.shows(table, List.of(change))
          ? new WriteOutcome.Applied(0)
          : new WriteOutcome.InDoubt(Doubt.of(problems.problem(e)));
    }
  }

  private static @Nullable Item theirs(ConditionalCheckFailedException failed) {
    return failed.hasItem() ? SdkAttr.item(failed.item()) : null;
  }

  private @Nullable ConsumedCapacity send(TableSchema table, WriteRequest request) {
    Map<String, String> names = request.names().isEmpty() ? null : request.names();
    Map<String, AttributeValue> values =
        request.values().isEmpty() ? null : SdkAttr.toSdk(request.values());
    var consumed = ReturnConsumedCapacity.TOTAL;
    var theirs = ReturnValuesOnConditionCheckFailure.ALL_OLD;
    return switch (request) {
      case WriteRequest.Put put ->
          client
              .putItem(call ->
                  call.tableName(table.name())
                      .item(SdkAttr.toSdk(put.item().attributes()))
                      .conditionExpression(put.condition())
                      .expressionAttributeNames(names)
                      .expressionAttributeValues(values)
                      .returnConsumedCapacity(consumed)
                      .returnValuesOnConditionCheckFailure(theirs))
              .consumedCapacity();
      case WriteRequest.Update update ->
          client
              .updateItem(call ->
                  call.tableName(table.name())
                      .key(SdkAttr.toSdk(update.key().values()))
                      .updateExpression(update.update())
                      .conditionExpression(update.condition())
                      .expressionAttributeNames(names)
                      .expressionAttributeValues(values)
                      .returnConsumedCapacity(consumed)
                      .returnValuesOnConditionCheckFailure(theirs))
              .consumedCapacity();
      case WriteRequest.Delete delete ->
          client
              .deleteItem(call ->
                  call.tableName(table.name())
                      .key(SdkAttr.toSdk(delete.key().values()))
                      .conditionExpression(delete.condition())
                      .expressionAttributeNames(names)
                      .expressionAttributeValues(values)
                      .returnConsumedCapacity(consumed)
                      .returnValuesOnConditionCheckFailure(theirs))
              .consumedCapacity();
    };
  }

  private static WriteOutcome applied(@Nullable ConsumedCapacity consumed) {
    return new WriteOutcome.Applied(CallRecorder.units(consumed));
  }
}
