package dev.sortkey.aws;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.ItemWriter;
import dev.sortkey.core.edit.WriteOutcome;
import dev.sortkey.core.edit.WriteReport;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Item;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Writes items. Each request runs on a thread that nobody interrupts, so that a cancel never
/// leaves it open whether something was written.
final class SdkItemWriter implements ItemWriter {
  /// With these the changes that follow would fare no better.
  private static final Set<Problem.Kind> ENDS_THE_RUN =
      EnumSet.of(
          Problem.Kind.CREDENTIALS_EXPIRED,
          Problem.Kind.CREDENTIALS_INVALID,
          Problem.Kind.NETWORK,
          Problem.Kind.THROTTLED,
          Problem.Kind.NOT_FOUND,
          Problem.Kind.BUG);

  private final ConditionalWrite conditional;
  private final BatchPut batches;

  SdkItemWriter(DynamoDbClient client, DynamoDbClient onceOnly, ProblemMapping problems) {
    this.conditional = new ConditionalWrite(onceOnly, problems);
    this.batches = new BatchPut(client, problems, Duration.ofMillis(50));
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
      ended |=
          outcome instanceof WriteOutcome.Rejected(Problem problem)
              && ENDS_THE_RUN.contains(problem.kind());
      progress.report(entries.size(), changes.size());
    }
    return new WriteReport(entries);
  }

  @Override
  public long putAll(String table, Iterator<Item> items, Progress progress) {
    return batches.put(table, items, progress);
  }
}
