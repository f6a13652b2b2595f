package dev.sortkey.core.edit;

import java.util.List;

/// What became of each change, in the order given.
public record WriteReport(List<Entry> entries) {
  public record Entry(Change change, WriteOutcome outcome) {}

  public WriteReport {
    entries = List.copyOf(entries);
  }

  public long applied() {
    return entries.stream().filter(e -> e.outcome() instanceof WriteOutcome.Applied).count();
  }
}
