package dev.sortkey.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.session.Session;
import dev.sortkey.core.stream.Gap;
import dev.sortkey.core.stream.Tail;
import dev.sortkey.core.stream.Tail.Phase;
import dev.sortkey.core.stream.Tail.Round;
import dev.sortkey.core.stream.TailRecord;
import dev.sortkey.core.value.Attr;
import dev.sortkey.standin.SetClock;
import dev.sortkey.standin.StandIn;
import dev.sortkey.standin.Streams;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

class TailTest {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private final SetClock clock = new SetClock(START);
  private final Streams streams = new Streams(clock);

  /// Reads rounds until `count` records came or nothing more does.
  private final class Reading implements AutoCloseable {
    private final StandIn standIn = new StandIn(null, streams);
    private final Session session = Sessions.open(standIn.endpoint(), Sessions.freshKeys());
    private final List<TailRecord> records = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private Round last;

    Tail tail(String arn, boolean fromHorizon) {
      return new Tail(session.streams(), arn, fromHorizon, clock);
    }

    void round(Tail tail) throws InterruptedException {
      last = tail.round((readers, _, action) -> readers.forEach(action));
      records.addAll(last.records());
      gaps.addAll(last.gaps());
    }

    /// Reads on while time passes, long enough for all that was throttled.
    void rounds(Tail tail, int count) throws InterruptedException {
      for (int i = 0; i < count; i++) {
        round(tail);
        clock.pass(Duration.ofSeconds(11));
      }
    }

    List<String> seen() {
      return records.stream().map(TailTest::said).toList();
    }

    @Override
    public void close() {
      session.close();
      standIn.close();
    }
  }

  private static String said(TailRecord record) {
    return ((Attr.S) record.change().key().get("id")).value()
        + ":"
        + ((Attr.N) record.change().after().get("n")).digits();
  }

  private void write(String arn, String key, int n) {
    streams.write(
        arn, n == 0 ? "INSERT" : "MODIFY", key, n == 0 ? null : image(key, n - 1), image(key, n));
  }

  private static Map<String, Object> image(String key, int n) {
    return Map.of("id", Map.of("S", key), "n", Map.of("N", String.valueOf(n)));
  }

  @Test
  void fromTheHorizonAllIsReadAndFromNowOnlyWhatFollows() throws InterruptedException {
    String arn = streams.create("t", "NEW_AND_OLD_IMAGES");
    write(arn, "a", 0);
    try (var horizon = new Reading();
        var now = new Reading()) {
      Tail all = horizon.tail(arn, true);
      Tail late = now.tail(arn, false);
      horizon.round(all);
      now.round(late);
      write(arn, "a", 1);
      horizon.round(all);
      now.round(late);
      assertThat(horizon.seen()).containsExactly("a:0", "a:1");
      assertThat(now.seen()).containsExactly("a:1");
      assertThat(now.records.getFirst().changes())
          .singleElement()
          .hasToString("PathChange[path=n, before=N[digits=0], after=N[digits=1]]");
    }
  }

  @Test
  void aChildWaitsUntilItsParentIsReadToTheEnd() throws InterruptedException {
    String arn = streams.create("t", "NEW_AND_OLD_IMAGES");
    streams.pages(2, 1);
    write(arn, "a", 0);
    write(arn, "a", 1);
    streams.split(arn, streams.open(arn).getFirst(), 2);
    write(arn, "a", 2);
    write(arn, "b", 0);
    try (var reading = new Reading()) {
      Tail tail = reading.tail(arn, true);
      reading.round(tail);
      assertThat(reading.seen()).containsExactly("a:0");
      assertThat(reading.last.shards())
          .extracting(Tail.ShardState::phase)
          .containsExactly(Phase.CLOSED, Phase.WAITING, Phase.WAITING);
      reading.rounds(tail, 3);
      assertThat(reading.seen()).startsWith("a:0", "a:1").contains("a:2", "b:0").hasSize(4);
      assertThat(reading.last.shards())
          .extracting(Tail.ShardState::phase)
          .containsExactly(Phase.READ, Phase.OPEN, Phase.OPEN);
    }
  }

  /// Splits, rolls, writes and reads in any order, on a stream with short pages that now and then
  /// is empty, throttles or lets an iterator expire.
  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void eachItemsChangesComeOnceAndInOrder(@ForAll long seed) throws InterruptedException {
    var random = new Random(seed);
    String arn = streams.create("t", "NEW_AND_OLD_IMAGES");
    streams.pages(3, 4);
    streams.moody(random);
    Map<String, Integer> versions = new HashMap<>();
    try (var reading = new Reading()) {
      Tail tail = reading.tail(arn, true);
      for (int i = 0; i < 60; i++) {
        int dice = random.nextInt(10);
        if (dice < 7) {
          String key = "k" + random.nextInt(6);
          int n = versions.merge(key, 1, Integer::sum) - 1;
          write(arn, key, n);
        } else if (dice == 7) {
          List<String> open = streams.open(arn);
          streams.split(
              arn,
              open.get(random.nextInt(open.size())),
              open.size() > 4 ? 1 : 1 + random.nextInt(3));
        } else {
          reading.round(tail);
          clock.pass(Duration.ofSeconds(random.nextInt(60)));
        }
      }
      streams.disable(arn);
      for (int i = 0; i < 500 && (reading.last == null || !reading.last.over()); i++) {
        reading.round(tail);
        clock.pass(Duration.ofSeconds(5));
      }
      Map<String, Integer> next = new HashMap<>();
      for (TailRecord record : reading.records) {
        String[] said = said(record).split(":");
        assertThat(Integer.parseInt(said[1]))
            .as("%s with seed %s", said[0], seed)
            .isEqualTo(next.getOrDefault(said[0], 0));
        next.merge(said[0], 1, Integer::sum);
      }
      assertThat(next).isEqualTo(versions);
      assertThat(reading.gaps).isEmpty();
      assertThat(streams.mostReaders()).isLessThanOrEqualTo(2);
    }
  }

