package dev.sortkey.ui.kit;

import dev.sortkey.core.text.Messages;
import java.time.Duration;

/// Writes counts, sizes and capacity units the same way everywhere.
public final class Figures {
  private static final long MILLION = 1_000_000;
  private static final long BILLION = 1_000_000_000;

  private Figures() {}

  /// 12,408
  public static String count(long number) {
    return Messages.text("kit.count", number);
  }

  /// 12,408, and 1.2 M from a million on.
  public static String shortCount(long number) {
    if (number < MILLION) {
      return count(number);
    }
    return number < BILLION
        ? Messages.text("kit.millions", number / (double) MILLION)
        : Messages.text("kit.billions", number / (double) BILLION);
  }

  /// 5 h 12 min, 12 min, less than a minute.
  public static String left(Duration time) {
    long minutes = time.toMinutes();
    if (minutes < 1) {
      return Messages.text("kit.left.none");
    }
    return minutes < 60
        ? Messages.text("kit.left.minutes", minutes)
        : Messages.text("kit.left.hours", minutes / 60, minutes % 60);
  }

  /// 312 B, 3.9 MB; a kilobyte is 1,024 bytes as DynamoDB counts.
  public static String bytes(long bytes) {
    if (bytes < 1024) {
      return Messages.text("kit.bytes", bytes);
    }
    String[] units = {"kit.kilobytes", "kit.megabytes", "kit.gigabytes", "kit.terabytes"};
    double value = bytes / 1024.0;
    int unit = 0;
    while (value >= 1023.95 && unit < units.length - 1) {
      value /= 1024;
      unit++;
    }
    return Messages.text(units[unit], value);
  }
}
