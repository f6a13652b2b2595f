package dev.sortkey.core.transfer;

import dev.sortkey.core.progress.Progress;

/// Passes on a cancel to a part of a job, and keeps its progress from being taken for that of the
/// whole.
record Unreported(Progress whole) implements Progress {
  @Override
  public void report(long done, long total) {}

  @Override
  public boolean cancelled() {
    return whole.cancelled();
  }
}
