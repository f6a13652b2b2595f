package dev.sortkey.ui.settings;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.table.SettingsChange;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.workbench.Desk;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Shows a change of settings as a diff with its steps, then how far they are.
final class ReviewDialog extends StackPane {
  private static final double WIDTH = 660;
  private static final double TALLEST = 560;
  private static final KeyCombination APPLY =
      new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

  private final ApplyViewModel model;
  private final Desk desk;
  private final VBox steps = new VBox(2);
  private final Button close = Controls.button(Messages.text("settings.review.cancel"), null, null);
  private final Button apply =
      Controls.primary(Messages.text("settings.review.apply"), null, APPLY);
  private final Button retry =
      Controls.button(Messages.text("settings.review.retry"), Feather.ROTATE_CW, null);
  private final Button skip = Controls.button(Messages.text("settings.review.skip"), null, null);
  private final Button stop = Controls.button(Messages.text("settings.review.stop"), null, null);

  ReviewDialog(Desk desk, ApplyViewModel model) {
    this.desk = desk;
    this.model = model;
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    var scroll = new ScrollPane(body());
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(TALLEST);
    Button[] ways = {stop, skip, retry, apply};
    var card =
        new DialogCard(Messages.text("settings.review.title", model.table()), scroll, close, ways);
    card.setPrefWidth(WIDTH);
    getChildren().add(card);
    close.setId("review-close");
    close.setOnAction(_ -> desk.workbench().closeDialog());
    apply.setId("review-apply");
    apply.setOnAction(_ -> apply());
    retry.setId("review-retry");
    retry.setOnAction(_ -> model.run());
    skip.setId("review-skip");
    skip.setOnAction(_ -> model.skip());
    stop.setId("review-stop");
    stop.setOnAction(_ -> model.stop());
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (APPLY.match(event) && apply.isVisible()) {
            apply();
            event.consume();
          }
        });
    model.rows().addListener((ListChangeListener<ApplyViewModel.Row>) _ -> lay());
    model.busyProperty().addListener((_, _, _) -> lay());
    model.overProperty().addListener((_, _, _) -> lay());
    lay();
  }

  private void apply() {
    if (!desk.refusesWrite()) {
      model.run();
    }
  }

  private VBox body() {
    var body = new VBox(12);
    body.getStyleClass().add("sk-review-body");
    if (model.moved()) {
      body.getChildren().add(Rows.notice(Messages.text("settings.moved"), true));
    }
    Label order = Controls.label(Messages.text("settings.review.order"), "sk-strong");
    GridPane diff = diff();
    // once begun, what counts is how far it is
    model.begunProperty().subscribe(begun -> Controls.show(diff, !begun));
    body.getChildren()
        .addAll(diff, new VBox(2, order, Rows.hint(Messages.text("settings.review.why"))), steps);
    return body;
  }

  private GridPane diff() {
    var grid = new GridPane();
    grid.getStyleClass().add("sk-settings-diff");
    for (double share : new double[] {32, 34, 34}) {
      var column = new ColumnConstraints();
      column.setPercentWidth(share);
      grid.getColumnConstraints().add(column);
    }
    String[] heads = {"setting", "before", "after"};
    for (int i = 0; i < heads.length; i++) {
      Label head = Controls.label(Messages.text("settings.review." + heads[i]), "sk-secondary");
      grid.add(cell(head, "sk-diff-head"), i, 0);
    }
    int row = 1;
    for (SettingsChange.Line line : model.lines()) {
      grid.add(cell(wrapped(line.setting(), "sk-medium"), "sk-settings-line"), 0, row);
      grid.add(cell(wrapped(line.before(), "sk-text"), "sk-diff-before"), 1, row);
      grid.add(cell(wrapped(line.after(), "sk-text"), "sk-diff-after"), 2, row++);
    }
    return grid;
  }

  private static Node cell(Label label, String style) {
    var cell = new HBox(label);
    cell.getStyleClass().addAll("sk-settings-cell", style);
    cell.setAlignment(Pos.CENTER_LEFT);
    GridPane.setVgrow(cell, Priority.ALWAYS);
    GridPane.setValignment(cell, VPos.TOP);
    cell.setMaxHeight(Double.MAX_VALUE);
    return cell;
  }

  private static Label wrapped(String text, String style) {
    Label label = Controls.label(text, style);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private void lay() {
    List<Node> rows = new ArrayList<>();
    for (int i = 0; i < model.rows().size(); i++) {
      rows.add(step(i + 1, model.rows().get(i)));
    }
    steps.getChildren().setAll(rows);
    boolean busy = model.busyProperty().get();
    boolean over = model.overProperty().get();
    boolean failed = model.failed() >= 0 && !busy && !over;
    Controls.show(apply, !model.begunProperty().get());
    Controls.show(retry, failed);
    Controls.show(skip, failed);
    Controls.show(stop, failed || busy);
    stop.setText(Messages.text(busy ? "settings.review.stop-after" : "settings.review.stop"));
    String way = over ? "close" : model.begunProperty().get() ? "hide" : "cancel";
    close.setText(Messages.text("settings.review." + way));
  }

  private static Node step(int number, ApplyViewModel.Row row) {
    Node mark =
        switch (row.state()) {
          case WAITING, SKIPPED -> Controls.label(String.valueOf(number), "sk-count");
          case RUNNING -> Icons.of(Feather.LOADER);
          case DONE -> icon(Feather.CHECK, "sk-step-ok");
          case FAILED -> icon(Feather.ALERT_TRIANGLE, "sk-step-bad");
        };
    var place = new StackPane(mark);
    place.setMinWidth(20);
    Label title = Controls.label(row.step().title(), "sk-text");
    Label state = Controls.label(Messages.text("settings.step." + row.state()), "sk-secondary");
    var line = new HBox(8, place, title, Controls.spring(), state);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinHeight(28);
    Problem problem = row.problem();
    if (problem == null) {
      return line;
    }
    Label why = wrapped(problem.title() + " " + problem.detail(), "sk-error-text");
    why.getStyleClass().add("sk-step-why");
    return new VBox(line, why);
  }

  private static Node icon(Feather icon, String style) {
    Node node = Icons.of(icon);
    node.getStyleClass().add(style);
    return node;
  }
}
