package dev.sortkey;

import dev.sortkey.core.session.Profile;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Opens the screens of an ordinary day on the sandbox's sample tables and writes its picture, in
/// both themes: `mvn -Pscreenshots verify`, to `target/screenshots`.
@Tag("screenshots")
class ScreenshotTour extends Tour {
  @TempDir private Path home;

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void everyScreen(String wanted) {
    theme = wanted;
    try (var opened =
        new AppDriver(
            home.resolve(theme),
            Theme.valueOf(theme.toUpperCase(Locale.ROOT)),
            ScreenshotTour::profiles)) {
      app = opened;
      picture("start");
      app.openSandbox();
      picture("tables-empty");
      fill();
      items();
      queries();
      editor();
      staging();
      tablePages();
      createTable();
      around();
    }
  }

  private static List<Profile> profiles() {
    return List.of(
        profile("shop-dev", Profile.Kind.SSO, "SSO · AdministratorAccess · 4821 0937 5516"),
        profile("shop-staging", Profile.Kind.SSO, "SSO · SupportEngineer · 7730 1182 4409"),
        profile("shop-prod", Profile.Kind.ROLE, "Role support-readonly · from shop-dev · MFA"),
        profile("personal", Profile.Kind.KEYS, "Access key ····J7QA"),
        profile("ci-runner", Profile.Kind.PROCESS, "credential_process · aws-vault"),
        new Profile("legacy", Profile.Kind.SSO, null, "SSO", null, "sso_account_id is missing."));
  }

  private static Profile profile(String name, Profile.Kind kind, String detail) {
    return new Profile(name, kind, "eu-west-1", detail + " · eu-west-1", null, null);
  }

  private void fill() {
    Ui.click(Ui.find("#fill-samples"));
    Ui.until("the samples are there", () -> Ui.showsText("CustomerOrders"));
    Ui.press(KeyCode.CONTROL, KeyCode.J);
    Ui.find("#activity-list");
    picture("activity");
    Ui.press(KeyCode.ESCAPE);
    Ui.until("all samples are written", 180, app::idle);
    Ui.click(Ui.find("#tables-refresh"));
    Ui.until("the tables are described", () -> Ui.showsText("4,001"));
  }

  private void items() {
    app.openTable("CustomerOrders");
    Ui.find("#grid");
    rows("300 items");
    Ui.until("the toast is gone", () -> !Ui.showsText("items were written"));
    picture("items-scan");
    Ui.click(Ui.text("Query"));
    picture("items-query-empty");
    Ui.fill(Ui.find("#key-OrderID"), "1001");
    Ui.press(KeyCode.ENTER);
    rows("1 item");
    picture("items-query");
    clickCell(0, 4);
    Ui.press(KeyCode.SPACE);
    Ui.find("#peek");
    picture("items-peek");
    Ui.press(KeyCode.ESCAPE);
  }

  private void queries() {
    Ui.click(Ui.text("Auto"));
    Ui.click(Ui.find("#reset"));
    condition("CustomerID", "C123");
    condition("Status", "DELIVERED");
    Ui.until("the index is found", () -> Ui.showsText("CustomerID-OrderDate-index"));
    Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
    Ui.until("the rows are read", () -> app.idle() && !Ui.showsText("300 items"));
    picture("items-auto");
    Ui.click(Ui.find("#other-ways"));
    Ui.until("the ways", () -> Ui.showsText("Ways to read this"));
    picture("plans");
    Ui.press(KeyCode.ESCAPE);
    Ui.click(Ui.find("#as-partiql"));
    Ui.find("#partiql-run");
    Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
    Ui.until("the statement ran", () -> app.idle() && Ui.showsText("units not reported"));
    picture("partiql");
    Ui.click(Ui.find("#nav-library"));
    Ui.until("the runs", () -> Ui.showsText("2 of 2") || Ui.showsText("3 of 3"));
    picture("library");
    app.openTable("CustomerOrders");
    Ui.click(Ui.text("Query"));
    Ui.click(Ui.find("#reset"));
    Ui.fill(Ui.find("#key-OrderID"), "1001");
    Ui.press(KeyCode.ENTER);
    rows("1 item");
  }

  private static void condition(String name, String value) {
    Ui.click(Ui.find("#add-filter"));
    Ui.type(name);
    Ui.press(KeyCode.ENTER);
    Ui.type(value);
  }

