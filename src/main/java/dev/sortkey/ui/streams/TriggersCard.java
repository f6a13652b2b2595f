package dev.sortkey.ui.streams;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.stream.StreamState;
import dev.sortkey.core.stream.Trigger;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Tip;
import dev.sortkey.ui.workbench.Desk;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The Lambda functions that this stream calls.
final class TriggersCard {
  private final Desk desk;
  private final TriggersViewModel model;
  private final ListCard list;
  private final Button create =
      Controls.button(Messages.text("streams.trigger.create"), Feather.PLUS, null);
  private @Nullable StreamState stream;

  TriggersCard(Desk desk, TriggersViewModel model) {
    this.desk = desk;
    this.model = model;
    this.list = new ListCard(Messages.text("streams.triggers"), this::remedy);
    create.setId("create-trigger");
    create.setOnAction(_ -> create());
    list.card().setActions(desk.writing(create));
    model.triggers().addListener((ListChangeListener<Trigger>) _ -> show());
    model.problemProperty().subscribe(_ -> show());
    model.loadedProperty().subscribe(_ -> show());
    model.changingProperty().subscribe(_ -> show());
  }

  Node node() {
    return list.card();
  }

  /// Triggers hang on a stream: while there is none there is nothing to list.
  void stream(@Nullable StreamState now) {
    stream = now;
    if (now != null && now.on() && now.arn() != null) {
      model.load(now.arn());
    }
    show();
  }

  private void show() {
    boolean on = stream != null && stream.on();
    Problem problem = on ? model.problemProperty().get() : null;
    boolean offered = problem == null || problem.kind() != Problem.Kind.UNSUPPORTED_BY_ENDPOINT;
    list.rows(on ? model.triggers().stream().map(this::row).toList() : List.of());
    Controls.show(create, on && offered);
    create.setDisable(model.changingProperty().get());
    list.show(
        problem,
        Messages.text("streams.triggers.unsupported"),
        Messages.text(
            !on
                ? "streams.triggers.no-stream"
                : model.loadedProperty().get()
                    ? "streams.triggers.none"
                    : "streams.triggers.loading"));
  }

  private HBox row(Trigger trigger) {
    Label name = Controls.label(trigger.function(), "sk-mono");
    name.setTooltip(new Tip(trigger.functionArn()));
    name.setMinWidth(120);
    Label facts = Controls.label(facts(trigger), "sk-secondary");
    facts.setMinWidth(0);
    HBox state =
        ListCard.state(
            Messages.text("streams.trigger-state." + lower(trigger.state())),
            style(trigger.state()));
    if (trigger.reason() != null) {
      Tooltip.install(state, new Tip(trigger.reason()));
    }
    boolean settled = trigger.state().settled() && !model.changingProperty().get();
    boolean runs = trigger.state() == Trigger.State.ENABLED;
    Button turn =
        Controls.button(
            Messages.text(runs ? "streams.trigger.disable" : "streams.trigger.enable"), null, null);
    turn.setDisable(!settled);
    turn.setOnAction(_ -> turn(trigger, !runs));
    Button delete = Controls.icon(Feather.TRASH_2, Messages.text("streams.trigger.delete"), null);
    delete.setDisable(!settled);
    delete.setOnAction(_ -> delete(trigger));
    turn.getStyleClass().add("sk-small");
    delete.getStyleClass().add("sk-small");
    return ListCard.row(name, facts, state, desk.writing(turn), desk.writing(delete));
  }

  private static String facts(Trigger trigger) {
    String facts =
        Messages.text("streams.trigger.facts", trigger.batchSize(), trigger.window().toSeconds());
    return trigger.lastResult() == null
        ? facts
        : Messages.text("streams.trigger.facts.result", facts, trigger.lastResult());
  }

  private static String style(Trigger.State state) {
    return switch (state) {
      case ENABLED -> "sk-success";
      case DISABLED, UNKNOWN -> "sk-read";
      case DELETING -> "sk-danger";
      case CREATING, ENABLING, DISABLING, UPDATING -> "sk-warning";
    };
  }

  private static String lower(Trigger.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private void create() {
    if (stream != null && stream.arn() != null) {
      model.choose();
      new TriggerDialog(desk, model, stream.arn()).show();
    }
  }

  private void turn(Trigger trigger, boolean on) {
    Asking.before(
        desk,
        Messages.text(
            on ? "streams.trigger.enable.title" : "streams.trigger.disable.title",
            trigger.function()),
        Messages.text(on ? "streams.trigger.enable" : "streams.trigger.disable"),
        () -> model.setEnabled(trigger, on),
        Messages.text(on ? "streams.trigger.enable.what" : "streams.trigger.disable.what"));
  }

  private void delete(Trigger trigger) {
    Asking.before(
        desk,
        Messages.text("streams.trigger.delete.title", trigger.function()),
        Messages.text("streams.trigger.delete"),
        () -> model.delete(trigger),
        Messages.text("streams.trigger.delete.what"));
  }

  private void remedy(Problem.Remedy remedy) {
    if (remedy == Problem.Remedy.RETRY) {
      stream(stream);
    } else {
      desk.workbench().remedy(remedy);
    }
  }
}
