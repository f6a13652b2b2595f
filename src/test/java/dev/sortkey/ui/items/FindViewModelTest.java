package dev.sortkey.ui.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.rows.RowStore;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.store.Store;
import dev.sortkey.ui.kit.grid.Cell;
import dev.sortkey.ui.kit.grid.SortRequest;
import dev.sortkey.ui.rows.StagedRows;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Changes;
import dev.sortkey.ui.workbench.TableChanges;
import dev.sortkey.ui.workbench.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is found where the person is, and how it follows the rows.
class FindViewModelTest {
  private static final int NUMBER = 1;
  private static final int NOTE = 3;

  private final Fakes session = new Fakes(Environment.SANDBOX);
  private final Work work = Work.direct();
  private final AtomicLong nanos = new AtomicLong();
  private final SimpleObjectProperty<Cell> focus = new SimpleObjectProperty<>();
  private final List<FindViewModel.State> told = new ArrayList<>();

  @TempDir Path folder;
  private TableChanges changes;
  private ItemsViewModel items;
  private StagedRows rows;
  private FindViewModel find;

  @BeforeEach
  void notes() {
    List<String> notes = List.of("red", "blue", "Red wine", "green", "red", "x");
    IntStream.range(0, notes.size())
        .mapToObj(at -> Fakes.order(at).with("Note", new Attr.S(notes.get(at))))
        .forEach(session.items::add);
  }

  private void open() throws IOException {
    items =
        new ItemsViewModel(
            "Orders", session, new Tables(session, work), work, new ReadLimit(0, _ -> {}));
    changes = new Changes(session, Store.open(folder), work).of("Orders");
    items.open();
    rows = new StagedRows(Fakes.orders("ACTIVE"), items.rows(), changes);
    find =
        new FindViewModel(
            work,
            () -> nanos.addAndGet(Pace.APART.toNanos()),
            rows,
            () -> items.columns().shown(),
            focus);
    find.onGo(focus::set);
    find.stateProperty().addListener((_, _, now) -> told.add(now));
    items.rows().onChanged(this::seen);
    changes.stagingProperty().subscribe(_ -> seen());
    items.columns().onArranged(this::seen);
    find.open();
  }

  private void seen() {
    rows.look();
    find.seen();
  }

  private String words() {
    return find.stateProperty().get().words();
  }

  private void stands(int row, int column, String words) {
    assertThat(focus.get()).isEqualTo(new Cell(row, column));
    assertThat(words()).isEqualTo(words);
  }

  @Test
  void typingGoesToTheFirstCellFromWhereThePersonIs() throws IOException {
    open();
    focus.set(new Cell(1, 0));
    find.textProperty().set("a");
    stands(1, 0, "2 of 6");
  }

  @Test
  void nextAndPreviousGoRound() throws IOException {
    open();
    focus.set(new Cell(1, 0));
    find.textProperty().set("red");
    stands(2, NOTE, "2 of 3");
    find.next();
    stands(4, NOTE, "3 of 3");
    find.next();
    stands(0, NOTE, "1 of 3");
    find.previous();
    stands(4, NOTE, "3 of 3");
    focus.set(new Cell(3, NUMBER));
    assertThat(words()).isEqualTo("3 cells");
    find.previous();
    stands(2, NOTE, "2 of 3");
  }

  @Test
  void whatIsTypedFurtherIsFoundFromTheSamePlace() throws IOException {
    open();
    focus.set(new Cell(1, 0));
    find.textProperty().set("re");
    stands(2, NOTE, "2 of 4");
    find.textProperty().set("red w");
    stands(2, NOTE, "1 of 1");
    find.textProperty().set("green");
    stands(3, NOTE, "1 of 1");
    find.textProperty().set("re");
    stands(2, NOTE, "2 of 4");
    find.textProperty().set("nothing");
    stands(2, NOTE, "No row holds it");
    assertThat(find.stateProperty().get().nothing()).isTrue();
    find.next();
    stands(2, NOTE, "No row holds it");
    find.textProperty().set("");
    assertThat(words()).isEmpty();
  }

  @Test
  void optionsNarrowWhatIsFound() throws IOException {
    open();
    find.textProperty().set("red");
    stands(0, NOTE, "1 of 3");
    find.matchCaseProperty().set(true);
    stands(0, NOTE, "1 of 2");
    find.matchCaseProperty().set(false);
    find.wholeProperty().set(true);
    find.next();
    stands(4, NOTE, "2 of 2");
  }

  @Test
  void onlyTheColumnOfTheFocusIsSearched() throws IOException {
    open();
    find.textProperty().set("1");
    assertThat(words()).endsWith("of 3");
    find.onlyColumnProperty().set(true);
    focus.set(new Cell(0, NUMBER));
    find.next();
    stands(1, NUMBER, "1 of 1");
    focus.set(new Cell(0, NOTE));
    assertThat(words()).isEqualTo("No row holds it in Note");
  }

