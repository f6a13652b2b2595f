package dev.sortkey.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.session.SignIn;
import dev.sortkey.store.Settings;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.shell.SignInViewModel.Step;
import dev.sortkey.ui.work.Work;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInViewModelTest {
  private static final SignIn.DeviceCode CODE =
      new SignIn.DeviceCode(
          "QRST-0001",
          URI.create("https://example.com/"),
          URI.create("https://example.com/?user_code=QRST-0001"),
          Instant.EPOCH);

  @TempDir Path folder;
  private final List<String> asked = new ArrayList<>();
  private final List<URI> pages = new ArrayList<>();
  private @Nullable Problem failure;
  private boolean signedIn;
  private Runnable whileShown = () -> {};
  private Ports ports;
  private ShellViewModel model;

  @BeforeEach
  void build() {
    Ports plain = new Fakes(folder).ports(Work.direct());
    ports =
        new Ports(
            plain.connector(),
            plain.profiles(),
            plain.sandbox(),
            plain.store(),
            plain.work(),
            new Person(),
            pages::add);
    var memory = new Memory(ports.store(), ports.work(), _ -> {});
    model =
        new ShellViewModel(
            ports,
            new Appearance(new SimpleObjectProperty<>(Theme.LIGHT), Settings.Appearance.SYSTEM),
            (shell, session) ->
                new Workspace(
                    session,
                    ports,
                    (_, where) -> new FakePanel(where),
                    shell,
                    new ShellViewModelTest.NoFront(),
                    memory));
  }

  private final class Person implements SignIn {
    @Override
    public Standing standing(String profile) {
      return signedIn
          ? new Standing.SignedIn(Way.SSO, Instant.MAX)
          : new Standing.SignedOut(Way.SSO, null);
    }

    @Override
    public void signIn(String profile, Prompts prompts) {
      asked.add(profile);
      prompts.show(CODE);
      whileShown.run();
      if (failure != null) {
        throw new ProblemException(failure);
      }
      signedIn = true;
    }
  }

  @Test
  void aProfileThatIsSignedOutIsSignedInBeforeItOpens() {
    whileShown =
        () -> {
          SignInViewModel shown = model.signInProperty().get();
          assertThat(shown.stepProperty().get()).isEqualTo(new Step.Confirming(CODE));
          shown.openBrowser();
        };
    model.open(Fakes.staging(), null);
    assertThat(asked).containsExactly("shop-staging");
    assertThat(pages).containsExactly(CODE.pageWithCode());
    assertThat(model.signInProperty().get()).isNull();
    assertThat(model.currentProperty().get().connection().name()).isEqualTo("shop-staging");
  }

  @Test
  void askedForTenTimesThereIsStillOneSignInAndAllGoOn() {
    List<Integer> went = new ArrayList<>();
    whileShown =
        () -> {
          for (int i = 0; i < 10; i++) {
            int number = i;
            model.signIn("shop-staging", () -> went.add(number));
          }
        };
    model.signIn("shop-staging", () -> went.add(10));
    assertThat(asked).hasSize(1);
    assertThat(went).hasSize(11);
  }

  @Test
  void aFailureIsShownAndCanBeTriedAgainOrLeft() {
    failure = Problem.of(Problem.Kind.ACCESS_DENIED, "denied", "no", Problem.Remedy.RETRY);
    model.open(Fakes.staging(), null);
    SignInViewModel shown = model.signInProperty().get();
    assertThat(shown.stepProperty().get()).isEqualTo(new Step.Failed(failure));
    assertThat(model.currentProperty().get()).isNull();

    shown.cancel();
    assertThat(model.signInProperty().get()).isNull();
    assertThat(model.currentProperty().get()).isNull();

    model.open(Fakes.staging(), null);
    failure = null;
    model.signInProperty().get().start();
    assertThat(model.currentProperty().get()).isNotNull();
  }

  @Test
  void ofManyToastsThatAskForASignInOneIsEnoughAndItGoesOnceSignedIn() {
    signedIn = true;
    model.open(Fakes.staging(), null);
    var expired = Problem.of(Problem.Kind.CREDENTIALS_EXPIRED, "over", "", Problem.Remedy.SIGN_IN);
    for (int i = 0; i < 10; i++) {
      model.toast(new Toast("over", expired));
    }
    assertThat(model.toasts()).hasSize(1);
    model.currentProperty().get().remedy(Problem.Remedy.SIGN_IN);
    assertThat(model.toasts()).isEmpty();
  }
}
