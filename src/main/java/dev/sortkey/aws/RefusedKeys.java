package dev.sortkey.aws;

import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/// Notices when AWS takes a profile's keys no more, so that they are got anew and the window can
/// say that the sign-in has ended.
final class RefusedKeys implements ExecutionInterceptor {
  private static final Set<String> EXPIRED =
      Set.of("ExpiredTokenException", "ExpiredToken", "TokenRefreshRequired");

  /// Said of keys that never were, and of those of a session that was ended early.
  private static final Set<String> UNKNOWN =
      Set.of("UnrecognizedClientException", "InvalidClientTokenId", "InvalidAccessKeyId");

  private final ProfileKeys keys;
  private final String profile;

  RefusedKeys(ProfileKeys keys, String profile) {
    this.keys = keys;
    this.profile = profile;
  }

  @Override
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
    if (context.exception() instanceof AwsServiceException thrown
        && thrown.awsErrorDetails() != null) {
      String code = String.valueOf(thrown.awsErrorDetails().errorCode());
      if (EXPIRED.contains(code) || (UNKNOWN.contains(code) && keys.temporary(profile))) {
        keys.refused(profile);
      }
    }
  }

  /// Whether keys that were given for a time have just been refused.
  boolean ended() {
    return keys.refusedAt(profile) != null;
  }
}
