package dev.sortkey.aws;

import dev.sortkey.core.stream.Trigger;
import dev.sortkey.core.stream.TriggerDraft;
import dev.sortkey.core.stream.Triggers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.lambda.model.EventSourcePosition;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.GetEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/// Lambda's event source mappings.
final class SdkTriggers implements Triggers {
  private final SdkClients clients;
  private final OtherService lambda;

  SdkTriggers(SdkClients clients, OtherService lambda) {
    this.clients = clients;
    this.lambda = lambda;
  }

  @Override
  public List<Trigger> list(String streamArn) {
    return lambda.call(() ->
        clients
            .lambda()
            .listEventSourceMappingsPaginator(request -> request.eventSourceArn(streamArn))
            .eventSourceMappings()
            .stream()
            .map(SdkTriggers::trigger)
            .toList());
  }

  @Override
  public Optional<Trigger> get(String id) {
    return lambda.call(() -> {
      try {
        return Optional.of(
            trigger(clients.lambda().getEventSourceMapping(request -> request.uuid(id))));
      } catch (ResourceNotFoundException _) {
        return Optional.empty();
      }
    });
  }

  @Override
  public List<String> functions() {
    return lambda.call(() ->
        clients.lambda().listFunctionsPaginator().functions().stream()
            .map(FunctionConfiguration::functionName)
            .sorted()
            .toList());
  }

  @Override
  public String create(TriggerDraft draft) {
    return write(() ->
        clients
            .lambda()
            .createEventSourceMapping(request ->
                request
                    .eventSourceArn(draft.streamArn())
                    .functionName(draft.function())
                    .batchSize(draft.batchSize())
                    .maximumBatchingWindowInSeconds((int) draft.window().toSeconds())
                    .startingPosition(
                        draft.fromHorizon()
                            ? EventSourcePosition.TRIM_HORIZON
                            : EventSourcePosition.LATEST)
                    .enabled(draft.enabled()))
            .uuid());
  }

  @Override
  public void setEnabled(String id, boolean enabled) {
    write(() ->
        clients.lambda().updateEventSourceMapping(request -> request.uuid(id).enabled(enabled)));
  }

  @Override
  public void delete(String id) {
    write(() -> clients.lambda().deleteEventSourceMapping(request -> request.uuid(id)));
  }

  private <T> T write(Supplier<T> call) {
    return Shield.run(() -> lambda.call(call));
  }

  private static Trigger trigger(EventSourceMappingConfiguration mapping) {
    return new Trigger(
        mapping.uuid(),
        mapping.functionArn(),
        state(mapping.state()),
        Objects.requireNonNullElse(mapping.batchSize(), 0),
        window(mapping.maximumBatchingWindowInSeconds()),
        Objects.requireNonNullElse(mapping.startingPositionAsString(), ""),
        mapping.lastModified(),
        mapping.lastProcessingResult(),
        mapping.stateTransitionReason());
  }

  private static Trigger trigger(GetEventSourceMappingResponse mapping) {
    return new Trigger(
        mapping.uuid(),
        mapping.functionArn(),
        state(mapping.state()),
        Objects.requireNonNullElse(mapping.batchSize(), 0),
        window(mapping.maximumBatchingWindowInSeconds()),
        Objects.requireNonNullElse(mapping.startingPositionAsString(), ""),
        mapping.lastModified(),
        mapping.lastProcessingResult(),
        mapping.stateTransitionReason());
  }

  private static Duration window(@Nullable Integer seconds) {
    return Duration.ofSeconds(seconds == null ? 0 : seconds);
  }

  private static Trigger.State state(@Nullable String name) {
    return Arrays.stream(Trigger.State.values())
        .filter(state -> state.name().equalsIgnoreCase(name))
        .findFirst()
        .orElse(Trigger.State.UNKNOWN);
  }
}
