package dev.sortkey.ui.items;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.query.Budget;
import dev.sortkey.core.query.CostEstimate;
import dev.sortkey.core.query.Cursor;
import dev.sortkey.core.query.ItemReader;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.query.ReadResult;
import dev.sortkey.core.rows.RowStore;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.items.ReadState.Stage;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Reads what a plan says, page by page, into a row store, and stops where a budget ends. Rows that
/// are shown stay until the first new page is there.
final class ResultsViewModel {
  /// One part of "load all": rows appear after each.
  private static final Budget PART = new Budget(5_000, 20_000, 1_000, Duration.ofSeconds(3));

  /// How far a read has come that is under way.
  record Live(long matched, long scanned, double units) {}

  private final Work work;
  private final ItemReader reader;
  private final LongSupplier nanos;
  private final Slot reading;
  private final ReadOnlyObjectWrapper<RowStore> rows = new ReadOnlyObjectWrapper<>(new RowStore());
  private final ReadOnlyObjectWrapper<ReadState> state =
      new ReadOnlyObjectWrapper<>(ReadState.none());
  private final ReadOnlyObjectWrapper<@Nullable Live> live = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper all = new ReadOnlyBooleanWrapper();
  private @Nullable ReadPlan plan;
  private @Nullable CostEstimate estimate;
  private @Nullable Cursor cursor;
  private Instant readAt = Instant.EPOCH;
  private Runnable again = () -> {};
  private Runnable grown = () -> {};
  private Runnable ended = () -> {};

  ResultsViewModel(Work work, ItemReader reader) {
    this(work, reader, System::nanoTime);
  }

  ResultsViewModel(Work work, ItemReader reader, LongSupplier nanos) {
    this.work = work;
    this.reader = reader;
    this.nanos = nanos;
    this.reading = work.slot();
  }

