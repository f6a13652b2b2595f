package dev.sortkey.standin;

import dev.sortkey.standin.StandIn.Reply;
import dev.sortkey.standin.StandIn.Request;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// DynamoDB's Kinesis destinations, which take a while to be turned on and off.
public final class KinesisDestinations implements StandIn.Service {
  private static final String FAULT = "com.amazonaws.dynamodb.v20120810#";

  private final Clock clock;
  private final Duration takes;
  private final Set<String> streams;
  private final Map<String, List<Destination>> tables = new HashMap<>();

  /// @param streams the ARNs of the Kinesis streams that there are; turning on any other fails
  ///   after a while
  public KinesisDestinations(Clock clock, Duration takes, String... streams) {
    this.clock = clock;
    this.takes = takes;
    this.streams = Set.of(streams);
  }

  private static final class Destination {
    final String arn;
    String status = "ENABLING";
    @Nullable String then;
    String precision = "MILLISECOND";
    Instant changed = Instant.EPOCH;

    Destination(String arn) {
      this.arn = arn;
    }
  }

  @Override
  public synchronized Optional<Reply> answer(Request request) {
    if (!request.operation().endsWith("KinesisStreamingDestination")) {
      return Optional.empty();
    }
    settle();
    JsonNode json = request.json();
    String table = json.path("TableName").asString("");
    String arn = json.path("StreamArn").asString("");
    List<Destination> all = tables.computeIfAbsent(table, _ -> new ArrayList<>());
    Destination known = all.stream().filter(d -> d.arn.equals(arn)).findFirst().orElse(null);
    return Optional.of(
        switch (request.operation()) {
          case "DescribeKinesisStreamingDestination" -> describe(table, all);
          case "EnableKinesisStreamingDestination" -> enable(table, arn, known, all, json);
          case "DisableKinesisStreamingDestination" -> disable(table, arn, known);
          default -> Reply.error("com.amazon.coral.service#UnknownOperationException", "");
        });
  }

  private static Reply describe(String table, List<Destination> all) {
    return Reply.json(
        Map.of(
            "TableName",
            table,
            "KinesisDataStreamDestinations",
            all.stream().map(KinesisDestinations::json).toList()));
  }

  private Reply enable(
      String table, String arn, @Nullable Destination known, List<Destination> all, JsonNode json) {
    if (known != null && known.status.equals("ACTIVE")) {
      return Reply.error(
          "com.amazon.coral.validate#ValidationException",
          "Table is not in a valid state to enable Kinesis Streaming Destination:"
              + " KinesisStreamingDestination must be DISABLED or ENABLE_FAILED to perform ENABLE"
              + " operation.");
    }
    if (known != null && known.then != null) {
      return inUse(table);
    }
    Destination destination = known == null ? new Destination(arn) : known;
    if (known == null) {
      all.add(destination);
    }
    destination.precision =
        json.path("EnableKinesisStreamingConfiguration")
            .path("ApproximateCreationDateTimePrecision")
            .asString("MILLISECOND");
    destination.status = "ENABLING";
    destination.then = streams.contains(arn) ? "ACTIVE" : "ENABLE_FAILED";
    destination.changed = clock.instant();
    return Reply.json(
        Map.of("TableName", table, "StreamArn", arn, "DestinationStatus", "ENABLING"));
  }

  private Reply disable(String table, String arn, @Nullable Destination known) {
    if (known == null) {
      return Reply.error(
          FAULT + "ResourceNotFoundException", "Requested resource not found: " + arn);
    }
    if (known.then != null) {
      return inUse(table);
    }
    if (!known.status.equals("ACTIVE")) {
      return Reply.error(
          "com.amazon.coral.validate#ValidationException",
          "KinesisStreamingDestination must be ACTIVE to perform DISABLE operation.");
    }
    known.status = "DISABLING";
    known.then = "DISABLED";
    known.changed = clock.instant();
    return Reply.json(
        Map.of("TableName", table, "StreamArn", arn, "DestinationStatus", "DISABLING"));
  }

  private static Reply inUse(String table) {
    return Reply.error(FAULT + "ResourceInUseException", "Table is being updated: " + table);
  }

  private void settle() {
    Instant now = clock.instant();
    for (List<Destination> all : tables.values()) {
      for (Destination destination : all) {
        if (destination.then != null && !now.isBefore(destination.changed.plus(takes))) {
          destination.status = destination.then;
          destination.then = null;
        }
      }
    }
  }

  private static Map<String, Object> json(Destination destination) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("StreamArn", destination.arn);
    json.put("DestinationStatus", destination.status);
    json.put("ApproximateCreationDateTimePrecision", destination.precision);
    if (destination.status.equals("ENABLE_FAILED")) {
      json.put("DestinationStatusDescription", "The Kinesis data stream was not found.");
    }
    return json;
  }
}
