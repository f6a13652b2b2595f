package dev.sortkey.ui.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.aws.SdkConnector;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.sandbox.TestSandbox;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Tables;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TablesOnDynamoDbTest {
  private final Work work = Work.direct();
  private Session session;
  private Tables tables;

  @BeforeEach
  void open() {
    var keys = new Keys("K" + UUID.randomUUID().toString().replace("-", ""), "secret", null);
    session =
        new SdkConnector()
            .open(
                new Connection(
                    "sandbox",
                    "Sandbox",
                    Connection.Kind.SANDBOX,
                    null,
                    TestSandbox.shared().endpoint(),
                    "eu-west-1",
                    Environment.SANDBOX),
                keys);
    tables = new Tables(session.tables(), work);
  }

  @AfterEach
  void close() {
    session.close();
  }

  private DeleteTableViewModel delete(String table, Runnable gone) {
    tables.reload();
    return new DeleteTableViewModel(session.tables(), tables, work, table, gone);
  }

  private void create(String name, boolean guarded) {
    session
        .tables()
        .create(
            new TableDraft(
                name,
                new KeySchema(List.of(new KeyAttribute("pk", KeyType.S)), List.of()),
                Capacity.onDemand(),
                List.of(),
                guarded));
  }

  @Test
  void aTableIsFollowedUntilItIsGone() {
    create("Orders", false);
    boolean[] gone = new boolean[1];
    DeleteTableViewModel model = delete("Orders", () -> gone[0] = true);
    model.typedProperty().set("orders");
    model.delete();
    assertThat(session.tables().names()).containsExactly("Orders");
    model.typedProperty().set("Orders");
    model.delete();
    assertThat(session.tables().names()).isEmpty();
    assertThat(gone[0]).isTrue();
    assertThat(tables.entries()).isEmpty();
  }

  @Test
  void aTableThatSomeoneElseDeletedIsSaidToBeMissing() {
    create("Orders", false);
    DeleteTableViewModel model = delete("Orders", () -> {});
    session.tables().delete("Orders");
    model.typedProperty().set("Orders");
    model.delete();
    assertThat(model.problemProperty().get().kind()).isEqualTo(Problem.Kind.NOT_FOUND);
    assertThat(model.busyProperty().get()).isFalse();
    assertThat(model.typedProperty().get()).isEqualTo("Orders");
  }

  @Test
  void deletionProtectionIsKnownBeforehand() {
    create("Orders", true);
    DeleteTableViewModel model = delete("Orders", () -> {});
    model.typedProperty().set("Orders");
    assertThat(model.isProtected()).isTrue();
    assertThat(model.ready().get()).isFalse();
  }

  @Test
  void samplesFillWhatIsMissingAndLeaveWhatIsThere() {
    create("Shop", false);
    long[] written = new long[1];
    var filling = new SampleFilling(session, tables, work);
    filling.fill(outcome -> {
      if (outcome instanceof Outcome.Done<Long>(Long count)) {
        written[0] = count;
      }
    });
    assertThat(session.tables().names())
        .containsExactlyInAnyOrder("AllTypes", "CustomerOrders", "Sessions", "Shop");
    assertThat(written[0]).isGreaterThan(1_000);
    assertThat(tables.schema("CustomerOrders").orElseThrow().itemCount()).isGreaterThan(1_000);
    assertThat(tables.schema("Shop").orElseThrow().itemCount()).isZero();
    filling.fill(outcome -> assertThat(outcome).isEqualTo(new Outcome.Done<>(0L)));
  }
}
