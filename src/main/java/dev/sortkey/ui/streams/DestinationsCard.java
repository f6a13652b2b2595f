package dev.sortkey.ui.streams;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.stream.KinesisDestination;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Tip;
import dev.sortkey.ui.workbench.Desk;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// The Kinesis data streams that receive this table's changes.
final class DestinationsCard {
  private final Desk desk;
  private final DestinationsViewModel model;
  private final ListCard list;
  private final Button enable =
      Controls.button(Messages.text("streams.kinesis.turn-on"), Feather.PLUS, null);

  DestinationsCard(Desk desk, DestinationsViewModel model) {
    this.desk = desk;
    this.model = model;
    this.list = new ListCard(Messages.text("streams.kinesis"), this::remedy);
    enable.setId("enable-kinesis");
    enable.setOnAction(_ -> new DestinationDialog(desk, model).show());
    list.card().setActions(desk.writing(enable));
    model.destinations().addListener((ListChangeListener<KinesisDestination>) _ -> show());
    model.problemProperty().subscribe(_ -> show());
    model.loadedProperty().subscribe(_ -> show());
    model.changingProperty().subscribe(_ -> show());
  }

  Node node() {
    return list.card();
  }

  private void show() {
    Problem problem = model.problemProperty().get();
    boolean offered = problem == null || problem.kind() != Problem.Kind.UNSUPPORTED_BY_ENDPOINT;
    list.rows(model.destinations().stream().map(this::row).toList());
    Controls.show(enable, offered);
    enable.setDisable(model.changingProperty().get());
    list.show(
        problem,
        Messages.text("streams.kinesis.unsupported"),
        Messages.text(
            model.loadedProperty().get() ? "streams.kinesis.none" : "streams.kinesis.loading"));
  }

  private HBox row(KinesisDestination destination) {
    Label name = Controls.label(destination.name(), "sk-mono");
    name.setTooltip(new Tip(destination.streamArn()));
    name.setMinWidth(120);
    String precision =
        destination.precision() == null
            ? ""
            : Messages.text(
                "streams.precision." + destination.precision().name().toLowerCase(Locale.ROOT));
    Label facts = Controls.label(precision, "sk-secondary");
    facts.setMinWidth(0);
    HBox state =
        ListCard.state(
            Messages.text(
                "streams.kinesis-status."
                    + destination.status().name().toLowerCase(Locale.ROOT).replace('_', '-')),
            style(destination.status()));
    if (destination.said() != null) {
      Tooltip.install(state, new Tip(destination.said()));
    }
    Button disable = Controls.button(Messages.text("streams.kinesis.turn-off"), null, null);
    disable.getStyleClass().add("sk-small");
    disable.setDisable(model.changingProperty().get());
    disable.setOnAction(_ -> askOff(destination));
    return destination.status() == KinesisDestination.Status.ACTIVE
        ? ListCard.row(name, facts, state, desk.writing(disable))
        : ListCard.row(name, facts, state);
  }

  private static String style(KinesisDestination.Status status) {
    return switch (status) {
      case ACTIVE -> "sk-success";
      case ENABLING, DISABLING, UPDATING -> "sk-warning";
      case ENABLE_FAILED -> "sk-danger";
      case DISABLED, UNKNOWN -> "sk-read";
    };
  }

  private void askOff(KinesisDestination destination) {
    Asking.before(
        desk,
        Messages.text("streams.kinesis.off.title", destination.name()),
        Messages.text("streams.kinesis.turn-off"),
        () -> model.disable(destination),
        Messages.text("streams.kinesis.off.what"));
  }

  private void remedy(Problem.Remedy remedy) {
    if (remedy == Problem.Remedy.RETRY) {
      model.load();
    } else {
      desk.workbench().remedy(remedy);
    }
  }
}
