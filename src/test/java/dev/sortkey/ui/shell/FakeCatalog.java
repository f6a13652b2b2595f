package dev.sortkey.ui.shell;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.TableCatalog;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableSchema;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/// Tables in memory.
final class FakeCatalog implements TableCatalog {
  private final Map<String, TableSchema> tables = new ConcurrentSkipListMap<>();
  volatile Problem problem;

  FakeCatalog with(String name, long items, String... keys) {
    return with(name, TableSchema.ACTIVE, items, false, keys);
  }

  FakeCatalog with(String name, String status, long items, boolean guarded, String... keys) {
    List<KeyAttribute> all = Stream.of(keys).map(key -> new KeyAttribute(key, KeyType.S)).toList();
    tables.put(
        name,
        new TableSchema(
            name,
            "arn:aws:dynamodb:eu-west-1:773011824409:table/" + name,
            status,
            new KeySchema(all.subList(0, 1), all.subList(1, all.size())),
            List.of(),
            Capacity.onDemand(),
            "STANDARD",
            guarded,
            items,
            items * 330,
            null));
    return this;
  }

  boolean has(String name) {
    return tables.containsKey(name);
  }

  @Override
  public List<String> names() {
    if (problem != null) {
      throw new ProblemException(problem);
    }
    return List.copyOf(tables.keySet());
  }

  @Override
  public TableSchema describe(String name) {
    TableSchema schema = tables.get(name);
    if (schema == null) {
      throw new ProblemException(
          Problem.of(Problem.Kind.NOT_FOUND, "No such table.", name + " does not exist."));
    }
    return schema;
  }

  @Override
  public TableSchema create(TableDraft draft) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void delete(String name) {
    describe(name);
    tables.remove(name);
  }
}
