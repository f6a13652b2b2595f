package dev.sortkey.aws;

import dev.sortkey.core.stream.KinesisDestination;
import dev.sortkey.core.stream.KinesisDestination.Precision;
import dev.sortkey.core.stream.KinesisDestination.Status;
import dev.sortkey.core.stream.StreamDestinations;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.KinesisDataStreamDestination;

/// Kinesis streams that DynamoDB feeds.
final class SdkStreamDestinations implements StreamDestinations {
  private final SdkClients clients;
  private final ProblemMapping problems;

  SdkStreamDestinations(SdkClients clients, ProblemMapping problems) {
    this.clients = clients;
    this.problems = problems;
  }

  @Override
  public List<KinesisDestination> list(String table) {
    return problems.call(() ->
        clients
            .dynamo()
            .describeKinesisStreamingDestination(request -> request.tableName(table))
            .kinesisDataStreamDestinations()
            .stream()
            .map(SdkStreamDestinations::destination)
            .toList());
  }

  @Override
  public void enable(String table, String streamArn, Precision precision) {
    Shield.run(() ->
        problems.call(() ->
            clients
                .dynamo()
                .enableKinesisStreamingDestination(request ->
                    request
                        .tableName(table)
                        .streamArn(streamArn)
                        .enableKinesisStreamingConfiguration(configuration ->
                            configuration.approximateCreationDateTimePrecision(
                                precision.name())))));
  }

  @Override
  public void disable(String table, String streamArn) {
    Shield.run(() ->
        problems.call(() ->
            clients
                .dynamo()
                .disableKinesisStreamingDestination(
                    request -> request.tableName(table).streamArn(streamArn))));
  }

  private static KinesisDestination destination(KinesisDataStreamDestination destination) {
    return new KinesisDestination(
        destination.streamArn(),
        Arrays.stream(Status.values())
            .filter(status -> status.name().equals(destination.destinationStatusAsString()))
            .findFirst()
            .orElse(Status.UNKNOWN),
        destination.destinationStatusDescription(),
        precision(destination.approximateCreationDateTimePrecisionAsString()));
  }

  private static @Nullable Precision precision(@Nullable String name) {
    return Arrays.stream(Precision.values())
        .filter(precision -> precision.name().equals(name))
        .findFirst()
        .orElse(null);
  }
}
