package dev.sortkey.ui.streams;

import dev.sortkey.aws.SdkConnector;
import dev.sortkey.core.sample.SampleTables;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.stream.ViewType;
import dev.sortkey.sandbox.TestSandbox;
import dev.sortkey.standin.KinesisDestinations;
import dev.sortkey.standin.Lambda;
import dev.sortkey.standin.StandIn;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A stream, its triggers and Kinesis destinations in the window, on an AWS that takes a while for
/// each.
class StreamsOnStandInTest {
  private static final String TABLE = "CustomerOrders";
  private static final String KINESIS = "arn:aws:kinesis:eu-west-1:123456789012:stream/orders";
  private static final Duration TAKES = Duration.ofMillis(300);

  @ParameterizedTest
  @EnumSource(Theme.class)
  void triggersAndDestinationsAreFollowedUntilTheySettle(Theme theme) {
    String suffix = "-" + theme.name().toLowerCase(Locale.ROOT);
    Clock clock = Clock.systemUTC();
    try (var standIn =
            new StandIn(
                TestSandbox.shared().endpoint(),
                new Lambda(clock, TAKES, 50, "ship-order", "bill-order"),
                new KinesisDestinations(clock, TAKES, KINESIS));
        Session session = session(standIn)) {
      create(session);
      try (var window = new Window(session, TABLE, theme)) {
        Ui.click(Ui.find("#stream-settings"));
        Ui.until("no triggers", () -> Ui.showsText("No function is called"));
        Ui.click(Ui.find("#create-trigger"));
        var function = (ComboBox<?>) Ui.find("#trigger-function");
        Ui.until("the functions", () -> function.getItems().size() == 2);
        Ui.run(() -> ((TextField) Ui.anywhere("#trigger-batch")).setText("0"));
        Ui.click(Ui.find("#trigger-create"));
        Ui.sees("A whole number from 1 to 10,000.");
        window.picture("trigger" + suffix);
        Ui.run(() -> {
          function.getEditor().setText("ship-order");
          ((TextField) Ui.anywhere("#trigger-batch")).setText("500");
        });
        Ui.click(Ui.find("#trigger-create"));
        Ui.until("on its way", () -> Ui.showsText("ship-order"));
        Ui.until("on", () -> stage("On"));

        Ui.click(Ui.find("#enable-kinesis"));
        Ui.run(() -> ((TextField) Ui.anywhere("#kinesis-arn")).setText(KINESIS));
        Ui.click(Ui.find("#kinesis-enable"));
        Ui.until("kinesis on", () -> Ui.showsText("orders") && Ui.showsText("Milliseconds"));
        Ui.until("turned on", () -> !stage("Turning on"));
        window.picture("triggers" + suffix);

        Ui.click(Ui.find("delete", n -> "Delete trigger".equals(n.getAccessibleText())));
        Ui.click(Ui.find("#confirm"));
        Ui.until("deleted", () -> Ui.showsText("No function is called"));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void itSaysLiveOnlyWhenItKnowsWhereToRead(Theme theme) {
    var placed = new CountDownLatch(1);
    try (var standIn =
            new StandIn(
                TestSandbox.shared().endpoint(),
                request -> {
                  if (request.operation().equals("GetShardIterator")) {
                    held(placed);
                  }
                  return Optional.empty();
                });
        Session session = session(standIn)) {
      create(session);
      try (var window = new Window(session, TABLE, theme)) {
        Ui.until("starting", () -> stage("Starting…"));
        Ui.until("not live", () -> Ui.showsText("Not listening yet"));
        window.picture("starting-" + theme.name().toLowerCase(Locale.ROOT));
        placed.countDown();
        Ui.until("live", () -> stage("Live"));
      } finally {
        placed.countDown();
      }
    }
  }

  private static void held(CountDownLatch until) {
    try {
      until.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void create(Session session) {
    session
        .tables()
        .create(
            SampleTables.all().stream()
                .filter(sample -> sample.draft().name().equals(TABLE))
                .findFirst()
                .orElseThrow()
                .draft());
    session.streams().enable(TABLE, ViewType.NEW_AND_OLD_IMAGES);
  }

  private static boolean stage(String words) {
    return Ui.shows(node ->
        node instanceof Label label
            && label.getStyleClass().contains("sk-stream-stage")
            && words.equals(label.getText()));
  }

  private static Session session(StandIn standIn) {
    return new SdkConnector()
        .open(
            new Connection(
                "streams",
                "AWS",
                Connection.Kind.ENDPOINT,
                null,
                standIn.endpoint(),
                "eu-west-1",
                Environment.STAGING),
            new Keys("K" + UUID.randomUUID().toString().replace("-", ""), "s", null));
  }
}
