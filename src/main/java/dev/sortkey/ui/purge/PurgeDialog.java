package dev.sortkey.ui.purge;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.purge.Emptying;
import dev.sortkey.core.purge.PurgeWay;
import dev.sortkey.core.purge.Rebuild;
import dev.sortkey.core.purge.Rebuild.Fate;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import dev.sortkey.ui.kit.Figures;
import dev.sortkey.ui.kit.ProblemBanner;
import dev.sortkey.ui.kit.Reasons;
import dev.sortkey.ui.purge.PurgeViewModel.Facts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Lays the two ways to empty a table side by side, asks for the table's name, and shows how far it
/// is.
final class PurgeDialog extends StackPane {
  private static final double WIDTH = 880;
  private static final double FATES = 250;

  private final PurgeViewModel model;
  private final Label size = Controls.label("", "sk-text");
  private final ProblemBanner banner = new ProblemBanner(this::remedy);
  private final WayCard each;
  private final WayCard anew;
  private final Label takes = Controls.label("");
  private final TextField rate = field("purge-rate");
  private final TextField name = field("purge-name");
  private final VBox asking = new VBox(12);
  private final VBox running = new VBox(10);
  private final ProgressBar bar = new ProgressBar();
  private final Label far = Controls.label("", "sk-text");
  private final Reasons reasons = new Reasons("purge-reasons", Messages.text("items.bulk.reasons"));
  private final Button cancel = Controls.button(Messages.text("purge.cancel"), null, null);
  private final Button pause = Controls.button(Messages.text("purge.each.pause"), null, null);
  private final Button confirm;

  PurgeDialog(PurgeViewModel model, Runnable close) {
    this.model = model;
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    var group = new ToggleGroup();
    each = new WayCard(PurgeWay.EACH, group, model.wayProperty());
    anew = new WayCard(PurgeWay.ANEW, group, model.wayProperty());
    cancel.setId("purge-cancel");
    cancel.setOnAction(_ -> {
      model.close();
      close.run();
    });
    pause.setId("purge-pause");
    pause.setOnAction(_ -> model.pause());
    confirm = Controls.button(Messages.text("purge.confirm.EACH"), Feather.TRASH_2, null);
    confirm.setId("purge-confirm");
    confirm.getStyleClass().add("sk-danger");
    confirm.setOnAction(_ -> confirm());
    lay();
    var card =
        new DialogCard(
            Messages.text("purge.title", model.table()),
            new VBox(12, banner, asking, running),
            cancel,
            pause,
            confirm);
    card.setPrefWidth(WIDTH);
    getChildren().add(card);
    model.factsProperty().subscribe(_ -> fill());
    model.wayProperty().subscribe(_ -> draw());
    model.typedProperty().subscribe(_ -> draw());
    model.rateProperty().subscribe(_ -> rated());
    model.readingProperty().subscribe(_ -> draw());
    model.runningProperty().subscribe(_ -> draw());
    model.emptyingProperty().subscribe(_ -> draw());
    model.problemProperty().subscribe(_ -> draw());
    model
        .rebuildProperty()
        .subscribe(rebuild -> {
          if (rebuild != null) {
            running.getChildren().setAll(new RebuildView(rebuild));
            rebuild.busyProperty().subscribe(_ -> draw());
            rebuild.standingProperty().subscribe(_ -> draw());
          }
          draw();
        });
  }

  private void lay() {
    rate.setPrefWidth(64);
    rate.setAccessibleText(Messages.text("purge.rate"));
    rate.textProperty().bindBidirectional(model.rateProperty());
    name.setPromptText(model.table());
    name.setAccessibleText(Messages.text("purge.type", model.table()));
    name.textProperty().bindBidirectional(model.typedProperty());
    name.setOnAction(_ -> confirm());
    var ways = new HBox(12, each, anew);
    for (WayCard way : List.of(each, anew)) {
      HBox.setHgrow(way, Priority.ALWAYS);
      way.setMinWidth(0);
      way.setPrefWidth(WIDTH / 2);
      way.setMaxWidth(Double.MAX_VALUE);
    }
    size.setWrapText(true);
    size.setId("purge-size");
    asking
        .getChildren()
        .setAll(
            size,
            ways,
            new VBox(
                6,
                Controls.label(Messages.text("purge.type", model.table()), "sk-secondary"),
                name));
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(Messages.text("purge.each.job", model.table()));
    far.setId("purge-far");
    for (Label label : List.of(far, takes)) {
      label.setWrapText(true);
    }
    running.getChildren().setAll(bar, far, reasons);
  }

  private void confirm() {
    if (model.begun()) {
      model.empty();
    } else {
      model.confirm();
    }
  }

  private void remedy(Problem.Remedy remedy) {
    if (remedy == Problem.Remedy.RETRY) {
      if (model.begun()) {
        model.empty();
      } else {
        model.read();
      }
    }
  }

