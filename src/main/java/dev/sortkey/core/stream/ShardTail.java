package dev.sortkey.core.stream;

import dev.sortkey.core.stream.StreamAnswer.Busy;
import dev.sortkey.core.stream.StreamAnswer.Expired;
import dev.sortkey.core.stream.StreamAnswer.Gone;
import dev.sortkey.core.stream.StreamAnswer.Got;
import dev.sortkey.core.stream.StreamAnswer.Trimmed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One shard on its way through a [Tail]. Used by one thread at a time.
final class ShardTail {
  private static final int LIMIT = 1000;
  private static final Duration FIRST_REST = Duration.ofMillis(500);
  private static final Duration LONGEST_REST = Duration.ofSeconds(30);

  private final ChangeStreams streams;
  private final String arn;
  private final String id;
  private final Clock clock;
  private StreamPosition position;
  private @Nullable String iterator;

  /// Until when all is known to be read; a position behind the newest record cannot be asked for
  /// again, so that reading then goes on from the horizon without what is older.
  private Instant seen;

  private boolean skipOlder;
  private Instant latest = Instant.EPOCH;
  private boolean ended;
  private boolean open = true;
  private List<String> keys = List.of();
  private long total;
  private Duration rest = FIRST_REST;
  private Instant restUntil = Instant.MIN;

  private final List<TailRecord> records = new ArrayList<>();
  private @Nullable Gap gap;

  ShardTail(ChangeStreams streams, String arn, String id, StreamPosition position, Clock clock) {
    this.streams = streams;
    this.arn = arn;
    this.id = id;
    this.position = position;
    this.clock = clock;
    this.seen = clock.instant();
  }

  String id() {
    return id;
  }

  boolean ended() {
    return ended;
  }

  /// Ended, with nothing left to be taken.
  boolean spent() {
    return ended && records.isEmpty() && gap == null;
  }

  void after(Instant time) {
    latest = time.isAfter(latest) ? time : latest;
  }

  /// The time of its newest record.
  Instant latest() {
    return latest;
  }

  /// Read to its end, or not to be read at all.
  void end() {
    ended = true;
    iterator = null;
  }

  void listed(Shard shard, List<String> keyNames) {
    keys = keyNames;
    open = !shard.closed();
  }

  /// Whether what happens from now on will be read, however late.
  boolean placed() {
    return !(position instanceof StreamPosition.Latest) || iterator != null;
  }

  boolean resting() {
    return clock.instant().isBefore(restUntil);
  }

  Tail.ShardState state(boolean waits) {
    Tail.Phase phase =
        ended
            ? Tail.Phase.READ
            : waits ? Tail.Phase.WAITING : open ? Tail.Phase.OPEN : Tail.Phase.CLOSED;
    return new Tail.ShardState(id, phase, total);
  }

  /// What the last steps brought.
  List<TailRecord> take() {
    List<TailRecord> taken = List.copyOf(records);
    records.clear();
    return taken;
  }

  @Nullable Gap takeGap() {
    Gap taken = gap;
    gap = null;
    return taken;
  }

  /// Reads once.
  void step() {
    if (iterator == null && !locate()) {
      return;
    }
    String from = iterator;
    if (from == null) {
      return;
    }
    Instant asked = clock.instant();
    switch (streams.records(from, LIMIT)) {
      case Got<RecordPage>(RecordPage page) -> read(page, asked);
      case Expired<RecordPage> _ -> lost();
      case Trimmed<RecordPage> _ -> trimmed();
      case Busy<RecordPage> _ -> back();
      case Gone<RecordPage> _ -> gone();
    }
  }

  private boolean locate() {
    switch (streams.iterator(arn, id, position)) {
      case Got<String>(String got) -> {
        iterator = got;
        return true;
      }
      case Busy<String> _, Expired<String> _ -> {
        lost();
        back();
      }
      case Trimmed<String> _ -> trimmed();
      case Gone<String> _ -> gone();
    }
    return false;
  }

  private void read(RecordPage page, Instant asked) {
    rest = FIRST_REST;
    for (ChangeRecord change : page.records()) {
      position = new StreamPosition.After(change.sequence());
      Instant time = change.time() == null ? latest : change.time();
      if (skipOlder && change.time() != null && time.isBefore(seen)) {
        continue;
      }
      after(time);
      records.add(TailRecord.of(change.keysFirst(keys), id, latest));
      total++;
    }
    if (position instanceof StreamPosition.Latest) {
      seen = asked;
    }
    iterator = page.next();
    if (iterator == null) {
      end();
    }
  }

  /// The iterator is of no use any more; the position is.
  private void lost() {
    iterator = null;
    if (position instanceof StreamPosition.Latest) {
      position = new StreamPosition.Horizon();
      skipOlder = true;
      // DynamoDB Local cuts times to the minute
      seen = seen.truncatedTo(ChronoUnit.MINUTES);
    }
  }

  private void trimmed() {
    iterator = null;
    if (position instanceof StreamPosition.Horizon) {
      back();
      return;
    }
    gap = new Gap(id, latest.equals(Instant.EPOCH) ? null : latest);
    position = new StreamPosition.Horizon();
  }

  private void gone() {
    gap = new Gap(id, latest.equals(Instant.EPOCH) ? null : latest);
    end();
  }

  private void back() {
    restUntil = clock.instant().plus(rest);
    Duration longer = rest.multipliedBy(2);
    rest = longer.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : longer;
  }
}
