package dev.sortkey.ui.streams;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.stream.ChangeStreams;
import dev.sortkey.core.stream.Gap;
import dev.sortkey.core.stream.RecordRing;
import dev.sortkey.core.stream.Tail;
import dev.sortkey.core.stream.TailRecord;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Work;
import java.time.Clock;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The live changes of a table: read in a job that goes on until it is stopped, kept in a ring,
/// shown through a filter.
final class TailViewModel {
  private static final int MOST_RECORDS = 50_000;
  private static final long MOST_BYTES = 64L * 1024 * 1024;

  /// How many records may wait while the list is paused.
  private static final int MOST_WAITING = 10_000;

  enum Stage {
    IDLE,
    /// The places to read from are being looked up; what happens meanwhile may be missed.
    STARTING,
    READING,
    STOPPED,
    /// The stream is off, and all of it has been read.
    OVER,
    FAILED
  }

  private final String table;
  private final ChangeStreams streams;
  private final Work work;
  private final Clock clock;
  private final Pace pace;
  private final Slot slot;
  private final RecordRing ring = new RecordRing(MOST_RECORDS, MOST_BYTES);
  private final ShardMeter meter = new ShardMeter();
  private Inbox inbox = new Inbox(MOST_WAITING);
  private @Nullable Tail tail;

  private final NewestFirst shown = new NewestFirst();
  private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.IDLE);
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Gap> gap = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<ShardMeter.Reading>> shards =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
  private final BooleanProperty paused = new SimpleBooleanProperty();
  private final ObjectProperty<RecordFilter> filter =
      new SimpleObjectProperty<>(RecordFilter.all());
  private final ObjectProperty<@Nullable TailRecord> selected = new SimpleObjectProperty<>();

  TailViewModel(String table, ChangeStreams streams, Work work, Clock clock, Pace pace) {
    this.table = table;
    this.streams = streams;
    this.work = work;
    this.clock = clock;
    this.pace = pace;
    this.slot = work.slot();
    paused.subscribe(_ -> drain());
    filter.subscribe(this::sift);
  }

  /// Newest first.
  ObservableList<TailRecord> shown() {
    return shown;
  }

  ReadOnlyObjectProperty<Stage> stageProperty() {
    return stage.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// The last gap, or null.
  ReadOnlyObjectProperty<@Nullable Gap> gapProperty() {
    return gap.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<List<ShardMeter.Reading>> shardsProperty() {
    return shards.getReadOnlyProperty();
  }

  /// How many changes a pause holds back.
  ReadOnlyIntegerProperty waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  /// How many changes came since the start; those dropped included.
  ReadOnlyIntegerProperty totalProperty() {
    return total.getReadOnlyProperty();
  }

  BooleanProperty pausedProperty() {
    return paused;
  }

  ObjectProperty<RecordFilter> filterProperty() {
    return filter;
  }

  ObjectProperty<@Nullable TailRecord> selectedProperty() {
    return selected;
  }

  /// How many had to go to bound the memory.
  long dropped() {
    return ring.dropped();
  }

  double perSecond() {
    return meter.perSecond();
  }

  /// Begins anew, with an empty list.
  void start(String arn, boolean fromHorizon) {
    var fresh = new Tail(streams, arn, fromHorizon, clock);
    tail = fresh;
    inbox = new Inbox(MOST_WAITING);
    ring.clear();
    total.set(0);
    selected.set(null);
    gap.set(null);
    meter.shards(List.of());
    shards.set(List.of());
    sift();
    paused.set(false);
    read(fresh);
  }

  /// Goes on where reading stopped, as after a lost connection.
  void resume() {
    if (tail != null && !slot.busy()) {
      read(tail);
    }
  }

  private void read(Tail reading) {
    Inbox into = inbox;
    problem.set(null);
    stage.set(Stage.STARTING);
    slot.read(
        Messages.text("streams.tailing", table),
        progress -> follow(reading, into, progress),
        (Outcome<Boolean> outcome) -> {
          drain();
          switch (outcome) {
            case Outcome.Done<Boolean> _ -> stage.set(Stage.OVER);
            case Outcome.Failed<Boolean>(Problem why) -> {
              problem.set(why);
              stage.set(Stage.FAILED);
            }
            case Outcome.Cancelled<Boolean> _ -> stage.set(Stage.STOPPED);
          }
        });
  }

  private boolean follow(Tail reading, Inbox into, Progress progress) throws InterruptedException {
    long count = 0;
    while (true) {
      if (progress.cancelled()) {
        throw new InterruptedException();
      }
      if (into.full()) {
        pace.rest();
        continue;
      }
      Tail.Round round = reading.round(work::forEach);
      count += round.records().size();
      if (into.put(round)) {
        work.onFx(() -> {
          if (into == inbox) {
            drain();
          }
        });
      }
      progress.report(count, -1);
      if (round.over()) {
        return true;
      }
      if (!round.more()) {
        pace.rest();
      }
    }
  }

  private void drain() {
    Inbox.Taken taken = inbox.take(paused.get());
    if (!taken.gaps().isEmpty()) {
      gap.set(taken.gaps().getLast());
    }
    meter.shards(taken.shards());
    if (taken.placed() && stage.get() == Stage.STARTING) {
      stage.set(Stage.READING);
    }
    waiting.set(taken.waiting());
    if (!taken.records().isEmpty()) {
      ring.add(taken.records());
      total.set(total.get() + taken.records().size());
      sift();
    }
    shards.set(meter.readings());
  }

  /// A second passed: the shards' rates move on.
  void tick() {
    shards.set(meter.tick());
  }

  private void sift() {
    RecordFilter wanted = filter.get();
    shown.show(ring.records().stream().filter(wanted::matches).toList());
  }

  /// All changes of an item that are in memory, oldest first.
  List<TailRecord> history(Item key) {
    return ring.records().stream().filter(record -> record.change().key().equals(key)).toList();
  }

  void dismissGap() {
    gap.set(null);
  }

  void stop() {
    slot.cancel();
  }

  void close() {
    slot.abandon();
  }
}
