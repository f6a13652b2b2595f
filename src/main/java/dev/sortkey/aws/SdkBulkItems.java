package dev.sortkey.aws;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.query.Cursor;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.transfer.BulkItems;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/// Scans in segments, and writes in batches.
final class SdkBulkItems implements BulkItems {
  /// The best of those tried on DynamoDB Local; AWS ends a page at 1 MB before that.
  private static final int PAGE = 3000;

  private final SdkClients clients;
  private final ProblemMapping problems;
  private final Duration firstPause;

  SdkBulkItems(SdkClients clients, ProblemMapping problems) {
    this(clients, problems, Duration.ofMillis(50));
  }

  /// @param firstPause before something is sent again; doubles while that is fruitless
  SdkBulkItems(SdkClients clients, ProblemMapping problems, Duration firstPause) {
    this.clients = clients;
    this.problems = problems;
    this.firstPause = firstPause;
  }

  @Override
  public void scan(Part part, Pages pages) {
    @Nullable Cursor next = part.from();
    do {
      Page page = read(part, next);
      next = page.next();
      if (!pages.take(page)) {
        return;
      }
    } while (next != null);
  }

  @Override
  public void write(
      TableSchema table, Iterator<? extends Write> writes, Outcomes outcomes, Progress progress) {
    new BatchWriting(clients.dynamo(), problems, new Pause(firstPause), table, outcomes, progress)
        .write(writes);
  }

  private Page read(Part part, @Nullable Cursor from) {
    var pause = new Pause(firstPause);
    while (true) {
      try {
        return problems.call(() -> page(part, from));
      } catch (ProblemException e) {
        if (e.problem().kind() != Problem.Kind.THROTTLED) {
          throw e;
        }
        pause.read();
      }
    }
  }

  private Page page(Part part, @Nullable Cursor from) {
    Map<String, AttributeValue> start =
        from == null ? null : SdkAttr.toSdk(from.lastEvaluatedKey().attributes());
    SdkPage page =
        SdkPage.of(
            clients
                .dynamo()
                .scan(request ->
                    request
                        .tableName(part.table())
                        .segment(part.segment())
                        .totalSegments(part.segments())
                        .consistentRead(part.consistent() ? true : null)
                        .limit(PAGE)
                        .exclusiveStartKey(start)
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)));
    return new Page(
        page.items().stream().map(SdkAttr::item).toList(),
        page.cursor() == null ? null : Cursor.of(page.cursor()),
        page.readUnits());
  }
}
