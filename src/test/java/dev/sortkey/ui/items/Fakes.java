package dev.sortkey.ui.items;

import dev.sortkey.core.backup.Backups;
import dev.sortkey.core.calls.CallLog;
import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.ItemWriter;
import dev.sortkey.core.edit.WriteOutcome;
import dev.sortkey.core.edit.WriteReport;
import dev.sortkey.core.metrics.Metrics;
import dev.sortkey.core.partiql.Statements;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.query.Budget;
import dev.sortkey.core.query.Cursor;
import dev.sortkey.core.query.ItemReader;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.query.ReadResult;
import dev.sortkey.core.rows.RowChunk;
import dev.sortkey.core.rows.RowDictionary;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Identity;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.stream.ChangeStreams;
import dev.sortkey.core.stream.StreamDestinations;
import dev.sortkey.core.stream.Triggers;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableAdmin;
import dev.sortkey.core.table.TableCatalog;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.transfer.BulkItems;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A session without an endpoint: rows from a list, and what was asked is remembered.
final class Fakes implements Session, ItemReader, ItemWriter, TableCatalog {
  static final KeyAttribute ORDER = new KeyAttribute("OrderID", KeyType.S);
  static final KeyAttribute CUSTOMER = new KeyAttribute("CustomerID", KeyType.S);
  static final KeyAttribute NUMBER = new KeyAttribute("Number", KeyType.N);

  List<Item> items = new ArrayList<>();
  final List<ReadPlan> plans = new ArrayList<>();
  final List<Change> changes = new ArrayList<>();
  final Environment environment;

  /// Every how many-th item matches.
  int matching = 1;

  boolean readOnly;

  @Nullable Problem failure;

  /// As if the person had cancelled each read.
  boolean cancelled;

  /// What happens when a read begins.
  Runnable onRead = () -> {};

  @Nullable TableSchema table = orders("ACTIVE");
  WriteOutcome outcome = new WriteOutcome.Applied(1);

  Fakes(Environment environment) {
    this.environment = environment;
  }

  static TableSchema orders(String status) {
    return new TableSchema(
        "Orders",
        "arn:aws:dynamodb:eu-west-1:1:table/Orders",
        status,
        new KeySchema(List.of(ORDER), List.of(NUMBER)),
        List.of(
            index("by-customer", Index.Kind.GSI, List.of(CUSTOMER), List.of(NUMBER)),
            index("local", Index.Kind.LSI, List.of(ORDER), List.of(CUSTOMER)),
            index(
                "wide",
                Index.Kind.GSI,
                List.of(CUSTOMER, new KeyAttribute("Region", KeyType.S)),
                List.of(new KeyAttribute("Day", KeyType.S), NUMBER))),
        Capacity.onDemand(),
        "STANDARD",
        false,
        12_408,
        4_089_446,
        null);
  }

  private static Index index(
      String name, Index.Kind kind, List<KeyAttribute> partition, List<KeyAttribute> sort) {
    return new Index(
        name,
        kind,
        new KeySchema(partition, sort),
        Projection.all(),
        Capacity.onDemand(),
        "ACTIVE",
        false,
        100,
        40_960);
  }

  static Item order(int number) {
    var item = new LinkedHashMap<String, Attr>();
    item.put("OrderID", new Attr.S("A"));
    item.put("Number", new Attr.N(Integer.toString(number)));
    item.put("Total", new Attr.N(Integer.toString(number * 7 % 100)));
    return new Item(item);
  }

  Fakes with(int count) {
    IntStream.range(0, count).mapToObj(Fakes::order).forEach(items::add);
    return this;
  }

  @Override
  public ReadResult read(
      ReadPlan plan,
      @Nullable Cursor cursor,
      Budget budget,
      RowDictionary dictionary,
      Progress progress) {
    plans.add(plan);
    onRead.run();
    if (cancelled) {
      throw new CancellationException();
    }
    if (failure != null) {
      throw new ProblemException(failure);
    }
    int from =
        cursor == null
            ? 0
            : Integer.parseInt(((Attr.N) cursor.lastEvaluatedKey().get("at")).digits());
    List<Item> matched = new ArrayList<>();
    int at = from;
    long most = Math.min(budget.items(), plan.limit() == null ? Long.MAX_VALUE : plan.limit());
    while (at < items.size() && matched.size() < most && at - from < budget.scanned()) {
      if (at % matching == 0) {
        matched.add(items.get(at));
      }
      at++;
    }
    progress.report(matched.size(), at - from);
    Cursor next =
        at == items.size()
            ? null
            : Cursor.of(Item.of(Map.of("at", new Attr.N(Integer.toString(at)))));
    return new ReadResult(
        List.of(RowChunk.pack(dictionary, matched)),
        next,
        matched.size(),
        at - from,
        0.5,
        1,
        Duration.ofMillis(19));
  }

  @Override
  public Optional<Item> get(TableSchema schema, ItemKey key) {
    return items.stream().filter(item -> schema.keyOf(item).equals(key)).findFirst();
  }

  @Override
  public WriteReport write(TableSchema schema, List<Change> wanted, Progress progress) {
    changes.addAll(wanted);
    return new WriteReport(
        wanted.stream().map(change -> new WriteReport.Entry(change, outcome)).toList());
  }

  @Override
  public WriteReport writeTogether(TableSchema schema, List<Change> wanted, Progress progress) {
    return write(schema, wanted, progress);
  }

  @Override
  public long putAll(String name, Iterator<Item> all, Progress progress) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<String> names() {
    return table == null ? List.of() : List.of(table.name());
  }

  @Override
  public TableSchema describe(String name) {
    if (table == null) {
      throw new ProblemException(Problem.of(Problem.Kind.NOT_FOUND, "No such table.", "Gone."));
    }
    return table;
  }

  @Override
  public TableSchema create(TableDraft draft) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void delete(String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Connection connection() {
    return new Connection(
        "fake", "Fake", Connection.Kind.ENDPOINT, null, null, "eu-west-1", environment);
  }

  @Override
  public Identity identity() {
    return new Identity(null, null, "fake");
  }

  @Override
  public TableCatalog tables() {
    return this;
  }

  @Override
  public ItemReader reader() {
    return this;
  }

  @Override
  public Statements statements() {
    throw new UnsupportedOperationException();
  }

  @Override
  public ItemWriter writer() {
    return this;
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
    return new CallLog();
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
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
