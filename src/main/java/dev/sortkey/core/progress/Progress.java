package dev.sortkey.core.progress;

/// Where a long job says how far it is, and asks whether it should stop.
public interface Progress {
  /// @param total negative when unknown
  void report(long done, long total);

  /// How many capacity units the job has used so far; said before [#report].
  default void spent(double units) {}

  /// True once the person has cancelled.
  boolean cancelled();

  /// For jobs that nobody watches.
  static Progress none() {
    return new Progress() {
      @Override
      public void report(long done, long total) {}

      @Override
      public boolean cancelled() {
        return false;
      }
    };
  }
}
