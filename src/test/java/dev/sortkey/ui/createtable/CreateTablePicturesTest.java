package dev.sortkey.ui.createtable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.ui.Desks;
import dev.sortkey.ui.RecordingWorkbench;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Desk;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every step with something in it, to be laid beside the mockup.
class CreateTablePicturesTest {
  @ParameterizedTest
  @EnumSource(Theme.class)
  void everyStep(Theme theme) {
    Ui.start();
    Desk desk = Desks.open(Work.inBackground(), new RecordingWorkbench(), theme);
    CreateTablePanel panel = Ui.onFx(() -> new CreateTablePanel(desk));
    // beside the sidebar of the window
    var window = new BorderPane(panel.node());
    var sidebar = new Region();
    sidebar.setMinWidth(232);
    window.setLeft(sidebar);
    Stage stage = Ui.show(window, theme);
    try {
      put(Ui.find("#table-name"), "CustomerOrders");
      put(Ui.find("#partition-key"), "OrderID");
      put(Ui.find("#sort-key"), "CustomerID");
      take(stage, "details", theme);
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      take(stage, "settings-default", theme);
      Ui.click(Ui.text("Customize settings"));
      Ui.click(Ui.text("Record every change in a stream"));
      Ui.click(Ui.text("Let items expire"));
      put(CreateTablePanelTest.field("Time to live attribute"), "expires");
      take(stage, "settings", theme);
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      take(stage, "class", theme);
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      take(stage, "calculator", theme);
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      take(stage, "capacity", theme);
      Ui.click(Ui.text("Provisioned"));
      Ui.click(Ui.text("Auto scaling"));
      take(stage, "capacity-provisioned", theme);
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      Ui.click(Ui.find("#add-gsi"));
      Ui.type("CustomerID");
      Ui.click(Ui.text("Sort key"));
      Ui.type("OrderDate");
      Ui.click(Ui.text("Include"));
      Ui.click(CreateTablePanelTest.field("Add attribute"));
      Ui.type("TotalAmount");
      Ui.press(KeyCode.ENTER);
      Ui.type("Status");
      Ui.press(KeyCode.ENTER);
      take(stage, "indexes", theme);
      Ui.click(Ui.text("Encryption"));
      Ui.click(Ui.text("Customer managed key"));
      take(stage, "encryption", theme);
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      take(stage, "encryption-missing", theme);
      put(Ui.find("#kms-key"), "alias/orders");
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      Ui.click(Ui.text("Turn on point-in-time recovery"));
      take(stage, "protection", theme);
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      Ui.click(Ui.text("Attach a resource policy"));
      Ui.click(Ui.find("#policy-example"));
      Ui.click(Ui.find("#policy"));
      Ui.press(KeyCode.CONTROL, KeyCode.END);
      Ui.type("x");
      take(stage, "policy", theme);
      Ui.press(KeyCode.BACK_SPACE);
      Ui.click(Ui.text("Tags"));
      take(stage, "tags-none", theme);
      Ui.click(Ui.find("#add-tag"));
      Ui.type("aws:team");
      take(stage, "tags", theme);
      Ui.press(KeyCode.CONTROL, KeyCode.A);
      Ui.type("team");
      Ui.click(Ui.find("#create-table-next"));
      take(stage, "review", theme);
      assertThat(
              Ui.showsText("aws dynamodb create-table")
                  || Ui.shows(node -> "code".equals(node.getId())))
          .isTrue();
    } finally {
      Ui.hide(stage);
      Ui.run(panel::closed);
      desk.session().close();
    }
  }

  /// Without a key press for each letter.
  private static void put(Node field, String text) {
    Ui.run(() -> ((TextInputControl) field).setText(text));
  }

  private static void take(Stage stage, String name, Theme theme) {
    String file = "wizard-" + name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
    Ui.picture(stage.getScene(), Path.of("target/pictures/" + file));
  }
}
