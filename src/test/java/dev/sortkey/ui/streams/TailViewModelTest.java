package dev.sortkey.ui.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.stream.ChangeRecord;
import dev.sortkey.core.stream.ChangeRecord.Event;
import dev.sortkey.core.stream.ChangeStreams;
import dev.sortkey.core.stream.RecordPage;
import dev.sortkey.core.stream.Shard;
import dev.sortkey.core.stream.StreamAnswer;
import dev.sortkey.core.stream.StreamPosition;
import dev.sortkey.core.stream.StreamShards;
import dev.sortkey.core.stream.StreamState;
import dev.sortkey.core.stream.TailRecord;
import dev.sortkey.core.stream.ViewType;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.streams.TailViewModel.Stage;
import dev.sortkey.ui.work.Work;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class TailViewModelTest {
  /// One open shard whose records a test adds; reading gives all that is there, up to 1,000.
  private static final class OneShard implements ChangeStreams {
    private final List<ChangeRecord> records = new ArrayList<>();
    private int read;
    private boolean broken;
    private boolean busy;
    private Runnable located = () -> {};

    @Override
    public StreamState state(String table) {
      return new StreamState(true, ViewType.NEW_AND_OLD_IMAGES, "arn", null);
    }

    @Override
    public void enable(String table, ViewType view) {}

    @Override
    public void disable(String table) {}

    @Override
    public StreamShards shards(String arn) {
      if (busy) {
        throw new ProblemException(Problem.of(Problem.Kind.LIMIT, "busy", "busy"));
      }
      return new StreamShards(
          "ENABLED", List.of("id"), List.of(new Shard("shard-1", null, "1", null)));
    }

    @Override
    public StreamAnswer<String> iterator(String arn, String shard, StreamPosition from) {
      located.run();
      return new StreamAnswer.Got<>(
          switch (from) {
            case StreamPosition.Horizon _ -> "0";
            case StreamPosition.Latest _ -> String.valueOf(records.size());
            case StreamPosition.At(String sequence) -> sequence;
            case StreamPosition.After(String sequence) ->
                String.valueOf(Integer.parseInt(sequence) + 1);
          });
    }

    @Override
    public StreamAnswer<RecordPage> records(String iterator, int limit) {
      if (broken) {
        throw new ProblemException(Problem.of(Problem.Kind.NETWORK, "gone", "gone"));
      }
      int from = Integer.parseInt(iterator);
      int to = Math.min(records.size(), from + limit);
      read += to - from;
      return new StreamAnswer.Got<>(new RecordPage(records.subList(from, to), String.valueOf(to)));
    }

    void add(Event event, String key, Item before, Item after, boolean ttl) {
      records.add(
          new ChangeRecord(
              "e" + records.size(),
              event,
              Instant.EPOCH.plusSeconds(records.size()),
              String.valueOf(records.size()),
              item("id", key),
              before,
              after,
              10,
              ttl));
    }

    void insert(String key, String text) {
      add(Event.INSERT, key, null, item("id", key, "Text", text), false);
    }
  }

  private final OneShard stream = new OneShard();
  private final TailViewModel model =
      new TailViewModel(
          "t",
          stream,
          Work.direct(),
          Clock.systemUTC(),
          () -> {
            throw new InterruptedException("nothing more for now");
          });

  private static Item item(String... fields) {
    var attributes = new LinkedHashMap<String, Attr>();
    for (int i = 0; i < fields.length; i += 2) {
      attributes.put(fields[i], new Attr.S(fields[i + 1]));
    }
    return new Item(attributes);
  }

  private List<String> keys() {
    return model.shown().stream().map(record -> RecordText.key(record.change().key())).toList();
  }

  @Test
  void theNewestComesFirstAndReadingGoesOnWhereItStopped() {
    stream.insert("a", "1");
    model.start("arn", true);
    assertThat(keys()).containsExactly("a");
    stream.insert("b", "2");
    model.resume();
    assertThat(keys()).containsExactly("b", "a");
    assertThat(model.stageProperty().get()).isEqualTo(Stage.STOPPED);
  }

  @Test
  void itIsLiveOnlyWhenNoLaterChangeCanBeMissed() {
    List<Stage> stages = new ArrayList<>();
    model.stageProperty().subscribe(stage -> stages.add(stage));
    stream.located = () -> assertThat(model.stageProperty().get()).isEqualTo(Stage.STARTING);
    stream.busy = true;
    model.start("arn", false);
    assertThat(stages).containsExactly(Stage.IDLE, Stage.STARTING, Stage.STOPPED);
    stream.busy = false;
    model.start("arn", false);
    assertThat(stages).endsWith(Stage.STOPPED, Stage.STARTING, Stage.READING, Stage.STOPPED);
  }

  @Test
  void aPauseHoldsChangesBackAndLosesNone() {
    model.start("arn", true);
    model.pausedProperty().set(true);
    for (int i = 0; i < 25_000; i++) {
      stream.insert("k" + i, "text");
    }
    model.resume();
    assertThat(model.shown()).isEmpty();
    assertThat(model.waitingProperty().get()).isBetween(10_000, 11_000);
    assertThat(stream.read).as("reading stops at a bound").isLessThanOrEqualTo(11_000);
    model.pausedProperty().set(false);
    while (stream.read < 25_000) {
      model.resume();
    }
    assertThat(model.totalProperty().get()).isEqualTo(25_000);
    assertThat(keys()).startsWith("k24999").endsWith("k0").hasSize(25_000).doesNotHaveDuplicates();
  }

  @Test
  void memoryIsBoundedByCountAndByBytes() {
    for (int i = 0; i < 60_000; i++) {
      stream.insert("k" + i, "x");
    }
    model.start("arn", true);
    while (stream.read < 60_000) {
      model.resume();
    }
    assertThat(model.shown()).hasSize(50_000);
    assertThat(model.dropped()).isEqualTo(10_000);
    assertThat(keys().getLast()).isEqualTo("k10000");

    String large = "x".repeat(300_000);
    for (int i = 0; i < 300; i++) {
      stream.insert("large" + i, large);
    }
    model.resume();
    long held =
        model.shown().stream()
            .map(TailRecord::image)
            .mapToLong(image -> 2L * ((Attr.S) image.get("Text")).value().length())
            .sum();
    assertThat(held).isLessThan(64L * 1024 * 1024);
    assertThat(keys().getFirst()).isEqualTo("large299");
  }

  @Test
  void changesAreFilteredByKeyEventAttributeAndTtl() {
    stream.insert("order-1", "a");
    stream.insert("order-2", "a");
    stream.add(
        Event.MODIFY,
        "order-1",
        item("id", "order-1", "Status", "NEW"),
        item("id", "order-1", "Status", "PAID"),
        false);
    stream.add(Event.REMOVE, "order-2", item("id", "order-2", "Text", "a"), null, true);
    stream.insert("other", "b");
    model.start("arn", true);
    RecordFilter all = RecordFilter.all();
    assertThat(shown(all.withKey("order"))).hasSize(4);
    assertThat(shown(all.withKey("order-1"))).containsExactly("~ order-1", "+ order-1");
    assertThat(shown(all.with(Event.INSERT, false))).containsExactly("- order-2", "~ order-1");
    assertThat(shown(all.withAttribute("stat"))).containsExactly("~ order-1");
    assertThat(shown(all.hidingTtl(true))).hasSize(4).doesNotContain("- order-2");
    assertThat(shown(all.following(item("id", "order-2"))))
        .containsExactly("- order-2", "+ order-2");
  }

  private List<String> shown(RecordFilter filter) {
    model.filterProperty().set(filter);
    return model.shown().stream()
        .map(record ->
            RecordText.sign(record.change().event()) + " " + RecordText.key(record.change().key()))
        .toList();
  }

  @Test
  void aLostConnectionIsToldAndResumingGoesOn() {
    stream.insert("a", "1");
    model.start("arn", true);
    stream.broken = true;
    model.resume();
    assertThat(model.stageProperty().get()).isEqualTo(Stage.FAILED);
    assertThat(model.problemProperty().get().kind()).isEqualTo(Problem.Kind.NETWORK);
    stream.broken = false;
    stream.insert("b", "1");
    model.resume();
    assertThat(keys()).containsExactly("b", "a");
    assertThat(model.problemProperty().get()).isNull();
  }
}
