package dev.sortkey.ui.createtable;

import dev.sortkey.core.codegen.TableCode;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The table as AWS CLI commands and as a template of several tools, to be copied.
final class CodeView extends VBox {
  /// How the table is written down.
  enum Form {
    CLI,
    CLOUD_FORMATION,
    TERRAFORM,
    CDK
  }

  private final CreateTableViewModel model;
  private final ObjectProperty<Form> form = new SimpleObjectProperty<>(Form.CLI);
  private final TextArea area = new TextArea();

  /// @param copied told in words what is on the clipboard
  CodeView(CreateTableViewModel model, Consumer<String> copied) {
    super(8);
    this.model = model;
    Button copy = Controls.button(Messages.text("createtable.code.copy"), Feather.COPY, null);
    copy.setId("code-copy");
    copy.setOnAction(_ -> {
      var content = new ClipboardContent();
      content.putString(area.getText());
      Clipboard.getSystemClipboard().setContent(content);
      copied.accept(Messages.text("createtable.code.copied"));
    });
    var bar =
        new HBox(
            8,
            Pages.segmented(
                List.of(Form.values()), each -> Messages.text("createtable.code." + each), form),
            Controls.spring(),
            copy);
    bar.setAlignment(Pos.CENTER_LEFT);
    area.setEditable(false);
    area.setId("code");
    area.getStyleClass().addAll("sk-mono", "sk-code");
    area.setPrefRowCount(14);
    area.setAccessibleText(Messages.text("createtable.code"));
    VBox.setVgrow(area, Priority.ALWAYS);
    getChildren().addAll(bar, area);
    form.addListener(_ -> refresh());
    refresh();
  }

  void refresh() {
    String text =
        switch (form.get()) {
          case CLI -> TableCode.cli(model.form().draft(), model.connection());
          case CLOUD_FORMATION -> TableCode.cloudFormation(model.form().draft());
          case TERRAFORM -> TableCode.terraform(model.form().draft());
          case CDK -> TableCode.cdk(model.form().draft());
        };
    if (!text.equals(area.getText())) {
      area.setText(text);
    }
  }
}
