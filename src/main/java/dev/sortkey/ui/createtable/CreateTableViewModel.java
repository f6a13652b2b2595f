package dev.sortkey.ui.createtable;

import dev.sortkey.core.creation.CreationSteps;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Creation;
import dev.sortkey.core.table.Creation.State;
import dev.sortkey.core.table.Creation.Task;
import dev.sortkey.core.table.KmsKey;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableRules.Flaw;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Work;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The wizard: where it is, the table it describes, and the creation under way.
final class CreateTableViewModel {
  private final Session session;
  private final CreationSteps doing;
  private final Slot creating;
  private final Slot listing;
  private final TableForm form;
  private final ObjectProperty<Step> step = new SimpleObjectProperty<>(Step.DETAILS);
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Creation> creation = new ReadOnlyObjectWrapper<>();
  private final SimpleObjectProperty<@Nullable String> status = new SimpleObjectProperty<>();
  private final ObservableList<KmsKey> keys = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Problem> keysProblem =
      new ReadOnlyObjectWrapper<>();
  private final Work work;

  /// @param every how often a table that is being created is asked for its state
  CreateTableViewModel(Session session, Work work, Duration every) {
    this.session = session;
    this.work = work;
    this.doing = new CreationSteps(session, every);
    this.creating = work.slot();
    this.listing = work.slot();
    this.form = new TableForm(sandbox());
  }

  /// Whether the table is made on DynamoDB Local, which leaves out what only AWS has.
  boolean sandbox() {
    return session.connection().kind() == Connection.Kind.SANDBOX;
  }

  Connection connection() {
    return session.connection();
  }

  TableForm form() {
    return form;
  }

  ObjectProperty<Step> stepProperty() {
    return step;
  }

  /// Goes to the step after, or from the settings to the review when all is left as it is.
  Step after(Step here) {
    return here == Step.SETTINGS && !form.customizedProperty().get()
        ? Step.REVIEW
        : Step.values()[Math.min(here.ordinal() + 1, Step.REVIEW.ordinal())];
  }

  Step before(Step here) {
    return here == Step.REVIEW && !form.customizedProperty().get()
        ? Step.SETTINGS
        : Step.values()[Math.max(here.ordinal() - 1, 0)];
  }

