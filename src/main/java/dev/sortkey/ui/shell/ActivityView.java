package dev.sortkey.ui.shell;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.work.Job;
import java.util.HashMap;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// All running jobs, each with how far it is and a way to stop it.
final class ActivityView extends VBox {
  private final ActivityViewModel model;
  private final Map<Job, Node> lines = new HashMap<>();
  private final VBox list = new VBox();

  ActivityView(ActivityViewModel model, Runnable close) {
    this.model = model;
    setId("activity-list");
    getStyleClass().addAll("sk-popup", "sk-activity");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setPrefWidth(380);
    Button shut = Controls.icon(Feather.X, Messages.text("shell.activity.close"), null);
    shut.getStyleClass().add("sk-small");
    shut.setOnAction(_ -> close.run());
    var head =
        new HBox(
            Controls.label(Messages.text("shell.activity.title"), "sk-section"),
            Controls.spring(),
            shut);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("sk-activity-head");
    var scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.setMaxHeight(320);
    getChildren().addAll(head, scroll);
    ListChangeListener<Job> changed = _ -> rebuild();
    model.jobs().addListener(changed);
    rebuild();
  }

  private void rebuild() {
    lines.keySet().retainAll(model.jobs());
    if (model.jobs().isEmpty()) {
      Label none = Controls.label(Messages.text("shell.activity.none"), "sk-muted");
      none.getStyleClass().add("sk-activity-line");
      list.getChildren().setAll(none);
      return;
    }
    list.getChildren()
        .setAll(
            model.jobs().stream()
                .map(job -> lines.computeIfAbsent(job, ActivityView::line))
                .toList());
  }

  private static Node line(Job job) {
    Label title = Controls.label(job.title(), "sk-medium");
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    Label far = Controls.label("", "sk-secondary");
    far.setMinWidth(USE_PREF_SIZE);
    var bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(job.title());
    HBox.setHgrow(bar, Priority.ALWAYS);
    Button cancel = Controls.button(Messages.text("shell.activity.cancel"), null, null);
    cancel.getStyleClass().add("sk-small");
    cancel.setAccessibleText(Messages.text("shell.activity.cancel-job", job.title()));
    cancel.setOnAction(_ -> job.cancel());
    cancel.disableProperty().bind(job.cancellingProperty());
    Runnable tell =
        () -> {
          far.setText(ActivityViewModel.progress(job));
          long total = job.totalProperty().get();
          bar.setProgress(
              total > 0
                  ? job.doneProperty().get() / (double) total
                  : ProgressBar.INDETERMINATE_PROGRESS);
        };
    job.doneProperty().subscribe(tell);
    job.totalProperty().subscribe(tell);
    job.cancellingProperty().subscribe(tell);
    tell.run();
    var first = new HBox(8, title, far);
    first.setAlignment(Pos.BASELINE_LEFT);
    var second = new HBox(12, bar, cancel);
    second.setAlignment(Pos.CENTER_LEFT);
    var line = new VBox(4, first, second);
    line.getStyleClass().add("sk-activity-line");
    return line;
  }
}
