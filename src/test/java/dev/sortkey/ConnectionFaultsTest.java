package dev.sortkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.session.Sandbox;
import dev.sortkey.sandbox.TestSandbox;
import dev.sortkey.ui.Ui;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Endpoints that are wrong, gone or silent, in the whole window: what it says, and the way out.
class ConnectionFaultsTest {
  /// Seconds in which Cancel must have worked; the SDK by itself would wait for thirty.
  private static final long SOON = 5;

  @TempDir private Path home;

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void waitFor(String words) {
    Ui.until("'" + words + "'", () -> Ui.showsText(words));
  }

  private static String typed(String field) {
    var found = (TextField) Ui.find(field);
    return Ui.onFx(found::getText);
  }

  @Test
  void aWrongRegionShowsNoTablesAndSaysWhichRegionAndKey() {
    Sandbox.State.Running server = TestSandbox.shared();
    AppDriver.createTable(server, "us-east-1", "FaultsByRegion");
    try (var app = new AppDriver(home)) {
      AppDriver.openEndpoint(
          server.endpoint(),
          "eu-central-1",
          server.keys().accessKeyId(),
          server.keys().secretAccessKey());
      waitFor("No tables yet");
      Ui.sees("eu-central-1, with the keys typed for " + server.endpoint());
      Ui.sees("apart by region and by access key");
      app.picture("fault-wrong-region");

      Ui.click(Ui.find("#change-connection"));
      assertThat(typed("#endpoint-access-key")).isEqualTo(server.keys().accessKeyId());
      Ui.fill(Ui.find("#endpoint-region"), "us-east-1");
      Ui.click(Ui.find("#endpoint-open"));
      waitFor("FaultsByRegion");
    }
  }

  @Test
  void aWrongKeyIsSaidWithItsCodeAndCanBeTypedAnew() throws IOException {
    try (var aws = new LoopbackAws(0);
        var app = new AppDriver(home)) {
      AppDriver.openEndpoint(aws.endpoint(), "eu-west-1", "AKIAWRONGKEY", "secret");
      waitFor("The access key is not accepted");
      Ui.sees("UnrecognizedClientException");
      app.picture("fault-wrong-key");

      Ui.click(Ui.text("Change connection"));
      assertThat(typed("#endpoint-url")).isEqualTo(aws.endpoint().toString());
      Ui.fill(Ui.find("#endpoint-access-key"), LoopbackAws.KEY);
      Ui.click(Ui.find("#endpoint-open"));
      waitFor("No tables yet");
    }
  }

  @Test
  void aHyphenInTheAccessKeyIsSaidBeforeAndAfter() {
    Sandbox.State.Running server = TestSandbox.shared();
    try (var app = new AppDriver(home)) {
      AppDriver.openEndpoint(server.endpoint(), "us-east-1", "my-key", "secret");
      waitFor("The access key is not accepted");
      Ui.sees("takes only letters and digits");
      app.picture("fault-hyphen");
      Ui.click(Ui.text("Change connection"));
      waitFor("DynamoDB Local takes only letters and digits in an access key.");
      app.picture("fault-hyphen-form");
      Ui.fill(Ui.find("#endpoint-access-key"), "mykey");
      Ui.click(Ui.find("#endpoint-open"));
      waitFor("No tables yet");
    }
  }

  @Test
  void anUnknownHostIsNamed() {
    try (var app = new AppDriver(home)) {
      AppDriver.openEndpoint(URI.create("http://nowhere.invalid:8000"), "eu-west-1", "k", "s");
      waitFor("The host name is unknown");
      Ui.sees("nowhere.invalid");
      app.picture("fault-no-host");
      Ui.click(Ui.text("Change connection"));
      assertThat(typed("#endpoint-url")).isEqualTo("http://nowhere.invalid:8000");
    }
  }

  @Test
  void aRefusedPortIsTriedAgainOnceTheServerRuns() throws IOException {
    int port = freePort();
    try (var app = new AppDriver(home)) {
      AppDriver.openEndpoint(
          URI.create("http://127.0.0.1:" + port), "eu-west-1", LoopbackAws.KEY, "s");
      waitFor("Nothing answers there");
      app.picture("fault-refused");
      try (var _ = new LoopbackAws(port)) {
        Ui.click(Ui.text("Try again"));
        waitFor("No tables yet");
      }
    }
  }

  @Test
  void aSilentEndpointIsLeftByCancel() throws IOException {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var app = new AppDriver(home)) {
      AppDriver.openEndpoint(
          URI.create("http://127.0.0.1:" + silent.getLocalPort()), "eu-west-1", "key", "secret");
      waitFor("Reading the tables");
      app.picture("fault-silent");

      Ui.press(KeyCode.CONTROL, KeyCode.K);
      Ui.click(Ui.find("#palette-field"));
      Ui.type("running");
      assertThat(typed("#palette-field")).as("the window goes on").isEqualTo("running");
      Ui.press(KeyCode.ESCAPE);

      Ui.click(Ui.find("#cancel-tables"));
      Ui.until("the wait is over", SOON, () -> Ui.showsText("Reading the tables was stopped"));
      Ui.until("nothing runs", SOON, app::idle);
      app.picture("fault-silent-stopped");

      Ui.click(Ui.text("Try again"));
      waitFor("Reading the tables");
      Ui.click(Ui.find("#activity"));
      app.picture("fault-silent-activity");
      Ui.click(Ui.text("Cancel Reading the list of tables"));
      Ui.until("the wait is over", SOON, () -> Ui.showsText("Reading the tables was stopped"));
    }
  }

  @Test
  void aReadThatIsNeverAnsweredIsLeftByStop() throws IOException {
    Sandbox.State.Running server = TestSandbox.shared();
    AppDriver.createTable(server, "us-east-1", "FaultsSilence");
    try (var proxy = new MuteProxy(server.endpoint());
        var app = new AppDriver(home)) {
      AppDriver.openEndpoint(
          proxy.endpoint(),
          "us-east-1",
          server.keys().accessKeyId(),
          server.keys().secretAccessKey());
      waitFor("FaultsSilence");
      app.openTable("FaultsSilence");
      waitFor("0 items");
      Ui.until("all is read", app::idle);
      proxy.mute(true);
      Ui.click(Ui.text("Query"));
      Ui.fill(Ui.find("#key-Id"), "one");
      Ui.press(KeyCode.ENTER);
      Ui.find("#stop");
      app.picture("fault-silent-read");
      Ui.click(Ui.find("#stop"));
      Ui.until("the read is over", SOON, app::idle);
      waitFor("You stopped this read");
      app.picture("fault-silent-read-stopped");
      assertThat(typed("#key-Id")).isEqualTo("one");

      proxy.mute(false);
      Ui.click(Ui.find("#run"));
      Ui.until("read", () -> Ui.showsText("0.5 RCU") && !Ui.showsText("You stopped this read"));
    }
  }
}
