package dev.sortkey.ui.connections;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Sandbox;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/// A sandbox that does as a test says.
final class FakeSandbox implements Sandbox {
  static final State.Running RUNNING =
      new State.Running(
          URI.create("http://127.0.0.1:51873"), new Keys("fakekey", "fakesecret", null));
  static final Problem UNREACHABLE =
      Problem.of(
          Problem.Kind.NETWORK,
          "Maven Central cannot be reached",
          "repo.maven.apache.org did not answer. Check the network, or the proxy it needs.",
          Problem.Remedy.RETRY);

  /// What the next fetch or start does beside its work.
  interface Step {
    void run(Progress progress) throws InterruptedException;
  }

  final List<String> calls = new ArrayList<>();
  private final List<Consumer<State>> listeners = new ArrayList<>();
  private volatile State state;
  volatile Step onFetch = _ -> {};
  volatile Step onStart = _ -> {};

  FakeSandbox(State state) {
    this.state = state;
  }

  static Step failing() {
    return _ -> {
      throw new ProblemException(UNREACHABLE);
    };
  }

  static Step blocking(long done, long total) {
    return progress -> {
      progress.report(done, total);
      new CountDownLatch(1).await();
    };
  }

  void become(State next) {
    state = next;
    listeners.forEach(listener -> listener.accept(next));
  }

  @Override
  public State state() {
    return state;
  }

  @Override
  public void onChange(Consumer<State> listener) {
    listeners.add(listener);
  }

  @Override
  public Offer offer() {
    return new Offer(
        "3.3.1",
        "DynamoDB Local License Agreement",
        "https://aws.amazon.com/dynamodb/dynamodblocallicense/",
        34_000_000);
  }

  @Override
  public void fetch(Progress progress) {
    calls.add("fetch");
    run(onFetch, progress);
    become(new State.Fetched());
  }

  @Override
  public State.Running start() {
    calls.add("start");
    become(new State.Starting());
    try {
      run(onStart, Progress.none());
    } catch (ProblemException | CancellationException e) {
      become(new State.Fetched());
      throw e;
    }
    become(RUNNING);
    return RUNNING;
  }

  @Override
  public void stop() {
    become(new State.Fetched());
  }

  private static void run(Step step, Progress progress) {
    try {
      step.run(progress);
    } catch (InterruptedException _) {
      throw new CancellationException();
    }
  }
}
