package dev.sortkey.ui.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Each job settles once, on the FX thread, as Done, Failed or Cancelled, whatever it does.
class WorkTest {
  private final Work work = Work.inBackground();
  private final List<Outcome<String>> outcomes = new ArrayList<>();

  @BeforeAll
  static void start() {
    Ui.start();
  }

  @Test
  void aValueIsDoneAndSettlesOnTheFxThread() {
    var onFx = new AtomicBoolean();
    Ui.run(() ->
        work.<String>read(
            "value",
            _ -> {
              assertThat(Thread.currentThread().isVirtual()).isTrue();
              return "value";
            },
            outcome -> {
              onFx.set(Platform.isFxApplicationThread());
              outcomes.add(outcome);
            }));
    settled(1);
    assertThat(outcomes).containsExactly(new Outcome.Done<>("value"));
    assertThat(onFx).isTrue();
    assertThat(Ui.onFx(() -> List.copyOf(work.jobs()))).isEmpty();
  }

  @Test
  void aProblemFailsAndABugIsReportedAsOne() {
    Problem expected = Problem.of(Problem.Kind.NETWORK, "No answer.", "Try again.");
    Ui.run(() -> {
      work.<String>read(
          "problem",
          _ -> {
            throw new ProblemException(expected);
          },
          outcomes::add);
    });
    settled(1);
    Ui.run(() ->
        work.<String>read(
            "bug",
            _ -> {
              throw new IllegalStateException("oops");
            },
            outcomes::add));
    settled(2);
    assertThat(outcomes.getFirst()).isEqualTo(new Outcome.Failed<>(expected));
    assertThat(outcomes.getLast())
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.problem().kind()).isEqualTo(Problem.Kind.BUG));
  }

  @Test
  void cancelInterruptsAReadAndOnlyAsksAWrite() throws InterruptedException {
    var begun = new CountDownLatch(2);
    var interrupted = new AtomicBoolean();
    var jobs = new ArrayList<Job>();
    Ui.run(() -> {
      jobs.add(
          work.<String>read(
              "read",
              _ -> {
                begun.countDown();
                new CountDownLatch(1).await();
                return "never";
              },
              outcomes::add));
      jobs.add(
          work.<String>write(
              "write",
              progress -> {
                begun.countDown();
                while (!progress.cancelled()) {
                  Thread.onSpinWait();
                }
                interrupted.set(Thread.currentThread().isInterrupted());
                return "a report";
              },
              outcomes::add));
    });
    begun.await();
    Ui.run(() -> jobs.forEach(Job::cancel));
    settled(2);
    assertThat(outcomes)
        .containsExactlyInAnyOrder(new Outcome.Cancelled<>(), new Outcome.Done<>("a report"));
    assertThat(interrupted).as("a write is never broken off").isFalse();
  }

  @Test
  void aCancelThatComesBeforeTheWorkerStillCounts() {
    Ui.run(() ->
        work.<String>read(
                "read",
                _ -> {
                  new CountDownLatch(1).await();
                  return "never";
                },
                outcomes::add)
            .cancel());
    settled(1);
    assertThat(outcomes).containsExactly(new Outcome.Cancelled<>());
  }

  @Test
  void progressComesWithAtMostOneUpdatePending() {
    var shown = new AtomicInteger();
    var release = new CountDownLatch(1);
    Ui.run(() -> {
      Job job =
          work.<String>read(
              "progress",
              progress -> {
                for (int i = 1; i <= 10_000; i++) {
                  progress.report(i, 10_000);
                }
                release.countDown();
                return "done";
              },
              outcomes::add);
      job.doneProperty().addListener(_ -> shown.incrementAndGet());
      // The FX thread is held here until all reports were made.
      await(release);
    });
    settled(1);
    assertThat(shown).as("ten thousand reports, one update").hasValueLessThanOrEqualTo(2);
  }

  @Test
  void ofTwoReadsInASlotTheLatestWins() {
    var first = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    Slot slot = Ui.onFx(work::slot);
    Ui.run(() -> {
      slot.<String>read(
          "first",
          _ -> {
            try {
              first.await();
              return "first";
            } finally {
              ended.countDown();
            }
          },
          outcomes::add);
      slot.<String>read("second", _ -> "second", outcomes::add);
    });
    first.countDown();
    settled(1);
    Ui.run(() -> await(ended));
    Ui.until("no job is left", () -> work.jobs().isEmpty());
    assertThat(outcomes)
        .as("the first one's end is dropped")
        .containsExactly(new Outcome.Done<>("second"));
    assertThat(Ui.onFx(slot::busy)).isFalse();
  }

  @Test
  void anAbandonedSlotSettlesNothingMore() {
    var ended = new CountDownLatch(1);
    Slot slot = Ui.onFx(work::slot);
    Ui.run(() -> {
      slot.<String>read(
          "read",
          _ -> {
            try {
              new CountDownLatch(1).await();
              return "never";
            } finally {
              ended.countDown();
            }
          },
          outcomes::add);
      slot.abandon();
      assertThat(slot.busy()).isFalse();
    });
    await(ended);
    Ui.until("no job is left", () -> work.jobs().isEmpty());
    assertThat(outcomes).isEmpty();
  }

  @Test
  void aWriteIsNeverReplaced() {
    var release = new CountDownLatch(1);
    Slot slot = Ui.onFx(work::slot);
    Ui.run(() -> {
      slot.<String>write(
          "write",
          _ -> {
            release.await();
            return "written";
          },
          outcomes::add);
      assertThatThrownBy(() -> slot.<String>write("other", _ -> "other", outcomes::add))
          .isInstanceOf(IllegalStateException.class);
    });
    release.countDown();
    settled(1);
    assertThat(outcomes).containsExactly(new Outcome.Done<>("written"));
  }

  @Test
  void directWorkRunsAtOnce() {
    Work direct = Work.direct();
    direct.<String>read("value", _ -> "value", outcomes::add);
    direct.<String>read(
        "cancelled",
        _ -> {
          throw new CancellationException();
        },
        outcomes::add);
    assertThat(outcomes).containsExactly(new Outcome.Done<>("value"), new Outcome.Cancelled<>());
  }

  @Test
  void parallelPartsAllRunAndTheFirstFailureEndsThem() throws InterruptedException {
    var sum = new AtomicInteger();
    work.forEach(IntStream.rangeClosed(1, 100).boxed().toList(), 8, sum::addAndGet);
    assertThat(sum).hasValue(5050);
    assertThatThrownBy(() ->
            work.forEach(
                List.of(1, 2, 3),
                2,
                _ -> {
                  throw new IllegalStateException("no");
                }))
        .isInstanceOf(IllegalStateException.class);
  }

  private void settled(int count) {
    Ui.until(count + " outcomes", () -> outcomes.size() == count);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
