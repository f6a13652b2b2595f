package dev.sortkey.ui.items;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.rows.FoundCells;
import dev.sortkey.core.rows.Sought;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.ui.kit.grid.Cell;
import dev.sortkey.ui.kit.grid.GridColumn;
import dev.sortkey.ui.rows.SeenRows;
import dev.sortkey.ui.rows.StagedRows;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Work;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// Finds a text in the cells of the loaded rows, as they are seen, and goes from one to the next.
/// The rows are searched from the first to the last away from the FX thread; what is found shows as
/// it comes, and a step that leads behind it waits.
final class FindViewModel {
  private final Work work;
  private final LongSupplier nanos;
  private final StagedRows rows;
  private final Supplier<? extends List<GridColumn>> shown;
  private final ObservableValue<@Nullable Cell> focus;
  private final Slot searching;
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final StringProperty text = new SimpleStringProperty("");
  private final BooleanProperty matchCase = new SimpleBooleanProperty();
  private final BooleanProperty whole = new SimpleBooleanProperty();
  private final BooleanProperty onlyColumn = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NONE);
  private final Deque<Step> waiting = new ArrayDeque<>();
  private Consumer<Cell> onGo = _ -> {};
  private Runnable onMarks = () -> {};

  /// What was searched last, or is being searched; null when nothing is.
  private @Nullable Search search;

  /// What is marked: of [#search], or of the search before until that one found its first.
  private FoundCells found = new FoundCells(0);

  private Map<String, Integer> places = Map.of();

  /// Where the person was before this went anywhere, from which a text is found while it is typed.
  private @Nullable Cell anchor;

  private boolean going;

  private enum Step {
    /// To the first cell found at the anchor or behind it.
    HERE,
    NEXT,
    PREVIOUS
  }

  /// One search.
  ///
  /// @param only the one column searched, or -1
  private record Search(
      Sought sought, SeenRows rows, List<GridColumn> columns, int only, FoundCells found) {
    List<AttrPath> paths() {
      return columns.stream().map(GridColumn::path).toList();
    }

    boolean alike(Search other) {
      return sought.equals(other.sought) && only == other.only && paths().equals(other.paths());
    }
  }

  /// How far the search is.
  ///
  /// @param at the place of the focused cell among those found, counted from 1, or 0
  /// @param going whether more may be found
  /// @param all whether all rows were searched
  /// @param column the only column searched, or null
  /// @param problem why there is no answer, or null
  record State(
      boolean any,
      long at,
      long count,
      boolean going,
      boolean all,
      @Nullable String column,
      @Nullable Problem problem) {
    static final State NONE = new State(false, 0, 0, false, true, null, null);

    /// Whether it is certain that nothing holds the text.
    boolean nothing() {
      return any && all && count == 0 && problem == null;
    }

    String words() {
      if (!any) {
        return "";
      }
      if (problem != null) {
        return problem.title();
      }
      if (count == 0) {
        return going
            ? Messages.text("items.find.searching")
            : !all
                ? Messages.text("items.find.stopped")
                : column == null
                    ? Messages.text("items.find.nothing")
                    : Messages.text("items.find.nothing.column", column);
      }
      String of = Messages.text(all ? "items.find.count" : "items.find.count.more", count);
      return at > 0
          ? Messages.text("items.find.at", at, of)
          : Messages.text("items.find.cells", of, count);
    }
  }

  /// @param shown gives the columns of the grid
  /// @param focus the cell where the person is
  /// @param nanos the time, as [System#nanoTime] tells it
  FindViewModel(
      Work work,
      LongSupplier nanos,
      StagedRows rows,
      Supplier<? extends List<GridColumn>> shown,
      ObservableValue<@Nullable Cell> focus) {
    this.work = work;
    this.nanos = nanos;
    this.rows = rows;
    this.shown = shown;
    this.focus = focus;
    this.searching = work.slot();
    rows.marks(this::holds);
    text.subscribe((_, _) -> sought());
    matchCase.subscribe((_, _) -> sought());
    whole.subscribe((_, _) -> sought());
    onlyColumn.subscribe((_, _) -> sought());
    focus.addListener((_, _, now) -> moved(now));
  }

  BooleanProperty openProperty() {
    return open;
  }

  StringProperty textProperty() {
    return text;
  }

  BooleanProperty matchCaseProperty() {
    return matchCase;
  }

  /// Whether a value, or one within it, has to be just the text.
  BooleanProperty wholeProperty() {
    return whole;
  }

  /// Whether only the column of the focused cell is searched.
  BooleanProperty onlyColumnProperty() {
    return onlyColumn;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Takes what moves the focus to a cell.
  void onGo(Consumer<Cell> action) {
    onGo = action;
  }

  /// Called when other cells are to be marked.
  void onMarks(Runnable action) {
    onMarks = action;
  }

  /// Begins to find; what was looked for last is looked for again.
  void open() {
    if (!open.get()) {
      open.set(true);
      anchor = focus.getValue();
      begin();
    }
  }

  void close() {
    open.set(false);
    waiting.clear();
    begin();
  }

  void next() {
    step(Step.NEXT);
  }

  void previous() {
    step(Step.PREVIOUS);
  }

  /// Whether a cell holds what is looked for, as far as is known.
  boolean holds(int row, GridColumn column) {
    Integer place = places.get(column.name());
    return place != null && found.holds(row, place);
  }

  /// Called when other or more rows, columns or changes are seen.
  void seen() {
    Search now = search;
    Search wanted = wanted();
    if (now == null || wanted == null) {
      return;
    }
    if (!now.alike(wanted) || !wanted.rows().continues(now.rows())) {
      found = new FoundCells(0);
      onMarks.run();
      begin();
    } else if (wanted.rows().count() > now.rows().count() && !searching.busy()) {
      now.found().cut(now.rows().size());
      goOn(new Search(now.sought(), wanted.rows(), wanted.columns(), now.only(), now.found()));
    }
  }

  private void step(Step step) {
    if (search != null) {
      waiting.add(step);
      resolve();
    }
  }

  /// Looks for what is asked now, from where the person is.
  private void sought() {
    if (open.get()) {
      waiting.clear();
      waiting.add(Step.HERE);
      begin();
    }
  }

  private void moved(@Nullable Cell now) {
    if (!open.get()) {
      return;
    }
    if (!going) {
      anchor = now;
      waiting.clear();
      Search last = search;
      if (last != null && last.only() >= 0 && now != null && now.column() != last.only()) {
        begin();
      }
    }
    tell(null);
  }

  private @Nullable Search wanted() {
    if (!open.get() || text.get().isEmpty()) {
      return null;
    }
    List<GridColumn> columns = List.copyOf(shown.get());
    Cell at = focus.getValue();
    int only =
        onlyColumn.get() && !columns.isEmpty()
            ? Math.min(at == null ? 0 : at.column(), columns.size() - 1)
            : -1;
    return new Search(
        new Sought(text.get(), matchCase.get(), whole.get()),
        rows.seen(),
        columns,
        only,
        new FoundCells(columns.size()));
  }

  private void begin() {
    search = null;
    Search wanted = wanted();
    if (wanted == null) {
      searching.abandon();
      waiting.clear();
      found = new FoundCells(0);
      onMarks.run();
      state.set(State.NONE);
    } else {
      goOn(wanted);
    }
  }

  private void goOn(Search next) {
    search = next;
    int from = next.found().searched();
    int total = next.rows().count();
    searching.read(
        Messages.text("items.find.job"),
        progress -> {
          var scan = new FindScan(next.rows(), next.paths(), next.only(), next.sought());
          var pace = new Pace(nanos);
          List<FoundCells.Part> parts = new ArrayList<>();
          for (int at = from; at < total; at = parts.getLast().end()) {
            if (!parts.isEmpty() && pace.due()) {
              handOver(next, parts);
            }
            parts.add(scan.search(at, progress));
            progress.report(parts.getLast().end(), total);
          }
          handOver(next, parts);
          return total;
        },
        (Outcome<Integer> outcome) -> {
          take(next, List.of());
          tell(outcome instanceof Outcome.Failed<Integer>(Problem why) ? why : null);
          seen();
        });
  }

  /// Gives the parts to the FX thread and empties the list.
  private void handOver(Search from, List<FoundCells.Part> parts) {
    List<FoundCells.Part> ready = List.copyOf(parts);
    parts.clear();
    work.onFx(() -> take(from, ready));
  }

  private void take(Search from, List<FoundCells.Part> parts) {
    if (search == from) {
      parts.forEach(from.found()::add);
      if (found != from.found()) {
        found = from.found();
        places = new HashMap<>();
        from.columns().forEach(column -> places.put(column.name(), places.size()));
      }
      resolve();
      onMarks.run();
      tell(null);
    }
  }

  /// Goes the steps that wait, as far as it is known where they lead.
  private void resolve() {
    Search now = search;
    while (now != null && now.found() == found && !waiting.isEmpty()) {
      boolean all = !searching.busy();
      long to = target(waiting.element(), all);
      if (to < 0 && !all) {
        return;
      }
      Step step = waiting.remove();
      if (to >= 0) {
        var cell = new Cell(found.row(to), found.column(to));
        going = true;
        onGo.accept(cell);
        going = false;
        if (step != Step.HERE) {
          anchor = cell;
        }
      }
    }
  }

  /// The number of the cell to which a step leads, or -1 when there is none yet.
  ///
  /// @param all whether no more will be found, so that the first follows the last
  private long target(Step step, boolean all) {
    Cell at = step == Step.HERE ? anchor : focus.getValue();
    long from = at == null ? 0 : found.cell(at.row(), at.column());
    long to;
    if (step == Step.PREVIOUS) {
      to = at == null || !all && at.row() >= found.searched() ? -1 : found.upTo(from - 1);
      return to < 0 && all ? found.upTo(Long.MAX_VALUE) : to;
    }
    to = found.from(step == Step.NEXT && at != null ? from + 1 : from);
    return to < 0 && all ? found.from(0) : to;
  }

  private void tell(@Nullable Problem problem) {
    Search now = search;
    if (now == null || now.found() != found && problem == null) {
      return;
    }
    Cell at = focus.getValue();
    state.set(
        new State(
            true,
            at == null ? 0 : found.rank(at.row(), at.column()),
            found.count(),
            searching.busy(),
            now.found().searched() >= now.rows().count(),
            now.only() < 0 ? null : now.columns().get(now.only()).name(),
            problem));
  }
}
