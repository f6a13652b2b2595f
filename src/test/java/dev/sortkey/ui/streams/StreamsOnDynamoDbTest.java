package dev.sortkey.ui.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.aws.SdkConnector;
import dev.sortkey.core.edit.Change;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.sample.SampleTables;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.sandbox.TestSandbox;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The streams page on DynamoDB Local; the changes are made by another client.
class StreamsOnDynamoDbTest {
  private static final String TABLE = "CustomerOrders";

  private final Keys keys =
      new Keys("K" + UUID.randomUUID().toString().replace("-", ""), "s", null);
  private final Session session = open();
  private final Session other = open();
  private TableSchema table;

  private Session open() {
    return new SdkConnector()
        .open(
            new Connection(
                "streams",
                "Sandbox",
                Connection.Kind.SANDBOX,
                null,
                TestSandbox.shared().endpoint(),
                "eu-west-1",
                Environment.SANDBOX),
            keys);
  }

  private void create() {
    table =
        session
            .tables()
            .create(
                SampleTables.all().stream()
                    .filter(sample -> sample.draft().name().equals(TABLE))
                    .findFirst()
                    .orElseThrow()
                    .draft());
  }

  @AfterEach
  void closeSessions() {
    session.close();
    other.close();
  }

  private Window turnedOn(Theme theme) {
    create();
    var window = new Window(session, TABLE, theme);
    Ui.click(Ui.find("#turn-on"));
    Ui.until("live", () -> Ui.showsText("Live"));
    return window;
  }

  private static Item order(String id, String status, int quantity) {
    var fields = new LinkedHashMap<String, Attr>();
    fields.put("OrderID", new Attr.S(id));
    fields.put("CustomerID", new Attr.S("C123"));
    fields.put("OrderDate", new Attr.S("2024-12-22"));
    fields.put("TotalAmount", new Attr.N("199.99"));
    fields.put("Status", new Attr.S(status));
    fields.put("Gift", new Attr.Bool(false));
    fields.put("Tags", Attr.SS.of(List.of("express", "eu")));
    fields.put(
        "Items", new Attr.L(List.of(line("P-100", "1"), line("P-200", String.valueOf(quantity)))));
    return new Item(fields);
  }

  private static Attr line(String product, String quantity) {
    var fields = new LinkedHashMap<String, Attr>();
    fields.put("ProductID", new Attr.S(product));
    fields.put("Quantity", new Attr.N(quantity));
    return new Attr.M(fields);
  }

  private void write(Change... changes) {
    var report = other.writer().write(table, List.of(changes), Progress.none());
    assertThat(report.applied()).isEqualTo(changes.length);
  }

  @Test
  void changesOfAnotherClientShowUpLiveWithTheirDiffs() {
    try (var window = turnedOn(Theme.DARK)) {
      Item before = order("1001", "PENDING", 1);
      Item after = order("1001", "SHIPPED", 2);
      write(new Change.Insert(before));
      window.untilLines(1);
      write(new Change.Update(before, after));
      window.untilLines(2);
      write(new Change.Delete(after));
      window.untilLines(3);
      assertThat(window.lines())
          .containsExactly(
              "- 1001 / C123 deleted item, 8 attributes",
              "~ 1001 / C123 Items[1].Quantity, Status",
              "+ 1001 / C123 new item, 8 attributes");
      select(1);
      Ui.sees("PENDING");
      Ui.sees("SHIPPED");
      Ui.sees("Items[1].Quantity");
      Ui.sees("version 2 of 3");
      Ui.click(Ui.text("Old"));
      Ui.until("the old image", () -> json().contains("PENDING"));
      Ui.click(Ui.text("New"));
      Ui.until("the new image", () -> json().contains("SHIPPED"));
      Ui.run(() -> Ui.anywhere("#changes").requestFocus());
      Ui.press(KeyCode.CLOSE_BRACKET);
      Ui.until("the next stop", () -> Ui.showsText("version 3 of 3"));
    }
  }

  private static String json() {
    return ((TextArea) Ui.anywhere(".sk-change-json")).getText();
  }

