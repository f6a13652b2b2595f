package dev.sortkey.ui.createtable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.ui.Desks;
import dev.sortkey.ui.RecordingWorkbench;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Destination;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CreateTablePanelTest {
  @ParameterizedTest
  @EnumSource(Theme.class)
  void theGuidesTableIsCreatedByKeyboardAndMouse(Theme theme) {
    Ui.start();
    String name = "CreateTablePanelTest-" + theme;
    var workbench = new RecordingWorkbench();
    Desk desk = Desks.open(Work.inBackground(), workbench, theme);
    CreateTablePanel panel = Ui.onFx(() -> new CreateTablePanel(desk));
    Stage stage = Ui.show(panel.node(), theme);
    try {
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      Ui.picture(stage.getScene(), Path.of("target/pictures/createtable-empty-" + theme + ".png"));
      Ui.fill(Ui.find("#table-name"), name);
      Ui.fill(Ui.find("#partition-key"), "OrderID");
      Ui.fill(Ui.find("#sort-key"), "CustomerID");
      Ui.picture(
          stage.getScene(), Path.of("target/pictures/createtable-details-" + theme + ".png"));
      Ui.click(Ui.text("Secondary indexes"));
      Ui.click(Ui.find("#add-gsi"));
      Ui.fill(field("Partition key"), "CustomerID");
      Ui.click(Ui.text("Sort key"));
      Ui.fill(field("Sort key"), "OrderDate");
      Ui.click(Ui.text("Include"));
      Ui.fill(field("Add attribute"), "Status");
      Ui.press(KeyCode.ENTER);
      Ui.type("TotalAmount");
      Ui.press(KeyCode.ENTER);
      Ui.picture(
          stage.getScene(), Path.of("target/pictures/createtable-indexes-" + theme + ".png"));
      Ui.click(Ui.find("#create-table-review"));
      Ui.picture(stage.getScene(), Path.of("target/pictures/createtable-review-" + theme + ".png"));
      Ui.click(Ui.find("#create-table-create"));
      Ui.until("the table is ready", () -> !workbench.opened.isEmpty());

      assertThat(workbench.opened).containsExactly(Destination.items(name));
      assertThat(workbench.closed).containsExactly(panel);
      TableSchema schema = desk.session().tables().describe(name);
      assertThat(schema.active()).isTrue();
      assertThat(schema.keys().all())
          .containsExactly(
              new KeyAttribute("OrderID", KeyType.S), new KeyAttribute("CustomerID", KeyType.S));
      Index index = schema.index("CustomerID-OrderDate-index").orElseThrow();
      assertThat(index.keys().all())
          .extracting(KeyAttribute::name)
          .containsExactly("CustomerID", "OrderDate");
      assertThat(index.projection().kind()).isEqualTo(Projection.Kind.INCLUDE);
      assertThat(index.projection().included()).containsExactlyInAnyOrder("Status", "TotalAmount");
    } finally {
      Ui.hide(stage);
      Ui.run(panel::closed);
      desk.session().close();
    }
  }

  @Test
  void anAttributeOfTwoTypesIsSaidAndMended() {
    Ui.start();
    Desk desk = Desks.open(Work.inBackground(), new RecordingWorkbench(), Theme.LIGHT);
    CreateTablePanel panel = Ui.onFx(() -> new CreateTablePanel(desk));
    Stage stage = Ui.show(panel.node(), Theme.LIGHT);
    try {
      Ui.fill(Ui.find("#table-name"), "Conflict");
      Ui.fill(Ui.find("#partition-key"), "OrderDate");
      Ui.click(Ui.text("Secondary indexes"));
      Ui.click(Ui.find("#add-gsi"));
      Ui.fill(field("Partition key"), "OrderDate");
      Ui.click(Ui.text("Type of Partition key"));
      Ui.press(KeyCode.DOWN);
      Ui.press(KeyCode.ENTER);
      Ui.until("the conflict is said", () -> Ui.showsText("one type in a table"));
      Ui.picture(stage.getScene(), Path.of("target/pictures/createtable-conflict.png"));
      Ui.click(Ui.text("Make it String"));
      Ui.until("the conflict is gone", () -> !Ui.showsText("one type in a table"));
    } finally {
      Ui.hide(stage);
      Ui.run(panel::closed);
      desk.session().close();
    }
  }

  @Test
  void aRefusalKeepsWhatWasTyped() {
    var workbench = new RecordingWorkbench();
    Desk desk = Desks.open(Work.direct(), workbench, Theme.LIGHT);
    String name = "CreateTablePanelTest-taken";
    for (int i = 0; i < 2; i++) {
      var model = new CreateTableViewModel(desk.session(), desk.work(), Duration.ZERO);
      model.form().nameProperty().set(name);
      model.form().partition().nameProperty().set("id");
      model.create(desk.tables()::put);
      if (i == 0) {
        assertThat(model.problemProperty().get()).isNull();
      } else {
        assertThat(model.problemProperty().get()).isNotNull();
        assertThat(model.problemProperty().get().title()).isNotBlank();
        assertThat(model.form().nameProperty().get()).isEqualTo(name);
      }
    }
    desk.session().close();
  }

  @Test
  void wrongUnitsAreSaidBeforeAnythingIsSent() {
    Desk desk = Desks.open(Work.direct(), new RecordingWorkbench(), Theme.LIGHT);
    var model = new CreateTableViewModel(desk.session(), desk.work(), Duration.ZERO);
    TableForm form = model.form();
    form.nameProperty().set("Units");
    form.partition().nameProperty().set("id");
    form.customizedProperty().set(true);
    form.capacity().onDemandProperty().set(false);
    form.capacity().read().unitsProperty().set("many");
    assertThat(form.flaws()).extracting(flaw -> flaw.field()).containsExactly("capacity.read");
    model.create(_ -> {});
    assertThat(model.stepProperty().get()).isEqualTo(Step.CAPACITY);
    assertThat(desk.session().calls().count()).isZero();
    desk.session().close();
  }

  static TextField field(String name) {
    return (TextField)
        Ui.find(
            "field " + name,
            node -> node instanceof TextField && name.equals(node.getAccessibleText()));
  }
}
