package dev.sortkey.standin;

import dev.sortkey.standin.StandIn.Reply;
import dev.sortkey.standin.StandIn.Request;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The keys that an AWS has given out. As a service it stands before DynamoDB and turns away those
/// that have ended, with DynamoDB's words.
public final class IssuedKeys implements StandIn.Service {
  private static final Pattern SIGNED = Pattern.compile("Credential=([A-Za-z0-9]+)/");

  private final Clock clock;
  private final Map<String, Key> keys = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();

  /// @param token empty for keys that do not end
  public record Key(String id, String secret, String token, String arn, Instant until) {}

  public IssuedKeys(Clock clock) {
    this.clock = clock;
  }

  /// Keys of a user, which do not end.
  public Key user(String arn, String id, String secret) {
    var key = new Key(id, secret, "", arn, Instant.MAX);
    keys.put(id, key);
    return key;
  }

  /// One role has the same key id each time, unlike on AWS, since DynamoDB Local keeps its tables
  /// apart by it; the token differs.
  public Key role(String arn, Duration lasts) {
    int number = numbers.incrementAndGet();
    String id = "ASIA" + Integer.toUnsignedString(arn.hashCode(), 36).toUpperCase();
    var key =
        new Key(
            id,
            "SECRETKEY" + number + "x7Qz",
            "SESSIONTOKEN" + number + "k9Wm",
            arn,
            clock.instant().plus(lasts));
    keys.put(id, key);
    return key;
  }

  /// Ends all keys that were given for a time, as when a session is revoked.
  public void endAll() {
    keys.replaceAll((_, key) ->
        key.token().isEmpty()
            ? key
            : new Key(key.id(), key.secret(), key.token(), key.arn(), Instant.EPOCH));
  }

  /// Forgets all keys that were given for a time.
  public void forgetAll() {
    keys.values().removeIf(key -> !key.token().isEmpty());
  }

  /// Whose keys signed the request.
  Optional<Key> signer(Request request) {
    Matcher signed = SIGNED.matcher(request.headers().getOrDefault("authorization", ""));
    return signed.find() ? Optional.ofNullable(keys.get(signed.group(1))) : Optional.empty();
  }

  /// Whether the keys that signed are over, or their token is not the one that was given.
  boolean ended(Request request, Key key) {
    return !key.until().isAfter(clock.instant());
  }

  boolean wrongToken(Request request, Key key) {
    return !request.headers().getOrDefault("x-amz-security-token", "").equals(key.token());
  }

  @Override
  public Optional<Reply> answer(Request request) {
    if (!request.target().startsWith("DynamoDB")) {
      return Optional.empty();
    }
    Optional<Key> key = signer(request);
    if (key.isEmpty() || wrongToken(request, key.get())) {
      return Optional.of(
          Reply.error(
              "com.amazon.coral.service#UnrecognizedClientException",
              "The security token included in the request is invalid."));
    }
    return ended(request, key.get())
        ? Optional.of(
            Reply.error(
                "com.amazon.coral.service#ExpiredTokenException",
                "The security token included in the request is expired"))
        : Optional.empty();
  }
}
