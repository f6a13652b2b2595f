package dev.sortkey.ui.connections;

import dev.sortkey.core.session.Environment;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.Regions;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The form for an endpoint of one's own.
final class EndpointForm extends VBox {
  /// What the fields beside the address need, with their gaps.
  private static final double OTHERS = 628;

  private static final double NARROW = 240;

  private final EndpointViewModel model;
  private final VBox messages = new VBox(2);
  private final TextField accessKey = new TextField();

  EndpointForm(EndpointViewModel model) {
    super(10);
    this.model = model;
    Label title = Controls.label(Messages.text("connections.endpoint.title"), "sk-start-section");
    Label examples = Controls.label(Messages.text("connections.endpoint.examples"), "sk-secondary");
    var head = new HBox(8, title, examples);
    head.setAlignment(Pos.BASELINE_LEFT);
    var card = new VBox(8, fields(), messages);
    card.getStyleClass().addAll("sk-card", "sk-start-endpoint");
    Label memory = Controls.label(Messages.text("connections.endpoint.memory"), "sk-secondary");
    memory.setGraphic(Icons.small(Feather.LOCK));
    memory.setGraphicTextGap(6);
    getChildren().addAll(head, card, memory);
    say(model.url().problemProperty(), "sk-error-text");
    say(model.region().problemProperty(), "sk-error-text");
    say(model.accessKey().problemProperty(), "sk-error-text");
    say(model.secretKey().problemProperty(), "sk-error-text");
    say(model.hintProperty(), "sk-warning-text");
    say(model.noticeProperty(), "sk-start-notice");
    model
        .noticeProperty()
        .subscribe(notice -> {
          if (!notice.isEmpty()) {
            accessKey.requestFocus();
          }
        });
    Controls.show(messages, messages.getChildren().stream().anyMatch(Node::isVisible));
  }

  private FlowPane fields() {
    var url = new TextField();
    url.setPromptText("http://localhost:8000");
    var secretKey = new PasswordField();
    ComboBox<String> region = Regions.combo(model.region().textProperty(), model::open);
    region.setPrefWidth(132);
    ComboBox<Environment> environment = Environments.combo();
    environment.valueProperty().bindBidirectional(model.environmentProperty());
    environment.setPrefWidth(144);
    Button open = Controls.button(Messages.text("connections.open"), null, null);
    open.setId("endpoint-open");
    open.setAccessibleText(Messages.text("connections.endpoint.title"));
    open.setOnAction(_ -> model.open());
    var pane =
        new FlowPane(
            8,
            12,
            field(url, "endpoint-url", "connections.endpoint.url", model.url()),
            labelled("connections.endpoint.region", region),
            field(
                accessKey,
                "endpoint-access-key",
                "connections.endpoint.access-key",
                model.accessKey()),
            field(
                secretKey,
                "endpoint-secret-key",
                "connections.endpoint.secret-key",
                model.secretKey()),
            labelled("connections.environment", environment),
            labelled(null, open));
    region.setId("endpoint-region");
    environment.setId("endpoint-environment");
    invalid(region.getEditor(), region, model.region());
    accessKey.setPrefWidth(128);
    secretKey.setPrefWidth(128);
    pane.widthProperty()
        .subscribe(width ->
            url.setPrefWidth(
                width.doubleValue() - OTHERS >= NARROW ? width.doubleValue() - OTHERS : NARROW));
    return pane;
  }

  private Node field(TextField field, String id, String name, EndpointViewModel.Field of) {
    field.setId(id);
    field.getStyleClass().add("sk-mono");
    field.setAccessibleText(Messages.text(name));
    field.textProperty().bindBidirectional(of.textProperty());
    field.setOnAction(_ -> model.open());
    invalid(field, field, of);
    return labelled(name, field);
  }

  /// Marks what is wrong.
  private static void invalid(TextField field, Control marked, EndpointViewModel.Field of) {
    of.problemProperty()
        .subscribe(problem -> {
          marked.getStyleClass().remove("sk-invalid");
          field.setAccessibleHelp(problem);
          if (!problem.isEmpty()) {
            marked.getStyleClass().add("sk-invalid");
          }
        });
  }

  private static Node labelled(@Nullable String name, Control control) {
    Label label = Controls.label(name == null ? "" : Messages.text(name), "sk-field-label");
    label.setLabelFor(control);
    return new VBox(4, label, control);
  }

  private void say(ObservableValue<String> text, String styleClass) {
    Label label = Controls.label("", styleClass);
    label.setWrapText(true);
    label.textProperty().bind(text);
    messages.getChildren().add(label);
    text.subscribe(now -> {
      Controls.show(label, !now.isEmpty());
      Controls.show(messages, messages.getChildren().stream().anyMatch(Node::isVisible));
    });
  }
}
