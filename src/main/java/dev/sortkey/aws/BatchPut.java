package dev.sortkey.aws;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Item;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// Puts many items in batches, overwriting.
final class BatchPut {
  /// API Reference, BatchWriteItem: at most 25 requests and 16 MB.
  private static final int LARGEST_BATCH = 25;

  private static final int FRUITLESS_ATTEMPTS = 8;

  private final DynamoDbClient client;
  private final ProblemMapping problems;

  private final Duration firstPause;

  BatchPut(DynamoDbClient client, ProblemMapping problems, Duration firstPause) {
    this.client = client;
    this.problems = problems;
    this.firstPause = firstPause;
  }

  long put(String table, Iterator<Item> items, Progress progress) {
    long written = 0;
    int fruitless = 0;
    List<WriteRequest> batch = new ArrayList<>();
    while (!Shield.stops(progress)) {
      while (batch.size() < LARGEST_BATCH && items.hasNext()) {
        batch.add(put(items.next()));
      }
      if (batch.isEmpty()) {
        break;
      }
      List<WriteRequest> sent = List.copyOf(batch);
      batch = new ArrayList<>(Shield.run(() -> send(table, sent)));
      int taken = sent.size() - batch.size();
      written += taken;
      progress.report(written, -1);
      fruitless = taken == 0 ? fruitless + 1 : 0;
      if (fruitless == FRUITLESS_ATTEMPTS) {
        throw unprocessed(table, written);
      }
      if (!batch.isEmpty()) {
        // Doubles while nothing is taken; an interrupt ends it early.
        LockSupport.parkNanos(firstPause.toNanos() << fruitless);
      }
    }
    return written;
  }

  private List<WriteRequest> send(String table, List<WriteRequest> batch) {
    return problems
        .call(() ->
            client.batchWriteItem(request ->
                request
                    .requestItems(Map.of(table, batch))
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)))
        .unprocessedItems()
        .getOrDefault(table, List.of());
  }

  private static WriteRequest put(Item item) {
    return WriteRequest.builder()
        .putRequest(put -> put.item(SdkAttr.toSdk(item.attributes())))
        .build();
  }

  private static ProblemException unprocessed(String table, long written) {
    return new ProblemException(
        Problem.of(
            Problem.Kind.THROTTLED,
            Messages.text("problem.unprocessed.title"),
            Messages.text("problem.unprocessed.detail", table, written),
            Problem.Remedy.RETRY));
  }
}
