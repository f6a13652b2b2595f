package dev.sortkey.aws;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.ItemWriter;
import dev.sortkey.core.edit.WriteOutcome;
import dev.sortkey.core.edit.WriteReport;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Item;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Writes items. Each request runs on a thread that nobody interrupts, so that a cancel never
/// leaves it open whether something was written.
final class SdkItemWriter implements ItemWriter {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

  private final ConditionalWrite conditional;
  private final TransactionWrite transactions;
  private final BatchPut batches;

  SdkItemWriter(DynamoDbClient client, DynamoDbClient onceOnly, ProblemMapping problems) {
    var readBack = new ReadBack(client);
    this.conditional = new ConditionalWrite(onceOnly, readBack, problems);
    this.transactions = new TransactionWrite(onceOnly, readBack, problems, FIRST_PAUSE);
    this.batches = new BatchPut(client, problems, FIRST_PAUSE);
  }

  @Override
  public WriteReport write(TableSchema table, List<Change> changes, Progress progress) {
    List<WriteReport.Entry> entries = new ArrayList<>();
    boolean ended = false;
    for (Change change : changes) {
      WriteOutcome outcome =
          ended || Shield.stops(progress)
              ? new WriteOutcome.NotAttempted()
              : Shield.run(() -> conditional.write(table, change));
      entries.add(new WriteReport.Entry(change, outcome));
      ended |= outcome.endsTheRun();
      progress.report(entries.size(), changes.size());
    }
    return new WriteReport(entries);
  }

  @Override
  public WriteReport writeTogether(TableSchema table, List<Change> changes, Progress progress) {
    List<WriteOutcome> outcomes = transactions.write(table, changes, progress);
    return new WriteReport(
        IntStream.range(0, changes.size())
            .mapToObj(i -> new WriteReport.Entry(changes.get(i), outcomes.get(i)))
            .toList());
  }

  @Override
  public long putAll(String table, Iterator<Item> items, Progress progress) {
    return batches.put(table, items, progress);
  }
}
