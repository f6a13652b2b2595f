package dev.sortkey.ui.review;

import dev.sortkey.core.edit.WriteReport;
import dev.sortkey.core.sent.Sent;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Tip;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.SentDialog;
import dev.sortkey.ui.workbench.TableChanges;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The foot of the review: what a commit would be and cost, its progress, and what became of it.
final class CommitBar extends VBox {
  /// As many requests are written out.
  private static final int MOST_SENT = 200;

  private final Desk desk;
  private final ReviewViewModel model;
  private final Label what = Controls.label("", "sk-strong");
  private final Label how = Controls.label("", "sk-muted");
  private final Label units = Controls.label("", "sk-strong");
  private final Label split = Controls.label("", "sk-muted");
  private final CheckBox together = new CheckBox(Messages.text("review.together"));
  private final Button commit =
      Controls.primary(Messages.text("review.commit", 1), null, ReviewKeys.COMMIT);
  private final HBox ready = new HBox(8);
  private final HBox running = new HBox(8);
  private final HBox report = new HBox(8);
  private final ProgressBar bar = new ProgressBar();
  private final Label far = Controls.label("", "sk-strong");
  private final Label came = Controls.label("", "sk-strong");
  private Subscription following = Subscription.EMPTY;

  CommitBar(Desk desk, ReviewViewModel model) {
    this.desk = desk;
    this.model = model;
    ready();
    Button stop = Controls.button(Messages.text("review.stop"), null, null);
    stop.setId("commit-stop");
    stop.setOnAction(_ -> {
      TableChanges table = model.currentProperty().get();
      if (table != null) {
        table.stopCommit();
      }
    });
    bar.getStyleClass().add("sk-thin-progress");
    running.getChildren().addAll(far, bar, Controls.spring(), stop);
    Button dismiss = Controls.icon(Feather.X, Messages.text("review.report.dismiss"), null);
    dismiss.getStyleClass().add("sk-small");
    dismiss.setOnAction(_ -> {
      TableChanges table = model.currentProperty().get();
      if (table != null) {
        table.dismissReport();
        draw();
      }
    });
    came.setId("commit-report");
    came.setWrapText(true);
    report.getChildren().addAll(came, Controls.spring(), dismiss);
    report.getStyleClass().add("sk-report-bar");
    for (HBox box : List.of(ready, running, report)) {
      box.setAlignment(Pos.CENTER_LEFT);
    }
    ready.getStyleClass().add("sk-commit-bar");
    running.getStyleClass().add("sk-commit-bar");
    getChildren().addAll(report, ready, running);
    model.planProperty().subscribe(_ -> draw());
    model
        .currentProperty()
        .subscribe(table -> {
          following.unsubscribe();
          following = table == null ? Subscription.EMPTY : follow(table);
          draw();
        });
  }

  private Subscription follow(TableChanges table) {
    return table
        .committingProperty()
        .subscribe(_ -> draw())
        .and(table.doneProperty().subscribe(_ -> draw()))
        .and(table.reportProperty().subscribe(_ -> draw()));
  }

  private void ready() {
    what.setId("commit-what");
    how.setMinWidth(0);
    together.setId("together");
    together.setTooltip(new Tip(Messages.text("review.together.tip")));
    together.selectedProperty().bindBidirectional(model.togetherProperty());
    for (Label label : List.of(what, units)) {
      label.setMinWidth(USE_PREF_SIZE);
    }
    together.setMinWidth(USE_PREF_SIZE);
    Button requests = Controls.flat(Messages.text("review.requests"), null, null);
    requests.setId("commit-requests");
    requests.setOnAction(_ -> requests());
    commit.setId("commit");
    commit.setOnAction(_ -> model.commit());
    ready
        .getChildren()
        .addAll(
            what, how, Controls.spring(), together, units, split, requests, desk.writing(commit));
  }

  void close() {
    following.unsubscribe();
  }

  private void requests() {
    ReviewViewModel.Plan plan = model.planProperty().get();
    TableSchema schema = model.schema();
    if (plan != null && schema != null) {
      List<Sent> all = Sent.of(schema, plan.commit());
      desk.workbench()
          .showDialog(
              new SentDialog(
                      all.subList(0, Math.min(MOST_SENT, all.size())),
                      List.of(),
                      CommitBar::toClipboard,
                      desk.workbench()::closeDialog)
                  .node());
    }
  }

  private static void toClipboard(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  private void draw() {
    TableChanges table = model.currentProperty().get();
    ReviewViewModel.Plan plan = model.planProperty().get();
    boolean busy = table != null && table.committingProperty().get();
    Controls.show(running, busy);
    Controls.show(ready, !busy && plan != null);
    WriteReport made = table == null ? null : table.reportProperty().get();
    Controls.show(report, !busy && made != null);
    came.setText(made == null ? "" : ReviewWords.report(made));
    if (busy) {
      drawRunning(table.doneProperty().get());
    } else if (plan != null && table != null) {
      drawReady(plan, table);
    }
  }

  private void drawRunning(TableChanges.@Nullable Done done) {
    if (done != null) {
      far.setText(Messages.text("review.committing", done.done(), done.total()));
      bar.setProgress(done.done() == 0 ? -1 : (double) done.done() / done.total());
    }
  }

  private void drawReady(ReviewViewModel.Plan plan, TableChanges table) {
    int changes = plan.commit().changes();
    boolean several =
        desk.changes().tables().stream().filter(one -> !one.now().isEmpty()).count() > 1;
    what.setText(
        several
            ? Messages.text("review.commit.what-of", changes, plan.all(), table.table())
            : Messages.text("review.commit.what", changes, plan.all()));
    long transactions = plan.commit().transactions();
    String way =
        transactions == 0
            ? Messages.text("review.commit.single")
            : Messages.text("review.commit.together", transactions);
    how.setText(
        plan.waiting() == 0
            ? way
            : way + " · " + Messages.text("review.commit.waiting", plan.waiting()));
    units.setText(Messages.text("review.commit.units", plan.units().total()));
    split.setText(
        plan.units().indexes() == 0
            ? ""
            : Messages.text("review.commit.split", plan.units().table(), plan.units().indexes()));
    Controls.show(split, plan.units().indexes() > 0);
    Controls.show(together, changes > 1);
    commit.setText(Messages.text("review.commit", changes));
    commit.setDisable(changes == 0);
  }
}
