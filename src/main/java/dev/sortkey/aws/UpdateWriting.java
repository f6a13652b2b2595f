package dev.sortkey.aws;

import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Encryption;
import dev.sortkey.core.table.StreamView;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateReplicationGroupMemberAction;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.OnDemandThroughput;
import software.amazon.awssdk.services.dynamodb.model.ReplicationGroupUpdate;
import software.amazon.awssdk.services.dynamodb.model.SSESpecification;
import software.amazon.awssdk.services.dynamodb.model.SSEType;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.WarmThroughput;

/// A change of a table as the request that asks for it.
final class UpdateWriting {
  private UpdateWriting() {}

  /// @param known the key attributes that are defined already, for a new index
  static UpdateTableRequest request(
      String table, TableUpdate update, List<AttributeDefinition> known) {
    var request = UpdateTableRequest.builder().tableName(table);
    switch (update) {
      case TableUpdate.Units units -> units(request, units);
      case TableUpdate.ToClass(var tableClass) -> request.tableClass(tableClass.name());
      case TableUpdate.Encrypt(Encryption encryption) -> request.sseSpecification(sse(encryption));
      case TableUpdate.Protect(boolean on) -> request.deletionProtectionEnabled(on);
      case TableUpdate.Warm warm -> warm(request, warm);
      case TableUpdate.Stream(StreamView view) -> request.streamSpecification(stream(view));
      case TableUpdate.CreateIndex(TableDraft.IndexDraft index) -> create(request, index, known);
      case TableUpdate.DeleteIndex(String name) ->
          request.globalSecondaryIndexUpdates(
              GlobalSecondaryIndexUpdate.builder().delete(it -> it.indexName(name)).build());
      case TableUpdate.AddReplica replica -> request.replicaUpdates(add(replica));
      case TableUpdate.RemoveReplica(String region) ->
          request.replicaUpdates(
              ReplicationGroupUpdate.builder().delete(it -> it.regionName(region)).build());
    }
    return request.build();
  }

  private static void units(UpdateTableRequest.Builder request, TableUpdate.Units units) {
    Capacity table = units.table();
    if (table != null) {
      request
          .billingMode(
              table instanceof Capacity.OnDemand
                  ? BillingMode.PAY_PER_REQUEST
                  : BillingMode.PROVISIONED)
          .provisionedThroughput(DraftWriting.provisioned(table))
          .onDemandThroughput(limits(table));
    }
    List<GlobalSecondaryIndexUpdate> indexes = new ArrayList<>();
    units
        .indexes()
        .forEach((name, capacity) ->
            indexes.add(
                GlobalSecondaryIndexUpdate.builder()
                    .update(index ->
                        index
                            .indexName(name)
                            .provisionedThroughput(DraftWriting.provisioned(capacity))
                            .onDemandThroughput(limits(capacity)))
                    .build()));
    if (!indexes.isEmpty()) {
      request.globalSecondaryIndexUpdates(indexes);
    }
  }

  /// -1 takes a maximum away (API Reference, OnDemandThroughput).
  private static @Nullable OnDemandThroughput limits(Capacity capacity) {
    return capacity instanceof Capacity.OnDemand(Long read, Long write)
        ? OnDemandThroughput.builder()
            .maxReadRequestUnits(read == null ? -1L : read)
            .maxWriteRequestUnits(write == null ? -1L : write)
            .build()
        : null;
  }

  private static SSESpecification sse(Encryption encryption) {
    return switch (encryption) {
      case Encryption.AwsOwned _ -> SSESpecification.builder().enabled(false).build();
      // DynamoDB takes a key only when it is another than alias/aws/dynamodb.
      case Encryption.AwsManaged _ ->
          SSESpecification.builder().enabled(true).sseType(SSEType.KMS).build();
      case Encryption.Customer(String key) ->
          SSESpecification.builder().enabled(true).sseType(SSEType.KMS).kmsMasterKeyId(key).build();
    };
  }

  private static void warm(UpdateTableRequest.Builder request, TableUpdate.Warm warm) {
    if (warm.table() != null) {
      request.warmThroughput(throughput(warm.table()));
    }
    if (!warm.indexes().isEmpty()) {
      request.globalSecondaryIndexUpdates(
          warm.indexes().entrySet().stream().map(UpdateWriting::warm).toList());
    }
  }

  private static GlobalSecondaryIndexUpdate warm(
      Map.Entry<String, dev.sortkey.core.table.WarmThroughput> index) {
    return GlobalSecondaryIndexUpdate.builder()
        .update(it -> it.indexName(index.getKey()).warmThroughput(throughput(index.getValue())))
        .build();
  }

  private static WarmThroughput throughput(dev.sortkey.core.table.WarmThroughput warm) {
    return WarmThroughput.builder()
        .readUnitsPerSecond(warm.read())
        .writeUnitsPerSecond(warm.write())
        .build();
  }

  private static StreamSpecification stream(@Nullable StreamView view) {
    return view == null
        ? StreamSpecification.builder().streamEnabled(false).build()
        : StreamSpecification.builder().streamEnabled(true).streamViewType(view.name()).build();
  }

  private static void create(
      UpdateTableRequest.Builder request,
      TableDraft.IndexDraft index,
      List<AttributeDefinition> known) {
    request
        .attributeDefinitions(
            Stream.concat(
                    known.stream(), DraftWriting.definitions(index.keys().all().stream()).stream())
                .distinct()
                .toList())
        .globalSecondaryIndexUpdates(
            GlobalSecondaryIndexUpdate.builder()
                .create(it ->
                    it.indexName(index.name())
                        .keySchema(DraftWriting.keys(index.keys()))
                        .projection(DraftWriting.projection(index))
                        .provisionedThroughput(DraftWriting.provisioned(index.capacity()))
                        .onDemandThroughput(DraftWriting.limits(index.capacity())))
                .build());
  }

  private static ReplicationGroupUpdate add(TableUpdate.AddReplica replica) {
    var create =
        CreateReplicationGroupMemberAction.builder()
            .regionName(replica.region())
            .kmsMasterKeyId(replica.key());
    if (replica.tableClass() != null) {
      create.tableClassOverride(replica.tableClass().name());
    }
    return ReplicationGroupUpdate.builder().create(create.build()).build();
  }
}
