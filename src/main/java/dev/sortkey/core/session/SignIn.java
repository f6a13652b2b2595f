package dev.sortkey.core.session;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Gets for a profile what only a person can give: the approval of an SSO sign-in, the code of an
/// MFA device. Calls never wait for a person; they fail, and this is how they are helped.
public interface SignIn {
  /// How the profile stands, from memory and from the AWS CLI's cache, without a call; blocks
  /// briefly.
  Standing standing(String profile);

  /// Gets anew what the profile lacks, asking as little as possible; blocks until it is there and
  /// ends at an interrupt.
  ///
  /// @throws dev.sortkey.core.problem.ProblemException when it was denied, or ran out
  void signIn(String profile, Prompts prompts);

  /// What a profile's credentials hang on.
  enum Way {
    SSO,
    MFA,
    /// Keys, or a program that gives some: nothing to be asked.
    OTHER
  }

  sealed interface Standing {
    /// Nobody need sign in.
    record Lasting() implements Standing {}

    record SignedIn(Way way, Instant until) implements Standing {}

    /// @param since when it ended, or null when nobody had signed in
    record SignedOut(Way way, @Nullable Instant since) implements Standing {}
  }

  /// What a person confirms in a browser.
  ///
  /// @param page where the code is entered
  /// @param pageWithCode the same with the code filled in
  /// @param until when the code runs out
  record DeviceCode(String code, URI page, URI pageWithCode, Instant until) {}

  /// Asks the person. Called on the thread that signs in.
  interface Prompts {
    /// Shows the code and comes back at once.
    void show(DeviceCode code);

    /// Blocks until a code is typed; ends at an interrupt.
    ///
    /// @param device the MFA device's ARN or serial number
    /// @param refused why the last code was not taken, in STS's words, or null
    String mfaCode(String device, @Nullable String refused) throws InterruptedException;
  }

  /// Where there are no profiles to sign in to.
  static SignIn none() {
    return new SignIn() {
      @Override
      public Standing standing(String profile) {
        return new Standing.Lasting();
      }

      @Override
      public void signIn(String profile, Prompts prompts) {}
    };
  }
}
