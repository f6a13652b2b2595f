package dev.sortkey.ui.createtable;

import dev.sortkey.core.table.PolicyRules;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.ItemSize;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Figures;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The resource policy's JSON, checked while it is typed.
final class PolicyPage {
  private PolicyPage() {}

  static Node of(CreateTableViewModel model, Fields fields) {
    SettingsForm form = model.form().settings();
    var area = new TextArea();
    area.setId("policy");
    area.textProperty().bindBidirectional(form.policyProperty());
    area.getStyleClass().add("sk-mono");
    area.setPrefRowCount(16);
    area.setAccessibleText(Messages.text("createtable.policy.json"));
    Label size = Controls.label("", "sk-secondary");
    form.policyProperty()
        .subscribe(text ->
            size.setText(
                Messages.text(
                    "createtable.policy.size",
                    Figures.bytes(ItemSize.of(text)),
                    Figures.bytes(PolicyRules.LONGEST))));
    Button example = Controls.flat(Messages.text("createtable.policy.example"), null, null);
    example.setId("policy-example");
    example.setOnAction(_ -> form.policyProperty().set(example(model)));
    form.policyProperty().subscribe(text -> example.setDisable(!text.isBlank()));
    var bar =
        new HBox(
            8,
            Controls.label(Messages.text("createtable.policy.json"), "sk-field-label"),
            Controls.spring(),
            size,
            Controls.explained(example, Messages.text("createtable.policy.example.why")));
    bar.setAlignment(Pos.CENTER_LEFT);
    VBox page =
        Pages.page(
            Step.POLICY,
            Pages.check("createtable.policy", form.policedProperty()),
            Pages.onlyWith(
                form.policedProperty(), bar, area, fields.error("policy", Step.POLICY, area)));
    Pages.ignored(page, model);
    return page;
  }

  private static String example(CreateTableViewModel model) {
    String name = model.form().nameProperty().get().strip();
    String table =
        "arn:aws:dynamodb:"
            + model.connection().region()
            + ":111122223333:table/"
            + (name.isEmpty() ? "*" : name);
    return """
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Principal": {"AWS": "arn:aws:iam::111122223333:root"},
          "Action": ["dynamodb:GetItem", "dynamodb:Query"],
          "Resource": "%s"
        }
      ]
    }\
    """
        .formatted(table);
  }
}
