package dev.sortkey.core.session;

import dev.sortkey.core.calls.CallLog;
import dev.sortkey.core.edit.ItemWriter;
import dev.sortkey.core.query.ItemReader;
import dev.sortkey.core.table.TableCatalog;

/// One open connection and its ports.
public interface Session extends AutoCloseable {
  Connection connection();

  /// Asks the endpoint who we are; blocks.
  Identity identity();

  TableCatalog tables();

  ItemReader reader();

  ItemWriter writer();

  CallLog calls();

  @Override
  void close();
}
