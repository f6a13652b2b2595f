package dev.sortkey.aws;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Item;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/// Reads items to find out whether changes were made whose answers were lost.
final class ReadBack {
  private final DynamoDbClient client;

  ReadBack(DynamoDbClient client) {
    this.client = client;
  }

  /// Whether all the items are as the changes wanted them; false also when they cannot be read.
  boolean shows(TableSchema table, List<Change> changes) {
    try {
      return changes.stream().allMatch(change -> change.made(read(table, change)));
    } catch (SdkException _) {
      return false;
    }
  }

  private @Nullable Item read(TableSchema table, Change change) {
    var response =
        client.getItem(request ->
            request
                .tableName(table.name())
                .key(SdkAttr.toSdk(change.key(table).values()))
                .consistentRead(true)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
    return response.hasItem() ? SdkAttr.item(response.item()) : null;
  }
}