  /// The rows of the last read that brought any; a new read gets a new store.
  ReadOnlyObjectProperty<RowStore> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<ReadState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// How far the read under way has come, or null.
  ReadOnlyObjectProperty<@Nullable Live> liveProperty() {
    return live.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busyProperty() {
    return reading.busyProperty();
  }

  /// True while everything is being read.
  ReadOnlyBooleanProperty loadingAllProperty() {
    return all.getReadOnlyProperty();
  }

  /// Why the last read failed, or null.
  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// The plan whose rows are shown, or null.
  @Nullable ReadPlan plan() {
    return plan;
  }

  /// Since when the rows may be old.
  Instant readAt() {
    return readAt;
  }

  /// Called when a run has its first page, or failed.
  void onSettled(Runnable listener) {
    ended = listener;
  }

  /// Called after rows were appended to the store that is shown.
  void onGrown(Runnable listener) {
    grown = listener;
  }

  /// Reads the first page anew.
  void run(ReadPlan wanted) {
    run(wanted, null);
  }

  /// What the read that is shown was expected to cost, or null when nobody said.
  @Nullable CostEstimate estimate() {
    return estimate;
  }

  /// Likewise with what it is expected to cost.
  void run(ReadPlan wanted, @Nullable CostEstimate expected) {
    var fresh = new RowStore();
    Instant begun = Instant.now();
    begin(() -> run(wanted, expected));
    reading.read(
        Messages.text("items.reading", wanted.table()),
        progress ->
            reader.read(wanted, null, Budget.firstPage(), fresh.dictionary(), told(progress)),
        (Outcome<ReadResult> outcome) -> {
          settled(
              outcome,
              result -> {
                plan = wanted;
                readAt = begun;
                estimate = expected;
                result.chunks().forEach(fresh::append);
                state.set(ReadState.none());
                take(List.of(result), Budget.firstPage());
                rows.set(fresh);
              });
          if (outcome instanceof Outcome.Cancelled<ReadResult>) {
            problem.set(stopped(plan != null));
          }
          ended.run();
        });
  }

  private static Problem stopped(boolean older) {
    return Problem.of(
        Problem.Kind.STOPPED,
        Messages.text("items.stopped-read.title"),
        Messages.text(older ? "items.stopped-read.older" : "items.stopped-read.none"),
        Problem.Remedy.RETRY);
  }

  /// The grid nears its end.
  void needMore() {
    if (state.get().stage() == Stage.MORE && !reading.busy() && problem.get() == null) {
      next();
    }
  }

  /// Reads another budget after a pause.
  void goOn() {
    if (!reading.busy() && cursor != null) {
      next();
    }
  }

  /// Stays with what was read.
  void stop() {
    if (reading.busy()) {
      reading.cancel();
    } else if (state.get().stage() == Stage.PAUSED) {
      state.set(state.get().at(Stage.STOPPED));
    }
  }

  /// Reads to the end; rows appear as they come, and a stop keeps them.
  void loadAll() {
    ReadPlan wanted = plan;
    Cursor from = cursor;
    if (reading.busy() || wanted == null || from == null) {
      return;
    }
    begin(this::loadAll);
    all.set(true);
    RowStore store = rows.get();
    long already = state.get().count();
    reading.read(
        Messages.text("items.reading-all", wanted.table()),
        progress -> {
          Progress told = told(progress);
          var pace = new Pace(nanos);
          List<ReadResult> parts = new ArrayList<>();
          long count = already;
          Cursor here = from;
          try {
            while (here != null && !enough(wanted, count)) {
              ReadResult part =
                  reader.read(rest(wanted, count), here, PART, store.dictionary(), told);
              count += part.count();
              here = part.cursor();
              parts.add(part);
              if (pace.due()) {
                handOver(store, parts);
              }
            }
          } finally {
            handOver(store, parts);
          }
          return count;
        },
        (Outcome<Long> outcome) -> {
          all.set(false);
          settled(outcome, _ -> {});
          if (state.get().stage() == Stage.PAUSED) {
            state.set(state.get().at(Stage.STOPPED));
          }
        });
  }

  /// Does again what failed.
  void retry() {
    again.run();
  }

  /// Breaks off what is under way; rows and what was typed stay.
  void cancel() {
    reading.cancel();
  }

  void close() {
    reading.abandon();
  }

  private void next() {
    ReadPlan wanted = plan;
    if (wanted == null) {
      return;
    }
    begin(this::next);
    RowStore store = rows.get();
    Cursor from = cursor;
    ReadPlan remaining = rest(wanted, state.get().count());
    reading.read(
        Messages.text("items.reading", wanted.table()),
        progress ->
            reader.read(remaining, from, Budget.firstPage(), store.dictionary(), told(progress)),
        (Outcome<ReadResult> outcome) ->
            settled(outcome, result -> append(store, List.of(result), Budget.firstPage())));
  }

  private void begin(Runnable retry) {
    again = retry;
    problem.set(null);
    all.set(false);
    live.set(new Live(0, 0, 0));
  }

  private <T> void settled(Outcome<T> outcome, Consumer<T> done) {
    live.set(null);
    switch (outcome) {
      case Outcome.Done<T>(T result) -> done.accept(result);
      case Outcome.Failed<T>(Problem failure) -> problem.set(failure);
      case Outcome.Cancelled<T> _ -> {
        if (state.get().stage() == Stage.MORE) {
          state.set(state.get().at(Stage.STOPPED));
        }
      }
    }
  }

  /// Gives the parts to the FX thread and empties the list.
  private void handOver(RowStore store, List<ReadResult> parts) {
    if (!parts.isEmpty()) {
      List<ReadResult> ready = List.copyOf(parts);
      parts.clear();
      work.onFx(() -> append(store, ready, PART));
    }
  }

  private void append(RowStore store, List<ReadResult> parts, Budget budget) {
    if (store == rows.get()) {
      parts.forEach(part -> part.chunks().forEach(store::append));
      take(parts, budget);
      grown.run();
    }
  }

  private void take(List<ReadResult> parts, Budget budget) {
    ReadState now = state.get();
    for (ReadResult part : parts) {
      cursor = part.cursor();
      Stage stage = Stage.MORE;
      if (cursor == null || plan != null && enough(plan, now.count() + part.count())) {
        stage = Stage.COMPLETE;
        cursor = null;
      } else if (part.count() < budget.items()) {
        stage = Stage.PAUSED;
      }
      now = now.plus(stage, part.count(), part.scanned(), part.readUnits(), part.time());
    }
    state.set(now);
  }

  private Progress told(Progress progress) {
    var pace = new Pace(nanos);
    return new Progress() {
      private volatile double units;

      @Override
      public void spent(double readUnits) {
        units = readUnits;
      }

      @Override
      public void report(long done, long total) {
        progress.report(done, total);
        if (pace.due()) {
          work.onFx(() -> {
            if (live.get() != null) {
              live.set(new Live(done, total, units));
            }
          });
        }
      }

      @Override
      public boolean cancelled() {
        return progress.cancelled();
      }
    };
  }

  private static boolean enough(ReadPlan plan, long count) {
    return plan.limit() != null && count >= plan.limit();
  }

  /// The plan with what is left of its limit.
  private static ReadPlan rest(ReadPlan plan, long count) {
    if (plan.limit() == null) {
      return plan;
    }
    return plan.limited(plan.limit() - count);
  }
}
