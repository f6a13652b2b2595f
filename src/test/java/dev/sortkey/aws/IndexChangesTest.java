package dev.sortkey.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableAdmin;
import dev.sortkey.core.table.TableDetails;
import dev.sortkey.core.table.TableDraft.IndexDraft;
import dev.sortkey.core.table.TableUpdate;
import dev.sortkey.standin.DynamoTables;
import dev.sortkey.standin.SetClock;
import dev.sortkey.standin.StandIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Indexes that come and go as slowly as on AWS.
class IndexChangesTest {
  private static final Duration TAKES = Duration.ofSeconds(30);

  private final SetClock clock = new SetClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final StandIn aws =
      new StandIn(Sessions.local(), new DynamoTables(Sessions.local(), clock, TAKES));
  private final Keys keys = Sessions.freshKeys();
  private final Session session = Sessions.open(aws.endpoint(), keys);
  private final TableAdmin admin = session.admin();

  @AfterEach
  void close() {
    session.close();
    aws.close();
  }

  private static TableUpdate create(String name) {
    return new TableUpdate.CreateIndex(
        new IndexDraft(
            name,
            Index.Kind.GSI,
            new KeySchema(List.of(new KeyAttribute(name, KeyType.S)), List.of()),
            Projection.all(),
            Capacity.onDemand()));
  }

  /// DynamoDB Local has a pace of its own.
  private void pass() {
    clock.pass(TAKES);
    try (Session local = Sessions.open(Sessions.local(), keys)) {
      local.admin().follow("orders", Duration.ofMillis(20), Progress.none(), _ -> {});
    }
  }

  private void says(TableDetails now, String table, String index, boolean filling) {
    assertThat(now.schema().status()).isEqualTo(table);
    assertThat(now.schema().index("status"))
        .hasValueSatisfying(found -> {
          assertThat(found.status()).isEqualTo(index);
          assertThat(found.backfilling()).isEqualTo(filling);
        });
    assertThat(now.settled()).isFalse();
  }

  @Test
  void anIndexIsAllocatedFilledActiveAndGone() {
    session.tables().create(Sessions.draft("orders"));
    says(admin.update("orders", create("status")), "UPDATING", "CREATING", false);
    pass();
    says(admin.details("orders"), "ACTIVE", "CREATING", true);
    pass();
    assertThat(admin.details("orders").settled()).isTrue();
    says(
        admin.update("orders", new TableUpdate.DeleteIndex("status")),
        "UPDATING",
        "DELETING",
        false);
    pass();
    assertThat(admin.details("orders").schema().indexes()).isEmpty();
  }

  @Test
  void oneIndexAtATimeAndOneThatIsFilledCanBeGivenUp() {
    session.tables().create(Sessions.draft("orders"));
    admin.update("orders", create("status"));
    assertThat(refused(new TableUpdate.DeleteIndex("status")).code())
        .as("resources are being allocated")
        .isEqualTo("ResourceInUseException");
    pass();
    Problem other = refused(create("date"));
    assertThat(other.kind()).isEqualTo(Problem.Kind.LIMIT);
    assertThat(other.detail()).contains("Only 1 online index");
    admin.update("orders", new TableUpdate.DeleteIndex("status"));
    pass();
    assertThat(admin.details("orders").schema().indexes()).isEmpty();
    admin.update("orders", create("date"));
  }

  private Problem refused(TableUpdate update) {
    return catchThrowableOfType(ProblemException.class, () -> admin.update("orders", update))
        .problem();
  }
}
