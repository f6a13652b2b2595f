package dev.sortkey.core.snapshot;

import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.snapshot.RestoreReport.Step;
import dev.sortkey.core.table.ResourcePolicy;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.table.TableUpdate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Sets what a new table gets only after its items are there. What fails is said and does not keep
/// the rest back.
final class SettingsRestoring {
  private final Session session;
  private final Duration askEvery;
  private final List<Step> steps = new ArrayList<>();

  SettingsRestoring(Session session, Duration askEvery) {
    this.session = session;
    this.askEvery = askEvery;
  }

  List<Step> apply(TableSchema table, TableDraft draft) {
    TableDraft.Settings settings = draft.settings();
    String name = table.name();
    if (!settings.tags().isEmpty()) {
      step(Setting.TAGS, () -> session.admin().tag(table.arn(), settings.tags()));
    }
    String ttl = settings.ttl();
    if (ttl != null) {
      step(Setting.TTL, () -> session.admin().setTimeToLive(name, ttl, true));
    }
    Integer days = settings.recoveryDays();
    if (days != null) {
      step(Setting.RECOVERY, () -> session.backups().setRecovery(name, true, days));
    }
    String policy = settings.policy();
    if (policy != null) {
      step(
          Setting.POLICY,
          () -> session.admin().putPolicy(table.arn(), policy, ResourcePolicy.NONE, false));
    }
    if (!settings.scaling().isEmpty()) {
      step(
          Setting.SCALING,
          () -> settings.scaling().forEach(units -> session.admin().setAutoScaling(name, units)));
    }
    if (settings.stream() != null) {
      step(Setting.STREAM, () -> update(name, new TableUpdate.Stream(settings.stream())));
    }
    if (draft.deletionProtection()) {
      step(Setting.PROTECTION, () -> update(name, new TableUpdate.Protect(true)));
    }
    return steps;
  }

  /// DynamoDB takes one change at a time.
  private void update(String table, TableUpdate update) {
    session.admin().follow(table, askEvery, Progress.none(), _ -> {});
    session.admin().update(table, update);
  }

  private void step(Setting setting, Runnable change) {
    try {
      change.run();
      steps.add(new Step(setting, null));
    } catch (ProblemException e) {
      steps.add(new Step(setting, e.problem().title()));
    }
  }
}