  /// Why the table could not be asked for, or no longer is followed.
  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// How far the creation is; null before it begins.
  ReadOnlyObjectProperty<@Nullable Creation> creationProperty() {
    return creation.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty creatingProperty() {
    return creating.busyProperty();
  }

  /// The table's status while it is being created, or null.
  ObjectProperty<@Nullable String> statusProperty() {
    return status;
  }

  /// The account's keys in this region that can encrypt a table.
  ObservableList<KmsKey> keys() {
    return keys;
  }

  /// Why the keys could not be listed, or null.
  ReadOnlyObjectProperty<@Nullable Problem> keysProblemProperty() {
    return keysProblem.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty listingKeysProperty() {
    return listing.busyProperty();
  }

  void listKeys() {
    if (listing.busy() || !keys.isEmpty()) {
      return;
    }
    keysProblem.set(null);
    listing.read(
        Messages.text("createtable.keys.job"),
        _ -> session.admin().keys(),
        (Outcome<List<KmsKey>> outcome) -> {
          switch (outcome) {
            case Outcome.Done<List<KmsKey>>(List<KmsKey> found) ->
                keys.setAll(
                    found.stream().filter(key -> key.usable() && !key.awsManaged()).toList());
            case Outcome.Failed<List<KmsKey>>(Problem failure) -> keysProblem.set(failure);
            case Outcome.Cancelled<List<KmsKey>> _ -> {}
          }
        });
  }

  /// What will be created: on the sandbox without what only AWS has.
  TableDraft toCreate() {
    return sandbox() ? SandboxDraft.of(form.draft()) : form.draft();
  }

  /// Creates the table and follows it to the end. What was described stays in the form, whatever
  /// happens.
  ///
  /// @param created called with the table once all is done
  void create(Consumer<TableSchema> created) {
    if (creating.busy()) {
      return;
    }
    List<Flaw> flaws = form.flaws();
    if (!flaws.isEmpty()) {
      step.set(Step.of(flaws.getFirst().field()));
      return;
    }
    creation.set(Creation.of(toCreate()));
    goOn(created);
  }

  /// Does the step that failed once more, and those after it.
  void retry(Consumer<TableSchema> created) {
    resume(Creation::retried, created);
  }

  /// Goes on without the step that failed.
  void leaveOut(Consumer<TableSchema> created) {
    resume(Creation::leftOut, created);
  }

  private void resume(UnaryOperator<Creation> change, Consumer<TableSchema> created) {
    Creation now = creation.get();
    if (now != null && !creating.busy()) {
      creation.set(change.apply(now));
      goOn(created);
    }
  }

  private void goOn(Consumer<TableSchema> created) {
    problem.set(null);
    Creation from = creation.get();
    if (from == null) {
      return;
    }
    creating.write(
        Messages.text("createtable.job", from.draft().name()),
        progress -> run(from, progress),
        (Outcome<Creation> outcome) -> {
          status.set(null);
          switch (outcome) {
            case Outcome.Done<Creation>(Creation now) -> settled(now, created);
            case Outcome.Failed<Creation>(Problem failure) -> problem.set(failure);
            case Outcome.Cancelled<Creation> _ -> left(from.draft());
          }
        });
  }

  private void settled(Creation now, Consumer<TableSchema> created) {
    creation.set(now);
    if (now.finished()) {
      work.read(
          Messages.text("createtable.job", now.draft().name()),
          _ -> session.tables().describe(now.draft().name()),
          (Outcome<TableSchema> outcome) -> {
            switch (outcome) {
              case Outcome.Done<TableSchema>(TableSchema schema) -> created.accept(schema);
              case Outcome.Failed<TableSchema>(Problem failure) -> problem.set(failure);
              case Outcome.Cancelled<TableSchema> _ -> left(now.draft());
            }
          });
    } else if (!now.begun()) {
      // nothing is there yet: back to the form, with the reason
      now.failed().ifPresent(failed -> problem.set(failed.problem()));
      creation.set(null);
    }
  }

  private void left(TableDraft draft) {
    creation.set(null);
    problem.set(
        Problem.of(
            Problem.Kind.STOPPED,
            Messages.text("createtable.left.title"),
            Messages.text("createtable.left.detail", draft.name()),
            Problem.Remedy.REFRESH_TABLES));
  }

  /// Does the steps until one fails, all are done, or the person stops following.
  private Creation run(Creation from, Progress progress) throws InterruptedException {
    Creation now = from;
    while (now.next().isPresent()) {
      Task task = now.next().get().task();
      now = shown(now.at(task, State.RUNNING, null), progress);
      try {
        doing.run(task, now.draft().name(), progress, said -> work.onFx(() -> status.set(said)));
        now = shown(now.at(task, State.DONE, null), progress);
      } catch (ProblemException e) {
        now = shown(now.at(task, State.FAILED, e.problem()), progress);
      }
    }
    return now;
  }

  private Creation shown(Creation now, Progress progress) {
    work.onFx(() -> creation.set(now));
    long done = now.steps().stream().filter(each -> each.state() == State.DONE).count();
    progress.report(done, now.steps().size());
    return now;
  }

  /// Deletes the table whose creation did not come to its end.
  ///
  /// @param undone called once the table is gone
  void undo(Runnable undone) {
    Creation now = creation.get();
    if (now == null || creating.busy()) {
      return;
    }
    problem.set(null);
    creating.write(
        Messages.text("createtable.undo.job", now.draft().name()),
        progress -> {
          doing.undo(now, progress);
          return now;
        },
        (Outcome<Creation> outcome) -> {
          switch (outcome) {
            case Outcome.Done<Creation> _ -> {
              creation.set(null);
              undone.run();
            }
            case Outcome.Failed<Creation>(Problem failure) -> problem.set(failure);
            case Outcome.Cancelled<Creation> _ ->
                problem.set(
                    Problem.of(
                        Problem.Kind.STOPPED,
                        Messages.text("createtable.undo.stopped.title"),
                        Messages.text("createtable.undo.stopped.detail", now.draft().name()),
                        Problem.Remedy.REFRESH_TABLES));
          }
        });
  }

  void cancelCreating() {
    creating.cancel();
  }

  /// A creation under way goes on: it is in the activity list.
  void close() {
    listing.abandon();
  }
}
