package dev.sortkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.grid.DataGrid;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/// The guide's first three steps, in the real window on the real sandbox, by keyboard and mouse;
/// what came of it is read back by a client that Sortkey has no part in.
class SeedJourneyTest {
  @TempDir private Path home;

  @Test
  void createATableCreateAnItemAndQueryIt() {
    try (var app = new AppDriver(home)) {
      app.openSandbox();
      createTheTable(app);
      createTheItem(app);
      query(app);
    }
  }

  /// Step 1: CustomerOrders with its keys and a GSI.
  private static void createTheTable(AppDriver app) {
    Ui.click(Ui.find("#tables-create"));
    Ui.find("#table-name");
    Ui.type("CustomerOrders");
    Ui.fill(Ui.find("#partition-key"), "OrderID");
    Ui.fill(Ui.find("#sort-key"), "CustomerID");
    Ui.click(Ui.text("Secondary indexes"));
    Ui.click(Ui.find("#add-gsi"));
    Ui.type("CustomerID");
    Ui.click(Ui.text("Sort key"));
    Ui.type("OrderDate");
    app.picture("journey-1-table");
    Ui.click(Ui.find("#create-table-review"));
    Ui.click(Ui.find("#create-table-create"));
    Ui.find("#create-item");

    TableDescription table =
        app.client().describeTable(request -> request.tableName("CustomerOrders")).table();
    assertThat(table.keySchema())
        .extracting(key -> key.attributeName() + " " + key.keyTypeAsString())
        .containsExactly("OrderID HASH", "CustomerID RANGE");
    assertThat(table.billingModeSummary().billingModeAsString()).isEqualTo("PAY_PER_REQUEST");
    assertThat(table.globalSecondaryIndexes())
        .singleElement()
        .satisfies(index -> {
          assertThat(index.indexName()).isEqualTo("CustomerID-OrderDate-index");
          assertThat(index.keySchema())
              .extracting(key -> key.attributeName() + " " + key.keyTypeAsString())
              .containsExactly("CustomerID HASH", "OrderDate RANGE");
        });
  }

  /// Step 2: the order, typed attribute by attribute, reviewed and saved.
  private static void createTheItem(AppDriver app) {
    Ui.until("the grid has the focus", () -> app.scene().getFocusOwner() instanceof DataGrid);
    Ui.press(KeyCode.CONTROL, KeyCode.N);
    Ui.find("#value-OrderID");
    Ui.type("1001");
    Ui.press(KeyCode.TAB);
    Ui.type("C123");
    AppDriver.addAttribute("String", "OrderDate");
    Ui.type("2024-12-22");
    AppDriver.addAttribute("Number", "TotalAmount");
    Ui.type("199.99");
    AppDriver.addAttribute("List", "Items");
    Ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.I);
    Ui.press(KeyCode.M);
    AppDriver.addBeside(KeyCode.S, "ProductID", "P-100");
    AppDriver.addBeside(KeyCode.N, "Quantity", "1");
    AppDriver.addBeside(KeyCode.N, "Price", "99.99");
    AppDriver.addInside("Items", "Map");
    AppDriver.addBeside(KeyCode.S, "ProductID", "P-205");
    AppDriver.addBeside(KeyCode.N, "Quantity", "2");
    AppDriver.addBeside(KeyCode.N, "Price", "50");
    app.picture("journey-2-item");
    Ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
    Ui.find("#confirm");
    assertThat(app.client().scan(request -> request.tableName("CustomerOrders")).items())
        .as("nothing is written before the diff was seen")
        .isEmpty();
    app.picture("journey-2-review");
    Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
    Ui.until(
        "the item is written",
        () -> app.client().scan(request -> request.tableName("CustomerOrders")).count() == 1);

    Map<String, AttributeValue> item =
        app.client()
            .getItem(request ->
                request
                    .tableName("CustomerOrders")
                    .key(Map.of("OrderID", text("1001"), "CustomerID", text("C123"))))
            .item();
    assertThat(item)
        .isEqualTo(
            Map.of(
                "OrderID", text("1001"),
                "CustomerID", text("C123"),
                "OrderDate", text("2024-12-22"),
                "TotalAmount", number("199.99"),
                "Items",
                    AttributeValue.fromL(
                        List.of(line("P-100", "1", "99.99"), line("P-205", "2", "50")))));
  }

  /// Step 3: the query by partition key.
  private static void query(AppDriver app) {
    Ui.click(Ui.text("Query"));
    Ui.find("#key-OrderID");
    Ui.type("1001");
    Ui.press(KeyCode.ENTER);
    var grid = (DataGrid) Ui.find("#grid");
    Ui.until("the item is in the grid", () -> Ui.showsText("1 item"));
    Ui.until("the units are told", () -> Ui.showsText("0.5 RCU"));
    app.picture("journey-3-query");
    assertThat(Ui.onFx(grid::getAccessibleText)).isNotBlank();

    Ui.fill(Ui.find("#key-OrderID"), "9999");
    Ui.press(KeyCode.ENTER);
    Ui.until("nothing is found by another key", () -> Ui.showsText("0 items"));
  }

  private static AttributeValue line(String product, String quantity, String price) {
    return AttributeValue.fromM(
        Map.of(
            "ProductID", text(product),
            "Quantity", number(quantity),
            "Price", number(price)));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static AttributeValue number(String value) {
    return AttributeValue.fromN(value);
  }
}
