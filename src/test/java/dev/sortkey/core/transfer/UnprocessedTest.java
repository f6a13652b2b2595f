package dev.sortkey.core.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.aws.SdkConnector;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.sandbox.TestSandbox;
import dev.sortkey.standin.StandIn;
import dev.sortkey.ui.Desks;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Answers of BatchWriteItem that leave something over.
class UnprocessedTest {
  @TempDir Path folder;

  /// Every second batch comes back whole, as a table does that has no capacity left (API Reference,
  /// BatchWriteItem, UnprocessedItems).
  private static final class Busy implements StandIn.Service {
    private final AtomicInteger batches = new AtomicInteger();

    @Override
    public Optional<StandIn.Reply> answer(StandIn.Request request) {
      return request.operation().equals("BatchWriteItem") && batches.getAndIncrement() % 2 == 0
          ? Optional.of(
              StandIn.Reply.json(Map.of("UnprocessedItems", request.json().get("RequestItems"))))
          : Optional.empty();
    }
  }

  /// Lets some batches through and then has no permission any more.
  private record Withdrawn(AtomicInteger left) implements StandIn.Service {
    @Override
    public Optional<StandIn.Reply> answer(StandIn.Request request) {
      return request.operation().equals("BatchWriteItem") && left.decrementAndGet() < 0
          ? Optional.of(
              StandIn.Reply.error(
                  "com.amazon.coral.service#AccessDeniedException",
                  "User: arn:aws:iam::1:user/x is not authorized to perform:"
                      + " dynamodb:BatchWriteItem on resource: arn:aws:dynamodb:::table/T"))
          : Optional.empty();
    }
  }

  /// Refuses each batch that holds one id, as DynamoDB does with what the rules here do not know.
  private static final class Picky implements StandIn.Service {
    @Override
    public Optional<StandIn.Reply> answer(StandIn.Request request) {
      return request.operation().equals("BatchWriteItem") && ids(request).contains("17")
          ? Optional.of(
              StandIn.Reply.error(
                  "com.amazon.coral.validate#ValidationException", "One item is not to its liking"))
          : Optional.empty();
    }

    private static List<String> ids(StandIn.Request request) {
      return request.json().get("RequestItems").properties().stream()
          .flatMap(table -> StreamSupport.stream(table.getValue().spliterator(), false))
          .map(
              (JsonNode write) -> write.get("PutRequest").get("Item").get("id").get("S").asString())
          .toList();
    }
  }

  @Test
  void whatComesBackUnprocessedIsSentAgain() throws Exception {
    var busy = new Busy();
    run(
        busy,
        (session, table, begun) -> {
          ImportReport report = Runs.go(session, table, begun, Progress.none(), _ -> {});
          assertThat(report.complete()).isTrue();
          assertThat(report.written()).isEqualTo(300);
          assertThat(busy.batches.get()).isGreaterThanOrEqualTo(24);
          assertThat(Tables.read(session, table)).hasSize(300);
        });
  }

  @Test
  void anImportThatLosesItsPermissionSaysWhatIsLeft() throws Exception {
    var withdrawn = new Withdrawn(new AtomicInteger(5));
    run(
        withdrawn,
        (session, table, begun) -> {
          ImportReport report = Runs.go(session, table, begun, Progress.none(), _ -> {});
          assertThat(report.complete()).isFalse();
          assertThat(report.problem().kind()).isEqualTo(Problem.Kind.ACCESS_DENIED);
          assertThat(report.written()).isEqualTo(125);
          assertThat(report.unprocessed()).isEqualTo(75);
          assertThat(report.notAttempted()).isEqualTo(100);
          withdrawn.left().set(1_000);
          ImportReport rest = Runs.go(session, table, report.progress(), Progress.none(), _ -> {});
          assertThat(rest.complete()).isTrue();
          assertThat(Tables.read(session, table)).hasSize(300);
        });
  }

  @Test
  void aRowThatDynamoDbRefusesIsFoundInItsBatch() throws Exception {
    run(
        new Picky(),
        (session, table, begun) -> {
          ImportReport report = Runs.go(session, table, begun, Progress.none(), _ -> {});
          assertThat(report.complete()).isTrue();
          assertThat(report.written()).isEqualTo(299);
          List<Row> rejected = Written.rows(Path.of(report.progress().rejectedFile()));
          assertThat(rejected).singleElement();
          assertThat(rejected.getFirst().text())
              .contains("\"line\":18")
              .contains("not to its liking");
        });
  }

  private interface Step {
    void with(Session session, TableSchema table, ImportProgress begun) throws Exception;
  }

  private void run(StandIn.Service service, Step step) throws Exception {
    try (Session plain = Desks.session();
        var standIn = new StandIn(TestSandbox.shared().endpoint(), service);
        Session session =
            new SdkConnector()
                .open(
                    new Connection(
                        "id",
                        "test",
                        Connection.Kind.ENDPOINT,
                        null,
                        standIn.endpoint(),
                        "us-east-1",
                        Environment.DEVELOPMENT),
                    TestSandbox.shared().keys())) {
      TableSchema table = Tables.make(plain, "Busy");
      Path file =
          Written.text(
              folder,
              "rows.jsonl",
              IntStream.range(0, 300)
                  .mapToObj(i -> "{\"id\":\"" + i + "\"}")
                  .collect(Collectors.joining("\n")));
      step.with(session, table, Runs.begin(file, table, ImportMode.PUT));
      plain.tables().delete(table.name());
    }
  }
}
