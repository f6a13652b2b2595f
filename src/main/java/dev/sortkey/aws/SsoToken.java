package dev.sortkey.aws;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the AWS CLI keeps of an SSO sign-in, in its own field names.
@JsonInclude(JsonInclude.Include.NON_NULL)
record SsoToken(
    String startUrl,
    String region,
    String accessToken,
    String expiresAt,
    @Nullable String clientId,
    @Nullable String clientSecret,
    @Nullable String registrationExpiresAt,
    @Nullable String refreshToken) {
  Instant until() {
    return SsoCache.instant(expiresAt);
  }

  /// Whether it can be renewed without a person.
  boolean refreshable(Instant now) {
    return refreshToken != null
        && clientId != null
        && clientSecret != null
        && registrationExpiresAt != null
        && SsoCache.instant(registrationExpiresAt).isAfter(now);
  }

  boolean endsWithin(Duration time, Instant now) {
    return !until().minus(time).isAfter(now);
  }

  @Override
  public String toString() {
    return "SsoToken[" + startUrl + ", " + expiresAt + "]";
  }
}
