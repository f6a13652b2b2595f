package dev.sortkey.aws;

import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.OnDemandThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/// A described table as Sortkey's schema.
final class SchemaReading {
  private final TableDescription table;
  private final Map<String, KeyType> types;
  private final boolean onDemand;

  private SchemaReading(TableDescription table) {
    this.table = table;
    this.types =
        table.attributeDefinitions().stream()
            .collect(
                Collectors.toMap(
                    AttributeDefinition::attributeName,
                    definition -> KeyType.valueOf(definition.attributeTypeAsString())));
    this.onDemand =
        table.billingModeSummary() != null
            && table.billingModeSummary().billingMode() == BillingMode.PAY_PER_REQUEST;
  }

  static TableSchema table(TableDescription table) {
    return new SchemaReading(table).schema();
  }

  private TableSchema schema() {
    List<Index> indexes = new ArrayList<>();
    table.globalSecondaryIndexes().forEach(index -> indexes.add(global(index)));
    table.localSecondaryIndexes().forEach(index -> indexes.add(local(index)));
    return new TableSchema(
        table.tableName(),
        Objects.requireNonNullElse(table.tableArn(), ""),
        table.tableStatusAsString(),
        keys(table.keySchema()),
        indexes,
        capacity(table.provisionedThroughput(), table.onDemandThroughput()),
        table.tableClassSummary() == null
            ? "STANDARD"
            : table.tableClassSummary().tableClassAsString(),
        Boolean.TRUE.equals(table.deletionProtectionEnabled()),
        orZero(table.itemCount()),
        orZero(table.tableSizeBytes()),
        table.creationDateTime());
  }

  private Index global(GlobalSecondaryIndexDescription index) {
    return new Index(
        index.indexName(),
        Index.Kind.GSI,
        keys(index.keySchema()),
        projection(index.projection()),
        capacity(index.provisionedThroughput(), index.onDemandThroughput()),
        index.indexStatusAsString(),
        Boolean.TRUE.equals(index.backfilling()),
        orZero(index.itemCount()),
        orZero(index.indexSizeBytes()));
  }

  /// A local index has no status and no capacity of its own; it shares the table's.
  private Index local(LocalSecondaryIndexDescription index) {
    return new Index(
        index.indexName(),
        Index.Kind.LSI,
        keys(index.keySchema()),
        projection(index.projection()),
        capacity(table.provisionedThroughput(), table.onDemandThroughput()),
        table.tableStatusAsString(),
        false,
        orZero(index.itemCount()),
        orZero(index.indexSizeBytes()));
  }

  private KeySchema keys(List<KeySchemaElement> elements) {
    return new KeySchema(keys(elements, "HASH"), keys(elements, "RANGE"));
  }

  /// DynamoDB Local forgets the types of an index's keys while it still describes the index as
  /// DELETING.
  private List<KeyAttribute> keys(List<KeySchemaElement> elements, String role) {
    return elements.stream()
        .filter(element -> element.keyTypeAsString().equals(role))
        .map(element ->
            new KeyAttribute(
                element.attributeName(), types.getOrDefault(element.attributeName(), KeyType.S)))
        .toList();
  }

  private Capacity capacity(
      @Nullable ProvisionedThroughputDescription provisioned, @Nullable OnDemandThroughput limits) {
    if (onDemand || provisioned == null) {
      return new Capacity.OnDemand(
          limits == null ? null : limit(limits.maxReadRequestUnits()),
          limits == null ? null : limit(limits.maxWriteRequestUnits()));
    }
    return new Capacity.Provisioned(
        orZero(provisioned.readCapacityUnits()), orZero(provisioned.writeCapacityUnits()));
  }

  /// DynamoDB writes -1 for a maximum that was taken away (API Reference, OnDemandThroughput).
  private static @Nullable Long limit(@Nullable Long units) {
    return units == null || units < 0 ? null : units;
  }

  private static Projection projection(
      software.amazon.awssdk.services.dynamodb.model.Projection projection) {
    return new Projection(
        Projection.Kind.valueOf(projection.projectionTypeAsString()),
        projection.nonKeyAttributes());
  }

  private static long orZero(@Nullable Long value) {
    return value == null ? 0 : value;
  }
}
