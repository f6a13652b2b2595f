package dev.sortkey.ui.shell;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.session.SignIn;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// One sign-in under way: what is shown and asked, until it is through or left.
final class SignInViewModel {
  /// Where a sign-in stands.
  sealed interface Step {
    /// AWS is being asked.
    record Asking() implements Step {}

    /// The code waits to be confirmed in the browser.
    record Confirming(SignIn.DeviceCode code) implements Step {}

    /// A code of the MFA device is wanted.
    ///
    /// @param refused why the last one was not taken, or null
    record Typing(String device, @Nullable String refused) implements Step {}

    record Failed(Problem problem) implements Step {}
  }

  private final String profile;
  private final Ports ports;
  private final Slot slot;
  private final Runnable ended;
  private final List<Runnable> after = new ArrayList<>();
  private final BlockingQueue<String> typed = new LinkedBlockingQueue<>();
  private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(new Step.Asking());
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(true);

  /// @param ended called once it is over, whether it went well or not
  SignInViewModel(String profile, Ports ports, Runnable ended) {
    this.profile = profile;
    this.ports = ports;
    this.slot = ports.work().slot();
    this.ended = ended;
  }

  String profile() {
    return profile;
  }

  ReadOnlyObjectProperty<Step> stepProperty() {
    return step.getReadOnlyProperty();
  }

  /// False once it is over.
  ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /// Does something more once the profile is signed in.
  void then(Runnable action) {
    after.add(action);
  }

  /// Begins, or begins again after a failure.
  void start() {
    step.set(new Step.Asking());
    typed.clear();
    slot.read(
        Messages.text("shell.sign-in.job", profile),
        _ -> {
          ports.signIn().signIn(profile, new Asked());
          return true;
        },
        (Outcome<Boolean> outcome) -> {
          switch (outcome) {
            case Outcome.Done<Boolean> _ -> close(true);
            case Outcome.Failed<Boolean>(Problem problem) -> step.set(new Step.Failed(problem));
            case Outcome.Cancelled<Boolean> _ -> close(false);
          }
        });
  }

  /// Leaves it; nothing changes.
  void cancel() {
    slot.abandon();
    close(false);
  }

  void type(String code) {
    step.set(new Step.Asking());
    typed.add(code);
  }

  void openBrowser() {
    if (step.get() instanceof Step.Confirming(SignIn.DeviceCode code)) {
      ports.browser().open(code.pageWithCode());
    }
  }

  private void close(boolean done) {
    if (open.get()) {
      open.set(false);
      ended.run();
      if (done) {
        after.forEach(Runnable::run);
      }
    }
  }

  /// Called where the sign-in runs, away from the window.
  private final class Asked implements SignIn.Prompts {
    @Override
    public void show(SignIn.DeviceCode code) {
      ports.work().onFx(() -> ask(new Step.Confirming(code)));
    }

    @Override
    public String mfaCode(String device, @Nullable String refused) throws InterruptedException {
      ports.work().onFx(() -> ask(new Step.Typing(device, refused)));
      return typed.take();
    }

    private void ask(Step now) {
      if (open.get()) {
        step.set(now);
      }
    }
  }
}
