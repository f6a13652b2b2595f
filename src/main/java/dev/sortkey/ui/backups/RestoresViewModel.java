package dev.sortkey.ui.backups;

import dev.sortkey.core.backup.LeftBehind;
import dev.sortkey.core.backup.RestoreOptions;
import dev.sortkey.core.backup.SettingAgain;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.snapshot.Comparing;
import dev.sortkey.core.snapshot.Comparison;
import dev.sortkey.core.snapshot.TableItems;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.work.Job;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Tables;
import dev.sortkey.ui.workbench.Workbench;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The restores that were begun here, each followed until the new table can be used and has its
/// settings again. They go on when the page is closed.
final class RestoresViewModel {
  /// A new table may not be known everywhere at once; so often it may seem to be missing.
  private static final int MOST_MISSES = 20;

  private final Session session;
  private final Tables tables;
  private final Work work;
  private final Workbench workbench;
  private final Duration every;
  private final ObservableList<RestoreRun> runs = FXCollections.observableArrayList();
  private final Map<RestoreRun, Job> jobs = new HashMap<>();

  RestoresViewModel(
      Session session, Tables tables, Work work, Workbench workbench, Duration every) {
    this.session = session;
    this.tables = tables;
    this.work = work;
    this.workbench = workbench;
    this.every = every;
  }

  /// Newest first.
  ObservableList<RestoreRun> runs() {
    return runs;
  }

  /// What one restore is asked to do.
  private record Order(
      RestoreSource source,
      String table,
      @Nullable Instant time,
      RestoreOptions options,
      @Nullable LeftBehind left,
      boolean compare) {}

  /// Begins what the form says.
  void start(RestoreViewModel form, Moments moments) {
    var order =
        new Order(
            form.source(),
            form.nameProperty().get(),
            form.time(),
            form.options(),
            form.againProperty().get() ? form.leftProperty().get() : null,
            form.compareProperty().get());
    var run = new RestoreRun(order.table(), from(order, moments));
    run.steps().add(step("backups.step.restore"));
    List<LeftBehind.Setting> settings = order.left() == null ? List.of() : order.left().present();
    settings.forEach(setting -> run.steps().add(step(text(setting))));
    if (order.compare()) {
      run.steps().add(step("backups.step.compare"));
    }
    runs.addFirst(run);
    Job job =
        work.write(
            Messages.text("backups.job.restore", order.table()),
            progress -> restore(order, settings, run, progress),
            outcome -> settled(run, outcome));
    if (run.stateProperty().get() == RestoreRun.State.RUNNING) {
      jobs.put(run, job);
    }
  }

  /// Stops waiting; AWS goes on restoring.
  void leave(RestoreRun run) {
    Job job = jobs.get(run);
    if (job != null) {
      job.cancel();
    }
  }

  void dismiss(RestoreRun run) {
    runs.remove(run);
  }

  private static RestoreRun.Step step(String key) {
    return new RestoreRun.Step(Messages.text(key), RestoreRun.Step.Mark.WAITING, null);
  }

  private static String text(LeftBehind.Setting setting) {
    return "backups.step." + setting.name().toLowerCase(Locale.ROOT);
  }

  private static String from(Order order, Moments moments) {
    return switch (order.source()) {
      case RestoreSource.FromBackup(var backup) -> backup.name();
      case RestoreSource.ToTime _ ->
          order.time() == null
              ? Messages.text("backups.from.latest", order.source().table())
              : Messages.text(
                  "backups.from.time", order.source().table(), moments.second(order.time()));
    };
  }

