package dev.sortkey.ui.purge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.purge.PurgeWay;
import dev.sortkey.core.table.TableUpdate;
import dev.sortkey.ui.Desks;
import dev.sortkey.ui.RecordingWorkbench;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Desk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PurgePicturesTest {
  private final StackPane root = new StackPane();
  private final RecordingWorkbench workbench = new RecordingWorkbench();
  private Stage stage;
  private Theme theme;

  @ParameterizedTest
  @EnumSource(Theme.class)
  void bothWaysAreLaidSideBySide(Theme drawn) throws InterruptedException {
    theme = drawn;
    Ui.start();
    try (var aws = new PurgeAws()) {
      Desk desk = Ui.onFx(() -> Desks.on(aws.session, Work.inBackground(), workbench, theme));
      stage = Ui.show(root, theme);
      aws.update(new TableUpdate.Protect(true));
      aws.tables.deny("ListTagsOfResource");
      show(dialog(desk));
      Ui.sees("deletion protection is on");
      assertThat(Ui.find("#purge-ANEW").isDisabled()).isTrue();
      picture("impossible");
      aws.update(new TableUpdate.Protect(false));
      aws.tables.allow("ListTagsOfResource");

      show(dialog(desk));
      Ui.sees("ship-order");
      Ui.fill(Ui.find("#purge-rate"), "4");
      Ui.until("creating anew is cheaper", () -> Ui.find("#purge-cheaper-ANEW").isVisible());
      Ui.click(Ui.find("#purge-ANEW"));
      Ui.fill(Ui.find("#purge-name"), "Orders");
      picture("anew");
      aws.tables.deny("UpdateTimeToLive");
      Ui.click(Ui.find("#purge-confirm"));
      Ui.find("#rebuild-leave-out");
      Ui.sees("dynamodb:UpdateTimeToLive");
      picture("halted");
      var purging = new Purging(desk, _ -> true, () -> false, Duration.ofMillis(1));
      Ui.run(purging::offer);
      Ui.until("it is offered", () -> workbench.dialogs.size() == 1);
      show(workbench.dialogs.getFirst());
      Ui.find("#offer-create");
      picture("offer");
      aws.tables.allow("UpdateTimeToLive");
      Ui.click(Ui.find("#offer-create"));
      Ui.sees("was created anew and is empty");
      picture("finished");
      assertThat(desk.store().dropped().of("aws")).isEmpty();
    } finally {
      Ui.hide(stage);
    }
  }

  @ParameterizedTest
  @EnumSource(value = Theme.class, names = "LIGHT")
  void whatHaltsBehindThePersonIsPutBeforeThem(Theme drawn) throws InterruptedException {
    theme = drawn;
    Ui.start();
    try (var aws = new PurgeAws()) {
      Desk desk = Ui.onFx(() -> Desks.on(aws.session, Work.inBackground(), workbench, theme));
      stage = Ui.show(root, theme);
      var purging = new Purging(desk, _ -> false, () -> false, Duration.ofMillis(1));
      Ui.run(() -> purging.purge(PurgeAws.TABLE));
      show(workbench.dialogs.getFirst());
      Ui.sees("ship-order");
      Ui.click(Ui.find("#purge-ANEW"));
      Ui.fill(Ui.find("#purge-name"), PurgeAws.TABLE);
      aws.tables.deny("UpdateTimeToLive");
      Ui.press(KeyCode.ENTER);
      Ui.until("it is there again", () -> workbench.dialogs.size() == 2);
      assertThat(workbench.dialogs.getLast()).isSameAs(workbench.dialogs.getFirst());
      assertThat(workbench.problems).hasSize(1);
      aws.tables.allow("UpdateTimeToLive");
      Ui.click(Ui.find("#rebuild-retry"));
      Ui.until("it is said to be done", () -> workbench.toasts.size() == 1);
      assertThat(workbench.toasts).containsExactly("Orders was created anew and is empty.");
    } finally {
      Ui.hide(stage);
    }
  }

  private PurgeDialog dialog(Desk desk) {
    return Ui.onFx(() -> {
      var model = new PurgeViewModel(desk, PurgeAws.TABLE, Duration.ofMillis(1));
      assertThat(model.wayProperty().get()).isEqualTo(PurgeWay.EACH);
      return new PurgeDialog(model, () -> {});
    });
  }

  private void show(Node dialog) {
    Ui.run(() -> root.getChildren().setAll(dialog));
  }

  private void picture(String name) {
    Ui.pulse();
    Ui.picture(
        stage.getScene(),
        Path.of(
            "target/pictures/purge-"
                + name
                + "-"
                + theme.name().toLowerCase(Locale.ROOT)
                + ".png"));
  }
}
