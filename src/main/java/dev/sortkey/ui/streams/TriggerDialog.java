package dev.sortkey.ui.streams;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.stream.TriggerDraft;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import dev.sortkey.ui.kit.Segmented;
import dev.sortkey.ui.workbench.Desk;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Asks what function a stream is to call, and how.
final class TriggerDialog {
  /// A name, or an ARN, with or without a version or an alias (Lambda API reference,
  /// CreateEventSourceMapping).
  private static final Pattern FUNCTION =
      Pattern.compile(
          "(arn:(aws[a-zA-Z-]*)?:lambda:[a-z0-9-]+:\\d{12}:function:|\\d{12}:function:)?"
              + "[a-zA-Z0-9-_]+(:(\\$LATEST|[a-zA-Z0-9-_]+))?");

  private final Desk desk;
  private final TriggersViewModel model;
  private final String arn;
  private final ComboBox<String> function = new ComboBox<>();
  private final TextField batch = new TextField("100");
  private final TextField window = new TextField("0");
  private final Segmented<Boolean> from =
      new Segmented<>(
          List.of(false, true),
          horizon ->
              Messages.text(horizon ? "streams.trigger.from-horizon" : "streams.trigger.from-now"),
          false);
  private final CheckBox enabled = new CheckBox(Messages.text("streams.trigger.enabled"));
  private final Label functionError = FormFields.error();
  private final Label batchError = FormFields.error();
  private final Label windowError = FormFields.error();
  private final Label failure = FormFields.error();
  private final Button create =
      Controls.primary(Messages.text("streams.trigger.create"), null, null);

  TriggerDialog(Desk desk, TriggersViewModel model, String arn) {
    this.desk = desk;
    this.model = model;
    this.arn = arn;
  }

  void show() {
    function.setId("trigger-function");
    function.getStyleClass().add("sk-stream-combo");
    function.setEditable(true);
    function.setItems(model.functions());
    function.setMaxWidth(Double.MAX_VALUE);
    function.setPromptText(Messages.text("streams.trigger.function.prompt"));
    batch.setId("trigger-batch");
    window.setId("trigger-window");
    enabled.setSelected(true);
    create.setId("trigger-create");
    create.setOnAction(_ -> create());
    failure.setWrapText(true);
    failure.managedProperty().bind(failure.textProperty().isNotEmpty());
    var numbers =
        new HBox(
            12,
            FormFields.field(Messages.text("streams.trigger.batch"), batch, batchError),
            FormFields.field(Messages.text("streams.trigger.window"), window, windowError));
    numbers.getChildren().forEach(field -> HBox.setHgrow(field, Priority.ALWAYS));
    Label what = Controls.label(Messages.text("streams.trigger.what"), "sk-secondary");
    what.setWrapText(true);
    var body =
        new VBox(
            12,
            what,
            FormFields.field(Messages.text("streams.trigger.function"), function, functionError),
            numbers,
            new VBox(
                4, Controls.label(Messages.text("streams.trigger.position"), "sk-secondary"), from),
            enabled,
            failure);
    Button cancel = Controls.button(Messages.text("streams.cancel"), null, null);
    cancel.setOnAction(_ -> desk.workbench().closeDialog());
    create.disableProperty().bind(model.changingProperty());
    desk.workbench()
        .showDialog(
            new DialogCard(
                Messages.text("streams.trigger.title"), body, cancel, desk.writing(create)));
    function.requestFocus();
  }

  private void create() {
    String name = function.getEditor().getText().strip();
    int size = FormFields.number(batch.getText());
    int seconds = FormFields.number(window.getText());
    boolean named = FUNCTION.matcher(name).matches();
    boolean sized = size >= 1 && size <= TriggerDraft.MOST_BATCH;
    boolean timed = seconds >= 0 && seconds <= TriggerDraft.MOST_WINDOW_SECONDS;
    functionError.setText(named ? "" : Messages.text("streams.trigger.function.wrong"));
    batchError.setText(sized ? "" : Messages.text("streams.trigger.batch.wrong"));
    windowError.setText(timed ? "" : Messages.text("streams.trigger.window.wrong"));
    if (named && sized && timed) {
      failure.setText("");
      model.create(
          new TriggerDraft(
              arn,
              name,
              size,
              Duration.ofSeconds(seconds),
              from.valueProperty().get(),
              enabled.isSelected()),
          this::answered);
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
