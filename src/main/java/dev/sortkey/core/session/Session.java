package dev.sortkey.core.session;

import dev.sortkey.core.calls.CallLog;
import dev.sortkey.core.edit.ItemWriter;
import dev.sortkey.core.query.ItemReader;
import dev.sortkey.core.table.TableCatalog;
import java.net.URI;

/// One open connection and its ports.
public interface Session extends AutoCloseable {
  Connection connection();

  /// Asks the endpoint who we are; blocks.
  Identity identity();

  TableCatalog tables();

  ItemReader reader();

  ItemWriter writer();

  CallLog calls();

  /// Goes on at another address of the same server, as when the sandbox came back on another port.
  void moveTo(URI endpoint);

  @Override
  void close();
}
