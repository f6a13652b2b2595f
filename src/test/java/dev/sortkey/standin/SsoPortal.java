package dev.sortkey.standin;

import dev.sortkey.standin.StandIn.Reply;
import dev.sortkey.standin.StandIn.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// IAM Identity Center's portal: keys of a role for an access token.
public final class SsoPortal implements StandIn.Service {
  private static final JsonMapper JSON = new JsonMapper();

  private final Oidc oidc;
  private final IssuedKeys keys;

  /// How long the keys of a role hold.
  public volatile Duration lasts = Duration.ofHours(1);

  public SsoPortal(Oidc oidc, IssuedKeys keys) {
    this.oidc = oidc;
    this.keys = keys;
  }

  @Override
  public Optional<Reply> answer(Request request) {
    if (!request.uri().getPath().equals("/federation/credentials")) {
      return Optional.empty();
    }
    Map<String, String> asked = form(request.uri().getRawQuery());
    String token = request.headers().getOrDefault("x-amz-sso_bearer_token", "");
    if (!asked.containsKey("role_name") || !asked.containsKey("account_id")) {
      return Optional.of(error(400, "InvalidRequestException", "account_id, role_name"));
    }
    if (!oidc.knows(token)) {
      return Optional.of(error(401, "UnauthorizedException", "Session token not found or invalid"));
    }
    if (asked.get("role_name").equals("NotMine")) {
      return Optional.of(error(403, "ForbiddenException", "No access"));
    }
    IssuedKeys.Key key =
        keys.role(
            "arn:aws:sts::"
                + asked.get("account_id")
                + ":assumed-role/AWSReservedSSO_"
                + asked.get("role_name")
                + "_0123456789abcdef/ana",
            lasts);
    return Optional.of(
        json(
            200,
            Map.of(),
            Map.of(
                "roleCredentials",
                Map.of(
                    "accessKeyId",
                    key.id(),
                    "secretAccessKey",
                    key.secret(),
                    "sessionToken",
                    key.token(),
                    "expiration",
                    key.until().toEpochMilli()))));
  }

  private static Reply error(int status, String type, String message) {
    return json(status, Map.of("x-amzn-ErrorType", type), Map.of("message", message));
  }

  private static Reply json(int status, Map<String, String> headers, Object body) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Content-Type", "application/json");
    return new Reply(status, all, JSON.writeValueAsBytes(body));
  }

  static Map<String, String> form(String text) {
    Map<String, String> fields = new HashMap<>();
    for (String part : text == null ? new String[0] : text.split("&")) {
      int at = part.indexOf('=');
      if (at > 0) {
        fields.put(decoded(part.substring(0, at)), decoded(part.substring(at + 1)));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
