package dev.sortkey.app;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears of exceptions that nobody caught: each is logged, and shown once, since one that comes
/// with every frame would otherwise bury the window.
final class Alarm implements Thread.UncaughtExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Alarm.class);
  private static final int MOST = 100;

  private final Consumer<String> show;
  private final Set<String> known = new HashSet<>();

  /// @param show shows a report to the person, from any thread
  Alarm(Consumer<String> show) {
    this.show = show;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable cause) {
    String report = BugReport.of(cause);
    synchronized (known) {
      if (known.size() >= MOST || !known.add(report)) {
        return;
      }
    }
    LOG.error("Nobody caught this on {}", thread.getName(), cause);
    show.accept(report);
  }
}
