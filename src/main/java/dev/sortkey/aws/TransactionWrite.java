package dev.sortkey.aws;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.WriteOutcome;
import dev.sortkey.core.edit.WriteRequest;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/// Makes changes in one transaction, each on its conditions. All attempts bear one token, so that
/// one whose answer was lost is not made twice (API Reference, TransactWriteItems,
/// ClientRequestToken); where an endpoint does not heed it, the conditions tell.
final class TransactionWrite {
  private static final int ATTEMPTS = 8;

  /// Reasons that pass by themselves (API Reference, TransactionCanceledException).
  private static final Set<String> PASSING =
      Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

  /// Reasons, and the errors that say the same of a single write.
  private static final Map<String, String> ERRORS =
      Map.of(
          "TransactionConflict", "TransactionConflictException",
          "ThrottlingError", "ThrottlingException",
          "ProvisionedThroughputExceeded", "ProvisionedThroughputExceededException",
          "ItemCollectionSizeLimitExceeded", "ItemCollectionSizeLimitExceededException");

  private static final String NONE = "None";
  private static final String CONDITION = "ConditionalCheckFailed";

  private final DynamoDbClient client;
  private final ReadBack readBack;
  private final ProblemMapping problems;
  private final Duration firstPause;

  /// @param client repeats nothing that may have been written
  TransactionWrite(
      DynamoDbClient client, ReadBack readBack, ProblemMapping problems, Duration firstPause) {
    this.client = client;
    this.readBack = readBack;
    this.problems = problems;
    this.firstPause = firstPause;
  }

