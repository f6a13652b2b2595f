package dev.sortkey.ui.shell;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.session.Environment;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShellPicturesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Theme.class)
  void everyStateOfTheWindowIsDrawn(Theme theme) {
    var shell = new ShellDriver(theme, folder);
    shell.fakes.catalogs.put("shop-staging", Fakes.shop());
    shell.open(Fakes.profile("shop-dev", Environment.DEVELOPMENT));
    picture(shell, "empty", theme);
    shell.open(Fakes.staging());
    Ui.text("CustomerOrders");
    Ui.run(() -> shell.workspace().sidebar().toggleFavourite("CustomerOrders"));
    picture(shell, "no-tab", theme);
    shell.items("CustomerOrders");
    shell.items("Shop");
    shell.items("AllTypes");
    shell.items("CustomerOrders");
    Ui.run(() -> {
      shell.workspace().sidebar().toggleFavourite("Shop");
      shell.panel("CustomerOrders").unsaved.set(true);
      shell.fakes.opened.getLast().calls().add(Fakes.call(12.5, 3));
      shell.workspace().toast("CustomerOrders was deleted.");
    });
    picture(shell, "open", theme);
    Ui.press(KeyCode.CONTROL, KeyCode.K);
    Ui.type("cust ord");
    picture(shell, "palette", theme);
    Ui.press(KeyCode.ESCAPE);
    Ui.press(KeyCode.F1);
    picture(shell, "keys", theme);
    Ui.press(KeyCode.ESCAPE);
    Ui.run(() -> shell.workspace().deleteTable("Shop"));
    Ui.type("Sho");
    picture(shell, "delete", theme);
    Ui.press(KeyCode.ESCAPE);
    Ui.press(KeyCode.CONTROL, KeyCode.W);
    picture(shell, "unsaved", theme);
    Ui.press(KeyCode.ESCAPE);
    Ui.run(() -> {
      shell.workspace().toast(denied());
      shell.workspace().problemProperty().set(denied());
    });
    Ui.press(KeyCode.CONTROL, KeyCode.J);
    picture(shell, "problem", theme);
    shell.fakes.catalogs.put("shop-prod", new FakeCatalog());
    shell.fakes.catalogs.get("shop-prod").problem = denied();
    shell.open(Fakes.profile("shop-prod", Environment.PRODUCTION));
    picture(shell, "failed", theme);
    Ui.click(Ui.find("#connection"));
    picture(shell, "switcher", theme);
    shell.close();
  }

  private static Problem denied() {
    return new Problem(
        Problem.Kind.ACCESS_DENIED,
        "You may not list the tables.",
        "The role support-readonly lacks dynamodb:ListTables. Ask whoever grants it.",
        java.util.List.of(Problem.Remedy.RETRY, Problem.Remedy.EDIT_CONNECTION),
        "AccessDeniedException",
        "7F3KQQ9QVA");
  }

  private static void picture(ShellDriver shell, String name, Theme theme) {
    Ui.pulse();
    Ui.picture(
        shell.stage.getScene(), Path.of("target/pictures/shell-" + name + "-" + theme + ".png"));
  }
}
