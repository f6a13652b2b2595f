package dev.sortkey.aws;

import dev.sortkey.core.table.TableCatalog;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableSchema;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Lists, describes, creates and deletes tables.
final class SdkTableCatalog implements TableCatalog {
  private final DynamoDbClient client;
  private final ProblemMapping problems;

  SdkTableCatalog(DynamoDbClient client, ProblemMapping problems) {
    this.client = client;
    this.problems = problems;
  }

  @Override
  public List<String> names() {
    return problems.call(() -> client.listTablesPaginator().tableNames().stream().toList());
  }

  @Override
  public TableSchema describe(String name) {
    return problems.call(() ->
        SchemaReading.table(client.describeTable(request -> request.tableName(name)).table()));
  }

  @Override
  public TableSchema create(TableDraft draft) {
    return problems.call(() ->
        SchemaReading.table(client.createTable(DraftWriting.request(draft)).tableDescription()));
  }

  @Override
  public void delete(String name) {
    problems.call(() -> client.deleteTable(request -> request.tableName(name)));
  }
}