  /// @return how it ended
  private RestoreRun.State restore(
      Order order, List<LeftBehind.Setting> settings, RestoreRun run, Progress progress)
      throws InterruptedException {
    mark(run, 0, RestoreRun.Step.Mark.RUNNING, null);
    switch (order.source()) {
      case RestoreSource.FromBackup(var backup) ->
          session.backups().restore(backup.arn(), order.table(), order.options());
      case RestoreSource.ToTime(String table, _, _) ->
          session.backups().restoreToTime(table, order.table(), order.time(), order.options());
    }
    if (!active(order.table(), progress)) {
      return RestoreRun.State.LEFT;
    }
    mark(run, 0, RestoreRun.Step.Mark.DONE, null);
    boolean whole = true;
    for (int i = 0; i < settings.size(); i++) {
      if (progress.cancelled()) {
        return RestoreRun.State.LEFT;
      }
      mark(run, i + 1, RestoreRun.Step.Mark.RUNNING, null);
      try {
        new SettingAgain(order.left(), order.table(), session.admin(), session.backups(), every)
            .set(settings.get(i), progress);
        mark(run, i + 1, RestoreRun.Step.Mark.DONE, null);
      } catch (ProblemException e) {
        whole = false;
        mark(run, i + 1, RestoreRun.Step.Mark.FAILED, words(e.problem()));
      }
    }
    if (order.compare()) {
      whole &= compare(order, run, settings.size() + 1, progress);
    }
    return whole ? RestoreRun.State.DONE : RestoreRun.State.PARTLY;
  }

  /// @return false when they could not be compared
  private boolean compare(Order order, RestoreRun run, int step, Progress progress)
      throws InterruptedException {
    mark(run, step, RestoreRun.Step.Mark.RUNNING, null);
    try {
      TableSchema original = session.tables().describe(order.source().table());
      TableSchema restored = session.tables().describe(order.table());
      Comparison found =
          new Comparing(
                  original.keys(),
                  new TableItems(session.bulk(), original, false),
                  new TableItems(session.bulk(), restored, false),
                  work::forEach,
                  progress)
              .run();
      work.onFx(
          () -> run.compared(new RestoreRun.Compared(original.name(), original.keys(), found)));
      mark(run, step, RestoreRun.Step.Mark.DONE, null);
      return true;
    } catch (ProblemException e) {
      mark(run, step, RestoreRun.Step.Mark.FAILED, words(e.problem()));
      return false;
    }
  }

  /// Waits until the table can be used; false when the person stopped waiting.
  private boolean active(String table, Progress progress) throws InterruptedException {
    int misses = 0;
    while (!progress.cancelled()) {
      try {
        TableSchema now = session.tables().describe(table);
        misses = 0;
        work.onFx(() -> tables.put(now));
        if (now.active()) {
          return true;
        }
        if (!now.status().equals("CREATING")) {
          throw new ProblemException(
              Problem.of(
                  Problem.Kind.INVALID_REQUEST,
                  Messages.text("backups.restore.state.title", table),
                  Messages.text("backups.restore.state.detail", now.status())));
        }
      } catch (ProblemException e) {
        if (e.problem().kind() != Problem.Kind.NOT_FOUND || ++misses > MOST_MISSES) {
          throw e;
        }
      }
      Thread.sleep(every);
    }
    return false;
  }

  private void settled(RestoreRun run, Outcome<RestoreRun.State> outcome) {
    jobs.remove(run);
    switch (outcome) {
      case Outcome.Done<RestoreRun.State>(RestoreRun.State state) -> {
        run.end(state, null);
        if (state != RestoreRun.State.LEFT) {
          tables.refresh(run.table(), _ -> {});
          workbench.toast(Messages.text("backups.restore.ready", run.table()));
        }
      }
      case Outcome.Failed<RestoreRun.State>(Problem failure) -> {
        stopped(run, words(failure));
        run.end(RestoreRun.State.FAILED, failure);
        workbench.toast(failure);
      }
      case Outcome.Cancelled<RestoreRun.State> _ -> run.end(RestoreRun.State.LEFT, null);
    }
  }

  private static void stopped(RestoreRun run, String why) {
    for (int i = 0; i < run.steps().size(); i++) {
      if (run.steps().get(i).mark() == RestoreRun.Step.Mark.RUNNING) {
        run.mark(i, RestoreRun.Step.Mark.FAILED, why);
      }
    }
  }

  private void mark(RestoreRun run, int step, RestoreRun.Step.Mark mark, @Nullable String detail) {
    work.onFx(() -> run.mark(step, mark, detail));
  }

  private static String words(Problem problem) {
    return problem.title() + ". " + problem.detail();
  }
}
