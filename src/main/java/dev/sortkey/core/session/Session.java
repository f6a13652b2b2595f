package dev.sortkey.core.session;

import dev.sortkey.core.backup.Backups;
import dev.sortkey.core.calls.CallLog;
import dev.sortkey.core.edit.ItemWriter;
import dev.sortkey.core.metrics.Metrics;
import dev.sortkey.core.partiql.Statements;
import dev.sortkey.core.query.ItemReader;
import dev.sortkey.core.stream.ChangeStreams;
import dev.sortkey.core.stream.StreamDestinations;
import dev.sortkey.core.stream.Triggers;
import dev.sortkey.core.table.TableAdmin;
import dev.sortkey.core.table.TableCatalog;
import dev.sortkey.core.transfer.BulkItems;
import java.net.URI;

/// One open connection and its ports.
public interface Session extends AutoCloseable {
  Connection connection();

  /// Asks the endpoint who we are; blocks.
  Identity identity();

  TableCatalog tables();

  ItemReader reader();

  ItemWriter writer();

  Statements statements();

  TableAdmin admin();

  ChangeStreams streams();

  Triggers triggers();

  StreamDestinations destinations();

  Backups backups();

  Metrics metrics();

  BulkItems bulk();

  CallLog calls();

  /// Whether writes are refused before they are sent.
  boolean readOnly();

  /// Refuses writes from now on, or lets them through. A call under way goes on.
  void readOnly(boolean on);

  /// Goes on at another address of the same server, as when the sandbox came back on another port.
  void moveTo(URI endpoint);

  @Override
  void close();
}
