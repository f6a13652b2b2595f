package dev.sortkey.ui.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.WriteOutcome;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.value.Attr;
import dev.sortkey.ui.items.ItemsViewModel.Presence;
import dev.sortkey.ui.kit.grid.GridColumn;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Tables;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ItemsViewModelTest {
  private final Fakes session = new Fakes(Environment.SANDBOX).with(5);

  private ItemsViewModel open(Fakes on) {
    Work work = Work.direct();
    var items =
        new ItemsViewModel("Orders", on, new Tables(on, work), work, new ReadLimit(0, _ -> {}));
    items.open();
    return items;
  }

  @Test
  void openingReadsTheFirstItems() {
    ItemsViewModel items = open(session);

    assertThat(items.presenceProperty().get()).isEqualTo(Presence.READY);
    assertThat(items.rows().size()).isEqualTo(5);
    assertThat(items.columns().shown())
        .extracting(GridColumn::name)
        .containsExactly("OrderID", "Number", "Total");
  }

  @Test
  void productionIsNotReadUnasked() {
    var production = new Fakes(Environment.PRODUCTION).with(5);
    ItemsViewModel items = open(production);
    assertThat(production.plans).isEmpty();

    items.run();
    assertThat(items.rows().size()).isEqualTo(5);
  }

  @Test
  void aTableThatIsGoneIsSaidAndItsRowsStay() {
    ItemsViewModel items = open(session);
    session.table = null;
    session.failure = Problem.of(Problem.Kind.NOT_FOUND, "No such table.", "Gone.");

    items.run();

    assertThat(items.presenceProperty().get()).isEqualTo(Presence.GONE);
    assertThat(items.problemProperty().get().remedies())
        .containsExactly(Problem.Remedy.REFRESH_TABLES);
    assertThat(items.rows().size()).isEqualTo(5);
  }

  @Test
  void hiddenColumnsStayHiddenWhenOthersCome() {
    ItemsViewModel items = open(session);
    items.columns().show("Total", false);
    session.items.add(Fakes.order(77).with("New", new Attr.Null()));

    items.run();

    assertThat(items.columns().shown())
        .extracting(GridColumn::name)
        .containsExactly("OrderID", "Number", "New");
  }

  @Test
  void eachDeletionIsConditionalOnWhatWasReadAndReported() {
    List<ItemKey> gone = new ArrayList<>();
    var deletion = deletion(gone);
    deletion.confirm();
    assertThat(session.changes)
        .containsExactly(new Change.Delete(Fakes.order(1)), new Change.Delete(Fakes.order(2)));
    assertThat(gone).hasSize(2);
    assertThat(deletion.failures()).isEmpty();
  }

  @Test
  void whatIsNotDeletedIsSaidWithItsKey() {
    session.outcome = new WriteOutcome.Conflict(Fakes.order(8));
    List<ItemKey> gone = new ArrayList<>();
    var deletion = deletion(gone);
    deletion.confirm();

    assertThat(gone).isEmpty();
    assertThat(deletion.failures()).hasSize(2).first().asString().startsWith("A / 1: ");
  }

  @Test
  void rowsThatMayLackAttributesAreReadWholeBeforeTheyGo() {
    var rows = List.of(Fakes.order(1).without("Total"));
    var deletion =
        new DeletionViewModel(
            Fakes.orders("ACTIVE"), rows, true, Work.direct(), session, session, _ -> {});
    deletion.confirm();

    assertThat(session.changes).containsExactly(new Change.Delete(Fakes.order(1)));
  }

  @Test
  void aRowWhoseItemIsGoneAlreadyIsSaidAndGoes() {
    List<ItemKey> gone = new ArrayList<>();
    var deletion =
        new DeletionViewModel(
            Fakes.orders("ACTIVE"),
            List.of(Fakes.order(1), Fakes.order(77_777)),
            true,
            Work.direct(),
            session,
            session,
            gone::addAll);
    deletion.confirm();

    assertThat(session.changes).containsExactly(new Change.Delete(Fakes.order(1)));
    assertThat(gone).hasSize(2);
    assertThat(deletion.failures()).hasSize(1).first().asString().contains("77777");
  }

  private DeletionViewModel deletion(List<ItemKey> gone) {
    return new DeletionViewModel(
        Fakes.orders("ACTIVE"),
        List.of(Fakes.order(1), Fakes.order(2)),
        false,
        Work.direct(),
        session,
        session,
        gone::addAll);
  }
}
