package dev.sortkey.ui.streams;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.stream.KinesisDestination.Precision;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import dev.sortkey.ui.kit.Segmented;
import dev.sortkey.ui.workbench.Desk;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Asks what Kinesis data stream is to receive a table's changes.
final class DestinationDialog {
  private static final Pattern ARN =
      Pattern.compile("arn:aws[a-zA-Z-]*:kinesis:[a-z0-9-]+:\\d{12}:stream/[a-zA-Z0-9_.-]{1,128}");

  private final Desk desk;
  private final DestinationsViewModel model;
  private final TextField arn = new TextField();
  private final Segmented<Precision> precision =
      new Segmented<>(
          List.of(Precision.values()),
          one -> Messages.text("streams.precision." + one.name().toLowerCase(Locale.ROOT)),
          Precision.MILLISECOND);
  private final Label error = FormFields.error();
  private final Label failure = FormFields.error();

  DestinationDialog(Desk desk, DestinationsViewModel model) {
    this.desk = desk;
    this.model = model;
  }

  void show() {
    arn.setId("kinesis-arn");
    arn.getStyleClass().add("sk-mono");
    arn.setPromptText(Messages.text("streams.kinesis.arn.prompt"));
    failure.setWrapText(true);
    failure.managedProperty().bind(failure.textProperty().isNotEmpty());
    Label what = Controls.label(Messages.text("streams.kinesis.what"), "sk-secondary");
    what.setWrapText(true);
    var body =
        new VBox(
            12,
            what,
            FormFields.field(Messages.text("streams.kinesis.arn"), arn, error),
            new VBox(
                4, Controls.label(Messages.text("streams.precision"), "sk-secondary"), precision),
            failure);
    Button cancel = Controls.button(Messages.text("streams.cancel"), null, null);
    cancel.setOnAction(_ -> desk.workbench().closeDialog());
    Button enable = Controls.primary(Messages.text("streams.kinesis.turn-on"), null, null);
    enable.setId("kinesis-enable");
    enable.setOnAction(_ -> enable());
    enable.disableProperty().bind(model.changingProperty());
    desk.workbench()
        .showDialog(
            new DialogCard(
                Messages.text("streams.kinesis.title"), body, cancel, desk.writing(enable)));
    arn.requestFocus();
  }

  private void enable() {
    String typed = arn.getText().strip();
    boolean right = ARN.matcher(typed).matches();
    error.setText(right ? "" : Messages.text("streams.kinesis.arn.wrong"));
    if (right) {
      failure.setText("");
      model.enable(typed, precision.valueProperty().get(), this::answered);
    }
  }

  private void answered(@Nullable Problem problem) {
    if (problem == null) {
      desk.workbench().closeDialog();
    } else {
      failure.setText(problem.title() + ". " + problem.detail());
    }
  }
}
