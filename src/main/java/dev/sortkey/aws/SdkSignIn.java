package dev.sortkey.aws;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.Problem.Remedy;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.session.Profile.Kind;
import dev.sortkey.core.session.SignIn;
import dev.sortkey.core.text.Messages;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.services.sso.model.UnauthorizedException;
import software.amazon.awssdk.services.sts.model.StsException;

/// Signs profiles in: SSO by the browser, roles with MFA by a code.
final class SdkSignIn implements SignIn {
  private final AwsFiles files;
  private final SsoCache cache;
  private final SsoLogin login;
  private final RoleKeys roles;
  private final ProfileKeys keys;
  private final Clock clock;

  SdkSignIn(AwsFiles files, Clock clock, Waiting waiting) {
    this.files = files;
    this.clock = clock;
    this.cache = new SsoCache(files.home().resolve(".aws/sso/cache"));
    this.login = new SsoLogin(cache, clock, waiting);
    this.roles = new RoleKeys(files, clock);
    this.keys = new ProfileKeys(files, cache, login, clock);
  }

  /// What sessions sign with.
  ProfileKeys keys() {
    return keys;
  }

  @Override
  public Standing standing(String profile) {
    ProfileFile all = files.read().profiles();
    List<Standing> standings = new ArrayList<>();
    for (Profile link : ProfileChain.of(all, profile).links()) {
      if (new ProfileReading(files, all).flaw(link) == null) {
        standings.add(standing(all, link));
      }
    }
    return standings.stream()
        .min(Comparator.comparing(SdkSignIn::end))
        .orElse(new Standing.Lasting());
  }

  /// The one that ends first decides; one that has ended before all.
  private static Instant end(Standing standing) {
    return switch (standing) {
      case Standing.Lasting _ -> Instant.MAX;
      case Standing.SignedIn(_, Instant until) -> until;
      case Standing.SignedOut _ -> Instant.MIN;
    };
  }

  private Standing standing(ProfileFile all, Profile link) {
    Instant now = clock.instant();
    Instant refused = keys.refusedAt(link.name());
    Kind kind = ProfileReading.kind(link);
    Way way =
        kind == Kind.SSO ? Way.SSO : link.property("mfa_serial").isPresent() ? Way.MFA : Way.OTHER;
    if (refused != null) {
      return new Standing.SignedOut(way, refused);
    }
    return switch (way) {
      case OTHER -> new Standing.Lasting();
      case SSO -> {
        SsoToken token = cache.token(SsoSettings.of(all, link));
        yield standing(Way.SSO, token == null ? null : token.until(), now);
      }
      case MFA -> {
        ProfileKeys.Held held = keys.held(link.name());
        yield standing(Way.MFA, held == null ? null : held.until(), now);
      }
    };
  }

  private static Standing standing(Way way, @Nullable Instant until, Instant now) {
    return until != null && until.isAfter(now)
        ? new Standing.SignedIn(way, until)
        : new Standing.SignedOut(way, until);
  }

  @Override
  public void signIn(String profile, Prompts prompts) {
    var problems = new ProblemMapping(() -> new Target(null, "", profile));
    problems.call(() -> {
      ProfileFile all = files.read().profiles();
      List<Profile> links = ProfileChain.of(all, profile).links();
      if (links.isEmpty()) {
        throw missing(profile);
      }
      links.forEach(this::forget);
      for (Profile link : links.reversed()) {
        String flaw = new ProfileReading(files, all).flaw(link);
        if (flaw != null) {
          throw flawed(link.name(), flaw);
        }
        if (ProfileReading.kind(link) == Kind.SSO) {
          sso(all, link, prompts);
        } else if (link.property("mfa_serial").isPresent() && keys.held(link.name()) == null) {
          mfa(all, link, prompts);
        }
      }
      return keys.resolve(profile);
    });
  }

  /// But for what a code was typed for and AWS still takes.
  private void forget(Profile link) {
    if (link.property("mfa_serial").isEmpty() || keys.refusedAt(link.name()) != null) {
      keys.forget(link.name());
    }
  }

  /// Asks the person only when what is there is not enough.
  private void sso(ProfileFile all, Profile profile, Prompts prompts) {
    SsoSettings settings = SsoSettings.of(all, profile);
    var clients = new SignInClients(all, profile.name());
    if (keys.usable(settings, clients) != null) {
      try {
        keys.resolve(profile.name());
        return;
      } catch (ProblemException e) {
        if (e.problem().kind() != Problem.Kind.CREDENTIALS_EXPIRED) {
          throw e;
        }
      } catch (UnauthorizedException e) {
        // The portal has ended the session before its time: on to the browser.
      }
    }
    login.signIn(settings, clients, prompts::show);
  }

  private void mfa(ProfileFile all, Profile role, Prompts prompts) {
    AwsCredentials source = keys.source(all, role);
    String refused = null;
    while (true) {
      String code = ask(prompts, role.property("mfa_serial").orElseThrow(), refused);
      try {
        keys.keep(role.name(), roles.assume(all, role, source, code));
        return;
      } catch (StsException e) {
        String said = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorMessage();
        if (said == null || !aboutTheCode(said)) {
          throw e;
        }
        refused = said;
      }
    }
  }

  /// "MultiFactorAuthentication failed with invalid MFA one time pass code." is an AccessDenied
  /// like any other; only its words tell it apart.
  private static boolean aboutTheCode(String said) {
    return said.contains("MultiFactorAuthentication failed") || said.contains("tokenCode");
  }

  private static String ask(Prompts prompts, String device, @Nullable String refused) {
    try {
      return prompts.mfaCode(device, refused);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  private static ProblemException missing(String profile) {
    return new ProblemException(
        Problem.of(
            Problem.Kind.CREDENTIALS_INVALID,
            Messages.text("problem.profile-gone.title", profile),
            Messages.text("problem.profile-gone.detail"),
            Remedy.EDIT_CONNECTION));
  }

  private static ProblemException flawed(String profile, String flaw) {
    return new ProblemException(
        Problem.of(
            Problem.Kind.CREDENTIALS_INVALID,
            Messages.text("problem.profile-flawed.title", profile, flaw),
            Messages.text("problem.profile-flawed.detail", profile, flaw),
            Remedy.EDIT_CONNECTION));
  }
}
