package dev.sortkey.aws;

import dev.sortkey.core.session.Keys;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;

/// What a session signs with, and the profile whose other settings the SDK follows.
///
/// @param keys of the profile, or null for static ones
/// @param accessKeyId for static keys, to show who we are; null for profiles
record SdkAccess(
    AwsCredentialsProvider credentials,
    ProfileFile profiles,
    String profile,
    @Nullable String accessKeyId,
    @Nullable ProfileKeys keys) {
  /// Keys that may end and be got anew while the session lasts.
  static SdkAccess of(ProfileFile profiles, String profile, ProfileKeys keys) {
    return new SdkAccess(() -> keys.resolve(profile), profiles, profile, null, keys);
  }

  /// The person's files are left out, so that damage in them does no harm.
  static SdkAccess of(Keys keys) {
    String token = keys.sessionToken();
    AwsCredentials credentials =
        token == null || token.isEmpty()
            ? AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey())
            : AwsSessionCredentials.create(keys.accessKeyId(), keys.secretAccessKey(), token);
    return new SdkAccess(
        StaticCredentialsProvider.create(credentials),
        ProfileFile.aggregator().build(),
        "default",
        keys.accessKeyId(),
        null);
  }

  @Override
  public String toString() {
    return "SdkAccess[" + profile + "]";
  }
}
