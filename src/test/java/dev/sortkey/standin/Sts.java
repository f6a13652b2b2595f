package dev.sortkey.standin;

import dev.sortkey.standin.StandIn.Reply;
import dev.sortkey.standin.StandIn.Request;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// AWS STS: who a key is, and roles that are assumed, with an MFA code where the role asks for one.
public final class Sts implements StandIn.Service {
  private static final Set<String> ACTIONS = Set.of("GetCallerIdentity", "AssumeRole");

  private final IssuedKeys keys;
  private final Map<String, Role> roles = new ConcurrentHashMap<>();

  /// The code that the MFA device shows now.
  public volatile String code = "123456";

  /// @param serial of the MFA device that its policy asks for, or empty
  /// @param externalId that its policy asks for, or empty
  private record Role(String serial, String externalId) {}

  public Sts(IssuedKeys keys) {
    this.keys = keys;
  }

  /// A role that may be assumed.
  public Sts role(String arn, String serial, String externalId) {
    roles.put(arn, new Role(serial, externalId));
    return this;
  }

  @Override
  public Optional<Reply> answer(Request request) {
    String type = request.headers().getOrDefault("content-type", "");
    if (!type.startsWith("application/x-www-form-urlencoded")) {
      return Optional.empty();
    }
    Map<String, String> asked = SsoPortal.form(new String(request.body(), StandardCharsets.UTF_8));
    String action = asked.getOrDefault("Action", "");
    if (!ACTIONS.contains(action)) {
      return Optional.empty();
    }
    Optional<IssuedKeys.Key> key = keys.signer(request);
    if (key.isEmpty() || keys.wrongToken(request, key.get())) {
      return Optional.of(
          error(
              403,
              "InvalidClientTokenId",
              "The security token included in the request is invalid."));
    }
    if (keys.ended(request, key.get())) {
      return Optional.of(
          error(403, "ExpiredToken", "The security token included in the request is expired"));
    }
    return Optional.of(
        action.equals("AssumeRole") ? assume(asked, key.get()) : identity(key.get()));
  }

  private static Reply identity(IssuedKeys.Key key) {
    return ok(
        "GetCallerIdentity",
        "<Arn>"
            + key.arn()
            + "</Arn><UserId>AIDAEXAMPLE</UserId><Account>"
            + key.arn().split(":")[4]
            + "</Account>");
  }

  private Reply assume(Map<String, String> asked, IssuedKeys.Key caller) {
    String arn = asked.getOrDefault("RoleArn", "");
    String session = asked.getOrDefault("RoleSessionName", "");
    String typed = asked.getOrDefault("TokenCode", "");
    if (!session.matches("[\\w+=,.@-]{2,64}")) {
      return invalid(
          "roleSessionName", session, "satisfy regular expression pattern: [\\w+=,.@-]*");
    }
    if (asked.containsKey("TokenCode") && !typed.matches("\\d{6}")) {
      return invalid(
          "tokenCode",
          typed,
          typed.matches("\\d*")
              ? "have length " + (typed.length() < 6 ? "greater" : "less") + " than or equal to 6"
              : "satisfy regular expression pattern: [\\d]*");
    }
    int seconds = Integer.parseInt(asked.getOrDefault("DurationSeconds", "3600"));
    if (seconds < 900 || seconds > 43_200) {
      return invalid(
          "durationSeconds",
          "" + seconds,
          "have value "
              + (seconds < 900 ? "greater than or equal to 900" : "less than or equal to 43200"));
    }
    if (seconds > 3600 && caller.arn().contains(":assumed-role/")) {
      return error(
          400,
          "ValidationError",
          "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role"
              + " chaining");
    }
    Role role = roles.get(arn);
    boolean known =
        role != null
            && (role.externalId().isEmpty()
                || role.externalId().equals(asked.getOrDefault("ExternalId", "")));
    if (!known || (!role.serial().isEmpty() && typed.isEmpty())) {
      return error(
          403,
          "AccessDenied",
          "User: "
              + caller.arn()
              + " is not authorized to perform: sts:AssumeRole on resource: "
              + arn);
    }
    if (!role.serial().isEmpty()
        && (!role.serial().equals(asked.get("SerialNumber")) || !typed.equals(code))) {
      return error(
          403,
          "AccessDenied",
          "MultiFactorAuthentication failed with invalid MFA one time pass code. ");
    }
    String name = arn.substring(arn.lastIndexOf('/') + 1);
    IssuedKeys.Key given =
        keys.role(
            "arn:aws:sts::" + arn.split(":")[4] + ":assumed-role/" + name + "/" + session,
            Duration.ofSeconds(seconds));
    return ok(
        "AssumeRole",
        "<Credentials><AccessKeyId>"
            + given.id()
            + "</AccessKeyId><SecretAccessKey>"
            + given.secret()
            + "</SecretAccessKey><SessionToken>"
            + given.token()
            + "</SessionToken><Expiration>"
            + given.until()
            + "</Expiration></Credentials><AssumedRoleUser><AssumedRoleId>AROA:"
            + session
            + "</AssumedRoleId><Arn>"
            + given.arn()
            + "</Arn></AssumedRoleUser>");
  }

  private static Reply invalid(String field, String value, String must) {
    return error(
        400,
        "ValidationError",
        "1 validation error detected: Value '"
            + value
            + "' at '"
            + field
            + "' failed to satisfy constraint: Member must "
            + must);
  }

  private static Reply ok(String action, String result) {
    return Reply.text(
        200,
        "text/xml",
        "<"
            + action
            + "Response xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><"
            + action
            + "Result>"
            + result
            + "</"
            + action
            + "Result><ResponseMetadata><RequestId>STS-REQUEST-1</RequestId></ResponseMetadata></"
            + action
            + "Response>");
  }

  private static Reply error(int status, String code, String message) {
    return Reply.text(
        status,
        "text/xml",
        "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender"
            + "</Type><Code>"
            + code
            + "</Code><Message>"
            + message
            + "</Message></Error><RequestId>STS-REQUEST-1</RequestId></ErrorResponse>");
  }
}
