package dev.sortkey.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.AutoScaling;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.ScaledUnits;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableUpdate;
import dev.sortkey.core.table.Tag;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.AwsDesk;
import dev.sortkey.ui.Desks;
import dev.sortkey.ui.RecordingWorkbench;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Desk;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsWindowTest {
  private static TableDraft draft(String name) {
    return new TableDraft(
        name,
        new KeySchema(List.of(new KeyAttribute("OrderID", KeyType.S)), List.of()),
        Capacity.onDemand(),
        List.of(
            new TableDraft.IndexDraft(
                "CustomerID-index",
                Index.Kind.GSI,
                new KeySchema(List.of(new KeyAttribute("CustomerID", KeyType.S)), List.of()),
                Projection.all(),
                Capacity.onDemand())),
        false);
  }

  private static void press(String segmented, int choice) {
    Node button = Ui.find(segmented).lookupAll(".toggle-button").stream().toList().get(choice);
    Ui.click(button);
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void theSettingsOfATableOnAwsAreChangedInOrderAndShown(Theme theme) {
    Ui.start();
    try (var aws = new AwsDesk(Work.inBackground(), theme)) {
      String arn = aws.session.tables().create(draft("CustomerOrders")).arn();
      aws.session
          .admin()
          .tag(arn, List.of(new Tag("team", "shop"), new Tag("cost-centre", "4711")));
      SettingsSection section =
          Ui.onFx(() ->
              new SettingsSection(
                  aws.desk, "CustomerOrders", Duration.ofMillis(5), Clock.systemUTC()));
      var root = new StackPane(section.node());
      Stage stage = Ui.show(root, theme);
      try {
        Ui.run(section::shown);
        Ui.find("#tag-key-1");
        press("#capacity-mode", 1);
        Ui.click(Ui.find("#scaled-table-read"));
        press("#encryption", 2);
        Ui.click(Ui.find("#encryption-key"));
        Ui.type("alias/orders");
        press("#table-class", 1);
        press("#protection", 1);
        press("#expiry", 1);
        Ui.fill(Ui.find("#expiry-attribute"), "expiresAt");
        Ui.click(Ui.find("#remove-tag-1"));
        Ui.click(Ui.find("#add-tag"));
        Ui.type("owner");
        Ui.picture(stage.getScene(), Path.of("target/pictures/settings-" + theme + ".png"));
        assertThat(Ui.onFx(() -> section.unsaved().getValue())).isTrue();

        Ui.press(KeyCode.CONTROL, KeyCode.S);
        Ui.until("the diff is shown", () -> !aws.workbench.dialogs.isEmpty());
        Node dialog = aws.workbench.dialogs.getFirst();
        Ui.run(() -> root.getChildren().add(dialog));
        Ui.find("#review-apply");
        Ui.picture(stage.getScene(), Path.of("target/pictures/settings-review-" + theme + ".png"));
        if (theme == Theme.DARK) {
          return; // the rest looks at no colours
        }
        Ui.click(Ui.find("#review-apply"));
        Ui.until("applied", () -> !aws.workbench.toasts.isEmpty());
        Ui.picture(stage.getScene(), Path.of("target/pictures/settings-done-" + theme + ".png"));

        assertThat(aws.changes())
            .containsSubsequence(
                "UpdateTable",
                "UpdateTable",
                "RegisterScalableTarget",
                "PutScalingPolicy",
                "UpdateTable",
                "UpdateTable",
                "UpdateTimeToLive",
                "UntagResource",
                "TagResource");
        var details = aws.session.admin().details("CustomerOrders");
        assertThat(details.schema().capacity()).isEqualTo(new Capacity.Provisioned(5, 5));
        assertThat(details.schema().deletionProtection()).isTrue();
        assertThat(details.schema().tableClass()).isEqualTo("STANDARD_INFREQUENT_ACCESS");
        assertThat(aws.session.admin().autoScaling(details.schema()))
            .containsExactly(
                new ScaledUnits(null, ScaledUnits.Side.READ, new AutoScaling(5, 10, 70)));
        assertThat(aws.session.admin().tags(arn))
            .containsExactly(new Tag("team", "shop"), new Tag("owner", ""));
        Ui.until("nothing is left to save", () -> !section.unsaved().getValue());
      } finally {
        Ui.hide(stage);
        Ui.run(section::closed);
      }
    }
  }

  @Test
  void onTheSandboxWhatItOffersWorksAndTheRestIsSaid() {
    Ui.start();
    var workbench = new RecordingWorkbench();
    Desk desk = Desks.open(Work.inBackground(), workbench, Theme.LIGHT);
    String name = "Settings" + UUID.randomUUID().toString().substring(0, 8);
    desk.session().tables().create(draft(name));
    items(desk.session(), name);
    SettingsSection section =
        Ui.onFx(() -> new SettingsSection(desk, name, Duration.ofMillis(5), Clock.systemUTC()));
    var root = new StackPane(section.node());
    Stage stage = Ui.show(root, Theme.LIGHT);
    try {
      Ui.run(section::shown);
      Ui.find("#expiry-attribute");
      Ui.until("tags are not offered", () -> Ui.showsText("does not offer it"));
      Ui.fill(Ui.find("#expiry-attribute"), "expiresAt");
      Ui.click(Ui.find("#expiry-preview"));
      Ui.until("the preview", () -> Ui.showsText("2 items of all 5"));
      press("#capacity-mode", 1);
      press("#protection", 1);
      Ui.picture(stage.getScene(), Path.of("target/pictures/settings-sandbox.png"));
      Ui.click(Ui.find("#settings-review"));
      Ui.until("the diff is shown", () -> !workbench.dialogs.isEmpty());
      Node dialog = workbench.dialogs.getFirst();
      Ui.run(() -> root.getChildren().add(dialog));
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      Ui.find("#review-apply");
      Ui.click(Ui.find("#review-apply"));
      Ui.until("applied", () -> !workbench.toasts.isEmpty());
      assertThat(desk.session().tables().describe(name).capacity())
          .isEqualTo(new Capacity.Provisioned(5, 5));
    } finally {
      Ui.hide(stage);
      Ui.run(section::closed);
      desk.session().admin().update(name, new TableUpdate.Protect(false));
      desk.session().tables().delete(name);
      desk.session().close();
    }
  }

  private static void items(Session session, String table) {
    long now = Clock.systemUTC().instant().getEpochSecond();
    List<Attr> values =
        List.of(
            new Attr.N("" + (now - 60)),
            new Attr.N("" + (now - 86_400)),
            new Attr.N("" + (now + 86_400)),
            new Attr.N("" + now * 1000),
            new Attr.S("tomorrow"));
    List<Item> items = new ArrayList<>();
    for (Attr value : values) {
      var fields = new LinkedHashMap<String, Attr>();
      fields.put("OrderID", new Attr.S("100" + items.size()));
      fields.put("expiresAt", value);
      items.add(new Item(fields));
    }
    session.writer().putAll(table, items.iterator(), Progress.none());
  }
}
