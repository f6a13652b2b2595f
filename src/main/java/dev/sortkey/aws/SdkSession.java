package dev.sortkey.aws;

import dev.sortkey.core.backup.Backups;
import dev.sortkey.core.calls.CallLog;
import dev.sortkey.core.edit.ItemWriter;
import dev.sortkey.core.metrics.Metrics;
import dev.sortkey.core.partiql.Statements;
import dev.sortkey.core.progress.Lanes;
import dev.sortkey.core.query.ItemReader;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Identity;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.stream.ChangeStreams;
import dev.sortkey.core.stream.StreamDestinations;
import dev.sortkey.core.stream.Triggers;
import dev.sortkey.core.table.TableAdmin;
import dev.sortkey.core.table.TableCatalog;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.transfer.BulkItems;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/// One open connection over the AWS SDK.
final class SdkSession implements Session {
  private final Address address;
  private final SdkAccess access;
  private final CallLog calls = new CallLog();
  private final Guard guard;
  private final ProblemMapping problems;
  private final SdkClients clients;
  private final TableCatalog tables;
  private final ItemReader reader;
  private final ItemWriter writer;
  private final Statements statements;
  private final TableAdmin admin;
  private final ChangeStreams streams;
  private final Triggers triggers;
  private final StreamDestinations destinations;
  private final Backups backups;
  private final Metrics metrics;
  private final BulkItems bulk;

  /// @param lanes for reads that have several requests under way
  SdkSession(Connection connection, SdkAccess access, Lanes lanes) {
    this.address = new Address(connection);
    this.access = access;
    // By construction: nothing can be sent before the guard is there.
    this.guard = new Guard(connection.environment() == Environment.PRODUCTION);
    List<ExecutionInterceptor> watching = new ArrayList<>(List.of(guard, address));
    ProfileKeys keys = access.keys();
    if (keys == null) {
      this.problems = new ProblemMapping(address::target);
    } else {
      var refused = new RefusedKeys(keys, access.profile());
      watching.add(refused);
      this.problems = new ProblemMapping(address::target, refused::ended);
    }
    // Last: who hears of a failed call from it may ask what the others have made of it.
    watching.add(new CallRecorder(calls, address::target));
    this.clients = new SdkClients(access, address.target(), watching);
    this.tables = new SdkTableCatalog(clients.dynamo(), problems);
    this.reader = new SdkItemReader(clients.dynamo(), problems, lanes);
    this.writer = new SdkItemWriter(clients.dynamo(), clients.onceOnly(), problems);
    this.statements = new SdkStatements(clients.dynamo(), clients.onceOnly(), problems);
    var others = new OtherService(this::connection, problems);
    this.admin = new SdkTableAdmin(clients, problems, others);
    this.streams = new SdkChangeStreams(clients, problems);
    this.triggers = new SdkTriggers(clients, others);
    this.destinations = new SdkStreamDestinations(clients, problems);
    this.backups = new SdkBackups(clients, problems);
    this.metrics = new SdkMetrics(clients, others);
    this.bulk = new SdkBulkItems(clients, problems);
  }

  @Override
  public Connection connection() {
    return address.connection();
  }

  /// STS is asked on AWS only; local endpoints seldom have one, and any key is as good as another.
  @Override
  public Identity identity() {
    Connection connection = connection();
    if (connection.kind() == Connection.Kind.PROFILE && connection.endpoint() == null) {
      var caller = problems.call(() -> clients.sts().getCallerIdentity());
      return new Identity(caller.account(), caller.arn(), Caller.label(caller.arn()));
    }
    return new Identity(null, null, label());
  }

  private String label() {
    if (connection().kind() == Connection.Kind.SANDBOX) {
      return Messages.text("problem.identity.sandbox");
    }
    return access.accessKeyId() == null
        ? Messages.text("problem.identity.profile", access.profile())
        : Messages.text("problem.identity.key", MaskedKey.of(access.accessKeyId()));
  }

  @Override
  public TableCatalog tables() {
    return tables;
  }

  @Override
  public ItemReader reader() {
    return reader;
  }

  @Override
  public ItemWriter writer() {
    return writer;
  }

  @Override
  public Statements statements() {
    return statements;
  }

  @Override
  public TableAdmin admin() {
    return admin;
  }

  @Override
  public ChangeStreams streams() {
    return streams;
  }

  @Override
  public Triggers triggers() {
    return triggers;
  }

  @Override
  public StreamDestinations destinations() {
    return destinations;
  }

  @Override
  public Backups backups() {
    return backups;
  }

  @Override
  public Metrics metrics() {
    return metrics;
  }

  @Override
  public BulkItems bulk() {
    return bulk;
  }

  @Override
  public CallLog calls() {
    return calls;
  }

  @Override
  public boolean readOnly() {
    return guard.readOnly();
  }

  @Override
  public void readOnly(boolean on) {
    guard.readOnly(on);
  }

  @Override
  public void moveTo(URI endpoint) {
    address.moveTo(endpoint);
  }

  @Override
  public void close() {
    clients.close();
  }
}