  @Test
  void anExpiredIteratorGoesOnBehindTheLastRecord() throws InterruptedException {
    String arn = streams.create("t", "NEW_IMAGE");
    write(arn, "a", 0);
    try (var reading = new Reading()) {
      Tail tail = reading.tail(arn, true);
      reading.round(tail);
      clock.pass(Duration.ofHours(2));
      write(arn, "a", 1);
      reading.rounds(tail, 3);
      assertThat(reading.seen()).containsExactly("a:0", "a:1");
      assertThat(reading.gaps).isEmpty();
      assertThat(reading.standIn.requests())
          .anySatisfy(request ->
              assertThat(request.json().path("ShardIteratorType").asString(""))
                  .isEqualTo("AFTER_SEQUENCE_NUMBER"));
    }
  }

  @Test
  void anIteratorFromNowThatExpiresBeforeItsFirstRecordLosesNothing() throws InterruptedException {
    String arn = streams.create("t", "NEW_IMAGE");
    write(arn, "a", 0);
    clock.pass(Duration.ofMinutes(5));
    try (var reading = new Reading()) {
      Tail tail = reading.tail(arn, false);
      reading.round(tail);
      clock.pass(Duration.ofMinutes(1));
      write(arn, "a", 1);
      clock.pass(Duration.ofMinutes(30));
      reading.rounds(tail, 3);
      assertThat(reading.seen()).containsExactly("a:1");
    }
  }

  @Test
  void aRefusedCallIsRepeatedLaterAndNothingIsLost() throws InterruptedException {
    String arn = streams.create("t", "NEW_IMAGE");
    write(arn, "a", 0);
    streams.throttle(3);
    try (var reading = new Reading()) {
      Tail tail = reading.tail(arn, true);
      reading.round(tail);
      int asked = reading.standIn.requests().size();
      reading.round(tail);
      assertThat(reading.standIn.requests()).as("it rests first").hasSize(asked);
      reading.rounds(tail, 6);
      assertThat(reading.seen()).containsExactly("a:0");
    }
  }

  @Test
  void readingFromNowIsPlacedOnceNoLaterChangeCanBeMissed() throws InterruptedException {
    String arn = streams.create("t", "NEW_IMAGE");
    write(arn, "a", 0);
    streams.throttleDescribe(10);
    try (var reading = new Reading()) {
      Tail tail = reading.tail(arn, false);
      reading.round(tail);
      assertThat(reading.last.placed()).as("the shards are not known yet").isFalse();
      write(arn, "a", 1);
      streams.throttleDescribe(0);
      clock.pass(Duration.ofSeconds(11));
      reading.round(tail);
      assertThat(reading.last.placed()).isTrue();
      write(arn, "a", 2);
      reading.rounds(tail, 2);
      assertThat(reading.seen()).containsExactly("a:2");
    }
  }

  @Test
  void whatIsTrimmedMeanwhileIsToldAsAGap() throws InterruptedException {
    String arn = streams.create("t", "NEW_IMAGE");
    write(arn, "a", 0);
    try (var reading = new Reading()) {
      Tail tail = reading.tail(arn, true);
      reading.round(tail);
      write(arn, "a", 1);
      clock.pass(Duration.ofHours(30));
      write(arn, "a", 2);
      reading.rounds(tail, 4);
      assertThat(reading.seen()).containsExactly("a:0", "a:2");
      assertThat(reading.gaps)
          .singleElement()
          .satisfies(gap -> assertThat(gap.after()).isEqualTo(START));
    }
  }

  @Test
  void aShardThatIsGoneIsAGapAndItsChildrenGoOn() throws InterruptedException {
    String arn = streams.create("t", "NEW_IMAGE");
    write(arn, "a", 0);
    try (var reading = new Reading()) {
      Tail tail = reading.tail(arn, true);
      reading.round(tail);
      streams.split(arn, streams.open(arn).getFirst(), 1);
      clock.pass(Duration.ofHours(30));
      write(arn, "a", 1);
      reading.rounds(tail, 4);
      assertThat(reading.seen()).containsExactly("a:0", "a:1");
      assertThat(reading.gaps).hasSize(1);
    }
  }

  @Test
  void aStreamThatIsOffIsOverOnceItIsReadToTheEnd() throws InterruptedException {
    String arn = streams.create("t", "NEW_IMAGE");
    write(arn, "a", 0);
    streams.disable(arn);
    try (var reading = new Reading()) {
      Tail tail = reading.tail(arn, true);
      reading.round(tail);
      assertThat(reading.last.over()).isFalse();
      reading.round(tail);
      assertThat(reading.last.over()).isTrue();
      assertThat(reading.seen()).containsExactly("a:0");
    }
  }
}
