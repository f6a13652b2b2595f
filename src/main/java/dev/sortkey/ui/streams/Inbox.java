package dev.sortkey.ui.streams;

import dev.sortkey.core.stream.Gap;
import dev.sortkey.core.stream.Tail;
import dev.sortkey.core.stream.TailRecord;
import java.util.ArrayList;
import java.util.List;

/// Holds what was read until the window takes it, so that a pause loses nothing; the reader stops
/// when it is full.
final class Inbox {
  private final int most;
  private List<TailRecord> records = new ArrayList<>();
  private List<Gap> gaps = new ArrayList<>();
  private List<Tail.ShardState> shards = List.of();
  private boolean placed;
  private boolean asked;

  Inbox(int most) {
    this.most = most;
  }

  /// @param placed whether nothing is missed from here on
  /// @param waiting how many records are held back
  record Taken(
      List<TailRecord> records,
      List<Gap> gaps,
      List<Tail.ShardState> shards,
      boolean placed,
      int waiting) {}

  synchronized boolean full() {
    return records.size() >= most;
  }

  /// @return whether the window must be asked to take it, since it was not yet
  synchronized boolean put(Tail.Round round) {
    records.addAll(round.records());
    gaps.addAll(round.gaps());
    shards = round.shards();
    placed = round.placed();
    boolean ask = !asked;
    asked = true;
    return ask;
  }

  /// @param held whether the records are to stay
  synchronized Taken take(boolean held) {
    asked = false;
    List<TailRecord> taken = held ? List.of() : records;
    List<Gap> missed = gaps;
    if (!held) {
      records = new ArrayList<>();
    }
    gaps = new ArrayList<>();
    return new Taken(taken, missed, shards, placed, held ? records.size() : 0);
  }
}
