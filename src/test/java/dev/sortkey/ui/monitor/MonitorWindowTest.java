package dev.sortkey.ui.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.sandbox.TestSandbox;
import dev.sortkey.standin.CloudWatch;
import dev.sortkey.standin.StandIn;
import dev.sortkey.ui.Desks;
import dev.sortkey.ui.PageWindow;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.workbench.TablePage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MonitorWindowTest {
  private static final String TABLE = "MonitoredOrders";

  @ParameterizedTest
  @EnumSource(Theme.class)
  void onTheSandboxItShowsThisWindowsOwnCalls(Theme theme) {
    try (Session session = Desks.session()) {
      orders(session);
      try (var window =
          new PageWindow(session, TABLE, TablePage.MONITOR, theme, MonitorSection::new)) {
        assertThat(((Label) Ui.find("#monitor-own")).getText()).contains("no CloudWatch");
        Ui.find("#chart-own-calls");
        session.tables().describe(TABLE);
        Ui.until("the call is on the chart", () -> Ui.showsText("DescribeTable"));
        window.picture("monitor-own-" + theme);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void cloudWatchsFiguresAreDrawnAndReadAnew(Theme theme) {
    var cloudWatch = new CloudWatch();
    fill(cloudWatch);
    try (var aws = new StandIn(TestSandbox.shared().endpoint(), cloudWatch);
        Session session = Desks.session(aws.endpoint())) {
      orders(session);
      try (var window =
          new PageWindow(session, TABLE, TablePage.MONITOR, theme, MonitorSection::new)) {
        Ui.find("#chart-read-capacity");
        Ui.until("the legend is there", () -> Ui.showsText("Query"));
        Ui.run(() -> Ui.anywhere("#chart-read-capacity .sk-chart").requestFocus());
        Ui.press(KeyCode.END);
        Ui.press(KeyCode.LEFT);
        window.picture("monitor-aws-" + theme);
        assertThat(Ui.anywhere("#chart-read-capacity .sk-chart").getAccessibleText())
            .contains("Consumed: highest")
            .contains("Provisioned: highest");
      }
    }
  }

  private static void orders(Session session) {
    if (!session.tables().names().contains(TABLE)) {
      session
          .tables()
          .create(
              new TableDraft(
                  TABLE,
                  key("OrderID"),
                  new Capacity.Provisioned(15, 5),
                  List.of(
                      new TableDraft.IndexDraft(
                          "CustomerID-index",
                          Index.Kind.GSI,
                          key("CustomerID"),
                          Projection.all(),
                          new Capacity.Provisioned(5, 5))),
                  false));
    }
  }

  private static KeySchema key(String name) {
    return new KeySchema(List.of(new KeyAttribute(name, KeyType.S)), List.of());
  }

  private static void fill(CloudWatch cloudWatch) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    var random = new Random(7);
    String[] table = {"TableName", TABLE};
    for (int i = 1; i < 62; i++) {
      Instant at = now.minus(i, ChronoUnit.MINUTES);
      double wave = 6 + 4 * Math.sin(i / 8.0) + random.nextDouble();
      cloudWatch.put("ConsumedReadCapacityUnits", at, wave * 60, table);
      if (i % 3 != 0) {
        cloudWatch.put("ConsumedWriteCapacityUnits", at, random.nextInt(200), table);
      }
      if (i % 5 == 0) {
        cloudWatch.put("ProvisionedReadCapacityUnits", at, i > 30 ? 10 : 15, table);
        cloudWatch.put("ProvisionedWriteCapacityUnits", at, 5, table);
      }
      if (i > 20 && i < 24) {
        cloudWatch.put("ReadThrottleEvents", at, random.nextInt(12), table);
      }
      cloudWatch.put("SuccessfulRequestLatency", at, 3 + random.nextDouble(), with("Query", table));
      if (i % 7 < 4) {
        cloudWatch.put(
            "SuccessfulRequestLatency", at, 7 + 3 * random.nextDouble(), with("PutItem", table));
      }
      cloudWatch.put("ReturnedItemCount", at, random.nextInt(1000), with("Query", table));
    }
    cloudWatch.put("UserErrors", now.minus(31, ChronoUnit.MINUTES), 2);
  }

  private static String[] with(String operation, String... table) {
    return new String[] {table[0], table[1], "Operation", operation};
  }
}
