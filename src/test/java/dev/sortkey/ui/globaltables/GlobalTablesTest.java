package dev.sortkey.ui.globaltables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.AutoScaling;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.Replica;
import dev.sortkey.core.table.ReplicaNeeds;
import dev.sortkey.core.table.ScaledUnits;
import dev.sortkey.core.table.StreamView;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableUpdate;
import dev.sortkey.ui.AwsDesk;
import dev.sortkey.ui.Desks;
import dev.sortkey.ui.RecordingWorkbench;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Desk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GlobalTablesTest {
  private static void create(Session session, String name, Capacity capacity) {
    session
        .tables()
        .create(
            new TableDraft(
                name,
                new KeySchema(List.of(new KeyAttribute("pk", KeyType.S)), List.of()),
                capacity,
                List.of(),
                false));
  }

  @Test
  void theStreamComesFirstAndTheReplicaIsFollowedUntilItIsActive() {
    try (var aws = new AwsDesk(Work.direct(), Theme.LIGHT)) {
      create(aws.session, "orders", Capacity.onDemand());
      var model = new ReplicasViewModel(aws.desk, "orders", Duration.ofMillis(1));
      model.read();
      assertThat(model.needsProperty().get().obstacle()).isEmpty();
      assertThat(model.flaw("eu-west-1").orElseThrow()).contains("eu-west-1");
      model.add("us-east-1", "");
      assertThat(aws.workbench.toasts).hasSize(1);
      assertThat(aws.changes()).containsExactly("CreateTable", "UpdateTable", "UpdateTable");
      ReplicaNeeds now = model.needsProperty().get();
      assertThat(now.details().stream().view()).isEqualTo(StreamView.NEW_AND_OLD_IMAGES);
      assertThat(now.details().replicas())
          .extracting(Replica::region, Replica::status)
          .containsExactly(tuple("us-east-1", "ACTIVE"));
      assertThat(model.flaw("us-east-1")).isPresent();
      model.remove("us-east-1");
      assertThat(model.needsProperty().get().details().replicas()).isEmpty();
    }
  }

  @Test
  void provisionedWritesMustScaleAndAnotherStreamStandsInTheWay() {
    try (var aws = new AwsDesk(Work.direct(), Theme.LIGHT)) {
      create(aws.session, "orders", new Capacity.Provisioned(5, 5));
      var model = new ReplicasViewModel(aws.desk, "orders", Duration.ofMillis(1));
      model.read();
      assertThat(model.needsProperty().get().obstacle().orElseThrow()).contains("orders");
      aws.session
          .admin()
          .setAutoScaling(
              "orders", new ScaledUnits(null, ScaledUnits.Side.WRITE, new AutoScaling(5, 10, 70)));
      model.read();
      assertThat(model.needsProperty().get().obstacle()).isEmpty();
      aws.session.admin().update("orders", new TableUpdate.Stream(StreamView.KEYS_ONLY));
      model.read();
      assertThat(model.needsProperty().get().obstacle().orElseThrow()).contains("Streams page");
    }
  }

  @Test
  void whatAwsRefusesIsShownAndNothingIsLeftHalf() {
    try (var aws = new AwsDesk(Work.direct(), Theme.LIGHT)) {
      create(aws.session, "orders", Capacity.onDemand());
      var model = new ReplicasViewModel(aws.desk, "orders", Duration.ofMillis(1));
      model.read();
      aws.tables.deny("UpdateTable");
      model.add("us-east-1", "");
      assertThat(model.problemProperty().get().title() + model.problemProperty().get().detail())
          .contains("dynamodb:UpdateTable");
      assertThat(model.writingProperty().get()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void aRegionIsAddedAndRemovedInTheWindow(Theme theme) {
    Ui.start();
    try (var aws = new AwsDesk(Work.inBackground(), theme)) {
      create(aws.session, "CustomerOrders", Capacity.onDemand());
      GlobalTablesSection section =
          Ui.onFx(() -> new GlobalTablesSection(aws.desk, "CustomerOrders", Duration.ofMillis(5)));
      var root = new StackPane(section.node());
      Stage stage = Ui.show(root, theme);
      try {
        Ui.run(section::shown);
        Ui.click(Ui.find("#add-region"));
        Ui.until("asked", () -> !aws.workbench.dialogs.isEmpty());
        Node dialog = aws.workbench.dialogs.getFirst();
        Ui.run(() -> root.getChildren().add(dialog));
        Ui.click(Ui.find("#replica-region"));
        Ui.type("us-east-1");
        Ui.picture(stage.getScene(), Path.of("target/pictures/replica-add-" + theme + ".png"));
        Ui.click(Ui.find("#replica-add"));
        Ui.run(() -> root.getChildren().remove(dialog));
        Ui.until("added", () -> !aws.workbench.toasts.isEmpty());
        Ui.until("removable", () -> !Ui.anywhere("#remove-us-east-1").isDisabled());
        Ui.picture(stage.getScene(), Path.of("target/pictures/replicas-" + theme + ".png"));
        Ui.click(Ui.find("#remove-us-east-1"));
        Ui.until("asked", () -> !aws.workbench.dialogs.isEmpty());
        Node sure = aws.workbench.dialogs.getFirst();
        Ui.run(() -> root.getChildren().add(sure));
        Ui.click(Ui.find("#replica-remove"));
        Ui.until("removed", () -> aws.workbench.toasts.size() == 2);
        assertThat(aws.session.admin().details("CustomerOrders").replicas()).isEmpty();
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
    GlobalTablesSection section = Ui.onFx(() -> new GlobalTablesSection(desk, "any"));
    Stage stage = Ui.show(new StackPane(section.node()), Theme.LIGHT);
    try {
      Ui.run(section::shown);
      Ui.until("said so", () -> Ui.showsText("No global tables here"));
      Ui.run(section::refresh);
    } finally {
      Ui.hide(stage);
      Ui.run(section::closed);
      desk.session().close();
    }
  }
}
