package dev.sortkey.aws;

import dev.sortkey.core.stream.ChangeStreams;
import dev.sortkey.core.stream.RecordPage;
import dev.sortkey.core.stream.Shard;
import dev.sortkey.core.stream.StreamAnswer;
import dev.sortkey.core.stream.StreamPosition;
import dev.sortkey.core.stream.StreamShards;
import dev.sortkey.core.stream.StreamState;
import dev.sortkey.core.stream.ViewType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.LimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;

/// Turns streams on and off, and reads them.
final class SdkChangeStreams implements ChangeStreams {
  private final SdkClients clients;

  private final ProblemMapping problems;

  SdkChangeStreams(SdkClients clients, ProblemMapping problems) {
    this.clients = clients;
    this.problems = problems;
  }

  @Override
  public StreamState state(String table) {
    return problems.call(
        () -> state(clients.dynamo().describeTable(request -> request.tableName(table)).table()));
  }

  @Override
  public void enable(String table, ViewType view) {
    update(
        table,
        StreamSpecification.builder().streamEnabled(true).streamViewType(view.name()).build());
  }

  @Override
  public void disable(String table) {
    update(table, StreamSpecification.builder().streamEnabled(false).build());
  }

  /// A write: an interrupt does not break it off midway.
  private void update(String table, StreamSpecification wanted) {
    Shield.run(() ->
        problems.call(() ->
            clients
                .dynamo()
                .updateTable(request -> request.tableName(table).streamSpecification(wanted))));
  }

  @Override
  public StreamShards shards(String arn) {
    List<Shard> shards = new ArrayList<>();
    String status;
    List<String> keys;
    String from = null;
    do {
      String after = from;
      StreamDescription page =
          problems.call(() ->
              clients
                  .streams()
                  .describeStream(request -> request.streamArn(arn).exclusiveStartShardId(after))
                  .streamDescription());
      page.shards().stream().map(RecordReading::shard).forEach(shards::add);
      status = page.streamStatusAsString();
      keys = RecordReading.keys(page.keySchema());
      from = page.lastEvaluatedShardId();
    } while (from != null);
    return new StreamShards(status, keys, shards);
  }

  @Override
  public StreamAnswer<String> iterator(String arn, String shard, StreamPosition from) {
    return answer(() ->
        clients
            .streams()
            .getShardIterator(request -> {
              request.streamArn(arn).shardId(shard);
              switch (from) {
                case StreamPosition.Horizon() ->
                    request.shardIteratorType(ShardIteratorType.TRIM_HORIZON);
                case StreamPosition.Latest() -> request.shardIteratorType(ShardIteratorType.LATEST);
                case StreamPosition.At(String sequence) ->
                    request
                        .shardIteratorType(ShardIteratorType.AT_SEQUENCE_NUMBER)
                        .sequenceNumber(sequence);
                case StreamPosition.After(String sequence) ->
                    request
                        .shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                        .sequenceNumber(sequence);
              }
            })
            .shardIterator());
  }

  @Override
  public StreamAnswer<RecordPage> records(String iterator, int limit) {
    return answer(() -> {
      var page =
          clients.streams().getRecords(request -> request.shardIterator(iterator).limit(limit));
      return new RecordPage(
          page.records().stream().map(RecordReading::record).toList(), page.nextShardIterator());
    });
  }

  private <T> StreamAnswer<T> answer(Supplier<T> call) {
    return problems.call(() -> {
      try {
        return new StreamAnswer.Got<>(call.get());
      } catch (ExpiredIteratorException _) {
        return new StreamAnswer.Expired<>();
      } catch (TrimmedDataAccessException _) {
        return new StreamAnswer.Trimmed<>();
      } catch (ResourceNotFoundException _) {
        return new StreamAnswer.Gone<>();
      } catch (LimitExceededException _) {
        return new StreamAnswer.Busy<>();
      } catch (AwsServiceException e) {
        if (e.isThrottlingException()) {
          return new StreamAnswer.Busy<>();
        }
        throw e;
      }
    });
  }

  private static StreamState state(TableDescription table) {
    StreamSpecification specification = table.streamSpecification();
    boolean on = specification != null && Boolean.TRUE.equals(specification.streamEnabled());
    return new StreamState(
        table.tableStatus() == TableStatus.ACTIVE,
        on ? view(specification.streamViewTypeAsString()) : null,
        table.latestStreamArn(),
        created(table.latestStreamLabel()));
  }

  private static ViewType view(String name) {
    return Map.of(
            "KEYS_ONLY", ViewType.KEYS_ONLY,
            "NEW_IMAGE", ViewType.NEW_IMAGE,
            "OLD_IMAGE", ViewType.OLD_IMAGE)
        .getOrDefault(name, ViewType.NEW_AND_OLD_IMAGES);
  }

  /// A stream's label is the time of its creation in UTC (API reference, TableDescription); it is
  /// not promised to be, so that anything else means unknown.
  private static @Nullable Instant created(@Nullable String label) {
    if (label == null) {
      return null;
    }
    try {
      return LocalDateTime.parse(label).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException _) {
      return null;
    }
  }
}
