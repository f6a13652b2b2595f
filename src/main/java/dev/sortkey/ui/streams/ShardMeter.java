package dev.sortkey.ui.streams;

import dev.sortkey.core.stream.Tail.Phase;
import dev.sortkey.core.stream.Tail.ShardState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How many records each shard gave in each of the last seconds.
final class ShardMeter {
  static final int SECONDS = 24;
  private static final int MEAN_OF = 10;

  private final Map<String, Long> totals = new HashMap<>();
  private final Map<String, int[]> bars = new HashMap<>();
  private List<ShardState> shards = List.of();

  /// @param perSecond over the last ten seconds
  /// @param bars records in each of the last seconds, the newest last
  record Reading(String id, Phase phase, double perSecond, int[] bars) {}

  void shards(List<ShardState> now) {
    shards = now;
  }

  /// A second passed.
  List<Reading> tick() {
    totals.keySet().retainAll(shards.stream().map(ShardState::id).toList());
    bars.keySet().retainAll(totals.keySet());
    for (ShardState shard : shards) {
      int[] old = bars.getOrDefault(shard.id(), new int[SECONDS]);
      int[] moved = new int[SECONDS];
      System.arraycopy(old, 1, moved, 0, SECONDS - 1);
      moved[SECONDS - 1] = (int) (shard.total() - totals.getOrDefault(shard.id(), 0L));
      totals.put(shard.id(), shard.total());
      bars.put(shard.id(), moved);
    }
    return readings();
  }

  /// Those that are open first, then the newest of the others.
  List<Reading> readings() {
    List<Reading> readings = new ArrayList<>();
    for (ShardState shard : shards.reversed()) {
      int[] seconds = bars.getOrDefault(shard.id(), new int[SECONDS]);
      int last = 0;
      for (int i = SECONDS - MEAN_OF; i < SECONDS; i++) {
        last += seconds[i];
      }
      readings.add(
          new Reading(shard.id(), shard.phase(), last / (double) MEAN_OF, seconds.clone()));
    }
    readings.sort(Comparator.comparing(reading -> rank(reading.phase())));
    return readings;
  }

  /// Of all shards together.
  double perSecond() {
    return readings().stream().mapToDouble(Reading::perSecond).sum();
  }

  private static int rank(Phase phase) {
    return switch (phase) {
      case OPEN -> 0;
      case CLOSED -> 1;
      case WAITING -> 2;
      case READ -> 3;
    };
  }
}
