package dev.sortkey.standin;

import dev.sortkey.standin.StandIn.Reply;
import dev.sortkey.standin.StandIn.Request;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// IAM Identity Center's OIDC service, as its API reference says: device authorizations that a
/// person approves or denies, and tokens.
public final class Oidc implements StandIn.Service {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String DEVICE = "urn:ietf:params:oauth:grant-type:device_code";

  private final Clock clock;
  private final AtomicInteger numbers = new AtomicInteger();
  private final Map<String, Registered> clients = new ConcurrentHashMap<>();
  private final Map<String, Device> devices = new ConcurrentHashMap<>();
  private final Map<String, String> refreshTokens = new ConcurrentHashMap<>();
  private final Map<String, Instant> tokens = new ConcurrentHashMap<>();

  /// How long access tokens hold.
  public volatile Duration lasts = Duration.ofHours(8);

  /// Seconds between two polls.
  public volatile int interval = 1;

  /// How often the next authorizations answer "pending" before what the person did counts.
  public volatile int pending;

  private record Registered(String secret, boolean scopes) {}

  private enum Said {
    NOTHING,
    YES,
    NO
  }

  private static final class Device {
    final String client;
    final String userCode;
    final Instant until;
    volatile Said said = Said.NOTHING;
    int pending;
    Instant polled = Instant.EPOCH;
    int interval;

    Device(String client, String userCode, Instant until, int pending, int interval) {
      this.client = client;
      this.userCode = userCode;
      this.until = until;
      this.pending = pending;
      this.interval = interval;
    }
  }

  public Oidc(Clock clock) {
    this.clock = clock;
  }

  /// What the person does in the browser with the code.
  public void approve(String userCode) {
    said(userCode, Said.YES);
  }

  public void deny(String userCode) {
    said(userCode, Said.NO);
  }

  /// The code of the last authorization.
  public Optional<String> lastCode() {
    return devices.values().stream()
        .filter(device -> device.said == Said.NOTHING)
        .map(device -> device.userCode)
        .max(String::compareTo);
  }

  /// Forgets clients, as AWS does after 90 days.
  public void forgetClients() {
    clients.clear();
  }

  /// Ends all sessions before their time.
  public void endAll() {
    tokens.clear();
    refreshTokens.clear();
  }

  boolean knows(String accessToken) {
    return tokens.getOrDefault(accessToken, Instant.EPOCH).isAfter(clock.instant());
  }

  private void said(String userCode, Said said) {
    devices.values().stream()
            .filter(device -> device.userCode.equals(userCode))
            .findFirst()
            .orElseThrow()
            .said =
        said;
  }

  @Override
  public synchronized Optional<Reply> answer(Request request) {
    return switch (request.uri().getPath()) {
      case "/client/register" -> Optional.of(register(request.json()));
      case "/device_authorization" -> Optional.of(authorize(request.json()));
      case "/token" -> Optional.of(token(request.json()));
      default -> Optional.empty();
    };
  }

  private Reply register(JsonNode asked) {
    if (!asked.path("clientType").asString("").equals("public")
        || asked.path("clientName").asString("").isEmpty()) {
      return error(400, "InvalidClientMetadataException", "invalid_client_metadata");
    }
    int number = numbers.incrementAndGet();
    String id = "client-" + number;
    String secret = "CLIENTSECRET" + number + "p4Rv";
    clients.put(id, new Registered(secret, asked.path("scopes").isArray()));
    return ok(
        Map.of(
            "clientId",
            id,
            "clientSecret",
            secret,
            "clientIdIssuedAt",
            clock.instant().getEpochSecond(),
            "clientSecretExpiresAt",
            clock.instant().plus(Duration.ofDays(90)).getEpochSecond()));
  }

  private boolean stranger(JsonNode asked) {
    Registered known = clients.get(asked.path("clientId").asString(""));
    return known == null || !known.secret().equals(asked.path("clientSecret").asString(""));
  }

  private Reply authorize(JsonNode asked) {
    if (stranger(asked)) {
      return error(401, "InvalidClientException", "invalid_client");
    }
    if (asked.path("startUrl").asString("").isEmpty()) {
      return error(400, "InvalidRequestException", "invalid_request");
    }
    int number = numbers.incrementAndGet();
    String code = String.format("QRST-%04d", number);
    devices.put(
        "device-" + number,
        new Device(
            asked.path("clientId").asString(),
            code,
            clock.instant().plusSeconds(600),
            pending,
            interval));
    return ok(
        Map.of(
            "deviceCode",
            "device-" + number,
            "userCode",
            code,
            "verificationUri",
            "https://device.sso.eu-west-1.amazonaws.com/",
            "verificationUriComplete",
            "https://device.sso.eu-west-1.amazonaws.com/?user_code=" + code,
            "expiresIn",
            600,
            "interval",
            interval));
  }

  private Reply token(JsonNode asked) {
    if (stranger(asked)) {
      return error(401, "InvalidClientException", "invalid_client");
    }
    return switch (asked.path("grantType").asString("")) {
      case DEVICE -> ofDevice(asked);
      case "refresh_token" -> refreshed(asked);
      default -> error(400, "UnsupportedGrantTypeException", "unsupported_grant_type");
    };
  }

  private Reply ofDevice(JsonNode asked) {
    Device device = devices.get(asked.path("deviceCode").asString(""));
    if (device == null || !device.client.equals(asked.path("clientId").asString())) {
      return error(400, "InvalidGrantException", "invalid_grant");
    }
    Instant now = clock.instant();
    if (!device.until.isAfter(now)) {
      return error(400, "ExpiredTokenException", "expired_token");
    }
    boolean hasty = now.isBefore(device.polled.plusSeconds(device.interval));
    device.polled = now;
    if (hasty) {
      device.interval += 5;
      return error(400, "SlowDownException", "slow_down");
    }
    if (device.said == Said.NO) {
      return error(400, "AccessDeniedException", "access_denied");
    }
    if (device.said == Said.NOTHING || device.pending-- > 0) {
      return error(400, "AuthorizationPendingException", "authorization_pending");
    }
    devices.remove(asked.path("deviceCode").asString());
    return given(asked.path("clientId").asString());
  }

  private Reply refreshed(JsonNode asked) {
    String client = refreshTokens.remove(asked.path("refreshToken").asString(""));
    return client == null || !client.equals(asked.path("clientId").asString())
        ? error(400, "InvalidGrantException", "invalid_grant")
        : given(client);
  }

  /// Only a client that asked for scopes gets a refresh token.
  private Reply given(String client) {
    int number = numbers.incrementAndGet();
    String access = "ACCESSTOKEN" + number + "h2Lc";
    tokens.put(access, clock.instant().plus(lasts));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("accessToken", access);
    answer.put("tokenType", "Bearer");
    answer.put("expiresIn", lasts.toSeconds());
    if (clients.get(client).scopes()) {
      String refresh = "REFRESHTOKEN" + number + "d8Yb";
      refreshTokens.put(refresh, client);
      answer.put("refreshToken", refresh);
    }
    return ok(answer);
  }

  private static Reply ok(Object body) {
    return new Reply(200, Map.of("Content-Type", "application/json"), JSON.writeValueAsBytes(body));
  }

  private static Reply error(int status, String type, String error) {
    return new Reply(
        status,
        Map.of("Content-Type", "application/json", "x-amzn-ErrorType", type),
        JSON.writeValueAsBytes(Map.of("error", error, "error_description", type)));
  }
}
