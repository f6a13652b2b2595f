package dev.sortkey.ui.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sortkey.core.calls.CallRecord;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.ui.Desks;
import dev.sortkey.ui.RecordingWorkbench;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Desk;
import java.nio.file.Path;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallsPanelTest {
  @ParameterizedTest
  @EnumSource(Theme.class)
  void eachCallIsShownAndCopiedAsACommand(Theme theme) {
    Ui.start();
    var workbench = new RecordingWorkbench();
    Desk desk = Desks.open(Work.inBackground(), workbench, theme);
    CallsPanel panel = Ui.onFx(() -> new CallsPanel(desk));
    Stage stage = Ui.show(panel.node(), theme);
    try {
      desk.session().tables().names();
      assertThatThrownBy(() -> desk.session().tables().describe("NoSuchTable"))
          .isInstanceOf(ProblemException.class);
      TableView<?> table = (TableView<?>) Ui.find("#calls");
      Ui.until("two calls", () -> table.getItems().size() == 2);
      assertThat(table.getItems())
          .extracting(call -> ((CallRecord) call).operation())
          .containsExactly("DescribeTable", "ListTables");
      Ui.run(table::requestFocus);
      Ui.run(() -> table.getSelectionModel().select(0));
      Ui.picture(stage.getScene(), Path.of("target/pictures/calls-" + theme + ".png"));
      Ui.press(KeyCode.CONTROL, KeyCode.C);
      assertThat(Ui.onFx(() -> Clipboard.getSystemClipboard().getString()))
          .startsWith("aws dynamodb describe-table")
          .contains("NoSuchTable");
      assertThat(workbench.toasts).hasSize(1);
    } finally {
      Ui.hide(stage);
      Ui.run(panel::closed);
      desk.session().close();
    }
  }

  @Test
  void theFilterAndErrorsOnlyChooseCalls() {
    var workbench = new RecordingWorkbench();
    Desk desk = Desks.open(Work.direct(), workbench, Theme.LIGHT);
    var model = new CallsViewModel(desk.session().calls(), desk.work());
    desk.session().tables().names();
    assertThatThrownBy(() -> desk.session().tables().describe("NoSuchTable"))
        .isInstanceOf(ProblemException.class);
    assertThat(model.calls()).hasSize(2);
    model.errorsOnlyProperty().set(true);
    assertThat(model.calls()).extracting(CallRecord::table).containsExactly("NoSuchTable");
    model.errorsOnlyProperty().set(false);
    model.filterProperty().set("listt");
    assertThat(model.calls()).extracting(CallRecord::operation).containsExactly("ListTables");
    model.close();
    model.filterProperty().set("");
    desk.session().tables().names();
    assertThat(model.calls()).as("a closed panel listens no more").hasSize(2);
    desk.session().close();
  }
}
