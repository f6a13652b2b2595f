package dev.sortkey.aws;

import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Encryption;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.TableClass;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.WarmThroughput;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.OnDemandThroughput;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.SSEType;
import software.amazon.awssdk.services.dynamodb.model.Tag;

/// A draft as the request that creates the table.
final class DraftWriting {
  private DraftWriting() {}

  static CreateTableRequest request(TableDraft draft) {
    var request =
        CreateTableRequest.builder()
            .tableName(draft.name())
            .keySchema(keys(draft.keys()))
            .attributeDefinitions(definitions(draft))
            .billingMode(
                draft.capacity() instanceof Capacity.OnDemand
                    ? BillingMode.PAY_PER_REQUEST
                    : BillingMode.PROVISIONED)
            .provisionedThroughput(provisioned(draft.capacity()))
            .onDemandThroughput(limits(draft.capacity()));
    if (draft.deletionProtection()) {
      request.deletionProtectionEnabled(true);
    }
    settings(request, draft.settings());
    List<GlobalSecondaryIndex> globals =
        of(draft, Index.Kind.GSI).map(index -> global(draft, index)).toList();
    if (!globals.isEmpty()) {
      request.globalSecondaryIndexes(globals);
    }
    List<LocalSecondaryIndex> locals = of(draft, Index.Kind.LSI).map(DraftWriting::local).toList();
    if (!locals.isEmpty()) {
      request.localSecondaryIndexes(locals);
    }
    return request.build();
  }

  /// What an older endpoint need not know is only sent when it says something.
  private static void settings(CreateTableRequest.Builder request, TableDraft.Settings settings) {
    if (settings.tableClass() != TableClass.STANDARD) {
      request.tableClass(settings.tableClass().name());
    }
    switch (settings.encryption()) {
      case Encryption.AwsOwned _ -> {} // what DynamoDB does by itself
      case Encryption.AwsManaged _ ->
          request.sseSpecification(sse -> sse.enabled(true).sseType(SSEType.KMS));
      case Encryption.Customer(String key) ->
          request.sseSpecification(
              sse -> sse.enabled(true).sseType(SSEType.KMS).kmsMasterKeyId(key));
    }
    if (settings.policy() != null) {
      request.resourcePolicy(settings.policy());
    }
    if (!settings.tags().isEmpty()) {
      request.tags(settings.tags().stream().map(DraftWriting::tag).toList());
    }
    if (settings.stream() != null) {
      String view = settings.stream().name();
      request.streamSpecification(stream -> stream.streamEnabled(true).streamViewType(view));
    }
    WarmThroughput warm = settings.warm();
    if (warm != null) {
      request.warmThroughput(
          units -> units.readUnitsPerSecond(warm.read()).writeUnitsPerSecond(warm.write()));
    }
  }

  private static Tag tag(dev.sortkey.core.table.Tag tag) {
    return Tag.builder().key(tag.key()).value(tag.value()).build();
  }

  private static Stream<TableDraft.IndexDraft> of(TableDraft draft, Index.Kind kind) {
    return draft.indexes().stream().filter(index -> index.kind() == kind);
  }

  /// Of all keys and of nothing else: DynamoDB refuses definitions that no key uses.
  private static List<AttributeDefinition> definitions(TableDraft draft) {
    return definitions(
        Stream.concat(
            draft.keys().all().stream(),
            draft.indexes().stream().flatMap(index -> index.keys().all().stream())));
  }

  static List<AttributeDefinition> definitions(Stream<KeyAttribute> keys) {
    return keys.distinct()
        .map(key ->
            AttributeDefinition.builder()
                .attributeName(key.name())
                .attributeType(key.type().name())
                .build())
        .toList();
  }

  static List<KeySchemaElement> keys(KeySchema keys) {
    return Stream.concat(
            keys.partition().stream().map(key -> element(key, KeyType.HASH)),
            keys.sort().stream().map(key -> element(key, KeyType.RANGE)))
        .toList();
  }

  private static KeySchemaElement element(KeyAttribute key, KeyType role) {
    return KeySchemaElement.builder().attributeName(key.name()).keyType(role).build();
  }

  private static GlobalSecondaryIndex global(TableDraft draft, TableDraft.IndexDraft index) {
    Capacity capacity =
        draft.capacity() instanceof Capacity.OnDemand ? draft.capacity() : index.capacity();
    return GlobalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(keys(index.keys()))
        .projection(projection(index))
        .provisionedThroughput(provisioned(capacity))
        .onDemandThroughput(limits(capacity))
        .build();
  }

  private static LocalSecondaryIndex local(TableDraft.IndexDraft index) {
    return LocalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(keys(index.keys()))
        .projection(projection(index))
        .build();
  }

  static Projection projection(TableDraft.IndexDraft index) {
    var projection = Projection.builder().projectionType(index.projection().kind().name());
    if (!index.projection().included().isEmpty()) {
      projection.nonKeyAttributes(index.projection().included());
    }
    return projection.build();
  }

  static @Nullable ProvisionedThroughput provisioned(Capacity capacity) {
    return capacity instanceof Capacity.Provisioned(long read, long write)
        ? ProvisionedThroughput.builder().readCapacityUnits(read).writeCapacityUnits(write).build()
        : null;
  }

  /// AWS takes either maximum or both (API Reference, CreateTable); DynamoDB Local wants both.
  static @Nullable OnDemandThroughput limits(Capacity capacity) {
    return capacity instanceof Capacity.OnDemand(Long read, Long write)
            && (read != null || write != null)
        ? OnDemandThroughput.builder().maxReadRequestUnits(read).maxWriteRequestUnits(write).build()
        : null;
  }
}