  /// What became of each change, in their order.
  List<WriteOutcome> write(TableSchema table, List<Change> changes, Progress progress) {
    List<TransactWriteItem> items = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      try {
        items.add(item(table.name(), WriteRequest.of(table, changes.get(i))));
      } catch (IllegalArgumentException e) {
        return onlyOne(changes, i, new WriteOutcome.Rejected(Doubt.unsayable(e.getMessage())));
      }
    }
    return new Attempts(table, changes, items, progress).outcomes();
  }

  private static List<WriteOutcome> onlyOne(List<Change> changes, int at, WriteOutcome outcome) {
    return IntStream.range(0, changes.size())
        .mapToObj(i -> i == at ? outcome : new WriteOutcome.NotAttempted())
        .toList();
  }

  /// One transaction until it is made, or it is known why not.
  private final class Attempts {
    private final String token = UUID.randomUUID().toString();
    private final TableSchema table;
    private final List<Change> changes;
    private final List<TransactWriteItem> items;
    private final Progress progress;
    private final Pause pause = new Pause(firstPause);

    /// How many attempts may have been made without our knowing.
    private int lost;

    Attempts(
        TableSchema table, List<Change> changes, List<TransactWriteItem> items, Progress progress) {
      this.table = table;
      this.changes = changes;
      this.items = items;
      this.progress = progress;
    }

    List<WriteOutcome> outcomes() {
      for (int attempt = 1; ; attempt++) {
        if (lost == 0 && Shield.stops(progress)) {
          return all(new WriteOutcome.NotAttempted());
        }
        try {
          return applied(Shield.run(this::send));
        } catch (TransactionCanceledException e) {
          if (lost > 0 && madeAll(e.cancellationReasons())) {
            return all(new WriteOutcome.Applied(0));
          }
          if (attempt == ATTEMPTS || !passes(e.cancellationReasons())) {
            return outcomes(e);
          }
        } catch (TransactionInProgressException e) {
          if (attempt == ATTEMPTS) {
            return unanswered(e);
          }
        } catch (RuntimeException e) {
          if (!Doubt.lost(e)) {
            return lost > 0 ? unanswered(e) : all(new WriteOutcome.Rejected(problems.problem(e)));
          }
          if (++lost == 2) {
            return unanswered(e);
          }
        }
        pause.before();
      }
    }

    private TransactWriteItemsResponse send() {
      return client.transactWriteItems(request ->
          request
              .transactItems(items)
              .clientRequestToken(token)
              .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
    }

    /// The units are those of all together; told for a second time they are those of a read.
    private List<WriteOutcome> applied(TransactWriteItemsResponse response) {
      double units =
          lost > 0
              ? 0
              : response.consumedCapacity().stream().mapToDouble(CallRecorder::units).sum();
      return all(new WriteOutcome.Applied(units / changes.size()));
    }

    private List<WriteOutcome> unanswered(RuntimeException thrown) {
      return all(
          readBack.shows(table, changes)
              ? new WriteOutcome.Applied(0)
              : new WriteOutcome.InDoubt(Doubt.of(problems.problem(thrown))));
    }

    private boolean passes(List<CancellationReason> reasons) {
      return reasons.stream()
          .allMatch(reason -> NONE.equals(reason.code()) || PASSING.contains(reason.code()));
    }

    /// Once made, none of the changes finds what it was made on.
    private boolean madeAll(List<CancellationReason> reasons) {
      return reasons.size() == changes.size()
          && IntStream.range(0, changes.size())
              .allMatch(i ->
                  CONDITION.equals(reasons.get(i).code())
                      && changes.get(i).made(theirs(reasons.get(i))));
    }

    private List<WriteOutcome> outcomes(TransactionCanceledException e) {
      List<CancellationReason> reasons = e.cancellationReasons();
      if (reasons.size() != changes.size()) {
        return all(new WriteOutcome.Rejected(problems.problem(e)));
      }
      return reasons.stream().map(this::outcome).toList();
    }

    private WriteOutcome outcome(CancellationReason reason) {
      return switch (reason.code()) {
        case NONE -> new WriteOutcome.NotAttempted();
        case CONDITION -> new WriteOutcome.Conflict(theirs(reason));
        default -> new WriteOutcome.Rejected(problem(reason));
      };
    }

    private Problem problem(CancellationReason reason) {
      return problems.problem(
          DynamoDbException.builder()
              .awsErrorDetails(
                  AwsErrorDetails.builder()
                      .errorCode(ERRORS.getOrDefault(reason.code(), reason.code()))
                      .errorMessage(reason.message() == null ? "" : reason.message())
                      .build())
              .statusCode(400)
              .build());
    }

    private List<WriteOutcome> all(WriteOutcome outcome) {
      return Collections.nCopies(changes.size(), outcome);
    }
  }

  private static @Nullable Item theirs(CancellationReason reason) {
    return reason.hasItem() && !reason.item().isEmpty() ? SdkAttr.item(reason.item()) : null;
  }

  private static TransactWriteItem item(String table, WriteRequest request) {
    Map<String, String> names = request.names().isEmpty() ? null : request.names();
    Map<String, AttributeValue> values = values(request.values());
    var theirs = ReturnValuesOnConditionCheckFailure.ALL_OLD;
    return switch (request) {
      case WriteRequest.Put put ->
          TransactWriteItem.builder()
              .put(each ->
                  each.tableName(table)
                      .item(SdkAttr.toSdk(put.item().attributes()))
                      .conditionExpression(put.condition())
                      .expressionAttributeNames(names)
                      .expressionAttributeValues(values)
                      .returnValuesOnConditionCheckFailure(theirs))
              .build();
      case WriteRequest.Update update ->
          TransactWriteItem.builder()
              .update(each ->
                  each.tableName(table)
                      .key(SdkAttr.toSdk(update.key().values()))
                      .updateExpression(update.update())
                      .conditionExpression(update.condition())
                      .expressionAttributeNames(names)
                      .expressionAttributeValues(values)
                      .returnValuesOnConditionCheckFailure(theirs))
              .build();
      case WriteRequest.Delete delete ->
          TransactWriteItem.builder()
              .delete(each ->
                  each.tableName(table)
                      .key(SdkAttr.toSdk(delete.key().values()))
                      .conditionExpression(delete.condition())
                      .expressionAttributeNames(names)
                      .expressionAttributeValues(values)
                      .returnValuesOnConditionCheckFailure(theirs))
              .build();
    };
  }

  private static @Nullable Map<String, AttributeValue> values(Map<String, Attr> values) {
    return values.isEmpty() ? null : SdkAttr.toSdk(values);
  }
}
