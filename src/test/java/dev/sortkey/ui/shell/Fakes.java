package dev.sortkey.ui.shell;

import dev.sortkey.core.backup.Backups;
import dev.sortkey.core.calls.CallLog;
import dev.sortkey.core.calls.CallRecord;
import dev.sortkey.core.edit.ItemWriter;
import dev.sortkey.core.metrics.Metrics;
import dev.sortkey.core.partiql.Statements;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.query.ItemReader;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Identity;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Sandbox;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.stream.ChangeStreams;
import dev.sortkey.core.stream.StreamDestinations;
import dev.sortkey.core.stream.Triggers;
import dev.sortkey.core.table.TableAdmin;
import dev.sortkey.core.table.TableCatalog;
import dev.sortkey.core.transfer.BulkItems;
import dev.sortkey.store.Store;
import dev.sortkey.ui.work.Work;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Stand-ins for what lies outside the window.
final class Fakes {
  final Map<String, FakeCatalog> catalogs = new HashMap<>();
  final List<FakeSession> opened = new CopyOnWriteArrayList<>();
  final FakeSandbox sandbox = new FakeSandbox();

  static Connection staging() {
    return profile("shop-staging", Environment.STAGING);
  }

  static Connection profile(String name, Environment environment) {
    return new Connection(
        name, name, Connection.Kind.PROFILE, name, null, "eu-west-1", environment);
  }

  static Connection sandbox(URI endpoint) {
    return new Connection(
        "sandbox",
        "Sandbox",
        Connection.Kind.SANDBOX,
        null,
        endpoint,
        "eu-west-1",
        Environment.SANDBOX);
  }

  /// The tables of the mockups.
  static FakeCatalog shop() {
    return new FakeCatalog()
        .with("CustomerOrders", 12_408, "OrderID", "CustomerID")
        .with("Shop", 48_211, "PK", "SK")
        .with("AllTypes", 64, "id")
        .with("Audit-2024", 1_240_000, "Actor", "At")
        .with("Forum", 2, "Name")
        .with("ProductCatalog", 8, "Id")
        .with("Reply", 4, "Id", "ReplyDateTime")
        .with("Sessions", 3_902, "SessionId")
        .with("Thread", 3, "ForumName", "Subject");
  }

  final Path folder;

  Fakes(Path folder) {
    this.folder = folder;
  }

  Ports ports(Work work) {
    return new Ports(this::open, List::of, sandbox, Store.open(folder), work);
  }

  private Session open(Connection connection, Keys keys) {
    var session =
        new FakeSession(
            connection, catalogs.getOrDefault(connection.id(), new FakeCatalog()), new CallLog());
    opened.add(session);
    return session;
  }

  static CallRecord call(double read, double write) {
    return new CallRecord(
        1,
        Instant.EPOCH,
        Duration.ofMillis(3),
        "Query",
        "CustomerOrders",
        read,
        write,
        0,
        null,
        null,
        "aws dynamodb query");
  }

  static final class FakeSession implements Session {
    private Connection connection;
    private final TableCatalog catalog;
    private final CallLog calls;
    volatile boolean closed;
    volatile boolean readOnly;

    FakeSession(Connection connection, TableCatalog catalog, CallLog calls) {
      this.connection = connection;
      this.catalog = catalog;
      this.calls = calls;
    }

    @Override
    public Connection connection() {
      return connection;
    }

    @Override
    public Identity identity() {
      return new Identity(
          "773011824409",
          "arn:aws:sts::773011824409:assumed-role/SupportEngineer/ana",
          "SupportEngineer @ 7730 1182 4409");
    }

    @Override
    public TableCatalog tables() {
      return catalog;
    }

    @Override
    public ItemReader reader() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Statements statements() {
      throw new UnsupportedOperationException();
    }

    @Override
    public ItemWriter writer() {
      throw new UnsupportedOperationException();
    }

    @Override
    public TableAdmin admin() {
      throw new UnsupportedOperationException();
    }

    @Override
    public ChangeStreams streams() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Triggers triggers() {
      throw new UnsupportedOperationException();
    }

    @Override
    public StreamDestinations destinations() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Backups backups() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Metrics metrics() {
      throw new UnsupportedOperationException();
    }

    @Override
    public BulkItems bulk() {
      throw new UnsupportedOperationException();
    }

    @Override
    public CallLog calls() {
      return calls;
    }

    @Override
    public boolean readOnly() {
      return readOnly;
    }

    @Override
    public void readOnly(boolean on) {
      readOnly = on;
    }

    @Override
    public void moveTo(URI endpoint) {
      connection =
          new Connection(
              connection.id(),
              connection.name(),
              connection.kind(),
              connection.profile(),
              endpoint,
              connection.region(),
              connection.environment());
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  static final class FakeSandbox implements Sandbox {
    private final List<Consumer<State>> listeners = new CopyOnWriteArrayList<>();
    volatile State state = new State.Missing();
    volatile State.Running next =
        new State.Running(URI.create("http://127.0.0.1:51873"), new Keys("a", "b", null));

    void becomes(State now) {
      state = now;
      listeners.forEach(listener -> listener.accept(now));
    }

    @Override
    public State state() {
      return state;
    }

    @Override
    public void onChange(Consumer<State> listener) {
      listeners.add(listener);
    }

    @Override
    public Offer offer() {
      return new Offer("3.3.1", "the DynamoDB Local licence", "https://example.com", 50_000_000);
    }

    @Override
    public void fetch(Progress progress) {}

    @Override
    public State.Running start() {
      becomes(next);
      return next;
    }

    @Override
    public void stop() {}
  }
}
