package dev.sortkey;

import dev.sortkey.ui.Ui;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A person takes a query to the PartiQL editor and runs it there by key, with no click between.
class PartiQlJourneyTest {
  @TempDir private Path home;

  @Test
  void theEditorHasTheFocusWhenItComes() {
    try (var app = new AppDriver(home)) {
      app.openSandbox();
      AppDriver.createTable(app.client(), "Parcels");
      app.client()
          .putItem(put -> put.tableName("Parcels").item(Map.of("Id", AttributeValue.fromS("p-1"))));
      Ui.press(KeyCode.F5);
      Ui.until("the table is read", () -> Ui.showsText("Parcels") && app.idle());
      app.openTable("Parcels");
      Ui.sees("1 item");
      Ui.click(Ui.find("#as-partiql"));
      Ui.find("#partiql-run");
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      Ui.sees("units not reported");
    }
  }
}