  @Test
  void aPauseLosesNothingAndFiltersNarrow() {
    try (var window = turnedOn(Theme.LIGHT)) {
      write(new Change.Insert(order("1001", "PENDING", 1)));
      window.untilLines(1);
      Ui.click(Ui.find("#pause"));
      for (int i = 0; i < 5; i++) {
        write(new Change.Insert(order("200" + i, "PENDING", 1)));
      }
      Ui.until("held back", () -> Ui.showsText("Paused, 5 waiting"));
      assertThat(window.lines()).hasSize(1);
      Ui.click(Ui.find("#resume"));
      window.untilLines(6);
      Ui.fill(Ui.find("#filter-key"), "200");
      window.untilLines(5);
      Ui.click(Ui.find("#show-insert"));
      window.untilLines(0);
      Ui.sees("No change fits the filter");
      Ui.click(Ui.find("#show-insert"));
      Ui.fill(Ui.find("#filter-key"), "");
      window.untilLines(6);
      Ui.click(Ui.text("From the horizon"));
      window.untilLines(6);
      select(0);
      Ui.click(Ui.find("#open-item"));
      assertThat(window.opened).hasSize(1);
    }
  }

  @Test
  void theViewTypeIsChangedInStepsAndTheNewStreamIsFollowed() {
    try (var window = turnedOn(Theme.LIGHT)) {
      Ui.click(Ui.find("#stream-settings"));
      Ui.click(Ui.find("#view-KEYS_ONLY"));
      Ui.click(Ui.find("#turn-over"));
      Ui.sees("Changes made between the two steps are not recorded");
      Ui.click(Ui.find("#confirm"));
      Ui.until("the new stream", () -> Ui.showsText("Key attributes only \u00b7 on since"));
      write(new Change.Insert(order("1001", "PENDING", 1)));
      window.untilLines(1);
      Ui.click(Ui.find("#stream-settings"));
      Ui.click(Ui.find("#turn-off"));
      Ui.sees("Changes from now on are not recorded");
      Ui.click(Ui.find("#confirm"));
      Ui.find("#turn-on");
      assertThat(session.streams().state(TABLE).on()).isFalse();
      Ui.click(Ui.find("#read-left"));
      window.untilLines(1);
    }
  }

  private static void select(int row) {
    Ui.run(() -> ((TableView<?>) Ui.anywhere("#changes")).getSelectionModel().clearAndSelect(row));
    Ui.pulse();
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void thePageIsDrawn(Theme theme) {
    String suffix = "-" + theme.name().toLowerCase(Locale.ROOT);
    create();
    try (var window = new Window(session, TABLE, theme)) {
      Ui.find("#turn-on");
      Ui.until("kinesis", () -> Ui.showsText("does not offer Kinesis"));
      window.picture("off" + suffix);
      Ui.click(Ui.find("#turn-on"));
      Ui.until("live", () -> Ui.showsText("Live"));
      window.picture("empty" + suffix);
      Item item = order("1001", "PENDING", 1);
      write(new Change.Insert(item));
      for (int i = 0; i < 12; i++) {
        Item one = order("10" + (10 + i), "PENDING", 1);
        write(new Change.Insert(one));
        if (i % 3 == 0) {
          write(new Change.Update(one, order("10" + (10 + i), "PAID", 1)));
        }
        if (i % 4 == 0) {
          write(new Change.Update(item, order("1001", "STATE-" + i, i % 8 == 0 ? 1 : i)));
          item = order("1001", "STATE-" + i, i % 8 == 0 ? 1 : i);
        }
      }
      write(new Change.Delete(order("1011", "PENDING", 1)));
      write(new Change.Update(item, order("1001", "SHIPPED", 2)));
      window.untilLines(22);
      select(0);
      window.picture("live" + suffix);
      Ui.click(Ui.text("Raw"));
      window.picture("raw" + suffix);
      Ui.click(Ui.find("#stream-settings"));
      Ui.until("lambda", () -> Ui.showsText("does not offer Lambda"));
      window.picture("settings" + suffix);
      Ui.click(Ui.find("#view-KEYS_ONLY"));
      Ui.click(Ui.find("#turn-over"));
      Ui.find("#confirm");
      window.picture("over" + suffix);
    }
  }
}
