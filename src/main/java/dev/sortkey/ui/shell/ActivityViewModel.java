package dev.sortkey.ui.shell;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.work.Job;
import dev.sortkey.ui.work.Work;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/// What is going on in the background, in one line and as a list.
final class ActivityViewModel {
  private final ObservableList<Job> jobs;
  private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper();

  ActivityViewModel(Work work) {
    jobs = work.jobs();
    ListChangeListener<Job> changed = _ -> tell();
    jobs.addListener(changed);
    tell();
  }

  ObservableList<Job> jobs() {
    return jobs;
  }

  /// "Idle", the one job's title, or how many there are.
  ReadOnlyStringProperty lineProperty() {
    return line.getReadOnlyProperty();
  }

  /// "1,200 of 12,000", "1,200" while the total is unknown, or empty before the first report.
  static String progress(Job job) {
    long done = job.doneProperty().get();
    long total = job.totalProperty().get();
    if (job.cancellingProperty().get()) {
      return Messages.text("shell.activity.cancelling");
    }
    if (total >= 0) {
      return Messages.text("shell.activity.of", done, total);
    }
    return done > 0 ? Messages.text("kit.count", done) : "";
  }

  private void tell() {
    line.set(
        switch (jobs.size()) {
          case 0 -> Messages.text("shell.activity.idle");
          case 1 -> jobs.getFirst().title();
          default -> Messages.text("shell.activity.many", jobs.size());
        });
  }
}
