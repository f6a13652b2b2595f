package dev.sortkey.aws;

import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.retry.RetryUtils;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sts.StsClient;

/// The SDK's clients of one session, over one pool of connections.
final class SdkClients implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final Duration WHOLE_CALL = Duration.ofSeconds(75);

  private final SdkHttpClient http;
  private final SdkAccess access;
  private final Target target;
  private final List<ExecutionInterceptor> interceptors;
  private final DynamoDbClient dynamo;
  private final DynamoDbClient onceOnly;
  private final StsClient sts;
  private final Map<Class<?>, SdkClient> others = new ConcurrentHashMap<>();

  /// @param interceptors see every call, in this order
  SdkClients(SdkAccess access, Target target, List<ExecutionInterceptor> interceptors) {
    this.access = access;
    this.target = target;
    this.interceptors = List.copyOf(interceptors);
    this.http =
        Apache5HttpClient.builder()
            .connectionTimeout(CONNECT)
            .socketTimeout(SILENCE)
            .maxConnections(64)
            .build();
    this.dynamo = build(DynamoDbClient.builder(), AwsRetryStrategy.standardRetryStrategy());
    this.onceOnly = build(DynamoDbClient.builder(), unwrittenOnly());
    this.sts = build(StsClient.builder(), AwsRetryStrategy.standardRetryStrategy());
  }

  /// For reads, and for writes that may be repeated.
  DynamoDbClient dynamo() {
    return dynamo;
  }

  /// For conditional writes: repeats only what certainly was not written. Repeating a write whose
  /// answer was lost would meet its own result and call it a conflict.
  DynamoDbClient onceOnly() {
    return onceOnly;
  }

  StsClient sts() {
    return sts;
  }

  DynamoDbStreamsClient streams() {
    return other(DynamoDbStreamsClient.class, DynamoDbStreamsClient::builder);
  }

  LambdaClient lambda() {
    return other(LambdaClient.class, LambdaClient::builder);
  }

  CloudWatchClient cloudWatch() {
    return other(CloudWatchClient.class, CloudWatchClient::builder);
  }

  KmsClient kms() {
    return other(KmsClient.class, KmsClient::builder);
  }

  ApplicationAutoScalingClient scaling() {
    return other(ApplicationAutoScalingClient.class, ApplicationAutoScalingClient::builder);
  }

  /// Built when first asked for, since most sessions never need it.
  private <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C extends SdkClient>
      C other(Class<C> type, Supplier<B> builder) {
    return type.cast(
        others.computeIfAbsent(
            type, _ -> build(builder.get(), AwsRetryStrategy.standardRetryStrategy())));
  }

  private <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C build(
      B builder, RetryStrategy retries) {
    builder
        .httpClient(http)
        .credentialsProvider(access.credentials())
        .region(Region.of(target.region()))
        .overrideConfiguration(configuration -> {
          configuration
              .defaultProfileFile(access.profiles())
              .defaultProfileName(access.profile())
              .apiCallTimeout(WHOLE_CALL)
              .retryStrategy(retries);
          interceptors.forEach(configuration::addExecutionInterceptor);
        });
    if (target.endpoint() != null) {
      builder.endpointOverride(target.endpoint());
    }
    return builder.build();
  }

  private static RetryStrategy unwrittenOnly() {
    return DefaultRetryStrategy.standardStrategyBuilder()
        .useClientDefaults(false)
        .treatAsThrottling(SdkClients::throttled)
        .retryOnException(SdkClients::throttled)
        .retryOnExceptionOrCauseInstanceOf(ConnectException.class)
        .build();
  }

  private static boolean throttled(Throwable thrown) {
    return thrown instanceof SdkException sdk && RetryUtils.isThrottlingException(sdk);
  }

  @Override
  public void close() {
    dynamo.close();
    onceOnly.close();
    sts.close();
    others.values().forEach(SdkClient::close);
    http.close();
  }
}
