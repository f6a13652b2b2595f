package dev.sortkey.core.creation;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Creation;
import dev.sortkey.core.table.Creation.Task;
import dev.sortkey.core.table.ScaledUnits;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.table.TableUpdate;
import dev.sortkey.core.text.Messages;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// Does the steps of a creation at the endpoint. Its methods block.
public final class CreationSteps {
  /// How often in a row a table may not be found while it is being created.
  private static final int MOST_MISSED = 10;

  private static final String UNREADY = "ContinuousBackupsUnavailableException";
  private static final int MOST_UNREADY = 60;

  private final Session session;
  private final Duration every;

  /// @param every how often the endpoint is asked how far it is
  public CreationSteps(Session session, Duration every) {
    this.session = session;
    this.every = every;
  }

  /// @param status told the table's status while it is waited for
  public void run(Task task, String table, Progress progress, Consumer<String> status)
      throws InterruptedException {
    stopIf(progress);
    switch (task) {
      case Task.Create(TableDraft draft) -> status.accept(session.tables().create(draft).status());
      case Task.Follow _ -> follow(table, progress, status);
      case Task.Expiry(String attribute) -> expire(table, attribute);
      case Task.Recovery(int days) -> recover(table, days, progress);
      case Task.Scale(ScaledUnits units) -> session.admin().setAutoScaling(table, units);
    }
  }

  /// Until the table and all its indexes are ACTIVE.
  private void follow(String table, Progress progress, Consumer<String> status)
      throws InterruptedException {
    for (int missed = 0; ; pause(progress)) {
      Optional<TableSchema> now = describe(table);
      if (now.isEmpty()) {
        if (++missed > MOST_MISSED) {
          throw new ProblemException(gone(table));
        }
        continue;
      }
      missed = 0;
      status.accept(now.get().status());
      if (ready(now.get())) {
        return;
      }
    }
  }

  private static Problem gone(String table) {
    return Problem.of(
        Problem.Kind.NOT_FOUND,
        Messages.text("createtable.gone.title", table),
        Messages.text("createtable.gone.detail"),
        Problem.Remedy.REFRESH_TABLES);
  }

  /// DynamoDB prepares the backups of a new table for a while after it is ACTIVE (API Reference,
  /// ContinuousBackupsUnavailableException).
  private void recover(String table, int days, Progress progress) throws InterruptedException {
    for (int unready = 0; ; unready++) {
      try {
        session.backups().setRecovery(table, true, days);
        return;
      } catch (ProblemException e) {
        if (unready == MOST_UNREADY || !UNREADY.equals(e.problem().code())) {
          throw e;
        }
        pause(progress);
      }
    }
  }

  /// A retry may find done what an answer that was lost had done.
  private void expire(String table, String attribute) {
    var known = session.admin().timeToLive(table);
    if (!known.on() || !attribute.equals(known.attribute())) {
      session.admin().setTimeToLive(table, attribute, true);
    }
  }

  /// Takes away protection and auto scaling, deletes the table, and waits until it is gone.
  public void undo(Creation creation, Progress progress) throws InterruptedException {
    String table = creation.draft().name();
    stopIf(progress);
    Optional<TableSchema> there = describe(table);
    if (there.isPresent()) {
      // DynamoDB deletes no table that is being created or changed (API Reference, DeleteTable)
      follow(table, progress, _ -> {});
      if (there.get().deletionProtection()) {
        session.admin().update(table, new TableUpdate.Protect(false));
        follow(table, progress, _ -> {});
      }
      unscale(creation);
      session.tables().delete(table);
    }
    awaitGone(table, progress, _ -> {});
  }

  /// Until the endpoint no longer knows the table.
  ///
  /// @param each told what it says meanwhile
  public void awaitGone(String table, Progress progress, Consumer<TableSchema> each)
      throws InterruptedException {
    for (Optional<TableSchema> there = describe(table);
        there.isPresent();
        there = describe(table)) {
      each.accept(there.get());
      pause(progress);
    }
  }

  private void unscale(Creation creation) {
    for (Creation.Step step : creation.steps()) {
      if (step.task() instanceof Task.Scale(ScaledUnits units)
          && step.state() == Creation.State.DONE) {
        session.admin().removeAutoScaling(creation.draft().name(), units.index(), units.side());
      }
    }
  }

  /// DescribeTable is eventually consistent: right after CreateTable it may not know the table yet
  /// (API Reference, DescribeTable).
  private Optional<TableSchema> describe(String table) {
    try {
      return Optional.of(session.tables().describe(table));
    } catch (ProblemException e) {
      if (e.problem().kind() == Problem.Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static boolean ready(TableSchema schema) {
    return schema.active()
        && schema.indexes().stream().allMatch(index -> index.status().equals(TableSchema.ACTIVE));
  }

  private void pause(Progress progress) throws InterruptedException {
    stopIf(progress);
    Thread.sleep(every);
    stopIf(progress);
  }

  private static void stopIf(Progress progress) throws InterruptedException {
    if (progress.cancelled()) {
      throw new InterruptedException();
    }
  }
}