  /// Writes down what was read of the table.
  private void fill() {
    Facts facts = model.factsProperty().get();
    Controls.show(each.getParent(), facts != null);
    if (facts == null) {
      size.setText(Messages.text("purge.reading", model.table()));
      return;
    }
    size.setText(
        Messages.text(
            "purge.size",
            facts.table().itemCount(),
            Figures.count(facts.table().itemCount()),
            Figures.bytes(facts.table().sizeBytes())));
    Label unit = Controls.label(Messages.text("purge.rate"));
    var budget = new HBox(8, Controls.label(Messages.text("purge.rate.at")), rate, unit);
    budget.setAlignment(Pos.CENTER_LEFT);
    each.costs(
        List.of(
            text(PurgeWords.reads(facts.estimate())),
            text(PurgeWords.writes(facts.estimate(), !facts.table().indexes().isEmpty())),
            takes,
            budget));
    each.meaning(
        List.of(
            quiet(Messages.text("purge.each.stays")),
            quiet(Messages.text("purge.each.shows")),
            quiet(Messages.text("purge.each.noted"))));
    Rebuild rebuild = facts.rebuild();
    anew.possible(rebuild.possible());
    anew.costs(
        List.of(text(Messages.text("purge.anew.units")), text(Messages.text("purge.anew.takes"))));
    anew.meaning(rebuild.possible() ? List.of(fates(rebuild)) : obstacles(rebuild));
    rated();
  }

  private static List<Node> obstacles(Rebuild rebuild) {
    List<Node> lines = new ArrayList<>();
    lines.add(quiet(Messages.text("purge.impossible")));
    for (String obstacle : rebuild.obstacles()) {
      Label line = Controls.label(obstacle, "sk-warning-text", "sk-purge-obstacle");
      line.setWrapText(true);
      lines.add(line);
    }
    return lines;
  }

  /// What becomes of this very table.
  private static Node fates(Rebuild rebuild) {
    var lines = new VBox(10);
    for (Fate fate : List.of(Fate.GONE, Fate.AGAIN, Fate.BACK)) {
      var part = new VBox(2, Controls.label(Messages.text("purge.fate." + fate), "sk-strong"));
      rebuild.lines(fate).forEach(line -> part.getChildren().add(quiet(line)));
      if (part.getChildren().size() > 1) {
        lines.getChildren().add(part);
      }
    }
    var pane = new ScrollPane(lines);
    pane.setId("purge-fates");
    pane.setFitToWidth(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.setPrefHeight(FATES);
    pane.getStyleClass().add("sk-purge-fates");
    pane.setAccessibleText(Messages.text("purge.fates"));
    return pane;
  }

  private void rated() {
    Facts facts = model.factsProperty().get();
    rate.getStyleClass().remove("sk-invalid");
    if (!model.rateFits()) {
      rate.getStyleClass().add("sk-invalid");
    }
    if (facts != null) {
      PurgeWay cheaper = model.cheaper(facts);
      each.markCheaper(cheaper == PurgeWay.EACH);
      anew.markCheaper(cheaper == PurgeWay.ANEW);
      takes.setText(
          model.rateFits()
              ? PurgeWords.takes(facts.estimate(), model.unitsPerSecond())
              : Messages.text("purge.rate.flaw"));
    }
    draw();
  }

  private void draw() {
    RebuildViewModel rebuild = model.rebuildProperty().get();
    boolean busy = model.runningProperty().get() || rebuild != null && rebuild.busyProperty().get();
    boolean begun = model.begun() || rebuild != null;
    Emptying.Standing standing = model.emptyingProperty().get();
    boolean ended = standing != null && standing.ended();
    banner.show(model.problemProperty().get());
    Controls.show(asking, !begun);
    Controls.show(running, begun);
    Controls.show(pause, model.runningProperty().get());
    Controls.show(confirm, !busy && !ended && rebuild == null);
    confirm.setText(
        Messages.text(
            model.begun() ? "purge.each.go-on" : "purge.confirm." + model.wayProperty().get()));
    confirm.setAccessibleText(confirm.getText());
    confirm.setDisable(!model.begun() && !model.ready());
    cancel.setText(Messages.text(busy ? "purge.hide" : begun ? "purge.close" : "purge.cancel"));
    if (rebuild == null && begun) {
      progress(standing);
    }
  }

  private void progress(Emptying.@Nullable Standing standing) {
    Facts facts = model.factsProperty().get();
    long about = facts == null ? 0 : facts.estimate().items();
    if (standing == null) {
      far.setText(Messages.text("purge.each.begins"));
      bar.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
      return;
    }
    bar.setProgress(
        standing.ended()
            ? 1
            : about == 0
                ? ProgressBar.INDETERMINATE_PROGRESS
                : Math.min(0.99, standing.deleted() / (double) about));
    far.setText(
        standing.ended() ? PurgeWords.ended(model.table(), standing) : PurgeWords.far(standing));
    reasons.show(standing.reasons());
  }

  private static Label text(String words) {
    Label label = Controls.label(words);
    label.setWrapText(true);
    return label;
  }

  private static Label quiet(String words) {
    Label label = Controls.label(words, "sk-secondary");
    label.setWrapText(true);
    return label;
  }

  private static TextField field(String id) {
    var field = new TextField();
    field.setId(id);
    field.getStyleClass().add("sk-mono");
    return field;
  }
}
