package dev.sortkey.aws;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.ItemDiff;
import dev.sortkey.core.edit.WriteOutcome;
import dev.sortkey.core.edit.WriteRequest;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Item;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/// Makes one change, on its conditions. When the answer is lost the change is sent once more: its
/// conditions keep it from being made twice, and tell whether it was made.
final class ConditionalWrite {
  private final DynamoDbClient client;
  private final ProblemMapping problems;

  ConditionalWrite(DynamoDbClient client, ProblemMapping problems) {
    this.client = client;
    this.problems = problems;
  }

  WriteOutcome write(TableSchema table, Change change) {
    WriteRequest request;
    try {
      request = WriteRequest.of(table, change);
    } catch (IllegalArgumentException e) {
      return new WriteOutcome.Rejected(unsayable(e.getMessage()));
    }
    try {
      return applied(send(table, request));
    } catch (RuntimeException e) {
      if (!lost(e)) {
        return failed(e, change, false);
      }
    }
    try {
      return applied(send(table, request));
    } catch (RuntimeException e) {
      return failed(e, change, true);
    }
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

  /// @param again whether an earlier attempt may have been made without our knowing
  private WriteOutcome failed(RuntimeException thrown, Change change, boolean again) {
    if (thrown instanceof ConditionalCheckFailedException failed) {
      Item theirs = failed.hasItem() ? SdkAttr.item(failed.item()) : null;
      return again && made(change, theirs)
          ? new WriteOutcome.Applied(0)
          : new WriteOutcome.Conflict(theirs);
    }
    Problem problem = problems.problem(thrown);
    return new WriteOutcome.Rejected(again ? doubtful(problem) : problem);
  }

  /// Whether the item now is as the change wanted it.
  private static boolean made(Change change, @Nullable Item now) {
    return switch (change) {
      case Change.Insert(Item item) -> now != null && ItemDiff.between(item, now).isEmpty();
      case Change.Update(Item original, Item edited) ->
          now != null
              && ItemDiff.between(original, edited).changes().stream()
                  .allMatch(path -> ItemDiff.sameOrAbsent(path.after(), now.get(path.path())));
      case Change.Delete _ -> now == null;
    };
  }

  /// What the core says about a change that no request can make is meant for the person.
  private static Problem unsayable(@Nullable String why) {
    return Problem.of(
        Problem.Kind.INVALID_REQUEST,
        Messages.text("problem.change.title"),
        why == null ? "" : why);
  }

  private static Problem doubtful(Problem problem) {
    return new Problem(
        problem.kind(),
        Messages.text("problem.outcome.title"),
        Messages.text("problem.outcome.detail", problem.detail()),
        problem.remedies(),
        problem.code(),
        problem.requestId());
  }

  /// Whether the request may have arrived although no answer did.
  private static boolean lost(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      switch (t) {
        case AwsServiceException service -> {
          return service.statusCode() >= 500;
        }
        case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _ -> {
          return true;
        }
        case ConnectException _,
            ConnectTimeoutException _,
            UnknownHostException _,
            SSLHandshakeException _ -> {
          return false;
        }
        case IOException _ -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }
}
