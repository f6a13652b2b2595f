package dev.sortkey.core.snapshot;

import dev.sortkey.aws.SdkConnector;
import dev.sortkey.core.progress.Lanes;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableDraft.IndexDraft;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.Item;
import dev.sortkey.sandbox.TestSandbox;
import dev.sortkey.ui.work.Parallel;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/// A sandbox of a test's own, with tables to take snapshots of.
final class Shelf implements AutoCloseable {
  static final Lanes LANES = Parallel::forEach;

  private static final List<String> NAMES =
      List.of("a.b", "size", "Item", "M", "naïve", "😀", "line\n", "\"q\"", "\u2028");
  private static final List<String> TEXTS = List.of("", "a\tb\n", "😀 \u0000", "</script>", "é");
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-1.50",
          "9007199254740993",
          "12345678901234567890123456789012345678",
          "1E-130",
          "9.9999999999999999999999999999999999999E+125");

  final Session session;
  final Snapshots snapshots;

  Shelf(Snapshots snapshots) {
    this(snapshots, freshKey(), TestSandbox.shared().endpoint());
  }

  Shelf(Snapshots snapshots, String key, URI endpoint) {
    this.snapshots = snapshots;
    this.session =
        new SdkConnector()
            .open(
                new Connection(
                    "sandbox",
                    "Sandbox",
                    Connection.Kind.SANDBOX,
                    null,
                    endpoint,
                    "eu-west-1",
                    Environment.SANDBOX),
                new Keys(key, "secret", null));
  }

  static String freshKey() {
    return "K" + UUID.randomUUID().toString().replace("-", "");
  }

  /// A table with a GSI, and items of all types.
  TableSchema fill(String name, int count) {
    TableSchema table = session.tables().create(draft(name));
    put(table, items(count));
    return session.tables().describe(name);
  }

  static TableDraft draft(String name) {
    return new TableDraft(
        name,
        new KeySchema(
            List.of(new KeyAttribute("pk", KeyType.S)), List.of(new KeyAttribute("sk", KeyType.N))),
        Capacity.onDemand(),
        List.of(
            new IndexDraft(
                "by-kind",
                Index.Kind.GSI,
                new KeySchema(List.of(new KeyAttribute("kind", KeyType.S)), List.of()),
                Projection.all(),
                Capacity.onDemand())),
        false);
  }

  void put(TableSchema table, List<Item> items) {
    int size = Math.max(1, (items.size() + 3) / 4);
    List<List<Item>> parts =
        IntStream.iterate(0, from -> from < items.size(), from -> from + size)
            .mapToObj(from -> items.subList(from, Math.min(items.size(), from + size)))
            .toList();
    try {
      Parallel.forEach(
          parts,
          4,
          part -> session.writer().putAll(table.name(), part.iterator(), Progress.none()));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Items that between them have all types, nested too, and numbers and texts that break careless
  /// code.
  static List<Item> items(int count) {
    return IntStream.range(0, count).mapToObj(i -> item(i, new Random(i))).toList();
  }

  private static Item item(int number, Random random) {
    var fields = new LinkedHashMap<String, Attr>();
    fields.put("pk", new Attr.S("p" + number % 100));
    fields.put("sk", new Attr.N(Integer.toString(number)));
    fields.put("kind", new Attr.S("k" + number % 3));
    int count = random.nextInt(6);
    for (int i = 0; i < count; i++) {
      fields.put(NAMES.get(random.nextInt(NAMES.size())), value(random, 3));
    }
    return new Item(fields);
  }

  private static Attr value(Random random, int depth) {
    byte[] bytes = new byte[1 + random.nextInt(8)];
    random.nextBytes(bytes);
    return switch (random.nextInt(depth == 0 ? 8 : 10)) {
      case 0 -> new Attr.S(TEXTS.get(random.nextInt(TEXTS.size())));
      case 1 -> new Attr.N(NUMBERS.get(random.nextInt(NUMBERS.size())));
      case 2 -> new Attr.B(Bytes.of(bytes));
      case 3 -> new Attr.Bool(random.nextBoolean());
      case 4 -> new Attr.Null();
      case 5 -> Attr.SS.of(TEXTS.subList(0, 1 + random.nextInt(TEXTS.size())));
      case 6 -> Attr.NS.of(NUMBERS.subList(0, 1 + random.nextInt(NUMBERS.size())));
      case 7 -> Attr.BS.of(List.of(Bytes.of(bytes), Bytes.of((byte) 0, (byte) 255)));
      case 8 -> new Attr.L(List.of(value(random, depth - 1), value(random, depth - 1)));
      default -> Attr.M.of(Map.of("a.b", value(random, depth - 1), "S", value(random, depth - 1)));
    };
  }

  Snapshot take(String table, String name) throws InterruptedException {
    return taking().take(table, name, true, Progress.none());
  }

  SnapshotTaking taking() {
    return new SnapshotTaking(session, snapshots, LANES, InstantSource.system());
  }

  Snapshot verify(Snapshot snapshot) {
    return new Verifying(snapshots, InstantSource.system()).verify(snapshot, Progress.none());
  }

  RestoreReport restore(Snapshot snapshot, TableDraft draft) throws InterruptedException {
    return new Restoring(session, snapshots, LANES, Duration.ofMillis(20))
        .restore(snapshot, draft, _ -> {}, Progress.none());
  }

  Comparison compare(Snapshot snapshot, String table) throws InterruptedException {
    TableSchema schema = session.tables().describe(table);
    return new Comparing(
            schema.keys(),
            new SnapshotItems(snapshots, snapshot),
            new TableItems(session.bulk(), schema, true),
            LANES,
            Progress.none())
        .run();
  }

  @Override
  public void close() {
    session.close();
  }
}
