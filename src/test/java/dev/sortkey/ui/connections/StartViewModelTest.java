package dev.sortkey.ui.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Profile;
import dev.sortkey.core.session.Sandbox;
import dev.sortkey.core.session.SignIn;
import dev.sortkey.store.Store;
import dev.sortkey.ui.work.Work;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartViewModelTest {
  private static final Instant NOW = Instant.parse("2026-03-04T14:32:00Z");

  private record Opened(Connection connection, Keys keys) {}

  @TempDir Path folder;
  private final List<Opened> opened = new ArrayList<>();
  private final List<Profile> profiles = new ArrayList<>();
  private final FakeSandbox sandbox = new FakeSandbox(new Sandbox.State.Missing());
  private Store store;
  private StartViewModel model;

  @BeforeEach
  void begin() {
    store = Store.open(folder);
    model = start();
  }

  private StartViewModel start() {
    return new StartViewModel(
        () -> List.copyOf(profiles),
        (_, _) -> {
          throw new ProblemException(FakeSandbox.UNREACHABLE);
        },
        sandbox,
        store,
        Work.direct(),
        (connection, keys) -> opened.add(new Opened(connection, keys)),
        Clock.fixed(NOW, ZoneOffset.UTC),
        SignIn.none());
  }

  @Test
  void theSandboxIsFetchedOnlyAfterTheLicenceIsAgreedTo() {
    model.sandbox().open(false);

    assertThat(model.sandbox().stepProperty().get()).isEqualTo(SandboxViewModel.Step.OFFERED);
    assertThat(sandbox.calls).isEmpty();

    model.sandbox().agree();

    assertThat(sandbox.calls).containsExactly("fetch", "start");
    assertThat(Store.open(folder).settings().get().sandboxLicence()).isEqualTo("3.3.1");
    Opened only = opened.getFirst();
    assertThat(only.connection())
        .isEqualTo(
            new Connection(
                "sandbox",
                "Sandbox",
                Connection.Kind.SANDBOX,
                null,
                URI.create("http://127.0.0.1:51873"),
                "us-east-1",
                Environment.SANDBOX));
    assertThat(only.keys()).isEqualTo(FakeSandbox.RUNNING.keys());
    assertThat(model.sandbox().stateProperty().get()).isEqualTo(FakeSandbox.RUNNING);
    assertThat(model.sandbox().stepProperty().get()).isEqualTo(SandboxViewModel.Step.IDLE);
  }

  @Test
  void declinedOffersFetchNothing() {
    model.sandbox().open(false);
    model.sandbox().cancel();

    assertThat(model.sandbox().stepProperty().get()).isEqualTo(SandboxViewModel.Step.IDLE);
    assertThat(sandbox.calls).isEmpty();
    assertThat(store.settings().get().sandboxLicence()).isNull();
  }

  @Test
  void anAgreedLicenceIsNotAskedForAgainUntilItsVersionChanges() {
    store.settings().update(old -> old.withSandboxLicence("3.3.1"));
    model.sandbox().open(false);
    assertThat(sandbox.calls).containsExactly("fetch", "start");

    sandbox.become(new Sandbox.State.Missing());
    store.settings().update(old -> old.withSandboxLicence("3.2.0"));
    model.sandbox().open(false);
    assertThat(model.sandbox().stepProperty().get()).isEqualTo(SandboxViewModel.Step.OFFERED);
  }

  @Test
  void aFailedFetchSaysWhyAndCanBeTriedAgain() {
    sandbox.onFetch = FakeSandbox.failing();
    model.sandbox().open(false);
    model.sandbox().agree();

    assertThat(model.sandbox().problemProperty().get()).isEqualTo(FakeSandbox.UNREACHABLE);
    assertThat(opened).isEmpty();

    sandbox.onFetch = _ -> {};
    model.sandbox().retry();

    assertThat(model.sandbox().problemProperty().get()).isNull();
    assertThat(opened).hasSize(1);
  }

  @Test
  void aCancelledFetchLeavesTheCardAsItWas() {
    sandbox.onFetch =
        _ -> {
          throw new CancellationException();
        };
    model.sandbox().open(false);
    model.sandbox().agree();

    assertThat(model.sandbox().stepProperty().get()).isEqualTo(SandboxViewModel.Step.IDLE);
    assertThat(model.sandbox().problemProperty().get()).isNull();
    assertThat(sandbox.calls).containsExactly("fetch");
    assertThat(opened).isEmpty();
  }

  @Test
  void aFailedStartIsTriedAgainWithoutFetching() {
    sandbox.become(new Sandbox.State.Fetched());
    sandbox.onStart = FakeSandbox.failing();
    model.sandbox().open(false);
    assertThat(model.sandbox().problemProperty().get()).isNotNull();

    sandbox.onStart = _ -> {};
    model.sandbox().retry();

    assertThat(sandbox.calls).containsExactly("start", "start");
    assertThat(opened).hasSize(1);
  }

  @Test
  void aDeadSandboxIsRestartedWithoutOpeningIt() {
    sandbox.become(new Sandbox.State.Died(137, "Killed"));
    assertThat(model.sandbox().stateProperty().get())
        .isEqualTo(new Sandbox.State.Died(137, "Killed"));

    model.sandbox().restart();

    assertThat(model.sandbox().stateProperty().get()).isEqualTo(FakeSandbox.RUNNING);
    assertThat(opened).isEmpty();
  }

  @Test
  void aFillThatFailsOpensNothing() {
    sandbox.become(FakeSandbox.RUNNING);
    model.sandbox().open(true);

    assertThat(model.sandbox().problemProperty().get()).isEqualTo(FakeSandbox.UNREACHABLE);
    assertThat(opened).isEmpty();
  }

  @Test
  void whatIsOpenedIsRecentWithItsTime() {
    sandbox.become(FakeSandbox.RUNNING);
    assertThat(model.sandbox().neverOpened()).isTrue();
    model.sandbox().open(false);

    var recent = Store.open(folder).connections().get().recent();
    assertThat(recent)
        .singleElement()
        .satisfies(used -> {
          assertThat(used.connection().id()).isEqualTo("sandbox");
          assertThat(used.lastUsed()).isEqualTo(NOW);
        });
    assertThat(model.sandbox().neverOpened()).isFalse();

    model.open(recent.getFirst());
    assertThat(opened).hasSize(2);
    model.remembered().forget("sandbox");
    assertThat(Store.open(folder).connections().get().recent()).isEmpty();
  }

  @Test
  void aProfileOpensInItsRegionAndEnvironment() {
    profiles.add(profile("shop", Profile.Kind.KEYS, "eu-west-1", null));
    model.profiles().refresh();
    model.profiles().environment(row(0), Environment.PRODUCTION);
    model.profiles().open(row(0));

    assertThat(opened.getFirst())
        .isEqualTo(
            new Opened(
                new Connection(
                    "profile:shop",
                    "shop",
                    Connection.Kind.PROFILE,
                    "shop",
                    null,
                    "eu-west-1",
                    Environment.PRODUCTION),
                null));
    assertThat(row(0).used()).isEqualTo(NOW);
    assertThat(start().profiles().shownProperty().get().rows().getFirst().environment())
        .isEqualTo(Environment.PRODUCTION);
  }

  @Test
  void theEnvironmentsVariablesOpenWithoutAProfile() {
    profiles.add(profile("Environment variables", Profile.Kind.ENVIRONMENT, "eu-west-1", null));
    model.profiles().refresh();
    model.profiles().open(row(0));

    assertThat(opened.getFirst().connection().profile()).isNull();
    assertThat(opened.getFirst().connection().id()).isEqualTo("environment");
  }

  @Test
  void aProfileWithoutRegionAsksForOneOnce() {
    profiles.add(profile("shop", Profile.Kind.KEYS, null, null));
    model.profiles().refresh();
    model.profiles().open(row(0));
    assertThat(model.profiles().expandedProperty().get()).isEqualTo("profile:shop");

    model.profiles().openInRegion(row(0));
    assertThat(model.profiles().regionProblemProperty().get()).contains("region is missing");
    assertThat(opened).isEmpty();

    model.profiles().regionProperty().set(" eu-west-1 ");
    model.profiles().openInRegion(row(0));
    assertThat(opened.getFirst().connection().region()).isEqualTo("eu-west-1");

    model.profiles().open(row(0));
    assertThat(opened).hasSize(2);
  }

  @Test
  void anIncompleteProfileShowsWhatItLacksAndDoesNotOpen() {
    profiles.add(profile("legacy", Profile.Kind.SSO, "eu-west-1", "no sso_account_id"));
    model.profiles().refresh();
    model.profiles().open(row(0));

    assertThat(model.profiles().expandedProperty().get()).isEqualTo("profile:legacy");
    assertThat(opened).isEmpty();
    model.profiles().open(row(0));
    assertThat(model.profiles().expandedProperty().get()).isNull();
  }

  @Test
  void theFilterSeeksInNamesAndDetails() {
    profiles.add(profile("shop", Profile.Kind.SSO, "eu-west-1", null));
    profiles.add(profile("personal", Profile.Kind.KEYS, "us-east-1", null));
    model.profiles().refresh();
    model.profiles().filterProperty().set("SHO");
    assertThat(model.profiles().shownProperty().get().rows()).hasSize(1);
    model.profiles().filterProperty().set("us-east");
    assertThat(row(0).profile().name()).isEqualTo("personal");
    assertThat(model.profiles().shownProperty().get().count()).isEqualTo(2);
  }

  @Test
  void momentsAreWordedByTheirAge() {
    var clock = Clock.fixed(NOW, ZoneOffset.UTC);
    assertThat(Moments.words(Instant.parse("2026-03-04T08:31:00Z"), clock)).isEqualTo("08:31");
    assertThat(Moments.words(Instant.parse("2026-03-03T23:59:00Z"), clock)).isEqualTo("yesterday");
    assertThat(Moments.words(Instant.parse("2026-01-09T08:31:00Z"), clock)).isEqualTo("Jan 9");
    assertThat(Moments.words(Instant.parse("2025-12-19T08:31:00Z"), clock)).isEqualTo("2025-12-19");
  }

  private ProfilesViewModel.Row row(int at) {
    return model.profiles().shownProperty().get().rows().get(at);
  }

  private static Profile profile(String name, Profile.Kind kind, String region, String flaw) {
    return new Profile(name, kind, region, kind + " · " + region, null, flaw);
  }
}
