package dev.sortkey.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.session.Environment;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.workbench.Destination;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellWindowTest {
  @TempDir private Path folder;
  private ShellDriver shell;

  @BeforeEach
  void open() {
    shell = new ShellDriver(Theme.LIGHT, folder);
    shell.fakes.catalogs.put("shop-staging", Fakes.shop());
    shell.open(Fakes.staging());
  }

  @AfterEach
  void close() {
    shell.close();
  }

  private Tab front() {
    return Ui.onFx(() -> shell.workspace().tabs().selectedProperty().get());
  }

  private int tabs() {
    return Ui.onFx(() -> shell.workspace().tabs().tabs().size());
  }

  @Test
  void aTableIsFoundByTypingAndOpenedByEnter() {
    Ui.press(KeyCode.CONTROL, KeyCode.L);
    Ui.type("sess");
    Ui.until("one table", () -> shell.workspace().sidebar().rows().size() == 2);
    assertThat(Ui.showsText("CustomerOrders")).isFalse();
    Ui.press(KeyCode.ENTER);
    assertThat(front().destination()).isEqualTo(Destination.items("Sessions"));
    Ui.press(KeyCode.ESCAPE);
    Ui.until("all tables", () -> shell.workspace().sidebar().rows().size() == 10);
  }

  @Test
  void theListIsWalkedByKeys() {
    Ui.press(KeyCode.CONTROL, KeyCode.L);
    Ui.press(KeyCode.DOWN);
    Ui.press(KeyCode.DOWN);
    Ui.press(KeyCode.ENTER);
    assertThat(front().destination()).isEqualTo(Destination.items("Audit-2024"));
    Ui.press(KeyCode.CONTROL, KeyCode.D);
    Ui.text("Favourites");
    assertThat(shell.workspace().sidebar().rows().get(1))
        .isInstanceOfSatisfying(
            SidebarRow.Table.class, row -> assertThat(row.entry().name()).isEqualTo("Audit-2024"));
  }

  @Test
  void aClickOpensATableAndMarksItsRow() {
    Ui.click(Ui.text("Shop"));
    assertThat(front().destination()).isEqualTo(Destination.items("Shop"));
    Ui.text("The panel Shop");
    assertThat(Ui.onFx(() -> shell.view.title().getValue()))
        .isEqualTo("Shop – shop-staging – Sortkey");
  }

  @Test
  void tabsAreSwitchedAndClosedByKeysAndMouse() {
    shell.items("Shop");
    shell.items("Forum");
    shell.items("Reply");
    Ui.press(KeyCode.CONTROL, KeyCode.DIGIT1);
    Ui.text("The panel Shop");
    Ui.press(KeyCode.CONTROL, KeyCode.TAB);
    Ui.text("The panel Forum");
    Ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.TAB);
    Ui.text("The panel Shop");
    Ui.press(KeyCode.CONTROL, KeyCode.W);
    assertThat(tabs()).isEqualTo(2);
    Node handle =
        Ui.find(
            "tab",
            node -> node instanceof TabHandle tab && "Reply".equals(tab.getAccessibleText()));
    Ui.click(handle, MouseButton.MIDDLE, 1);
    assertThat(tabs()).isEqualTo(1);
    assertThat(shell.panel("Reply").closed).isTrue();
    Ui.press(KeyCode.CONTROL, KeyCode.W);
    Ui.text("No tab is open");
  }

  @Test
  void unsavedWorkIsKeptUnlessThrownAway() {
    shell.items("Shop");
    Ui.run(() -> shell.panel("Shop").unsaved.set(true));
    Ui.press(KeyCode.CONTROL, KeyCode.W);
    Ui.click(Ui.find("#unsaved-keep"));
    assertThat(tabs()).isEqualTo(1);
    Ui.press(KeyCode.CONTROL, KeyCode.W);
    Ui.press(KeyCode.ESCAPE);
    Ui.until("dialog closed", () -> !shell.view.dialogShown());
    assertThat(tabs()).isEqualTo(1);
    Ui.press(KeyCode.CONTROL, KeyCode.W);
    Ui.click(Ui.find("#unsaved-discard"));
    assertThat(tabs()).isZero();
    assertThat(shell.panel("Shop").closed).isTrue();
  }

  @Test
  void unsavedWorkHoldsTheWindowOpen() {
    shell.items("Shop");
    Ui.run(() -> shell.panel("Shop").unsaved.set(true));
    boolean[] left = new boolean[1];
    Ui.run(() -> shell.view.leave(() -> left[0] = true));
    Ui.click(Ui.find("#unsaved-keep"));
    assertThat(left[0]).isFalse();
    Ui.run(() -> shell.panel("Shop").unsaved.set(false));
    Ui.run(() -> shell.view.leave(() -> left[0] = true));
    assertThat(left[0]).isTrue();
  }

  @Test
  void aTableIsDeletedOnlyByItsExactName() {
    shell.items("Forum");
    Ui.run(() -> shell.workspace().deleteTable("Forum"));
    Node confirm = Ui.find("#delete-confirm");
    Ui.type("forum");
    assertThat(confirm.isDisabled()).isTrue();
    Ui.press(KeyCode.ENTER);
    assertThat(shell.fakes.catalogs.get("shop-staging").has("Forum")).isTrue();
    Ui.fill(Ui.find("#delete-name"), "Forum");
    assertThat(confirm.isDisabled()).isFalse();
    Ui.click(confirm);
    Ui.until("dialog closed", () -> !shell.view.dialogShown());
    assertThat(shell.fakes.catalogs.get("shop-staging").has("Forum")).isFalse();
    assertThat(tabs()).isZero();
    assertThat(shell.workspace().tables().schema("Forum")).isEmpty();
    Ui.text("Forum was deleted.");
  }

  @Test
  void aProtectedTableCannotBeDeleted() {
    shell.fakes.catalogs.get("shop-staging").with("Guarded", "ACTIVE", 5, true, "id");
    Ui.press(KeyCode.F5);
    Ui.until("read", () -> shell.workspace().tables().schema("Guarded").isPresent());
    Ui.run(() -> shell.workspace().deleteTable("Guarded"));
    assertThat(Ui.find("#delete-confirm").isDisabled()).isTrue();
    Ui.sees("Deletion protection is on");
    Ui.press(KeyCode.ESCAPE);
  }

  @Test
  void thePaletteGoesToATableByKeysAlone() {
    Ui.press(KeyCode.CONTROL, KeyCode.K);
    Ui.find("#palette-field");
    Ui.type("cust ord");
    Ui.press(KeyCode.ENTER);
    assertThat(front().destination()).isEqualTo(Destination.items("CustomerOrders"));
    assertThat(Ui.shows(node -> "palette".equals(node.getId()))).isFalse();
  }

  @Test
  void connectionsAreSwitchedInTheHead() {
    shell.items("Shop");
    shell.open(Fakes.profile("shop-prod", Environment.PRODUCTION));
    Ui.text("No tables yet");
    Ui.text("eu-west-1, with profile shop-prod, has no tables.");
    Ui.click(Ui.find("#connection"));
    Ui.click(Ui.text("shop-staging   Staging · eu-west-1"));
    Ui.until("back", () -> shell.workspace().connection().name().equals("shop-staging"));
    Ui.text("The panel Shop");
    Ui.press(KeyCode.CONTROL, KeyCode.O);
    Ui.click(Ui.find("#back"));
    Ui.text("The panel Shop");
  }

  @Test
  void theActivityListShowsJobsAndCancelsThem() {
    var stopped = new java.util.concurrent.CountDownLatch(1);
    Ui.run(() ->
        shell
            .view
            .model()
            .work()
            .read(
                "Reading CustomerOrders",
                progress -> {
                  progress.report(300, 1_200);
                  return stopped.await(60, java.util.concurrent.TimeUnit.SECONDS);
                },
                outcome -> {
                  if (outcome instanceof dev.sortkey.ui.work.Outcome.Cancelled) {
                    stopped.countDown();
                  }
                }));
    Ui.text("Activity: Reading CustomerOrders");
    Ui.press(KeyCode.CONTROL, KeyCode.J);
    Ui.text("300 of 1,200");
    Ui.picture(shell.stage.getScene(), Path.of("target/pictures/shell-activity-LIGHT.png"));
    Ui.click(Ui.text("Cancel Reading CustomerOrders"));
    Ui.until("cancelled", () -> stopped.getCount() == 0);
    Ui.text("Nothing is running.");
    Ui.press(KeyCode.ESCAPE);
    assertThat(Ui.showsText("Nothing is running.")).isFalse();
  }

  @Test
  void fiveHundredTablesMakeNoMoreCellsThanFit() {
    var many = new FakeCatalog();
    for (int i = 0; i < 500; i++) {
      many.with("table-%03d".formatted(i), i, "pk", "sk");
    }
    shell.fakes.catalogs.put("many", many);
    shell.open(Fakes.profile("many", Environment.DEVELOPMENT));
    Ui.text("table-000");
    Ui.until("described", () -> shell.workspace().tables().schema("table-499").isPresent());
    ListView<?> list = (ListView<?>) Ui.find("#tables");
    int cells =
        Ui.onFx(() ->
            (int)
                list.lookupAll(".list-cell").stream()
                    .filter(node -> node instanceof ListCell<?> cell && !cell.isEmpty())
                    .count());
    assertThat(cells).isBetween(10, 60);
    Ui.press(KeyCode.CONTROL, KeyCode.L);
    Ui.type("499");
    Ui.text("table-499");
    assertThat(shell.workspace().sidebar().rows()).hasSize(2);
  }

  @Test
  void theThemeIsSwitchedByKeyAndRemembered() {
    Ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
    Ui.until("dark", () -> shell.appearance.theme().getValue() == Theme.DARK);
    Ui.until(
        "written",
        () ->
            dev.sortkey.store.Store.open(folder).settings().get().appearance()
                == dev.sortkey.store.Settings.Appearance.DARK);
  }

  @Test
  void everyControlThatTakesTheFocusHasAName() {
    shell.items("Shop");
    List<String> nameless = new ArrayList<>();
    Ui.press(KeyCode.CONTROL, KeyCode.J);
    Ui.run(() -> nameless(shell.view, nameless));
    Ui.press(KeyCode.CONTROL, KeyCode.K);
    Ui.find("#palette-field");
    Ui.run(() -> nameless(shell.view, nameless));
    Ui.press(KeyCode.ESCAPE);
    Ui.press(KeyCode.F1);
    Ui.run(() -> nameless(shell.view, nameless));
    Ui.press(KeyCode.ESCAPE);
    Ui.run(() -> shell.workspace().deleteTable("Shop"));
    Ui.run(() -> nameless(shell.view, nameless));
    Ui.press(KeyCode.ESCAPE);
    Ui.run(() -> shell.view.showBug("Report"));
    Ui.run(() -> nameless(shell.view, nameless));
    Ui.press(KeyCode.ESCAPE);
    Ui.press(KeyCode.CONTROL, KeyCode.O);
    Ui.run(() -> nameless(shell.view, nameless));
    assertThat(nameless).isEmpty();
  }

  private static void nameless(Node node, List<String> found) {
    if (!node.isVisible()) {
      return;
    }
    boolean named =
        filled(node.getAccessibleText())
            || node instanceof Labeled labeled && filled(labeled.getText());
    if (node.isFocusTraversable() && !named && !(node instanceof ListCell<?>)) {
      found.add(node.toString() + (node instanceof Control ? "" : " (no control)"));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> nameless(child, found));
    }
  }

  private static boolean filled(String text) {
    return text != null && !text.isBlank();
  }
}
