package dev.sortkey.aws;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;

/// What a session signs with, and the profile whose other settings the SDK follows.
///
/// @param accessKeyId for static keys, to show who we are; null for profiles
record SdkAccess(
    AwsCredentialsProvider credentials,
    ProfileFile profiles,
    String profile,
    @Nullable String accessKeyId) {
  @Override
  public String toString() {
    return "SdkAccess[" + profile + "]";
  }
}