  @Test
  void hiddenColumnsAreNotSearchedAndPathsAreByTheirValue() throws IOException {
    session.items.set(
        1, session.items.get(1).with("Home", Attr.M.of(Map.of("City", new Attr.S("Redon")))));
    open();
    find.textProperty().set("red");
    assertThat(words()).endsWith("of 4");
    items.columns().show("Note", false);
    assertThat(words()).isEqualTo("1 cell");
    items.columns().show("Home", false);
    assertThat(words()).isEqualTo("No row holds it");
    items.columns().addPath("Home.City");
    find.next();
    stands(1, 3, "1 of 1");
    assertThat(find.holds(1, items.columns().shown().get(3))).isTrue();
  }

  @Test
  void theOrderAndTheFilterAreFollowed() throws IOException {
    open();
    find.textProperty().set("red");
    stands(0, NOTE, "1 of 3");
    items.rows().sortProperty().set(new SortRequest("Number", true));
    assertThat(focus.get().row()).isZero();
    assertThat(words()).isEqualTo("3 cells");
    find.next();
    stands(1, NOTE, "1 of 3");
    items.rows().containingProperty().set("wine");
    focus.set(new Cell(0, 0));
    find.next();
    stands(0, NOTE, "1 of 1");
    items.rows().containingProperty().set("");
    items.rows().onlyProperty().set(row -> row > 2);
    assertThat(words()).endsWith("1 cell");
  }

  @Test
  void stagedChangesAreSearchedAsTheyAreShown() throws IOException {
    open();
    find.textProperty().set("red");
    Item first = rows.read(0);
    Item last = rows.read(4);
    Instant now = Instant.now();
    changes.stage(
        set -> set.edit(rows.table(), first, first.with("Note", new Attr.S("grey")), now, now));
    assertThat(words()).isEqualTo("2 cells");
    changes.stage(set ->
        set.edit(
            rows.table(),
            rows.read(3),
            rows.read(3).with("Note", new Attr.S("infrared")),
            now,
            now));
    assertThat(words()).isEqualTo("3 cells");
    changes.stage(set -> set.delete(rows.table(), last, now, now));
    assertThat(words()).as("a row that goes is still shown").isEqualTo("3 cells");
    changes.stage(
        set -> set.create(rows.table(), Fakes.order(99).with("Note", new Attr.S("redder")), now));
    assertThat(words()).isEqualTo("4 cells");
    find.previous();
    stands(6, NOTE, "4 of 4");
    changes.undo();
    assertThat(words()).isEqualTo("3 cells");
  }

  @Test
  void rowsThatAreReadLaterAreSearchedToo() throws IOException {
    for (int i = 6; i < 3_000; i++) {
      session.items.add(Fakes.order(i).with("Note", new Attr.S(i % 10 == 0 ? "red" : "x")));
    }
    open();
    int first = items.rows().size();
    assertThat(first).isLessThan(3_000);
    Instant now = Instant.now();
    changes.stage(
        set -> set.create(rows.table(), Fakes.order(9_999).with("Note", new Attr.S("red")), now));
    find.textProperty().set("red");
    assertThat(find.stateProperty().get().count())
        .isEqualTo(4 + IntStream.range(6, first).filter(i -> i % 10 == 0).count());
    RowStore store = items.rows().store();
    items.results().loadAll();
    assertThat(items.rows().store()).isSameAs(store);
    assertThat(items.rows().size()).isEqualTo(3_000);
    stands(0, NOTE, "1 of 303");
    find.previous();
    stands(3_000, NOTE, "303 of 303");
  }

  @Test
  void whatIsFoundShowsAsItComesAndStepsWait() throws IOException {
    for (int i = 6; i < 5_000; i++) {
      session.items.add(Fakes.order(i).with("Note", new Attr.S(i % 1_000 == 0 ? "red" : "x")));
    }
    open();
    items.results().loadAll();
    assertThat(items.rows().size()).isEqualTo(5_000);
    focus.set(new Cell(3_500, 0));
    List<Cell> gone = new ArrayList<>();
    find.onGo(cell -> {
      gone.add(cell);
      focus.set(cell);
    });
    find.stateProperty()
        .addListener((_, before, now) -> {
          if (now.going() && !before.going()) {
            find.next();
            find.next();
          }
        });
    find.textProperty().set("red");
    assertThat(gone).containsExactly(new Cell(4_000, NOTE), new Cell(0, NOTE), new Cell(2, NOTE));
    assertThat(words()).isEqualTo("2 of 7");
    assertThat(told).extracting(FindViewModel.State::words).contains("4+ cells", "5+ cells");
  }

  @Test
  void whatIsClosedMarksNothing() throws IOException {
    open();
    find.textProperty().set("red");
    var note = items.columns().shown().get(NOTE);
    assertThat(find.holds(0, note)).isTrue();
    assertThat(find.holds(1, note)).isFalse();
    find.close();
    assertThat(find.holds(0, note)).isFalse();
    find.open();
    assertThat(find.holds(0, note)).isTrue();
    stands(0, NOTE, "1 of 3");
  }
}
