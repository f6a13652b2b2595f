package dev.sortkey.ui.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.query.Planner;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.rows.RowStore;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.items.ReadState.Stage;
import dev.sortkey.ui.kit.grid.SortRequest;
import dev.sortkey.ui.work.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResultsViewModelTest {
  private final Fakes session = new Fakes(Environment.SANDBOX);
  private long now;
  private final ResultsViewModel results = new ResultsViewModel(Work.direct(), session, () -> now);
  private final RowsViewModel rows = new RowsViewModel(Work.direct(), results);

  private static ReadPlan scan(@Nullable Integer limit) {
    return Planner.plan(
        Fakes.orders("ACTIVE"),
        new QuerySpec(
            QuerySpec.Mode.SCAN,
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            false,
            false,
            limit));
  }

  private Stage stage() {
    return results.stateProperty().get().stage();
  }

  @Test
  void theFirstPageComesOnRunAndMoreWhenTheGridNeedsIt() {
    session.with(700);
    results.run(scan(null));
    assertThat(rows.size()).isEqualTo(300);
    assertThat(stage()).isEqualTo(Stage.MORE);

    results.needMore();
    assertThat(rows.size()).isEqualTo(600);
    results.needMore();

    assertThat(rows.size()).isEqualTo(700);
    assertThat(stage()).isEqualTo(Stage.COMPLETE);
    assertThat(results.stateProperty().get().readUnits()).isEqualTo(1.5);
    results.needMore();
    assertThat(session.plans).hasSize(3);
  }

  @Test
  void aSelectiveReadStopsAtItsBudgetAndGoesOnWhenTold() {
    session.with(90_000).matching = 20_000;
    results.run(scan(null));
    assertThat(stage()).isEqualTo(Stage.PAUSED);
    assertThat(results.stateProperty().get().scanned()).isEqualTo(40_000);
    assertThat(rows.size()).isEqualTo(2);
    results.needMore();
    assertThat(session.plans).hasSize(1);

    results.goOn();
    assertThat(results.stateProperty().get().scanned()).isEqualTo(80_000);
    results.stop();
    assertThat(stage()).isEqualTo(Stage.STOPPED);
    results.goOn();
    assertThat(stage()).isEqualTo(Stage.COMPLETE);
    assertThat(rows.size()).isEqualTo(5);
  }

  @Test
  void aStoppedReadSaysSoAndCanBeRunAgain() {
    session.with(10).cancelled = true;
    results.run(scan(null));
    assertThat(results.problemProperty().get())
        .isNotNull()
        .extracting(Problem::kind)
        .isEqualTo(Problem.Kind.STOPPED);

    session.cancelled = false;
    results.retry();
    assertThat(results.problemProperty().get()).isNull();
    assertThat(rows.size()).isEqualTo(10);
  }

  @Test
  void allIsLoadedOnDemand() {
    session.with(12_000);
    results.run(scan(null));
    results.loadAll();

    assertThat(rows.size()).isEqualTo(12_000);
    assertThat(stage()).isEqualTo(Stage.COMPLETE);
  }

  @Test
  void whatIsReadFastComesAFewTimesASecond() {
    session.with(40_300);
    results.run(scan(null));
    List<Integer> seen = new ArrayList<>();
    results.onGrown(() -> {
      seen.add(rows.size());
      assertThat(results.stateProperty().get().count()).isEqualTo(rows.size());
    });
    session.onRead = () -> now += Pace.APART.toNanos() / 3 + 1;
    results.loadAll();

    assertThat(seen).containsExactly(5_300, 20_300, 35_300, 40_300);
    assertThat(results.stateProperty().get().scanned()).isEqualTo(40_300);
    assertThat(results.stateProperty().get().readUnits()).isEqualTo(4.5);
    assertThat(stage()).isEqualTo(Stage.COMPLETE);
  }

  @Test
  void whatIsReadSlowlyComesAtOnce() {
    session.with(15_300);
    results.run(scan(null));
    List<Integer> seen = new ArrayList<>();
    results.onGrown(() -> seen.add(rows.size()));
    session.onRead = () -> now += Pace.APART.toNanos();
    results.loadAll();

    assertThat(seen).containsExactly(5_300, 10_300, 15_300);
  }

  @Test
  void whatWasReadBeforeAStopOrAFailureIsKeptAndGoneOnFrom() {
    session.with(40_000);
    results.run(scan(null));
    session.onRead = () -> session.cancelled = session.plans.size() == 4;
    results.loadAll();
    assertThat(rows.size()).isEqualTo(10_300);
    assertThat(stage()).isEqualTo(Stage.STOPPED);

    Problem lost = Problem.of(Problem.Kind.NETWORK, "No answer.", "Try again.");
    session.onRead = () -> session.failure = session.plans.size() == 7 ? lost : null;
    session.cancelled = false;
    results.loadAll();
    assertThat(results.problemProperty().get()).isEqualTo(lost);
    assertThat(rows.size()).isEqualTo(20_300);

    session.onRead = () -> {};
    session.failure = null;
    results.retry();
    assertThat(stage()).isEqualTo(Stage.COMPLETE);
    assertThat(rows.size()).isEqualTo(40_000);
    for (int row : new int[] {0, 5_299, 10_300, 20_300, 39_999}) {
      assertThat(rows.item(row)).isEqualTo(Fakes.order(row));
    }
  }

  @Test
  void aLimitHoldsOverAllPages() {
    session.with(1_000);
    results.run(scan(450));
    results.needMore();

    assertThat(rows.size()).isEqualTo(450);
    assertThat(stage()).isEqualTo(Stage.COMPLETE);
  }

  @Test
  void aFailureKeepsTheRowsAndCanBeRetried() {
    session.with(10);
    results.run(scan(null));
    session.failure = Problem.of(Problem.Kind.NETWORK, "No answer.", "Try again.");
    results.run(scan(null));
    assertThat(results.problemProperty().get()).isEqualTo(session.failure);
    assertThat(rows.size()).isEqualTo(10);

    session.failure = null;
    session.items.removeLast();
    results.retry();

    assertThat(results.problemProperty().get()).isNull();
    assertThat(rows.size()).isEqualTo(9);
  }

  @Test
  void aNewRunGetsANewStore() {
    session.with(10);
    results.run(scan(null));
    RowStore first = rows.store();
    results.run(scan(null));

    assertThat(rows.store()).isNotSameAs(first);
    assertThat(rows.size()).isEqualTo(10);
  }

  @Test
  void sortAndFilterWorkOnLoadedRowsAndAreNamedSo() {
    session.with(500);
    results.run(scan(null));
    rows.sortProperty().set(new SortRequest("Total", true));
    assertThat(rows.item(0).get("Total")).isEqualTo(new Attr.N("99"));
    assertThat(rows.note()).contains("300");

    rows.containingProperty().set("no such text");
    assertThat(rows.size()).isZero();
    assertThat(session.plans).hasSize(1);
    rows.containingProperty().set("");
    rows.sortProperty().set(null);
    assertThat(rows.item(0)).isEqualTo(Fakes.order(0));
    assertThat(rows.note()).isEmpty();
  }

  @Test
  void aSavedItemStandsWhereTheOldOneWas() {
    session.with(20);
    results.run(scan(null));
    Item changed = Fakes.order(3).with("Total", new Attr.N("1000"));

    List<Integer> shown = new ArrayList<>();
    rows.written(Fakes.orders("ACTIVE"), changed, shown::add);
    rows.written(Fakes.orders("ACTIVE"), changed.with("x", new Attr.Null()), shown::add);
    assertThat(shown).containsExactly(3, 3);

    assertThat(rows.size()).isEqualTo(20);
    assertThat(rows.item(3)).isEqualTo(changed.with("x", new Attr.Null()));
    rows.sortProperty().set(new SortRequest("Total", true));
    assertThat(rows.size()).isEqualTo(20);
    assertThat(rows.item(0).get("Total")).isEqualTo(new Attr.N("1000"));
  }

  @Test
  void aNewItemIsMarkedAtTheEndAndADeletedOneGoes() {
    session.with(400);
    results.run(scan(null));
    List<Integer> shown = new ArrayList<>();
    rows.written(Fakes.orders("ACTIVE"), Fakes.order(9_999), shown::add);
    assertThat(shown).containsExactly(300);
    assertThat(rows.isAdded(300)).isTrue();
    results.needMore();
    assertThat(rows.item(400)).isEqualTo(Fakes.order(9_999));

    ItemKey key = Fakes.orders("ACTIVE").keyOf(Fakes.order(0));
    rows.deleted(Set.of(key));

    assertThat(rows.size()).isEqualTo(400);
    assertThat(rows.item(0)).isEqualTo(Fakes.order(1));
  }

  @Test
  void anItemThatTheFilterHidesIsReplacedAllTheSame() {
    session.with(20);
    results.run(scan(null));
    rows.containingProperty().set("no such text");
    List<Integer> shown = new ArrayList<>();
    rows.written(
        Fakes.orders("ACTIVE"), Fakes.order(3).with("Total", new Attr.N("1000")), shown::add);
    assertThat(shown).isEmpty();

    rows.containingProperty().set("");
    assertThat(rows.size()).isEqualTo(20);
    assertThat(rows.item(3).get("Total")).isEqualTo(new Attr.N("1000"));
  }

  @Test
  void rowsAreFoundAgainInAnotherOrder() {
    session.with(20);
    results.run(scan(null));
    Item third = rows.item(3);
    rows.sortProperty().set(new SortRequest("Total", true));
    var places = rows.placesFrom(null);
    assertThat(rows.item(places.applyAsInt(3))).isEqualTo(third);

    int[] sorted = rows.orderProperty().get();
    int place = places.applyAsInt(3);
    rows.deleted(Set.of(Fakes.orders("ACTIVE").keyOf(third)));
    assertThat(rows.placesFrom(sorted).applyAsInt(place)).isEqualTo(-1);
  }
}
