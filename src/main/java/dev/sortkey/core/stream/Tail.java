package dev.sortkey.core.stream;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Follows a stream through all its shards, round by round. A shard is read by one reader, and only
/// when its parent has been read to the end, so that each item's changes come in their order. Each
/// shard keeps its position, so that any time may pass between two rounds.
public final class Tail {
  private static final Duration LIST_EVERY = Duration.ofSeconds(10);
  private static final int WIDTH = 8;

  private final ChangeStreams streams;
  private final String arn;
  private final boolean fromHorizon;
  private final Clock clock;
  private final Map<String, ShardTail> tails = new LinkedHashMap<>();
  private final Map<String, Shard> listed = new LinkedHashMap<>();
  private Instant listedAt = Instant.MIN;
  private boolean started;
  private String status = "";

  public Tail(ChangeStreams streams, String arn, boolean fromHorizon, Clock clock) {
    this.streams = streams;
    this.arn = arn;
    this.fromHorizon = fromHorizon;
    this.clock = clock;
  }

  /// Where a shard is.
  public enum Phase {
    /// Its parent is being read first.
    WAITING,
    OPEN,
    /// It takes no more records, and is not yet read to its end.
    CLOSED,
    READ
  }

  /// @param total how many records came from it
  public record ShardState(String id, Phase phase, long total) {}

  /// What one round brought.
  ///
  /// @param records in the order of their time; those of an item in the order they happened
  /// @param placed whether each shard that can be read has its position, so that no change is
  ///   missed from here on
  /// @param more whether to ask again at once
  /// @param over whether there is nothing left to come: the stream is off and read to its end
  public record Round(
      List<TailRecord> records,
      List<Gap> gaps,
      List<ShardState> shards,
      boolean placed,
      boolean more,
      boolean over) {
    public Round {
      records = List.copyOf(records);
      gaps = List.copyOf(gaps);
      shards = List.copyOf(shards);
    }
  }

  /// Does something with several shards, at the same time or one after the other.
  @FunctionalInterface
  public interface Each {
    void forEach(List<ShardReader> readers, int width, Consumer<ShardReader> action)
        throws InterruptedException;
  }

  /// One shard's turn in a round.
  public interface ShardReader {
    void read();
  }

  /// Looks for shards when it is time to, and reads each once that can be read.
  public Round round(Each each) throws InterruptedException {
    if (!clock.instant().isBefore(listedAt.plus(LIST_EVERY))) {
      list();
    }
    List<ShardTail> ready =
        tails.values().stream().filter(this::readable).filter(tail -> !tail.resting()).toList();
    ready.forEach(this::succeed);
    each.forEach(
        ready.stream().<ShardReader>map(tail -> tail::step).toList(), WIDTH, ShardReader::read);
    List<TailRecord> records = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    for (ShardTail tail : tails.values()) {
      records.addAll(tail.take());
      Gap gap = tail.takeGap();
      if (gap != null) {
        gaps.add(gap);
      }
    }
    boolean ended = ready.stream().anyMatch(ShardTail::ended);
    records.sort(
        Comparator.comparing(TailRecord::at)
            .thenComparing(record -> record.change().sequence(), ChangeRecord::compareSequences));
    if (ended) {
      listedAt = Instant.MIN;
    }
    boolean over =
        !ended && status.equals("DISABLED") && tails.values().stream().allMatch(ShardTail::ended);
    return new Round(
        records,
        gaps,
        tails.values().stream().map(tail -> tail.state(!readable(tail))).toList(),
        started && tails.values().stream().filter(this::readable).allMatch(ShardTail::placed),
        ended || !records.isEmpty() || !gaps.isEmpty(),
        over);
  }

  /// Takes in the shards as they are now. Those that were there when reading from now began, and
  /// are closed, are behind us.
  private void list() {
    StreamShards now;
    try {
      now = streams.shards(arn);
    } catch (ProblemException e) {
      if (e.problem().kind() != Problem.Kind.THROTTLED
          && e.problem().kind() != Problem.Kind.LIMIT) {
        throw e;
      }
      listedAt = clock.instant();
      return;
    }
    status = now.status();
    now.shards().forEach(shard -> listed.put(shard.id(), shard));
    for (Shard shard : now.shards()) {
      ShardTail tail = tails.get(shard.id());
      if (tail == null) {
        boolean atOnce = !started && !fromHorizon;
        tail =
            new ShardTail(
                streams,
                arn,
                shard.id(),
                atOnce ? new StreamPosition.Latest() : new StreamPosition.Horizon(),
                clock);
        if (atOnce && shard.closed()) {
          tail.end();
        }
        tails.put(shard.id(), tail);
      }
      tail.listed(shard, now.keys());
    }
    started = true;
    listedAt = clock.instant();
    forget(now);
  }

  private void forget(StreamShards now) {
    List<String> there = now.shards().stream().map(Shard::id).toList();
    tails.values().removeIf(tail -> tail.spent() && !there.contains(tail.id()));
    listed.keySet().retainAll(tails.keySet());
  }

  /// A child's changes come after its parent's.
  private void succeed(ShardTail tail) {
    ShardTail parent = parent(tail);
    if (parent != null) {
      tail.after(parent.latest());
    }
  }

  private boolean readable(ShardTail tail) {
    if (tail.ended()) {
      return false;
    }
    ShardTail parent = parent(tail);
    return parent == null || parent.ended();
  }

  private @Nullable ShardTail parent(ShardTail tail) {
    String parent = Objects.requireNonNull(listed.get(tail.id())).parent();
    return parent == null ? null : tails.get(parent);
  }
}
