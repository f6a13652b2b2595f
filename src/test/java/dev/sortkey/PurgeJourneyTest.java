package dev.sortkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.ui.Ui;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A person empties a table in both ways, by mouse and by keyboard.
class PurgeJourneyTest {
  private static final String TABLE = "Parcels";
  private static final int ITEMS = 60;

  @TempDir private Path home;
  private AppDriver app;

  @BeforeEach
  void open() {
    app = new AppDriver(home);
    app.openSandbox();
    AppDriver.createTable(app.client(), TABLE);
    fill();
    Ui.press(KeyCode.F5);
    Ui.until("the table is read", () -> Ui.showsText(TABLE) && app.idle());
  }

  @AfterEach
  void close() {
    app.close();
  }

  private void fill() {
    for (int i = 0; i < ITEMS; i++) {
      String id = "parcel-" + i;
      app.client()
          .putItem(put -> put.tableName(TABLE).item(Map.of("Id", AttributeValue.fromS(id))));
    }
  }

  private int count() {
    return app.client().scan(scan -> scan.tableName(TABLE).consistentRead(true)).count();
  }

  private void picture(String name) {
    Ui.pulse();
    Ui.picture(app.scene(), Path.of("target/pictures/purge-" + name + ".png"));
  }

  @Test
  void aTableIsEmptiedItemByItemByMouse() {
    app.openTable(TABLE);
    Ui.sees("60 items");
    Ui.click(Ui.text(TABLE), MouseButton.SECONDARY, 1);
    Ui.click(Ui.text("Delete all items …"));
    Ui.sees("About 60 items");
    var confirm = (Button) Ui.find("#purge-confirm");
    assertThat(confirm.isDisabled()).isTrue();
    Ui.fill(Ui.find("#purge-rate"), "0");
    Ui.sees("a number above 0");
    Ui.fill(Ui.find("#purge-rate"), "25");
    Ui.fill(Ui.find("#purge-name"), TABLE.toLowerCase(Locale.ROOT));
    assertThat(confirm.isDisabled()).isTrue();
    Ui.fill(Ui.find("#purge-name"), TABLE);
    Ui.until("it can be confirmed", () -> !confirm.isDisabled());
    assertThat(count()).isEqualTo(ITEMS);
    Ui.click(confirm);
    Ui.click(Ui.find("#purge-pause"));
    Ui.until("it has stopped", () -> confirm.isVisible() && confirm.getText().equals("Go on"));
    picture("paused");
    assertThat(count()).isBetween(1, ITEMS);
    Ui.click(confirm);
    Ui.sees("Parcels is empty: 60 items were deleted");
    picture("emptied");
    assertThat(count()).isZero();
    Ui.press(KeyCode.ESCAPE);
    Ui.until("the dialog is gone", () -> !Ui.showsText("Parcels is empty"));
    Ui.until("no row is left", () -> app.idle() && !Ui.showsText("60 items"));
  }

  @Test
  void aTableIsCreatedAnewByKeyboard() {
    var before =
        app.client().describeTable(table -> table.tableName(TABLE)).table().creationDateTime();
    app.openTable(TABLE);
    Ui.sees("60 items");
    Ui.press(KeyCode.CONTROL, KeyCode.K);
    Ui.find("#palette-field");
    Ui.type("delete all items");
    Ui.press(KeyCode.ENTER);
    Ui.sees("About 60 items");
    Ui.run(() -> Ui.anywhere("#purge-EACH").requestFocus());
    Ui.press(KeyCode.RIGHT);
    Ui.press(KeyCode.SPACE);
    Ui.until("creating anew is taken", () -> Ui.showsText("Drop and create anew"));
    Ui.run(() -> Ui.anywhere("#purge-name").requestFocus());
    Ui.type(TABLE);
    Ui.press(KeyCode.ENTER);
    Ui.sees("Parcels was created anew and is empty.");
    assertThat(count()).isZero();
    assertThat(
            app.client().describeTable(table -> table.tableName(TABLE)).table().creationDateTime())
        .isAfter(before);
    Ui.press(KeyCode.ESCAPE);
    Ui.until("the dialog is gone", () -> !Ui.showsText("was created anew and is empty"));
    Ui.until("no row is left", () -> app.idle() && !Ui.showsText("60 items"));
    picture("items-after");
  }
}
