package dev.sortkey.ui.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.ResourcePolicy;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.ui.AwsDesk;
import dev.sortkey.ui.Desks;
import dev.sortkey.ui.RecordingWorkbench;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Desk;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PermissionsTest {
  private static String create(Session session, String name) {
    return session
        .tables()
        .create(
            new TableDraft(
                name,
                new KeySchema(List.of(new KeyAttribute("pk", KeyType.S)), List.of()),
                Capacity.onDemand(),
                List.of(),
                false))
        .arn();
  }

  @Test
  void someoneElsesChangeIsShownAndNotOverwritten() {
    try (var aws = new AwsDesk(Work.direct(), Theme.LIGHT)) {
      String arn = create(aws.session, "orders");
      var model = new PolicyViewModel(aws.desk, "orders");
      model.read();
      assertThat(model.readProperty().get().policy()).isNull();
      model.template();
      assertThat(model.flaw()).isEmpty();
      String mine = model.textProperty().get();
      aws.session
          .admin()
          .putPolicy(arn, mine.replace("GetItem", "PutItem"), ResourcePolicy.NONE, false);

      model.save(false);
      assertThat(model.conflictProperty().get()).isTrue();
      assertThat(aws.session.admin().policy(arn).orElseThrow().json()).contains("PutItem");
      assertThat(model.textProperty().get()).as("what was typed stays").isEqualTo(mine);
      assertThat(model.diff().changes()).hasSize(1);

      model.save(false);
      assertThat(model.conflictProperty().get()).isFalse();
      assertThat(aws.session.admin().policy(arn).orElseThrow().json()).isEqualTo(mine);
      assertThat(model.editedProperty().get()).isFalse();

      String revision = aws.session.admin().policy(arn).orElseThrow().revision();
      aws.session.admin().putPolicy(arn, mine.replace("Query", "Scan"), revision, false);
      model.delete();
      assertThat(model.conflictProperty().get()).isTrue();
      assertThat(model.textProperty().get()).contains("Scan");
      model.delete();
      assertThat(aws.session.admin().policy(arn)).isEmpty();
    }
  }

  @Test
  void whatIamRefusedIsNamed() {
    try (var aws = new AwsDesk(Work.direct(), Theme.LIGHT)) {
      create(aws.session, "orders");
      var model = new PolicyViewModel(aws.desk, "orders");
      model.read();
      model.template();
      aws.tables.deny("PutResourcePolicy");
      model.save(false);
      assertThat(model.problemProperty().get().kind()).isEqualTo(Problem.Kind.ACCESS_DENIED);
      assertThat(model.problemProperty().get().title() + model.problemProperty().get().detail())
          .contains("dynamodb:PutResourcePolicy");
      assertThat(model.editedProperty().get()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void aPolicyIsWrittenAfterItsDiff(Theme theme) {
    Ui.start();
    try (var aws = new AwsDesk(Work.inBackground(), theme)) {
      String arn = create(aws.session, "CustomerOrders");
      PermissionsSection section =
          Ui.onFx(() -> new PermissionsSection(aws.desk, "CustomerOrders"));
      var root = new StackPane(section.node());
      Stage stage = Ui.show(root, theme);
      try {
        Ui.run(section::shown);
        Ui.click(Ui.find("#policy-write"));
        Ui.find("#policy-save");
        Ui.press(KeyCode.CONTROL, KeyCode.END);
        Ui.type("x");
        Ui.until("the flaw is shown", () -> Ui.anywhere("#policy-flaw").isVisible());
        Ui.picture(stage.getScene(), Path.of("target/pictures/permissions-flaw-" + theme + ".png"));
        Ui.press(KeyCode.BACK_SPACE);
        Ui.until("the flaw is gone", () -> !Ui.anywhere("#policy-flaw").isVisible());
        Ui.press(KeyCode.CONTROL, KeyCode.S);
        Ui.until("the diff is shown", () -> !aws.workbench.dialogs.isEmpty());
        Node dialog = aws.workbench.dialogs.getFirst();
        Ui.run(() -> root.getChildren().add(dialog));
        Ui.find("#policy-save-now");
        Ui.picture(stage.getScene(), Path.of("target/pictures/permissions-diff-" + theme + ".png"));
        Ui.click(Ui.find("#policy-save-now"));
        Ui.until("saved", () -> !aws.workbench.toasts.isEmpty());
        Ui.run(() -> root.getChildren().remove(dialog));
        assertThat(aws.session.admin().policy(arn).orElseThrow().json()).contains("ReadItems");
        Ui.picture(stage.getScene(), Path.of("target/pictures/permissions-" + theme + ".png"));
      } finally {
        Ui.hide(stage);
        Ui.run(section::closed);
      }
    }
  }

  @Test
  void onTheSandboxThePageSaysThatThereAreNone() {
    Ui.start();
    Desk desk = Desks.open(Work.inBackground(), new RecordingWorkbench(), Theme.LIGHT);
    String name = "Policy" + UUID.randomUUID().toString().substring(0, 8);
    create(desk.session(), name);
    PermissionsSection section = Ui.onFx(() -> new PermissionsSection(desk, name));
    Stage stage = Ui.show(new StackPane(section.node()), Theme.LIGHT);
    try {
      Ui.run(section::shown);
      Ui.until("said so", () -> Ui.showsText("No resource policies here"));
      Ui.picture(stage.getScene(), Path.of("target/pictures/permissions-sandbox.png"));
    } finally {
      Ui.hide(stage);
      Ui.run(section::closed);
      desk.session().tables().delete(name);
      desk.session().close();
    }
  }
}
