package dev.sortkey;

import dev.sortkey.core.session.Profile;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
      editor();
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

  private void editor() {
    clickCell(0, 0);
    Ui.press(KeyCode.ENTER);
    Ui.find("#value-OrderDate");
    picture("editor-form");
    Ui.fill(Ui.find("#value-OrderDate"), "2024-12-23");
    picture("editor-changed");
    Ui.press(KeyCode.CONTROL, KeyCode.S);
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
  }

  private void createTable() {
    Ui.click(Ui.find("#tables-create"));
    Ui.fill(Ui.find("#table-name"), "Invoices");
    Ui.fill(Ui.find("#partition-key"), "InvoiceID");
    picture("create-table-details");
    Ui.click(Ui.text("Secondary indexes"));
    Ui.click(Ui.find("#add-gsi"));
    Ui.fill(AppDriver.field("Partition key"), "CustomerID");
    picture("create-table-indexes");
    Ui.click(Ui.find("#create-table-review"));
    picture("create-table-review");
  }

  private void around() {
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
