package dev.sortkey.ui.work;

import dev.sortkey.core.progress.Progress;

/// What a job does, away from the FX thread.
@FunctionalInterface
public interface Task<T> {
  T run(Progress progress) throws Exception;
}
