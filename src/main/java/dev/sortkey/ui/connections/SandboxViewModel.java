package dev.sortkey.ui.connections;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Connector;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Sandbox;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.work.Job;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.SampleFill;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The way into the sandbox: licence, fetch, start, sample tables, open.
final class SandboxViewModel {
  static final String ID = "sandbox";

  /// DynamoDB Local keeps its tables apart by region, so it is always the same one.
  private static final String REGION = "us-east-1";

  /// What the card is doing.
  enum Step {
    IDLE,
    OFFERED,
    FETCHING,
    STARTING,
    FILLING
  }

  private final Sandbox sandbox;
  private final Connector connector;
  private final Remembered remembered;
  private final Work work;
  private final ReadOnlyObjectWrapper<Sandbox.State> state;
  private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.IDLE);
  private final ReadOnlyObjectWrapper<Sandbox.@Nullable Offer> offer =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Job> job = new ReadOnlyObjectWrapper<>();
  private Runnable again = () -> {};
  private boolean samples;

  SandboxViewModel(Sandbox sandbox, Connector connector, Remembered remembered, Work work) {
    this.sandbox = sandbox;
    this.connector = connector;
    this.remembered = remembered;
    this.work = work;
    state = new ReadOnlyObjectWrapper<>(sandbox.state());
    sandbox.onChange(_ -> work.onFx(() -> state.set(sandbox.state())));
    work.read(
        Messages.text("connections.sandbox.job.offer"),
        _ -> sandbox.offer(),
        (Outcome<Sandbox.Offer> outcome) -> {
          if (outcome instanceof Outcome.Done<Sandbox.Offer>(Sandbox.Offer known)) {
            offer.set(known);
          }
        });
  }

  ReadOnlyObjectProperty<Sandbox.State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Step> stepProperty() {
    return step.getReadOnlyProperty();
  }

  /// Null until it is known.
  ReadOnlyObjectProperty<Sandbox.@Nullable Offer> offerProperty() {
    return offer.getReadOnlyProperty();
  }

  /// Why the last try failed, or null.
  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// The running job whose progress is shown, or null.
  ReadOnlyObjectProperty<@Nullable Job> jobProperty() {
    return job.getReadOnlyProperty();
  }

  /// True while the sandbox has never been opened, so that its tables may be missing.
  boolean neverOpened() {
    return remembered.recent(ID).isEmpty();
  }

  /// Asks for the licence, fetches, starts, fills and opens, as far as each is needed.
  ///
  /// @param withSamples whether the sample tables are created on the way
  void open(boolean withSamples) {
    if (step.get() != Step.IDLE) {
      return;
    }
    samples = withSamples;
    problem.set(null);
    if (!(state.get() instanceof Sandbox.State.Missing)) {
      start(this::started);
    } else if (offer.get() != null && remembered.agreed(offer.get().version())) {
      fetch();
    } else {
      step.set(Step.OFFERED);
    }
  }

  void agree() {
    if (step.get() == Step.OFFERED && offer.get() != null) {
      remembered.agree(offer.get().version());
      fetch();
    }
  }

  /// Takes back the offer, or ends what is running.
  void cancel() {
    Job running = job.get();
    if (step.get() == Step.OFFERED) {
      step.set(Step.IDLE);
    } else if (running != null) {
      running.cancel();
    }
  }

  /// Tries again what failed.
  void retry() {
    if (step.get() == Step.IDLE) {
      problem.set(null);
      again.run();
    }
  }

  /// Starts the sandbox without opening it, after it has ended by itself.
  void restart() {
    if (step.get() == Step.IDLE) {
      problem.set(null);
      start(running -> {});
    }
  }

  private void fetch() {
    Sandbox.Offer known = offer.get();
    String version = known == null ? "" : known.version();
    enter(
        Step.FETCHING,
        this::fetch,
        () ->
            work.read(
                Messages.text("connections.sandbox.job.fetch", version),
                progress -> {
                  sandbox.fetch(progress);
                  return true;
                },
                settled((Boolean _) -> start(this::started))));
  }

  private void start(Consumer<Sandbox.State.Running> then) {
    enter(
        Step.STARTING,
        () -> open(samples),
        () ->
            work.read(
                Messages.text("connections.sandbox.job.start"),
                _ -> sandbox.start(),
                settled(then)));
  }

  private void started(Sandbox.State.Running running) {
    if (samples) {
      fill(running);
    } else {
      remembered.open(connection(running), running.keys());
    }
  }

  private void fill(Sandbox.State.Running running) {
    enter(
        Step.FILLING,
        () -> open(true),
        () ->
            work.write(
                Messages.text("connections.sandbox.job.fill"),
                progress -> {
                  try (Session session = connector.open(connection(running), running.keys())) {
                    SampleFill.fill(session, _ -> {}, progress);
                    return progress.cancelled();
                  }
                },
                settled((Boolean cancelled) -> {
                  if (!cancelled) {
                    remembered.open(connection(running), running.keys());
                  }
                })));
  }

  private void enter(Step next, Runnable retry, Supplier<Job> begin) {
    again = retry;
    job.set(null);
    step.set(next);
    Job begun = begin.get();
    // A job may have settled at once, and the next step may have begun.
    if (begun.runningProperty().get()) {
      job.set(begun);
    }
  }

  private <T> Consumer<Outcome<T>> settled(Consumer<T> done) {
    return outcome -> {
      job.set(null);
      step.set(Step.IDLE);
      state.set(sandbox.state());
      switch (outcome) {
        case Outcome.Done<T>(T value) -> done.accept(value);
        case Outcome.Failed<T>(Problem why) -> problem.set(why);
        case Outcome.Cancelled<T> _ -> {}
      }
    };
  }

  private static Connection connection(Sandbox.State.Running running) {
    return new Connection(
        ID,
        Messages.text("connections.sandbox.name"),
        Connection.Kind.SANDBOX,
        null,
        running.endpoint(),
        REGION,
        Environment.SANDBOX);
  }
}
