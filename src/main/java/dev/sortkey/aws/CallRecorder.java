package dev.sortkey.aws;

import dev.sortkey.core.calls.CallLog;
import dev.sortkey.core.calls.CallRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Watches every call of a session and writes it to the call log.
final class CallRecorder implements ExecutionInterceptor {
  private static final ExecutionAttribute<Began> BEGAN = new ExecutionAttribute<>("sortkey.began");
  private static final ExecutionAttribute<JsonNode> REQUEST =
      new ExecutionAttribute<>("sortkey.request");
  private static final ExecutionAttribute<Integer> ATTEMPTS =
      new ExecutionAttribute<>("sortkey.attempts");
  private static final Set<String> WRITES =
      Set.of("PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems");

  private final JsonMapper json = new JsonMapper();
  private final AtomicLong numbers = new AtomicLong();
  private final CallLog log;
  private final Supplier<Target> target;

  CallRecorder(CallLog log, Supplier<Target> target) {
    this.log = log;
    this.target = target;
  }

  private record Began(Instant at, long nanos) {}

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    attributes.putAttribute(BEGAN, new Began(Instant.now(), System.nanoTime()));
    attributes.putAttribute(ATTEMPTS, 0);
  }

  @Override
  public void afterMarshalling(Context.AfterMarshalling context, ExecutionAttributes attributes) {
    attributes.putAttribute(REQUEST, read(context.requestBody().orElse(null)));
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    attributes.putAttribute(ATTEMPTS, attributes.getAttribute(ATTEMPTS) + 1);
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    SdkResponse response = context.response();
    String requestId =
        response instanceof AwsResponse aws ? aws.responseMetadata().requestId() : null;
    record(attributes, consumed(response), null, requestId);
  }

  @Override
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
    Throwable thrown = context.exception();
    String requestId = thrown instanceof AwsServiceException aws ? aws.requestId() : null;
    record(attributes, 0, error(thrown), requestId);
  }

  private void record(
      ExecutionAttributes attributes,
      double units,
      @Nullable String error,
      @Nullable String requestId) {
    Began began = attributes.getAttribute(BEGAN);
    JsonNode request = attributes.getAttribute(REQUEST);
    String service =
        CliCommand.cliName(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME));
    String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    boolean write = WRITES.contains(operation);
    JsonNode known = request == null ? json.createObjectNode() : request;
    log.add(
        new CallRecord(
            numbers.incrementAndGet(),
            began.at(),
            Duration.ofNanos(System.nanoTime() - began.nanos()),
            operation,
            table(known),
            write ? 0 : units,
            write ? units : 0,
            Math.max(0, attributes.getAttribute(ATTEMPTS) - 1),
            error,
            requestId,
            CliCommand.of(service, operation, known, target.get())));
  }

  /// The request as it was sent, or an empty object where the service does not speak JSON (STS).
  private JsonNode read(@Nullable RequestBody body) {
    if (body == null) {
      return json.createObjectNode();
    }
    try (InputStream content = body.contentStreamProvider().newStream()) {
      JsonNode request = json.readTree(content);
      return request.isObject() ? request : json.createObjectNode();
    } catch (JacksonException e) {
      return json.createObjectNode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable String table(JsonNode request) {
    if (request.path("TableName").isString()) {
      return request.path("TableName").stringValue();
    }
    Set<String> tables = new HashSet<>(request.path("RequestItems").propertyNames());
    for (JsonNode write : request.path("TransactItems")) {
      write.forEach(each -> tables.add(each.path("TableName").asString()));
    }
    return tables.size() == 1 ? tables.iterator().next() : null;
  }

  private static double consumed(SdkResponse response) {
    Object consumed = response.getValueForField("ConsumedCapacity", Object.class).orElse(null);
    return switch (consumed) {
      case ConsumedCapacity one -> units(one);
      case List<?> several ->
          several.stream()
              .filter(ConsumedCapacity.class::isInstance)
              .mapToDouble(one -> units((ConsumedCapacity) one))
              .sum();
      case null, default -> 0;
    };
  }

  static double units(@Nullable ConsumedCapacity consumed) {
    return consumed == null || consumed.capacityUnits() == null ? 0 : consumed.capacityUnits();
  }

  private static String error(Throwable thrown) {
    if (thrown instanceof AbortedException || Thread.currentThread().isInterrupted()) {
      return "Cancelled";
    }
    return thrown instanceof AwsServiceException aws
            && aws.awsErrorDetails() != null
            && aws.awsErrorDetails().errorCode() != null
        ? aws.awsErrorDetails().errorCode()
        : thrown.getClass().getSimpleName();
  }
}
