package dev.sortkey.core.stream;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The changes that are kept in memory, in the order of their time; beyond a bound the oldest go.
public final class RecordRing {
  private final int mostRecords;
  private final long mostBytes;
  private List<TailRecord> records = new ArrayList<>();
  private int first;
  private long bytes;
  private long dropped;

  public RecordRing(int mostRecords, long mostBytes) {
    this.mostRecords = mostRecords;
    this.mostBytes = mostBytes;
  }

  /// Takes in a round's records, which are in the order of their time. Those that are there stay
  /// before new ones of the same time.
  public void add(List<TailRecord> batch) {
    if (batch.isEmpty()) {
      return;
    }
    if (size() == 0 || !batch.getFirst().at().isBefore(records.getLast().at())) {
      records.addAll(batch);
    } else {
      merge(batch);
    }
    for (TailRecord record : batch) {
      bytes += record.weight();
    }
    while (size() > 1 && (size() > mostRecords || bytes > mostBytes)) {
      bytes -= records.set(first, records.getLast()).weight();
      first++;
      dropped++;
    }
    if (first > mostRecords / 2) {
      compact();
    }
  }

  /// Oldest first; changes with the next [#add].
  public List<TailRecord> records() {
    return Collections.unmodifiableList(records.subList(first, records.size()));
  }

  public int size() {
    return records.size() - first;
  }

  /// About how much memory the records take.
  public long bytes() {
    return bytes;
  }

  /// How many had to go.
  public long dropped() {
    return dropped;
  }

  public void clear() {
    records = new ArrayList<>();
    first = 0;
    bytes = 0;
    dropped = 0;
  }

  private void merge(List<TailRecord> batch) {
    List<TailRecord> merged = new ArrayList<>(size() + batch.size());
    int next = 0;
    for (TailRecord old : records.subList(first, records.size())) {
      while (next < batch.size() && batch.get(next).at().isBefore(old.at())) {
        merged.add(batch.get(next++));
      }
      merged.add(old);
    }
    merged.addAll(batch.subList(next, batch.size()));
    records = merged;
    first = 0;
  }

  private void compact() {
    records = new ArrayList<>(records.subList(first, records.size()));
    first = 0;
  }
}
