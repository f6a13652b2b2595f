package dev.sortkey.aws;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.transfer.BulkItems.Outcomes;
import dev.sortkey.core.transfer.BulkItems.Write;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.DynamoNumber;
import dev.sortkey.core.value.ItemSize;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// One run of batch writes to one table.
final class BatchWriting {
  /// API Reference, BatchWriteItem: at most 25 requests.
  private static final int MOST = 25;

  /// The reference allows 16 MB as sent; JSON may be some times the size of the items.
  private static final int LARGEST = 4 * 1024 * 1024;

  /// Errors by which a batch is refused for one of its writes.
  private static final Set<String> REFUSALS =
      Set.of(
          "ValidationException",
          "ValidationError",
          "SerializationException",
          "ItemCollectionSizeLimitExceededException");

  private final DynamoDbClient client;
  private final ProblemMapping problems;
  private final Pause pause;
  private final TableSchema table;
  private final Outcomes outcomes;
  private final Progress progress;

  BatchWriting(
      DynamoDbClient client,
      ProblemMapping problems,
      Pause pause,
      TableSchema table,
      Outcomes outcomes,
      Progress progress) {
    this.client = client;
    this.problems = problems;
    this.pause = pause;
    this.table = table;
    this.outcomes = outcomes;
    this.progress = progress;
  }

  void write(Iterator<? extends Write> writes) {
    @Nullable Write left = null;
    while (!Shield.stops(progress) && (left != null || writes.hasNext())) {
      List<Write> batch = new ArrayList<>(MOST);
      Set<List<Object>> keys = new HashSet<>();
      int size = 0;
      if (left != null) {
        batch.add(left);
        keys.add(key(left));
        size = size(left);
        left = null;
      }
      while (batch.size() < MOST && writes.hasNext()) {
        Write next = writes.next();
        size += size(next);
        if (!keys.add(key(next)) || size > LARGEST && !batch.isEmpty()) {
          left = next;
          break;
        }
        batch.add(next);
      }
      send(batch);
    }
  }

  /// Sends a batch until all of it is written or refused, or the person cancels.
  private void send(List<Write> batch) {
    List<Write> waiting = batch;
    while (!waiting.isEmpty() && !Shield.stops(progress)) {
      List<Write> sent = waiting;
      try {
        BatchWriteItemResponse answer = Shield.run(() -> problems.call(() -> request(sent)));
        Set<List<Object>> back = unprocessed(sent, answer);
        waiting = sent.stream().filter(write -> back.contains(key(write))).toList();
        List<Write> written = sent.stream().filter(write -> !back.contains(key(write))).toList();
        if (!written.isEmpty()) {
          pause.reset();
          outcomes.written(written, units(answer));
        }
      } catch (ProblemException e) {
        if (REFUSALS.contains(String.valueOf(e.problem().code()))) {
          refused(sent, e.problem());
          return;
        }
        if (e.problem().kind() != Problem.Kind.THROTTLED) {
          throw e;
        }
      }
      if (!waiting.isEmpty()) {
        pause.before();
      }
    }
  }

  /// DynamoDB refuses a batch as a whole and does not say for which write.
  private void refused(List<Write> batch, Problem why) {
    if (batch.size() == 1) {
      outcomes.refused(batch.getFirst(), why);
      return;
    }
    int half = batch.size() / 2;
    send(batch.subList(0, half));
    send(batch.subList(half, batch.size()));
  }

  private BatchWriteItemResponse request(List<Write> batch) {
    return client.batchWriteItem(request ->
        request
            .requestItems(Map.of(table.name(), batch.stream().map(BatchWriting::toSdk).toList()))
            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
  }

  /// The keys of what came back; those of the whole batch where one is not recognised, since
  /// writing twice does no harm.
  private Set<List<Object>> unprocessed(List<Write> sent, BatchWriteItemResponse answer) {
    Set<List<Object>> back = new HashSet<>();
    for (WriteRequest request : answer.unprocessedItems().getOrDefault(table.name(), List.of())) {
      back.add(identity(SdkAttr.item(attributes(request)).attributes()));
    }
    Set<List<Object>> all = sent.stream().map(this::key).collect(Collectors.toSet());
    return all.containsAll(back) ? back : all;
  }

  private static double units(BatchWriteItemResponse answer) {
    return answer.consumedCapacity().stream().mapToDouble(CallRecorder::units).sum();
  }

  private static WriteRequest toSdk(Write write) {
    return switch (write) {
      case Write.Put(_, var item) ->
          WriteRequest.builder()
              .putRequest(put -> put.item(SdkAttr.toSdk(item.attributes())))
              .build();
      case Write.Delete(_, var key) ->
          WriteRequest.builder()
              .deleteRequest(delete -> delete.key(SdkAttr.toSdk(key.values())))
              .build();
    };
  }

  private static Map<String, AttributeValue> attributes(WriteRequest request) {
    return request.putRequest() != null
        ? request.putRequest().item()
        : request.deleteRequest().key();
  }

  private static int size(Write write) {
    return write instanceof Write.Put(_, var item) ? ItemSize.of(item) : 0;
  }

  private List<Object> key(Write write) {
    return switch (write) {
      case Write.Put(_, var item) -> identity(item.attributes());
      case Write.Delete(_, var key) -> identity(key.values());
    };
  }

  /// What two writes share exactly when they write the same item.
  private List<Object> identity(Map<String, Attr> attributes) {
    List<Object> identity = new ArrayList<>();
    for (KeyAttribute key : table.keys().all()) {
      Attr value = attributes.get(key.name());
      identity.add(
          switch (value) {
            case null -> "";
            case Attr.N(String digits) -> DynamoNumber.canonical(digits);
            default -> value;
          });
    }
    return identity;
  }
}
