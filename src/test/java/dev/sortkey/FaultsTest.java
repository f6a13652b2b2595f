package dev.sortkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.ui.Ui;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Faults of this computer in the whole window: damaged files, a port that is taken, a sandbox that
/// is killed. Each is said where a person looks, and what was typed stays.
class FaultsTest {
  private static final String TABLE = "Faults";

  @TempDir private Path home;

  private static void waitFor(String words) {
    Ui.until("'" + words + "'", () -> Ui.showsText(words));
  }

  private static String typed(String field) {
    var found = (TextField) Ui.find(field);
    return Ui.onFx(found::getText);
  }

  /// Takes the port as soon as the server that had it is gone.
  private static ServerSocket taken(URI endpoint) {
    ServerSocket[] socket = new ServerSocket[1];
    Ui.until(
        "the port is free",
        () -> {
          try {
            socket[0] = new ServerSocket(endpoint.getPort(), 1, InetAddress.getLoopbackAddress());
            return true;
          } catch (IOException _) {
            return false;
          }
        });
    return socket[0];
  }

  /// A table open in a tab, with a key typed into its query and an item begun.
  private static void typeSomething(AppDriver app) {
    app.openSandbox();
    AppDriver.createTable(app.client(), TABLE);
    Ui.click(Ui.find("#tables-refresh"));
    waitFor(TABLE);
    app.openTable(TABLE);
    waitFor("0 items");
    Ui.click(Ui.text("Query"));
    Ui.fill(Ui.find("#key-Id"), "one");
    Ui.click(Ui.find("#create-item"));
    Ui.click(Ui.find("#value-Id"));
    Ui.type("typed");
  }

  /// What was typed is there, and can be saved.
  private static void goOn(DynamoDbClient client) {
    assertThat(typed("#key-Id")).isEqualTo("one");
    assertThat(typed("#value-Id")).isEqualTo("typed");
    Ui.click(Ui.find("#value-Id"));
    Ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
    Ui.click(Ui.find("#confirm"));
    Ui.until(
        "the item is written", () -> client.scan(request -> request.tableName(TABLE)).count() == 1);
  }

  @Test
  void damagedSettingsAreSetAsideAndSaid() throws IOException {
    Path settings = Files.createDirectories(home.resolve("config")).resolve("settings.json");
    Files.writeString(settings, "{\"version\": 1, \"content\": {\"appear");
    try (var app = new AppDriver(home)) {
      waitFor("settings.json could not be read and was set aside as");
      app.picture("fault-settings");
      try (Stream<Path> files = Files.list(settings.getParent())) {
        List<Path> aside =
            files.filter(file -> file.toString().contains("settings.json.damaged-")).toList();
        assertThat(aside).hasSize(1);
        assertThat(aside.getFirst()).content().contains("appear");
      }
      Ui.click(Ui.text("Dismiss"));
      Ui.until("dismissed", () -> !Ui.showsText("could not be read"));
      app.openSandbox();
    }
  }

  @Test
  void aPortTakenByAnotherProgramIsSaid() throws IOException {
    URI before;
    try (var app = new AppDriver(home)) {
      app.openSandbox();
      before = app.sandboxEndpoint();
    }
    try (var _ = taken(before);
        var app = new AppDriver(home)) {
      app.openSandbox();
      waitFor("Port " + before.getPort() + " is taken by another program");
      app.picture("fault-port-taken");
      assertThat(app.sandboxEndpoint()).isNotEqualTo(before);
    }
  }

  @Test
  void aKilledSandboxIsSaidAndRestartedOnRequest() {
    try (var app = new AppDriver(home)) {
      typeSomething(app);
      app.killSandbox();
      waitFor("The sandbox ended by itself.");
      Ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
      Ui.click(Ui.find("#confirm"));
      Ui.until(
          "the save failed",
          () ->
              Ui.showsText("Nothing answers there")
                  || Ui.showsText("Not known whether it was written"));
      app.picture("fault-sandbox-killed");

      Ui.click(Ui.text("Restart sandbox"));
      Ui.until("it runs again", () -> !Ui.showsText("The sandbox ended by itself."));
      Ui.click(Ui.text("Try again"));
      Ui.until(
          "the item is written",
          () -> app.client().scan(request -> request.tableName(TABLE)).count() == 1);
      assertThat(typed("#key-Id")).isEqualTo("one");
      app.picture("fault-sandbox-restarted");
    }
  }

  @Test
  void aSandboxThatComesBackOnAnotherPortKeepsWhatWasTyped() throws IOException {
    try (var app = new AppDriver(home)) {
      typeSomething(app);
      URI before = app.sandboxEndpoint();
      app.killSandbox();
      waitFor("The sandbox ended by itself.");
      try (var _ = taken(before)) {
        Ui.click(Ui.text("Restart sandbox"));
        waitFor("Port " + before.getPort() + " is taken by another program");
        Ui.until("it runs again", () -> !Ui.showsText("The sandbox ended by itself."));
        app.picture("fault-sandbox-moved");
        goOn(app.client());
      }
    }
  }
}
