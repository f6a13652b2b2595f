package dev.sortkey.aws;

import dev.sortkey.core.stream.ChangeRecord;
import dev.sortkey.core.stream.ChangeRecord.Event;
import dev.sortkey.core.stream.Shard;
import dev.sortkey.core.value.Item;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.Identity;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

/// Turns the SDK's stream records into change records.
final class RecordReading {
  private RecordReading() {}

  /// TTL deletions carry the identity of DynamoDB itself (Developer Guide, "DynamoDB Streams and
  /// Time to Live"); DynamoDB Local gives them an event name of its own instead.
  static ChangeRecord record(Record record) {
    StreamRecord change = record.dynamodb();
    Item key = SdkAttr.item(change.keys());
    return new ChangeRecord(
        record.eventID(),
        event(record.eventName()),
        change.approximateCreationDateTime(),
        change.sequenceNumber(),
        key,
        change.hasOldImage() ? SdkAttr.item(change.oldImage()) : null,
        change.hasNewImage() ? SdkAttr.item(change.newImage()) : null,
        Objects.requireNonNullElse(change.sizeBytes(), 0L),
        byDynamoDb(record.userIdentity())
            || record.eventName() == OperationType.UNKNOWN_TO_SDK_VERSION);
  }

  static Shard shard(software.amazon.awssdk.services.dynamodb.model.Shard shard) {
    var range = shard.sequenceNumberRange();
    return new Shard(
        shard.shardId(),
        shard.parentShardId(),
        range == null ? null : range.startingSequenceNumber(),
        range == null ? null : range.endingSequenceNumber());
  }

  /// The names of the key attributes, the partition key first.
  static List<String> keys(List<KeySchemaElement> schema) {
    return schema.stream()
        .sorted(Comparator.comparing(element -> element.keyType() != KeyType.HASH))
        .map(KeySchemaElement::attributeName)
        .toList();
  }

  private static Event event(@Nullable OperationType name) {
    return switch (name) {
      case INSERT -> Event.INSERT;
      case MODIFY -> Event.MODIFY;
      case REMOVE, UNKNOWN_TO_SDK_VERSION -> Event.REMOVE;
      case null -> Event.MODIFY;
    };
  }

  private static boolean byDynamoDb(@Nullable Identity identity) {
    return identity != null
        && "Service".equals(identity.type())
        && "dynamodb.amazonaws.com".equals(identity.principalId());
  }
}
