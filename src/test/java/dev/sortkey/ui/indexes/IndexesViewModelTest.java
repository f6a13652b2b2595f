package dev.sortkey.ui.indexes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableDraft.IndexDraft;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.sandbox.TestSandbox;
import dev.sortkey.standin.StandIn;
import dev.sortkey.ui.Desks;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Tables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IndexesViewModelTest {
  private static final String TABLE = "IndexedModel";
  private static final KeySchema KEY =
      new KeySchema(List.of(new KeyAttribute("pk", KeyType.S)), List.of());

  private static IndexDraft draft() {
    return new IndexDraft(
        "byTotal",
        Index.Kind.GSI,
        new KeySchema(List.of(new KeyAttribute("Total", KeyType.N)), List.of()),
        Projection.all(),
        Capacity.onDemand());
  }

  private static TableSchema table(long items, Index... indexes) {
    return new TableSchema(
        TABLE,
        "arn",
        "ACTIVE",
        KEY,
        List.of(indexes),
        Capacity.onDemand(),
        "STANDARD",
        false,
        items,
        0,
        null);
  }

  private static Index index(String status, boolean backfilling, long items) {
    return index("byTotal", status, backfilling, items);
  }

  private static Index index(String name, String status, boolean backfilling, long items) {
    return new Index(
        name,
        Index.Kind.GSI,
        KEY,
        Projection.all(),
        Capacity.onDemand(),
        status,
        backfilling,
        items,
        0);
  }

  private static IndexesViewModel model(Session session, Tables tables) {
    return new IndexesViewModel(
        session.admin(), tables, Work.direct(), TABLE, Duration.ofMillis(20));
  }

  @Test
  void anIndexIsFollowedUntilItIsActiveAndGone() {
    try (Session session = Desks.session()) {
      session.tables().create(new TableDraft(TABLE, KEY, Capacity.onDemand(), List.of(), false));
      var tables = new Tables(session.tables(), Work.direct());
      IndexesViewModel model = model(session, tables);
      model.refresh();
      assertThat(model.waiting()).isEmpty();
      List<Optional<Problem>> told = new ArrayList<>();
      model.create(draft(), told::add);
      assertThat(told).containsExactly(Optional.empty());
      assertThat(model.indexes(Index.Kind.GSI))
          .extracting(Index::status)
          .containsExactly(TableSchema.ACTIVE);
      assertThat(model.changingProperty().get()).isFalse();
      model.delete("byTotal", told::add);
      assertThat(model.indexes(Index.Kind.GSI)).isEmpty();
      assertThat(told).hasSize(2);
      model.close();
    }
  }

  @Test
  void aRefusalIsToldOnceAndChangesNothing() {
    StandIn.Service busy =
        request ->
            request.operation().equals("UpdateTable")
                ? Optional.of(
                    StandIn.Reply.error(
                        "com.amazonaws.dynamodb.v20120810#LimitExceededException",
                        "Subscriber limit exceeded: Only 1 online index can be created or deleted"
                            + " simultaneously per table"))
                : Optional.empty();
    try (var aws = new StandIn(TestSandbox.shared().endpoint(), busy);
        Session session = Desks.session(aws.endpoint())) {
      var tables = new Tables(session.tables(), Work.direct());
      tables.put(table(0));
      IndexesViewModel model = model(session, tables);
      List<Optional<Problem>> told = new ArrayList<>();
      model.delete("byTotal", told::add);
      assertThat(told)
          .singleElement()
          .satisfies(refused -> {
            assertThat(refused.orElseThrow().kind()).isEqualTo(Problem.Kind.LIMIT);
            assertThat(refused.orElseThrow().detail()).contains("Only 1 online index");
          });
      assertThat(model.changingProperty().get()).isFalse();
      assertThat(model.problemProperty().get()).as("it was said in the dialog").isNull();
      model.close();
    }
  }

  @Test
  void whileAnIndexMovesNoOtherIsTouched() {
    try (Session session = Desks.session()) {
      var tables = new Tables(session.tables(), Work.direct());
      IndexesViewModel model = model(session, tables);
      for (String status : List.of("CREATING", "UPDATING", "DELETING")) {
        tables.put(table(10, index(status, false, 0)));
        assertThat(model.waiting()).as(status).isPresent();
      }
      tables.put(table(10, index(TableSchema.ACTIVE, false, 0)));
      assertThat(model.waiting()).isEmpty();
      model.close();
    }
  }

  @Test
  void whileAnIndexIsFilledItsShareIsToldAndNoOtherCanBeCreated() {
    try (Session session = Desks.session()) {
      var tables = new Tables(session.tables(), Work.direct());
      IndexesViewModel model = model(session, tables);
      assertThat(model.waiting()).as("not read yet").isPresent();
      Index filling = index("CREATING", true, 4_000);
      tables.put(table(10_000, filling));
      assertThat(model.filled(filling)).hasValue(40);
      assertThat(model.waiting()).hasValueSatisfying(why -> assertThat(why).contains("byTotal"));
      assertThat(model.filled(index("CREATING", true, 0))).as("not counted yet").isEmpty();
      assertThat(model.filled(index("CREATING", true, 20_000)))
          .as("counted at different times")
          .hasValue(99);
      assertThat(model.filled(index("ACTIVE", false, 4_000))).isEmpty();
      tables.put(table(10_000, index("ACTIVE", false, 4_000)));
      assertThat(model.waiting()).isEmpty();
      model.close();
      tables.put(table(10_000));
      assertThat(model.indexes(Index.Kind.GSI)).as("a closed page follows no more").hasSize(1);
    }
  }

  /// One at a time, whatever is done to it: DynamoDB refuses a second while one is created, changed
  /// or deleted (API Reference, UpdateTable).
  @Test
  void anIndexThatMovesInAnyWayHoldsTheOthersBack() {
    try (Session session = Desks.session()) {
      var tables = new Tables(session.tables(), Work.direct());
      IndexesViewModel model = model(session, tables);
      for (String status : List.of("CREATING", "UPDATING", "DELETING")) {
        tables.put(
            table(
                0,
                index("zeta", "ACTIVE", false, 0),
                index("moving", status, false, 0),
                index("alpha", "ACTIVE", false, 0)));
        assertThat(model.waiting())
            .as(status)
            .hasValueSatisfying(why -> assertThat(why).contains("moving"));
      }
      assertThat(model.indexes(Index.Kind.GSI))
          .as("by name")
          .extracting(Index::name)
          .containsExactly("alpha", "moving", "zeta");
      model.close();
    }
  }
}
