package dev.sortkey.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Sandbox;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/// The files in the lock are few; this holds that what is left of DynamoDB Local does its work.
class SandboxServicesTest {
  private final Sandbox.State.Running running = TestSandbox.shared();
  private final String table = "services-" + UUID.randomUUID();

  @Test
  void tablesItemsIndexesPartiqlTransactionsTtlAndStreamsWork() {
    try (DynamoDbClient client = client(running);
        DynamoDbStreamsClient streams = builder(running, DynamoDbStreamsClient.builder()).build()) {
      createTable(client, table);
      client.putItem(put -> put.tableName(table).item(item("a")));
      assertThat(client.getItem(get -> get.tableName(table).key(item("a"))).item())
          .isEqualTo(item("a"));
      assertThat(
              client
                  .query(query ->
                      query
                          .tableName(table)
                          .indexName("by-id")
                          .keyConditionExpression("id = :id")
                          .expressionAttributeValues(Map.of(":id", text("a"))))
                  .items())
          .containsExactly(item("a"));

      client.executeStatement(
          s -> s.statement("INSERT INTO \"" + table + "\" VALUE {'id': ?}").parameters(text("b")));
      client.transactWriteItems(t ->
          t.transactItems(
              TransactWriteItem.builder()
                  .put(put -> put.tableName(table).item(item("c")))
                  .build()));
      assertThat(client.scan(scan -> scan.tableName(table).limit(10)).items())
          .containsExactlyInAnyOrder(item("a"), item("b"), item("c"));

      client.updateTimeToLive(ttl ->
          ttl.tableName(table)
              .timeToLiveSpecification(s -> s.attributeName("expires").enabled(true)));
      assertThat(
              client
                  .describeTimeToLive(ttl -> ttl.tableName(table))
                  .timeToLiveDescription()
                  .timeToLiveStatus())
          .isEqualTo(TimeToLiveStatus.ENABLED);
      assertThat(streamed(client, streams)).containsExactlyInAnyOrder("a", "b", "c");
      client.deleteTable(delete -> delete.tableName(table));
    }
  }

  @Test
  void anotherAccessKeySeesNoneOfTheTables() {
    try (DynamoDbClient client = client(running);
        DynamoDbClient stranger =
            client(new Sandbox.State.Running(running.endpoint(), DataFolder.randomKeys()))) {
      createTable(client, table);

      assertThat(client.listTables().tableNames()).contains(table);
      assertThat(stranger.listTables().tableNames()).isEmpty();
      client.deleteTable(delete -> delete.tableName(table));
    }
  }

  /// A table with the partition key `id`, an index and a stream.
  static void createTable(DynamoDbClient client, String table) {
    KeySchemaElement key =
        KeySchemaElement.builder().attributeName("id").keyType(KeyType.HASH).build();
    client.createTable(create ->
        create
            .tableName(table)
            .attributeDefinitions(
                AttributeDefinition.builder()
                    .attributeName("id")
                    .attributeType(ScalarAttributeType.S)
                    .build())
            .keySchema(key)
            .globalSecondaryIndexes(
                GlobalSecondaryIndex.builder()
                    .indexName("by-id")
                    .keySchema(key)
                    .projection(p -> p.projectionType(ProjectionType.ALL))
                    .build())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .streamSpecification(
                s -> s.streamEnabled(true).streamViewType(StreamViewType.KEYS_ONLY)));
  }

  private List<String> streamed(DynamoDbClient client, DynamoDbStreamsClient streams) {
    String arn = client.describeTable(d -> d.tableName(table)).table().latestStreamArn();
    Shard shard =
        streams.describeStream(d -> d.streamArn(arn)).streamDescription().shards().getFirst();
    String iterator =
        streams
            .getShardIterator(get ->
                get.streamArn(arn)
                    .shardId(shard.shardId())
                    .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
            .shardIterator();
    return streams.getRecords(get -> get.shardIterator(iterator)).records().stream()
        .map(r -> r.dynamodb().keys().get("id").s())
        .toList();
  }

  static DynamoDbClient client(Sandbox.State.Running running) {
    return builder(running, DynamoDbClient.builder()).build();
  }

  private static <B extends AwsClientBuilder<B, ?>> B builder(
      Sandbox.State.Running running, B builder) {
    Keys keys = running.keys();
    return builder
        .endpointOverride(running.endpoint())
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey())));
  }

  private static Map<String, AttributeValue> item(String id) {
    return Map.of("id", text(id));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
