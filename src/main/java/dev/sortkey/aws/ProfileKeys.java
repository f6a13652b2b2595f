package dev.sortkey.aws;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.Problem.Kind;
import dev.sortkey.core.problem.Problem.Remedy;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.SignIn.Way;
import dev.sortkey.core.text.Messages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProcessCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.services.sso.model.RoleCredentials;
import software.amazon.awssdk.services.sso.model.UnauthorizedException;

/// The keys of profiles. Those given for a time are kept in memory until it is over and then got
/// anew; where that takes a person, the call fails and says so.
final class ProfileKeys {
  /// Keys are renewed this long before they end, so that none end on their way.
  private static final Duration MARGIN = Duration.ofMinutes(1);

  /// As the AWS CLI does: a token that can be renewed is, this long before its end.
  private static final Duration REFRESH = Duration.ofMinutes(15);

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final AwsFiles files;
  private final SsoCache cache;
  private final SsoLogin login;
  private final RoleKeys roles;
  private final Clock clock;
  private final Map<String, Held> held = new ConcurrentHashMap<>();
  private final Map<String, Instant> refused = new ConcurrentHashMap<>();
  private final Map<String, Lock> locks = new ConcurrentHashMap<>();

  /// @param until null for keys that do not end
  record Held(AwsCredentials keys, @Nullable Instant until) {
    @Override
    public String toString() {
      return "Held[" + until + "]";
    }
  }

  ProfileKeys(AwsFiles files, SsoCache cache, SsoLogin login, Clock clock) {
    this.files = files;
    this.cache = cache;
    this.login = login;
    this.clock = clock;
    this.roles = new RoleKeys(files, clock);
  }

  /// The keys to sign with now. Ten callers at once make one call.
  AwsCredentials resolve(String name) {
    Held known = held.get(name);
    if (known != null && lasts(known)) {
      return known.keys();
    }
    Lock lock = locks.computeIfAbsent(name, _ -> new ReentrantLock());
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
    try {
      Held waited = held.get(name);
      if (waited != null && lasts(waited)) {
        return waited.keys();
      }
      Held fresh = obtain(name);
      keep(name, fresh);
      return fresh.keys();
    } finally {
      lock.unlock();
    }
  }

  void keep(String name, Held fresh) {
    held.put(name, fresh);
    refused.remove(name);
  }

  /// What is in memory for the profile and still good.
  @Nullable Held held(String name) {
    Held known = held.get(name);
    return known != null && lasts(known) ? known : null;
  }

  /// Forgets what is in memory, so that it is got anew.
  void forget(String name) {
    held.remove(name);
    refused.remove(name);
  }

  /// Forgets the keys that the files may have changed.
  void reread(ProfileChain chain) {
    chain
        .links()
        .forEach(link ->
            held.computeIfPresent(link.name(), (_, old) -> old.until() == null ? null : old));
  }

  /// AWS took the keys no more. What they were got with is got anew as well, but for what a code
  /// was typed for.
  void refused(String name) {
    for (Profile link : ProfileChain.of(files.read().profiles(), name).links()) {
      if (link.name().equals(name) || link.property("mfa_serial").isEmpty()) {
        held.remove(link.name());
      }
    }
    refused.put(name, clock.instant());
  }

  /// When AWS refused the keys, unless there have been others since.
  @Nullable Instant refusedAt(String name) {
    return refused.get(name);
  }

  boolean temporary(String name) {
    Held known = held.get(name);
    return known != null && known.until() != null;
  }

  private boolean lasts(Held known) {
    Instant until = known.until();
    return until == null || until.minus(MARGIN).isAfter(clock.instant());
  }

  private Held obtain(String name) {
    ProfileFile all = files.read().profiles();
    Profile profile = all.profile(name).orElseThrow();
    return switch (ProfileReading.kind(profile)) {
      case SSO -> ofSso(all, profile);
      case ROLE -> ofRole(all, profile);
      case PROCESS -> ofProcess(profile);
      case KEYS, ENVIRONMENT, UNKNOWN -> ofSdk(all, name);
    };
  }

  private Held ofSso(ProfileFile all, Profile profile) {
    SsoSettings settings = SsoSettings.of(all, profile);
    var clients = new SignInClients(all, profile.name());
    SsoToken token = usable(settings, clients);
    if (token == null) {
      throw signedOut(profile.name(), Way.SSO, ended(settings));
    }
    try {
      return ofPortal(settings, clients, token);
    } catch (UnauthorizedException e) {
      SsoToken renewed = login.refresh(settings, clients, token);
      if (renewed == null) {
        throw signedOut(profile.name(), Way.SSO, clock.instant());
      }
      return ofPortal(settings, clients, renewed);
    }
  }