  private void editor() {
    clickCell(0, 0);
    Ui.press(KeyCode.ENTER);
    Ui.find("#value-OrderDate");
    picture("editor-form");
    Ui.fill(Ui.find("#value-OrderDate"), "2024-12-23");
    picture("editor-changed");
    Ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
    Ui.find("#confirm");
    picture("editor-review");
    Ui.press(KeyCode.ESCAPE);
    Ui.click(Ui.text("JSON"));
    picture("editor-json");
    Ui.click(Ui.find("#editor-close"));
    Ui.click(Ui.find("#discard"));
    app.openTable("Shop");
    rows("300 items");
    picture("items-single-table");
    app.openTable("AllTypes");
    rows("64 items");
    picture("items-all-types");
  }

  private void staging() {
    app.openTable("CustomerOrders");
    Ui.click(Ui.text("Scan"));
    Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
    rows("300 items");
    edit(0, "Status", "SHIPPED");
    edit(1, "TotalAmount", "84.50");
    edit(1, "Status", "SHIPPED");
    clickCell(3, 0);
    Ui.press(KeyCode.DELETE);
    Ui.run(() -> {
      var content = new ClipboardContent();
      content.putString(
          "{\"OrderID\": \"1002\", \"CustomerID\": \"C123\", \"OrderDate\": \"2024-12-23\","
              + " \"TotalAmount\": 75, \"Status\": \"NEW\"}");
      Clipboard.getSystemClipboard().setContent(content);
    });
    Ui.press(KeyCode.CONTROL, KeyCode.V);
    Ui.until("all is staged", () -> Ui.showsText("4 staged changes"));
    Ui.until("the toast is gone", () -> !Ui.showsText("Staged: 1 new item"));
    picture("items-staged");
    cell(0, "Status");
    Ui.press(KeyCode.F2);
    picture("items-cell");
    Ui.press(KeyCode.ESCAPE);
    Ui.press(KeyCode.CONTROL, KeyCode.B);
    Ui.fill(Ui.find("#bulk-path"), "Currency");
    Ui.fill(Ui.find("#bulk-value"), "EUR");
    Ui.until("a preview", () -> Ui.showsText("looked at"));
    picture("items-bulk");
    Ui.click(Ui.find("#bulk-close"));
    String order = key(1, "OrderID");
    String customer = key(1, "CustomerID");
    Ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
    Ui.until("the review", () -> Ui.showsText("Commit 4 of 4 items"));
    picture("review");
    app.client()
        .updateItem(request ->
            request
                .tableName("CustomerOrders")
                .key(
                    Map.of(
                        "OrderID", AttributeValue.fromS(order),
                        "CustomerID", AttributeValue.fromS(customer)))
                .updateExpression("SET TotalAmount = :t, Carrier = :c")
                .expressionAttributeValues(
                    Map.of(
                        ":t", AttributeValue.fromN("79.00"), ":c", AttributeValue.fromS("DHL"))));
    Ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.ENTER);
    Ui.until("a conflict", () -> Ui.showsText("1 changed meanwhile"));
    picture("review-merge");
    Ui.click(Ui.text("Take all mine"));
    Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
    Ui.until("it is staged anew", () -> Ui.showsText("Commit 4 of 4 items"));
    Ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.ENTER);
    Ui.until("all is written", () -> Ui.showsText("4 written"));
    Ui.click(Ui.text("Commits"));
    var commits = (TableView<?>) Ui.find("#commits");
    Ui.until("the commits", () -> !commits.getItems().isEmpty());
    Ui.run(() -> commits.getSelectionModel().select(0));
    Ui.until("what it changed", () -> Ui.showsText("4 written, 0 not written"));
    picture("review-commits");
  }

  private static void edit(int row, String column, String text) {
    cell(row, column);
    Ui.press(KeyCode.F2);
    Ui.fill(Ui.find("#cell-editor"), text);
    Ui.press(KeyCode.ENTER);
  }

  private static String key(int row, String column) {
    cell(row, column);
    String spoken = Ui.onFx(() -> Ui.anywhere("#grid").getAccessibleText());
    return spoken.substring(spoken.lastIndexOf(", ") + 2);
  }

  private void tablePages() {
    app.openTable("CustomerOrders");
    Ui.click(Ui.find("#page-overview"));
    Ui.find("#fact-recovery");
    Ui.until("all facts are told", () -> Ui.showsText("not offered here"));
    picture("table-overview");
    Ui.click(Ui.find("#page-indexes"));
    Ui.find("#create-index");
    picture("table-indexes");
    Ui.click(Ui.find("#page-monitor"));
    Ui.until("the calls are drawn", () -> Ui.showsText("DescribeTable"));
    picture("table-monitor");
    stream();
    Ui.click(Ui.find("#page-backups"));
    Ui.click(Ui.find("#take-snapshot"));
    Ui.fill(Ui.find("#snapshot-name"), "before-price-fix");
    picture("snapshot-take");
    Ui.click(Ui.find("#snapshot-take"));
    Ui.until("the snapshot is listed", () -> Ui.showsText("Not verified yet"));
    Ui.click(Ui.text("Verify"));
    Ui.until("it is whole", () -> Ui.showsText("Verified, SHA-256"));
    picture("table-backups");
    Ui.click(Ui.text("Restore"));
    Ui.find("#snapshot-restore-do");
    picture("snapshot-restore");
    Ui.press(KeyCode.ESCAPE);
    Ui.click(Ui.find("#page-settings"));
    Ui.until("the settings are read", () -> Ui.showsText("Deletion protection"));
    picture("table-settings");
    Ui.click(Ui.find("#page-global-tables"));
    Ui.until("the replicas are told", () -> Ui.showsText("No global tables here"));
    picture("table-global-tables");
    Ui.click(Ui.find("#page-permissions"));
    Ui.until("the policy is told", () -> Ui.showsText("No resource policies here"));
    picture("table-permissions");
    Ui.click(Ui.find("#more"));
    Ui.click(Ui.text("Code for this table"));
    Ui.click(Ui.text("Spring Boot"));
    Ui.until("the code is there", () -> Ui.showsText("200 items"));
    picture("code-spring-boot");
  }

  /// Some changes by another client, as they come in.
  private void stream() {
    Ui.click(Ui.find("#page-streams"));
    Ui.find("#turn-on");
    picture("streams-off");
    Ui.click(Ui.find("#turn-on"));
    Ui.until("live", () -> Ui.showsText("Live"));
    List<Map<String, AttributeValue>> orders =
        app.client().scan(request -> request.tableName("CustomerOrders").limit(8)).items();
    for (Map<String, AttributeValue> order : orders) {
      set(order, "Status", AttributeValue.fromS("SHIPPED BY SEA"));
    }
    set(orders.getLast(), "TotalAmount", AttributeValue.fromN("249.75"));
    app.client()
        .deleteItem(request -> request.tableName("CustomerOrders").key(key(orders.getFirst())));
    var changes = (TableView<?>) Ui.find("#changes");
    Ui.until("all changes are there", () -> changes.getItems().size() == orders.size() + 2);
    Ui.run(() -> changes.getSelectionModel().select(1));
    Ui.until("the chosen one is shown", () -> Ui.showsText("249.75"));
    picture("streams");
  }

  private void set(Map<String, AttributeValue> order, String name, AttributeValue value) {
    app.client()
        .updateItem(request ->
            request
                .tableName("CustomerOrders")
                .key(key(order))
                .updateExpression("SET #n = :v")
                .expressionAttributeNames(Map.of("#n", name))
                .expressionAttributeValues(Map.of(":v", value)));
  }

  private static Map<String, AttributeValue> key(Map<String, AttributeValue> order) {
    return Map.of("OrderID", order.get("OrderID"), "CustomerID", order.get("CustomerID"));
  }

  private void createTable() {
    Ui.click(Ui.find("#tables-create"));
    Ui.fill(Ui.find("#table-name"), "Invoices");
    Ui.fill(Ui.find("#partition-key"), "InvoiceID");
    picture("create-table-details");
    Ui.click(Ui.text("Read/write capacity"));
    Ui.click(Ui.text("Provisioned"));
    picture("create-table-capacity");
    Ui.click(Ui.text("Encryption"));
    picture("create-table-encryption");
    Ui.click(Ui.text("Secondary indexes"));
    Ui.click(Ui.find("#add-gsi"));
    Ui.fill(AppDriver.field("Partition key"), "CustomerID");
    picture("create-table-indexes");
    Ui.click(Ui.find("#create-table-review"));
    picture("create-table-review");
  }

  private void around() {
    Ui.click(Ui.find("#nav-transfers"));
    picture("transfers");
    Ui.click(Ui.find("#nav-calls"));
    Ui.find("#calls");
    picture("call-log");
    Ui.press(KeyCode.CONTROL, KeyCode.K);
    Ui.find("#palette-field");
    Ui.type("cust");
    picture("palette");
    Ui.press(KeyCode.ESCAPE);
  }
}
