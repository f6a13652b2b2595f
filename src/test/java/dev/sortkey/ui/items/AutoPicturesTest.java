package dev.sortkey.ui.items;

import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Conditions, the plan line and the ways there are, as pictures to look at.
class AutoPicturesTest {
  @ParameterizedTest
  @EnumSource(Theme.class)
  void pictures(Theme theme) {
    String suffix = "-" + theme.name().toLowerCase(Locale.ROOT);
    try (var window = new Window(Window.sandbox(), "CustomerOrders", theme)) {
      Ui.until("first rows", () -> Ui.showsText("RCU ·"));
      condition("CustomerID", "C123");
      condition("OrderDate", "last 30");
      window.picture("auto-moment" + suffix);
      Ui.press(KeyCode.ENTER);
      condition("Status", "DRAFT");
      Ui.until("the way", () -> Ui.showsText("CustomerID-OrderDate-index"));
      window.picture("auto" + suffix);
      Ui.click(Ui.find("#other-ways"));
      Ui.until("the ways", () -> Ui.showsText("Ways to read this"));
      Ui.picture(
          Ui.find("#ways").getScene(), Path.of("target/pictures/items-ways" + suffix + ".png"));
      Ui.press(KeyCode.ESCAPE);
      Ui.click(Ui.find("#add-group"));
      Ui.type("Items[0].Price");
      Ui.press(KeyCode.TAB);
      window.picture("auto-group" + suffix);
      Ui.sees("Match all");
      Ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.J);
      window.picture("auto-flaw" + suffix);
    }
  }

  private static void condition(String name, String value) {
    Ui.click(Ui.find("#add-filter"));
    Ui.type(name);
    Ui.press(KeyCode.ENTER);
    Ui.type(value);
  }
}