  /// The token of the cache, renewed when it is about to end; null when a person is needed.
  @Nullable SsoToken usable(SsoSettings settings, SignInClients clients) {
    Instant now = clock.instant();
    SsoToken token = cache.token(settings);
    if (token == null) {
      return null;
    }
    SsoToken renewed =
        token.endsWithin(REFRESH, now) ? login.refresh(settings, clients, token) : null;
    SsoToken best = renewed == null ? token : renewed;
    return best.until().isAfter(now) ? best : null;
  }

  private @Nullable Instant ended(SsoSettings settings) {
    SsoToken token = cache.token(settings);
    return token == null ? null : token.until();
  }

  private static Held ofPortal(SsoSettings settings, SignInClients clients, SsoToken token) {
    RoleCredentials role =
        clients
            .portal(
                settings.region(),
                portal ->
                    portal.getRoleCredentials(request ->
                        request
                            .accessToken(token.accessToken())
                            .accountId(settings.account())
                            .roleName(settings.role())))
            .roleCredentials();
    return new Held(
        AwsSessionCredentials.create(
            role.accessKeyId(), role.secretAccessKey(), role.sessionToken()),
        Instant.ofEpochMilli(role.expiration()));
  }

  private Held ofRole(ProfileFile all, Profile profile) {
    if (profile.property("mfa_serial").isPresent()) {
      Held last = held.get(profile.name());
      throw signedOut(
          profile.name(), Way.MFA, last == null ? refused.get(profile.name()) : last.until());
    }
    if (profile.property("web_identity_token_file").isPresent()) {
      return ofSdk(all, profile.name());
    }
    return roles.assume(all, profile, source(all, profile), null);
  }

  /// What a role is assumed with.
  AwsCredentials source(ProfileFile all, Profile role) {
    String source = role.property("source_profile").orElse(null);
    if (source != null) {
      return source.equals(role.name()) ? own(role) : resolve(source);
    }
    if (role.property("credential_source").filter("Environment"::equals).isPresent()) {
      Keys keys = files.environmentKeys();
      if (keys == null) {
        throw new ProblemException(
            Problem.of(
                Kind.CREDENTIALS_INVALID,
                Messages.text("problem.environment-missing.title"),
                Messages.text("problem.environment-missing.detail"),
                Remedy.EDIT_CONNECTION));
      }
      return SdkAccess.of(keys).credentials().resolveCredentials();
    }
    return role.property("credential_source").filter("EcsContainer"::equals).isPresent()
        ? ContainerCredentialsProvider.create().resolveCredentials()
        : InstanceProfileCredentialsProvider.create().resolveCredentials();
  }

  private static AwsCredentials own(Profile role) {
    return AwsBasicCredentials.create(
        role.property("aws_access_key_id").orElseThrow(),
        role.property("aws_secret_access_key").orElseThrow());
  }

  /// What the program says on its error stream may hold secrets; it is neither shown nor kept.
  private static Held ofProcess(Profile profile) {
    String command = profile.property("credential_process").orElseThrow();
    try (var process = ProcessCredentialsProvider.builder().command(shell(command)).build()) {
      AwsCredentials keys = process.resolveCredentials();
      return new Held(keys, keys.expirationTime().orElse(null));
    } catch (RuntimeException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException();
      }
      throw new ProblemException(
          Problem.of(
              Kind.CREDENTIALS_INVALID,
              Messages.text("problem.process.title", ProfileReading.program(command)),
              Messages.text("problem.process.detail", profile.name()),
              Remedy.RETRY,
              Remedy.EDIT_CONNECTION));
    }
  }

  /// As the SDK and the AWS CLI run it.
  private static List<String> shell(String command) {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")
        ? List.of("cmd.exe", "/C", command)
        : List.of("sh", "-c", command);
  }

  private static Held ofSdk(ProfileFile all, String name) {
    try (var provider =
        ProfileCredentialsProvider.builder().profileFile(all).profileName(name).build()) {
      AwsCredentials keys = provider.resolveCredentials();
      return new Held(keys, keys.expirationTime().orElse(null));
    }
  }

  private static ProblemException signedOut(String profile, Way way, @Nullable Instant since) {
    String key = "problem.signed-out." + (way == Way.MFA ? "mfa" : "sso");
    return new ProblemException(
        Problem.of(
            Kind.CREDENTIALS_EXPIRED,
            since == null
                ? Messages.text(key + ".title", profile)
                : Messages.text(
                    "problem.signed-out.ended",
                    profile,
                    TIME.format(since.atZone(ZoneId.systemDefault()))),
            Messages.text(key + ".detail"),
            Remedy.SIGN_IN));
  }
}
