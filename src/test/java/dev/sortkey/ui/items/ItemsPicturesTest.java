package dev.sortkey.ui.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ItemsPicturesTest {
  @ParameterizedTest
  @EnumSource(Theme.class)
  void thePanelIsDrawn(Theme theme) {
    String suffix = "-" + theme.name().toLowerCase(Locale.ROOT);
    try (var window = new Window(Window.sandbox(), "CustomerOrders", theme)) {
      Ui.until("first rows", () -> Ui.showsText("RCU ·"));
      window.picture("scan" + suffix);
      assertThat(Ui.showsText("300 items")).isTrue();
      Ui.click(Ui.text("Query"));
      Ui.click(Ui.find("#run"));
      window.picture("missing" + suffix);
      Ui.fill(Ui.find("#key-OrderID"), "1001");
      Ui.click(Ui.find("#add-filter"));
      Ui.type("Sta");
      window.picture("query" + suffix);
    }
  }
}
