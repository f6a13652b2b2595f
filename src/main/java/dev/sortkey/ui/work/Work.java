package dev.sortkey.ui.work;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.text.Messages;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs jobs away from the FX thread and settles each once on it.
public final class Work {
  private static final Logger LOG = LoggerFactory.getLogger(Work.class);

  private final boolean parallel;
  private final Executor background;
  private final Executor fx;
  private final ObservableList<Job> jobs = FXCollections.observableArrayList();
  // Kept, since an unmodifiable view follows its list only as long as someone holds the view.
  private final ObservableList<Job> view = FXCollections.unmodifiableObservableList(jobs);

  private Work(boolean parallel, Executor background, Executor fx) {
    this.parallel = parallel;
    this.background = background;
    this.fx = fx;
  }

  /// Jobs on virtual threads, settled by the toolkit.
  public static Work inBackground() {
    return new Work(true, Thread.ofVirtual().name("work-", 0)::start, Platform::runLater);
  }

  /// Everything at once on the calling thread, for tests without a toolkit.
  public static Work direct() {
    return new Work(false, Runnable::run, Runnable::run);
  }

  /// The running jobs, oldest first.
  public ObservableList<Job> jobs() {
    return view;
  }

  /// A place for one live job of a concern.
  public Slot slot() {
    return new Slot(this);
  }

  /// A job that Cancel may break off at any moment, since it changes nothing. Called on the FX
  /// thread.
  public <T> Job read(String title, Task<T> task, Consumer<Outcome<T>> settled) {
    return start(new Job(title, true), task, settled);
  }

  /// A job that Cancel stops only where the task asks [Progress#cancelled].
  public <T> Job write(String title, Task<T> task, Consumer<Outcome<T>> settled) {
    return start(new Job(title, false), task, settled);
  }

  /// Does the same with each element inside a job, at most `width` at a time; one after the other
  /// where everything runs on the calling thread.
  ///
  /// @throws InterruptedException when the job was cancelled
  public <E> void forEach(List<E> elements, int width, Consumer<E> action)
      throws InterruptedException {
    if (parallel) {
      Parallel.forEach(elements, width, action);
    } else {
      elements.forEach(action);
    }
  }

  /// Runs something on the FX thread, from any thread.
  public void onFx(Runnable action) {
    fx.execute(action);
  }

  private <T> Job start(Job job, Task<T> task, Consumer<Outcome<T>> settled) {
    jobs.add(job);
    background.execute(() -> {
      job.runsOn(Thread.currentThread());
      Outcome<T> outcome = run(task, new Reporter(job));
      fx.execute(() -> {
        job.ended();
        jobs.remove(job);
        settled.accept(outcome);
      });
    });
    return job;
  }

  private static <T> Outcome<T> run(Task<T> task, Reporter reporter) {
    try {
      T value = task.run(reporter);
      return reporter.job.cancelled() && Thread.interrupted()
          ? new Outcome.Cancelled<>()
          : new Outcome.Done<>(value);
    } catch (CancellationException | InterruptedException _) {
      return new Outcome.Cancelled<>();
    } catch (ProblemException e) {
      return reporter.job.cancelled() && Thread.interrupted()
          ? new Outcome.Cancelled<>()
          : new Outcome.Failed<>(e.problem());
    } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError e) {
      LOG.error("A job failed unexpectedly: {}", reporter.job.title(), e);
      return new Outcome.Failed<>(bug(e));
    }
  }

  private static Problem bug(Throwable cause) {
    return Problem.of(
        Problem.Kind.BUG,
        Messages.text("work.bug.title"),
        Messages.text("work.bug.detail", cause.getClass().getSimpleName()),
        Problem.Remedy.COPY_REPORT);
  }

  /// Sends progress to the FX thread, at most one update pending at a time.
  private final class Reporter implements Progress {
    private record Step(long done, long total) {}

    private final Job job;
    private final AtomicReference<Step> pending = new AtomicReference<>();

    private Reporter(Job job) {
      this.job = job;
    }

    @Override
    public void report(long done, long total) {
      if (pending.getAndSet(new Step(done, total)) == null) {
        fx.execute(() -> {
          Step latest = pending.getAndSet(null);
          if (latest != null) {
            job.progressed(latest.done(), latest.total());
          }
        });
      }
    }

    @Override
    public boolean cancelled() {
      return job.cancelled();
    }
  }
}
