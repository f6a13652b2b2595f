package dev.sortkey.ui.kit;

import dev.sortkey.core.text.Messages;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The regions of AWS to choose from; others can be typed.
public final class Regions {
  /// AWS General Reference, Amazon DynamoDB endpoints and quotas.
  private static final List<String> KNOWN =
      List.of(
          "us-east-1",
          "us-east-2",
          "us-west-1",
          "us-west-2",
          "ca-central-1",
          "ca-west-1",
          "mx-central-1",
          "sa-east-1",
          "eu-central-1",
          "eu-central-2",
          "eu-north-1",
          "eu-south-1",
          "eu-south-2",
          "eu-west-1",
          "eu-west-2",
          "eu-west-3",
          "il-central-1",
          "me-central-1",
          "me-south-1",
          "af-south-1",
          "ap-east-1",
          "ap-northeast-1",
          "ap-northeast-2",
          "ap-northeast-3",
          "ap-south-1",
          "ap-south-2",
          "ap-southeast-1",
          "ap-southeast-2",
          "ap-southeast-3",
          "ap-southeast-4",
          "ap-southeast-5",
          "ap-southeast-7",
          "cn-north-1",
          "cn-northwest-1",
          "us-gov-east-1",
          "us-gov-west-1");

  private Regions() {}

  /// A field with a list; Enter in it does `entered`.
  public static ComboBox<String> combo(StringProperty text, Runnable entered) {
    var combo = new ComboBox<String>();
    combo.getItems().setAll(KNOWN);
    combo.setEditable(true);
    combo.setVisibleRowCount(12);
    combo.getStyleClass().add("sk-start-combo");
    combo.setAccessibleText(Messages.text("kit.region"));
    combo.getEditor().setAccessibleText(Messages.text("kit.region"));
    combo.getEditor().getStyleClass().add("sk-mono");
    combo.getEditor().textProperty().bindBidirectional(text);
    combo.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER && !combo.isShowing()) {
            entered.run();
            event.consume();
          }
        });
    return combo;
  }
}
