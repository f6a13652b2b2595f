package dev.sortkey.ui.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Profile;
import dev.sortkey.core.session.Sandbox;
import dev.sortkey.core.session.SignIn;
import dev.sortkey.store.Store;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.work.Work;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StartPicturesTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-04T14:32:00Z"), ZoneOffset.UTC);

  private static final List<Profile> PROFILES =
      List.of(
          profile(
              "shop-dev",
              Profile.Kind.SSO,
              "SSO · AdministratorAccess · 4821 0937 5516 · eu-west-1"),
          profile(
              "shop-staging",
              Profile.Kind.SSO,
              "SSO · SupportEngineer · 7730 1182 4409 · eu-west-1"),
          profile(
              "shop-prod",
              Profile.Kind.ROLE,
              "Role support-readonly · from shop-dev · MFA · eu-west-1"),
          profile("personal", Profile.Kind.KEYS, "Access key ····J7QA · us-east-1"),
          new Profile(
              "ci-runner",
              Profile.Kind.PROCESS,
              null,
              "credential_process · aws-vault",
              null,
              null),
          new Profile(
              "legacy",
              Profile.Kind.SSO,
              "eu-west-1",
              "SSO · no sso_account_id in ~/.aws/config, line 42",
              null,
              "no sso_account_id in ~/.aws/config, line 42"));

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Theme.class)
  void thePageIsDrawnInAllItsStates(Theme theme) {
    Ui.start();
    Store store = Store.open(folder);
    remember(store);
    var sandbox = new FakeSandbox(FakeSandbox.RUNNING);
    StartViewModel model = Ui.onFx(() -> model(store, sandbox, PROFILES));
    Stage stage = Ui.show(Ui.onFx(() -> new StartView(model)), theme);
    Ui.until("profiles", () -> model.profiles().shownProperty().get() != null);
    picture(stage, theme, "running");
    Ui.run(() -> {
      model.profiles().open(model.profiles().shownProperty().get().rows().get(4));
      model.profiles().openInRegion(model.profiles().shownProperty().get().rows().get(4));
      model.endpoint().url().textProperty().set("localhost:8000");
      model.endpoint().accessKey().textProperty().set("my-key");
      model.endpoint().open();
      sandbox.become(
          new Sandbox.State.Died(137, "Initializing DynamoDB Local with:\nPort: 51873\nKilled"));
    });
    Ui.click(Ui.find("#sandbox-details"));
    picture(stage, theme, "flaws");
    Ui.hide(stage);

    var missing = new FakeSandbox(new Sandbox.State.Missing());
    StartViewModel fresh =
        Ui.onFx(() -> model(Store.open(folder.resolve("fresh")), missing, List.of()));
    Stage first = Ui.show(Ui.onFx(() -> new StartView(fresh)), theme);
    Ui.until("profiles", () -> fresh.profiles().shownProperty().get() != null);
    picture(first, theme, "first-run");
    Ui.run(() -> fresh.sandbox().open(false));
    picture(first, theme, "offer");
    missing.onFetch = FakeSandbox.blocking(12_400_000, 34_000_000);
    Ui.run(() -> fresh.sandbox().agree());
    Ui.until("progress", () -> Ui.showsText("11.8 MB"));
    picture(first, theme, "fetching");
    missing.onFetch = FakeSandbox.failing();
    Ui.run(() -> fresh.sandbox().cancel());
    Ui.until("idle", () -> fresh.sandbox().stepProperty().get() == SandboxViewModel.Step.IDLE);
    Ui.run(() -> fresh.sandbox().open(false));
    Ui.until("failed", () -> fresh.sandbox().problemProperty().get() != null);
    picture(first, theme, "failed");
    Ui.run(() -> {
      first.setWidth(960);
      first.setHeight(600);
    });
    picture(first, theme, "small");
    Ui.hide(first);
  }

  private static StartViewModel model(Store store, FakeSandbox sandbox, List<Profile> profiles) {
    return new StartViewModel(
        () -> profiles,
        (_, _) -> {
          throw new AssertionError("nothing is opened here");
        },
        sandbox,
        store,
        Work.inBackground(),
        (_, _) -> {},
        CLOCK,
        SignIn.none());
  }

  private static void remember(Store store) {
    store
        .connections()
        .update(known ->
            known
                .used(used("profile:shop-prod", "shop-prod"), Instant.parse("2026-02-19T10:00:00Z"))
                .used(
                    new Connection(
                        "sandbox",
                        "Sandbox",
                        Connection.Kind.SANDBOX,
                        null,
                        URI.create("http://127.0.0.1:51873"),
                        "us-east-1",
                        Environment.SANDBOX),
                    Instant.parse("2026-03-03T10:00:00Z"))
                .used(
                    used("profile:shop-staging", "shop-staging"),
                    Instant.parse("2026-03-04T08:31:00Z"))
                .withEnvironment("sandbox", Environment.SANDBOX)
                .withEnvironment("profile:shop-dev", Environment.DEVELOPMENT)
                .withEnvironment("profile:shop-staging", Environment.STAGING)
                .withEnvironment("profile:shop-prod", Environment.PRODUCTION));
  }

  private static Connection used(String id, String name) {
    return new Connection(
        id, name, Connection.Kind.PROFILE, name, null, "eu-west-1", Environment.NONE);
  }

  private static Profile profile(String name, Profile.Kind kind, String detail) {
    return new Profile(
        name, kind, detail.substring(detail.lastIndexOf(' ') + 1), detail, null, null);
  }

  private static void picture(Stage stage, Theme theme, String name) {
    Path file =
        Path.of("target/pictures/start-" + name + "-" + theme.name().toLowerCase() + ".png");
    Ui.picture(stage.getScene(), file);
    assertThat(file).exists();
  }
}
