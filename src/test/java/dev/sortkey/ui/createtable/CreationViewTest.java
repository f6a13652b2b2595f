package dev.sortkey.ui.createtable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.table.Drafts;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.table.TableUpdate;
import dev.sortkey.sandbox.TestSandbox;
import dev.sortkey.standin.NewTables;
import dev.sortkey.standin.Scaling;
import dev.sortkey.standin.StandIn;
import dev.sortkey.ui.Desks;
import dev.sortkey.ui.RecordingWorkbench;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Destination;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CreationViewTest {
  @ParameterizedTest
  @EnumSource(Theme.class)
  void aStepThatFailsOffersTheWaysOn(Theme theme) {
    Ui.start();
    String name = "CreationViewTest-" + theme;
    var tables = new NewTables(TestSandbox.shared().endpoint(), 2);
    var workbench = new RecordingWorkbench();
    try (var aws = new StandIn(TestSandbox.shared().endpoint(), tables, new Scaling())) {
      Desk desk = Desks.on(Desks.session(aws.endpoint()), Work.inBackground(), workbench, theme);
      CreateTablePanel panel = Ui.onFx(() -> new CreateTablePanel(desk, Duration.ofMillis(20)));
      Stage stage = Ui.show(panel.node(), theme);
      try {
        Ui.run(() -> {
          CreationOnAwsTest.describeEverything(panel.model().form());
          panel.model().form().nameProperty().set(name);
          panel.model().stepProperty().set(Step.REVIEW);
        });
        picture(stage, "review-all", theme);
        tables.refuseOnce(
            "UpdateTimeToLive",
            "AccessDeniedException",
            "User: arn:aws:iam::123456789012:user/ana is not authorized to perform: dynamodb:UpdateTimeToLive on resource: arn:aws:dynamodb:eu-west-1:123456789012:table/Orders");
        Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
        Ui.find("#creation-leave-out");
        picture(stage, "creation-failed", theme);
        Ui.sees("dynamodb:UpdateTimeToLive");
        Ui.click(Ui.find("#creation-leave-out"));
        Ui.until("the table is ready", () -> !workbench.opened.isEmpty());
        assertThat(workbench.opened).containsExactly(Destination.items(name));
        TableSchema schema = desk.session().tables().describe(name);
        assertThat(schema.deletionProtection()).isTrue();
        desk.session().admin().update(name, new TableUpdate.Protect(false));
        desk.session().tables().delete(name);
        assertThat(tables.request(name).path("ResourcePolicy").asString()).isEqualTo(Drafts.POLICY);
      } finally {
        Ui.hide(stage);
        Ui.run(panel::closed);
        desk.session().close();
      }
    }
  }

  private static void picture(Stage stage, String name, Theme theme) {
    String file = "wizard-" + name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
    Ui.picture(stage.getScene(), Path.of("target/pictures/" + file));
  }
}
