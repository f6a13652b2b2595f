package dev.sortkey.core.backup;

import dev.sortkey.core.text.Messages;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What DynamoDB would refuse, said before it is sent (API Reference, CreateBackup and
/// PointInTimeRecoverySpecification).
public final class BackupRules {
  public static final int LEAST_DAYS = 1;
  public static final int MOST_DAYS = 35;

  private static final int SHORTEST = 3;
  private static final int LONGEST = 255;
  private static final Pattern LETTERS = Pattern.compile("[a-zA-Z0-9_.-]*");

  private BackupRules() {}

  /// What is wrong with the name of a backup, or null. The same name may be used twice.
  public static @Nullable String name(String name) {
    return named(name, "backup.name-");
  }

  /// What is wrong with the name of a table to restore into, or null.
  public static @Nullable String table(String name) {
    return named(name, "backup.table-");
  }

  /// What is wrong with a recovery period as typed, or null.
  public static @Nullable String days(String typed) {
    try {
      int days = Integer.parseInt(typed.strip());
      return days < LEAST_DAYS || days > MOST_DAYS ? period() : null;
    } catch (NumberFormatException _) {
      return period();
    }
  }

  private static String period() {
    return Messages.text("backup.days", LEAST_DAYS, MOST_DAYS);
  }

  private static @Nullable String named(String name, String key) {
    if (name.isEmpty()) {
      return Messages.text(key + "empty");
    }
    if (!LETTERS.matcher(name).matches()) {
      return Messages.text(key + "letters");
    }
    return name.length() < SHORTEST || name.length() > LONGEST
        ? Messages.text(key + "length", name.length())
        : null;
  }
}
