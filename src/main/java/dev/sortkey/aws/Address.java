package dev.sortkey.aws;

import dev.sortkey.core.session.Connection;
import java.net.URI;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/// Where a session's server is now. The SDK's clients keep the endpoint that they were built with,
/// so requests are turned to the present one before they are signed.
final class Address implements ExecutionInterceptor {
  private final Connection first;
  private volatile Connection now;

  Address(Connection connection) {
    first = connection;
    now = connection;
  }

  Connection connection() {
    return now;
  }

  Target target() {
    return Target.of(now);
  }

  void moveTo(URI endpoint) {
    now =
        new Connection(
            first.id(),
            first.name(),
            first.kind(),
            first.profile(),
            endpoint,
            first.region(),
            first.environment());
  }

  @Override
  public SdkHttpRequest modifyHttpRequest(
      Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
    URI endpoint = now.endpoint();
    return endpoint == null || endpoint.equals(first.endpoint())
        ? context.httpRequest()
        : context.httpRequest().toBuilder()
            .protocol(endpoint.getScheme())
            .host(endpoint.getHost())
            .port(endpoint.getPort())
            .build();
  }
}
