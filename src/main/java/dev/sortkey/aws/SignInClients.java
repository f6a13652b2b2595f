package dev.sortkey.aws;

import java.time.Duration;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/// Makes the clients that a sign-in needs, for a call or two each. They follow the profile's
/// `endpoint_url` and `services`, and AWS_ENDPOINT_URL_*. Their calls carry secrets, so that
/// nothing records them.
final class SignInClients {
  private static final Duration WHOLE_CALL = Duration.ofSeconds(30);

  private final ProfileFile profiles;
  private final String profile;

  /// @param profile whose settings the clients follow
  SignInClients(ProfileFile profiles, String profile) {
    this.profiles = profiles;
    this.profile = profile;
  }

  /// Repeats nothing by itself, since the device flow has a rhythm of its own.
  <T> T oidc(String region, Function<SsoOidcClient, T> call) {
    return with(
        SsoOidcClient.builder(),
        region,
        AnonymousCredentialsProvider.create(),
        DefaultRetryStrategy.doNotRetry(),
        call);
  }

  <T> T portal(String region, Function<SsoClient, T> call) {
    return with(
        SsoClient.builder(),
        region,
        AnonymousCredentialsProvider.create(),
        AwsRetryStrategy.standardRetryStrategy(),
        call);
  }

  <T> T sts(String region, AwsCredentials keys, Function<StsClient, T> call) {
    return with(
        StsClient.builder(),
        region,
        StaticCredentialsProvider.create(keys),
        AwsRetryStrategy.standardRetryStrategy(),
        call);
  }

  private <
          B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>,
          C extends SdkAutoCloseable,
          T>
      T with(
          B builder,
          String region,
          AwsCredentialsProvider keys,
          RetryStrategy retries,
          Function<C, T> call) {
    try (SdkHttpClient http =
            Apache5HttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(5))
                .socketTimeout(Duration.ofSeconds(15))
                .build();
        C client =
            builder
                .httpClient(http)
                .region(Region.of(region))
                .credentialsProvider(keys)
                .overrideConfiguration(configuration ->
                    configuration
                        .defaultProfileFile(profiles)
                        .defaultProfileName(profile)
                        .apiCallTimeout(WHOLE_CALL)
                        .retryStrategy(retries))
                .build()) {
      return call.apply(client);
    }
  }
}
