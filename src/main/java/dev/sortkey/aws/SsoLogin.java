package dev.sortkey.aws;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.Problem.Kind;
import dev.sortkey.core.problem.Problem.Remedy;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.session.SignIn.DeviceCode;
import dev.sortkey.core.text.Messages;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ssooidc.model.CreateTokenResponse;
import software.amazon.awssdk.services.ssooidc.model.RegisterClientResponse;
import software.amazon.awssdk.services.ssooidc.model.SsoOidcException;
import software.amazon.awssdk.services.ssooidc.model.StartDeviceAuthorizationResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Signs in to IAM Identity Center by the OAuth 2.0 device flow (RFC 8628), and renews what it got.
final class SsoLogin {
  /// RFC 8628, 3.5: five seconds more at each slow_down, and five between polls if nothing is said.
  private static final Duration STEP = Duration.ofSeconds(5);

  private static final String DEVICE = "urn:ietf:params:oauth:grant-type:device_code";

  private final JsonMapper json = new JsonMapper();
  private final SsoCache cache;
  private final Clock clock;
  private final Waiting waiting;

  SsoLogin(SsoCache cache, Clock clock, Waiting waiting) {
    this.cache = cache;
    this.clock = clock;
    this.waiting = waiting;
  }

  /// Blocks until the person has approved in the browser, and writes the token to the cache.
  SsoToken signIn(SsoSettings settings, SignInClients clients, Consumer<DeviceCode> show) {
    SsoCache.Registration known = cache.registration(settings, clock.instant());
    SsoCache.Registration client = known == null ? register(settings, clients) : known;
    StartDeviceAuthorizationResponse started;
    try {
      started = start(settings, clients, client);
    } catch (SsoOidcException e) {
      if (known == null || !isOneOf(e, "invalid_client", "unauthorized_client", "expired_token")) {
        throw e;
      }
      // One that AWS has forgotten; the cache still had it.
      client = register(settings, clients);
      started = start(settings, clients, client);
    }
    Instant until = clock.instant().plusSeconds(started.expiresIn());
    URI page = URI.create(started.verificationUri());
    show.accept(
        new DeviceCode(
            started.userCode(),
            page,
            started.verificationUriComplete() == null
                ? page
                : URI.create(started.verificationUriComplete()),
            until));
    CreateTokenResponse answer = poll(settings, clients, client, started, until);
    return keep(settings, answer, client.clientId(), client.clientSecret(), client.expiresAt());
  }

  /// Renews the token without a person, or gives null when that cannot be done.
  @Nullable SsoToken refresh(SsoSettings settings, SignInClients clients, SsoToken old) {
    if (!old.refreshable(clock.instant())) {
      return null;
    }
    try {
      CreateTokenResponse answer =
          clients.oidc(
              settings.region(),
              oidc ->
                  oidc.createToken(request ->
                      request
                          .grantType("refresh_token")
                          .clientId(old.clientId())
                          .clientSecret(old.clientSecret())
                          .refreshToken(old.refreshToken())));
      return keep(
          settings, answer, old.clientId(), old.clientSecret(), old.registrationExpiresAt());
    } catch (SsoOidcException e) {
      return null;
    }
  }

  private SsoCache.Registration register(SsoSettings settings, SignInClients clients) {
    RegisterClientResponse answer =
        clients.oidc(
            settings.region(),
            oidc ->
                oidc.registerClient(request ->
                    request
                        .clientName("sortkey-" + clock.instant().getEpochSecond())
                        .clientType("public")
                        .scopes(settings.scopes())));
    var registration =
        new SsoCache.Registration(
            answer.clientId(),
            answer.clientSecret(),
            SsoCache.text(Instant.ofEpochSecond(answer.clientSecretExpiresAt())),
            settings.scopes(),
            null);
    try {
      cache.save(settings, registration);
    } catch (IOException e) {
      throw unwritten(e);
    }
    return registration;
  }

  private static StartDeviceAuthorizationResponse start(
      SsoSettings settings, SignInClients clients, SsoCache.Registration client) {
    return clients.oidc(
        settings.region(),
        oidc ->
            oidc.startDeviceAuthorization(request ->
                request
                    .clientId(client.clientId())
                    .clientSecret(client.clientSecret())
                    .startUrl(settings.startUrl())));
  }

  private CreateTokenResponse poll(
      SsoSettings settings,
      SignInClients clients,
      SsoCache.Registration client,
      StartDeviceAuthorizationResponse started,
      Instant until) {
    Duration interval =
        started.interval() == null || started.interval() <= 0
            ? STEP
            : Duration.ofSeconds(started.interval());
    while (clock.instant().isBefore(until)) {
      rest(interval);
      try {
        return clients.oidc(
            settings.region(),
            oidc ->
                oidc.createToken(request ->
                    request
                        .grantType(DEVICE)
                        .clientId(client.clientId())
                        .clientSecret(client.clientSecret())
                        .deviceCode(started.deviceCode())));
      } catch (SsoOidcException e) {
        switch (error(e)) {
          case "authorization_pending" -> {}
          case "slow_down" -> interval = interval.plus(STEP);
          case "expired_token" -> throw ranOut(e);
          case "access_denied" -> throw said(Kind.ACCESS_DENIED, "problem.sso.denied", e);
          default -> throw e;
        }
      }
    }
    throw ranOut(null);
  }

  private void rest(Duration time) {
    try {
      waiting.pass(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  private SsoToken keep(
      SsoSettings settings,
      CreateTokenResponse answer,
      @Nullable String clientId,
      @Nullable String clientSecret,
      @Nullable String registrationExpiresAt) {
    var token =
        new SsoToken(
            settings.startUrl(),
            settings.region(),
            answer.accessToken(),
            SsoCache.text(clock.instant().plusSeconds(answer.expiresIn())),
            clientId,
            clientSecret,
            registrationExpiresAt,
            answer.refreshToken());
    try {
      cache.save(settings, token);
    } catch (IOException e) {
      throw unwritten(e);
    }
    return token;
  }

  private boolean isOneOf(SsoOidcException thrown, String... errors) {
    return List.of(errors).contains(error(thrown));
  }

  /// The OAuth error of the body; the SDK knows the exception's class only where a header names it.
  private String error(SsoOidcException thrown) {
    var details = thrown.awsErrorDetails();
    if (details == null || details.rawResponse() == null) {
      return "";
    }
    try {
      String error = json.readTree(details.rawResponse().asByteArray()).path("error").asString("");
      return error;
    } catch (JacksonException e) {
      return "";
    }
  }

  private static ProblemException ranOut(@Nullable Throwable cause) {
    return said(Kind.CREDENTIALS_EXPIRED, "problem.sso.ran-out", cause);
  }

  private static ProblemException said(Kind kind, String key, @Nullable Throwable cause) {
    return new ProblemException(
        Problem.of(kind, Messages.text(key), Messages.text(key + ".detail"), Remedy.RETRY), cause);
  }

  private static ProblemException unwritten(IOException cause) {
    return new ProblemException(
        Problem.of(
            Kind.LOCAL_IO,
            Messages.text("problem.sso.unwritten"),
            Messages.text("problem.sso.unwritten.detail", cause.getClass().getSimpleName()),
            Remedy.RETRY),
        cause);
  }
}
