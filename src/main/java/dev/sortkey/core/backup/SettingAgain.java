package dev.sortkey.core.backup;

import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.ScaledUnits;
import dev.sortkey.core.table.TableAdmin;
import dev.sortkey.core.table.TableDetails;
import dev.sortkey.core.table.TableUpdate;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Gives a restored table the settings that the restore did not bring back.
public final class SettingAgain {
  /// DynamoDB prepares a new table's backups for some minutes and refuses recovery until then.
  private static final int MOST_TRIES = 100;

  private final LeftBehind from;
  private final String table;
  private final TableAdmin admin;
  private final Backups backups;
  private final Duration every;

  /// @param table the restored one, which is active
  /// @param every how often DynamoDB is asked whether it is done
  public SettingAgain(
      LeftBehind from, String table, TableAdmin admin, Backups backups, Duration every) {
    this.from = from;
    this.table = table;
    this.admin = admin;
    this.backups = backups;
    this.every = every;
  }

  /// Sets one of them; one that the original lacks changes nothing.
  ///
  /// @throws ProblemException when DynamoDB refuses
  public void set(LeftBehind.Setting setting, Progress progress) throws InterruptedException {
    switch (setting) {
      case TTL -> {
        if (from.ttl() != null) {
          admin.setTimeToLive(table, from.ttl(), true);
        }
      }
      case TAGS -> {
        if (!from.tags().isEmpty()) {
          admin.tag(arn(), from.tags());
        }
      }
      case STREAM -> {
        if (from.stream() != null) {
          update(new TableUpdate.Stream(from.stream()), progress);
        }
      }
      case SCALING -> scale();
      case RECOVERY -> {
        if (from.recoveryDays() > 0) {
          recover(progress);
        }
      }
      case POLICY -> {
        if (from.policy() != null) {
          admin.putPolicy(arn(), moved(from.policy(), from.arn(), arn()), null, false);
        }
      }
      case PROTECTION -> {
        if (from.protection()) {
          update(new TableUpdate.Protect(true), progress);
        }
      }
    }
  }

  private String arn() {
    return admin.details(table).schema().arn();
  }

  private void update(TableUpdate update, Progress progress) {
    admin.update(table, update);
    admin.follow(table, every, progress, _ -> {});
  }

  /// Only provisioned units scale, and only those of indexes that were restored.
  private void scale() {
    TableDetails restored = admin.details(table);
    if (!(restored.schema().capacity() instanceof Capacity.Provisioned)) {
      return;
    }
    for (ScaledUnits units : from.scaling()) {
      if (units.index() == null || restored.schema().index(units.index()).isPresent()) {
        admin.setAutoScaling(table, units);
      }
    }
  }

  private void recover(Progress progress) throws InterruptedException {
    for (int tried = 1; ; tried++) {
      try {
        backups.setRecovery(table, true, from.recoveryDays());
        return;
      } catch (ProblemException e) {
        boolean preparing = "ContinuousBackupsUnavailableException".equals(e.problem().code());
        if (!preparing || tried == MOST_TRIES || progress.cancelled()) {
          throw e;
        }
        Thread.sleep(every);
      }
    }
  }

  /// The same policy about another table: a resource policy names the table it is attached to, and
  /// its indexes.
  ///
  /// @param from empty where it is not known
  static String moved(String policy, String from, String to) {
    if (from.isEmpty()) {
      return policy;
    }
    return Pattern.compile(Pattern.quote(from) + "(?=[\"/])")
        .matcher(policy)
        .replaceAll(Matcher.quoteReplacement(to));
  }
}
