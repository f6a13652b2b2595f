package dev.sortkey.ui.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.aws.SdkConnector;
import dev.sortkey.aws.TestProfiles;
import dev.sortkey.core.sample.SampleTables;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Profile;
import dev.sortkey.core.session.ProfileSource;
import dev.sortkey.core.session.Sandbox;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.session.SignIn;
import dev.sortkey.sandbox.LocalSandbox;
import dev.sortkey.sandbox.TestSandbox;
import dev.sortkey.store.Store;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.work.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartViewTest {
  private record Opened(Connection connection, Keys keys) {}

  @TempDir Path folder;
  private final List<Opened> opened = new ArrayList<>();
  private Stage stage;

  private StartViewModel show(Sandbox sandbox, List<Profile> profiles) {
    return show(sandbox, () -> profiles);
  }

  private StartViewModel show(Sandbox sandbox, ProfileSource profiles) {
    Ui.start();
    StartViewModel model =
        Ui.onFx(() ->
            new StartViewModel(
                profiles,
                new SdkConnector(),
                sandbox,
                Store.open(folder),
                Work.inBackground(),
                (connection, keys) -> opened.add(new Opened(connection, keys)),
                SignIn.none()));
    stage = Ui.show(Ui.onFx(() -> new StartView(model)), Theme.LIGHT);
    Ui.until("profiles are read", () -> model.profiles().shownProperty().get() != null);
    return model;
  }

  @AfterEach
  void hide() {
    Ui.hide(stage);
  }

  private void awaitFocus(String id) {
    Ui.until(
        "the focus is on " + id,
        () -> {
          Node owner = stage.getScene().getFocusOwner();
          return owner != null && id.equals(owner.getId());
        });
  }

  @Test
  void enterOpensTheSandbox() {
    LocalSandbox sandbox = TestSandbox.fresh();
    try {
      show(sandbox, List.of());
      awaitFocus("sandbox-open");
      Ui.press(KeyCode.ENTER);
      Ui.until("the sandbox is open", () -> !opened.isEmpty());
      assertThat(sandbox.state()).isInstanceOf(Sandbox.State.Running.class);
      Ui.until("its port is shown", () -> Ui.showsText("Running, port "));
    } finally {
      sandbox.stop();
    }
  }

  @Test
  void theSandboxOpensWithTheSampleTablesInIt() {
    LocalSandbox sandbox = TestSandbox.fresh();
    try {
      show(sandbox, List.of());
      Ui.click(Ui.find("#sandbox-samples"));
      Ui.until("the sandbox is open", () -> !opened.isEmpty());
      Opened only = opened.getFirst();
      try (Session session = new SdkConnector().open(only.connection(), only.keys())) {
        assertThat(session.tables().names())
            .containsExactlyInAnyOrderElementsOf(
                SampleTables.all().stream().map(table -> table.draft().name()).toList());
      }
    } finally {
      sandbox.stop();
    }
  }

  @Test
  void theKeyboardAgreesFetchesAndCancels() {
    var sandbox = new FakeSandbox(new Sandbox.State.Missing());
    sandbox.onFetch = FakeSandbox.blocking(12_400_000, 34_000_000);
    StartViewModel model = show(sandbox, List.of());
    Ui.press(KeyCode.ENTER);
    awaitFocus("sandbox-agree");
    Ui.press(KeyCode.ESCAPE);
    awaitFocus("sandbox-open");
    assertThat(sandbox.calls).isEmpty();

    Ui.press(KeyCode.ENTER);
    Ui.press(KeyCode.ENTER);
    Ui.until("bytes are shown", () -> Ui.showsText("11.8 MB of 32.4 MB"));
    awaitFocus("sandbox-cancel");
    Ui.press(KeyCode.ENTER);
    Ui.until(
        "the fetch has ended",
        () -> model.sandbox().stepProperty().get() == SandboxViewModel.Step.IDLE);
    assertThat(sandbox.state()).isInstanceOf(Sandbox.State.Missing.class);
    awaitFocus("sandbox-open");
    assertThat(opened).isEmpty();
  }

  @Test
  void aDeadSandboxShowsItsLastWordsAndRestarts() {
    var sandbox = new FakeSandbox(FakeSandbox.RUNNING);
    show(sandbox, List.of());
    Ui.run(() -> sandbox.become(new Sandbox.State.Died(137, "OutOfMemoryError")));
    Ui.until("it says so", () -> Ui.showsText("Ended unexpectedly (exit 137)"));
    awaitFocus("sandbox-restart");
    Ui.find("#sandbox-details");
    Ui.pulse();
    Ui.click(Ui.find("#sandbox-details"));
    Ui.find(
        "the output",
        node -> node instanceof TextArea area && area.getText().contains("OutOfMemoryError"));
    Ui.click(Ui.find("#sandbox-restart"));
    Ui.until("it runs", () -> Ui.showsText("Running, port 51873"));
    assertThat(opened).isEmpty();
  }

  @Test
  void profilesAreWalkedAndOpenedByKeyboard() {
    show(
        new FakeSandbox(FakeSandbox.RUNNING),
        List.of(profile("one", "eu-west-1", null), profile("two", null, null)));
    Ui.click(Ui.find("#profile-filter"));
    Ui.press(KeyCode.DOWN);
    Ui.press(KeyCode.ENTER);
    Ui.until("one is open", () -> opened.size() == 1);
    assertThat(opened.getFirst().connection().profile()).isEqualTo("one");
    Ui.press(KeyCode.DOWN);
    Ui.press(KeyCode.ENTER);
    Ui.until("two asks for a region", () -> Ui.showsText("This profile names no region"));
    Ui.type("eu-north-1");
    Ui.press(KeyCode.ENTER);
    Ui.until("two is open", () -> opened.size() == 2);
    assertThat(opened.getLast().connection().region()).isEqualTo("eu-north-1");
  }

  @Test
  void anIncompleteProfileSaysWhatItLacks() {
    show(
        new FakeSandbox(FakeSandbox.RUNNING),
        List.of(profile("legacy", "eu-west-1", "no sso_account_id in ~/.aws/config, line 42")));
    Ui.sees("Incomplete");
    Ui.click(Ui.text("Show what legacy lacks"));
    Ui.until("the flaw", () -> Ui.showsText("This profile cannot be used: no sso_account_id"));
    assertThat(opened).isEmpty();
  }

  @Test
  void theFilesAreReadAnewOnDemand() throws IOException {
    Path config = Files.createDirectories(folder.resolve(".aws")).resolve("config");
    show(new FakeSandbox(FakeSandbox.RUNNING), TestProfiles.in(folder));
    Ui.until("where Sortkey looked", () -> Ui.showsText("Sortkey looked in ~/.aws/config"));
    Files.writeString(
        config,
        """
        [profile half]
        sso_start_url = https://example.org/start
        sso_region = eu-west-1
        sso_role_name = Reader
        region = eu-west-1

        [profile whole]
        aws_access_key_id = AKIAEXAMPLE
        aws_secret_access_key = not-to-be-shown
        region = us-east-2
        """);
    Ui.click(Ui.find("#profile-refresh"));
    Ui.until("the flaw", () -> Ui.showsText("no sso_account_id in ~/.aws/config, line 1"));
    assertThat(Ui.showsText("not-to-be-shown")).isFalse();
    Ui.click(Ui.text("Open whole"));
    Ui.until("whole is open", () -> opened.size() == 1);
    assertThat(opened.getFirst().connection().id()).isEqualTo("profile:whole");
  }

  @Test
  void theEndpointFormIsFilledByKeyboardAndKeepsWhatWasTyped() {
    show(new FakeSandbox(FakeSandbox.RUNNING), List.of());
    Ui.fill(Ui.find("#endpoint-url"), "localhost:8000");
    Ui.press(KeyCode.ENTER);
    Ui.until("the flaw", () -> Ui.showsText("must begin with http"));
    Ui.fill(Ui.find("#endpoint-url"), "http://localhost:8000");
    Ui.press(KeyCode.TAB);
    Ui.press(KeyCode.TAB);
    Ui.type("local");
    awaitFocus("endpoint-access-key");
    Ui.press(KeyCode.TAB);
    Ui.type("secret");
    Ui.press(KeyCode.ENTER);
    Ui.until("the endpoint is open", () -> opened.size() == 1);
    assertThat(opened.getFirst().connection().endpoint()).hasToString("http://localhost:8000");
    assertThat(opened.getFirst().keys()).isEqualTo(new Keys("local", "secret", null));
  }

  private static Profile profile(String name, String region, String flaw) {
    return new Profile(name, Profile.Kind.SSO, region, "SSO", null, flaw);
  }
}
