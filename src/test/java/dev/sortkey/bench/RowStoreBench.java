package dev.sortkey.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.json.DynamoJson;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.rows.CellSearch;
import dev.sortkey.core.rows.FoundCells;
import dev.sortkey.core.rows.RowChunk;
import dev.sortkey.core.rows.RowOrder;
import dev.sortkey.core.rows.RowStore;
import dev.sortkey.core.rows.Sought;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A million small items in memory; meant for a JVM with -Xmx512m.
@Tag("bench")
class RowStoreBench {
  private static final int ROWS = 1_000_000;
  private static final int PAGE = 3_000;
  private static final List<String> COLUMNS =
      List.of(
          "OrderID",
          "CustomerID",
          "OrderDate",
          "Status",
          "TotalAmount",
          "Gift",
          "Email",
          "Quantity",
          "a",
          "b",
          "c",
          "d",
          "e",
          "f",
          "g",
          "h",
          "i",
          "j",
          "k",
          "l");
  private static final String[] STATES = {"NEW", "PENDING", "SHIPPED", "DELIVERED", "RETURNED"};

  private final RowStore store = new RowStore();
  private long sink;

  @Test
  void aMillionSmallItems() {
    long before = heap();
    long wire = 0;
    long packing = 0;
    var random = new Random(1);
    List<Item> page = new ArrayList<>(PAGE);
    for (int row = 0; row < ROWS; row++) {
      Item item = item(row, random);
      wire += DynamoJson.write(item, false).getBytes(StandardCharsets.UTF_8).length;
      page.add(item);
      if (page.size() == PAGE || row == ROWS - 1) {
        long start = System.nanoTime();
        store.append(RowChunk.pack(store.dictionary(), page));
        packing += System.nanoTime() - start;
        page.clear();
      }
    }
    long after = heap();
    double ratio = (double) store.bytes() / wire;

    line("measure", "value", "");
    line("rows", ROWS, "");
    line("wire DynamoDB JSON", (double) wire / ROWS, "bytes/item");
    line("packed", (double) store.bytes() / ROWS, "bytes/item");
    line("packed to wire", ratio, "");
    line("largest heap", Runtime.getRuntime().maxMemory() / 1048576.0, "MB");
    line("heap taken by the rows", (after - before) / 1048576.0, "MB");
    line("pack", ROWS / (packing / 1e9), "items/s");
    line("whole row", micros(row -> store.get(row).attributes().size()), "µs");
    line("20 cells of a row", micros(this::cells), "µs");
    line("columns()", seconds(() -> store.columns().all().size()), "s");
    line("sort by a number", seconds(() -> order("TotalAmount", "")), "s");
    line("sort by a string", seconds(() -> order("Email", "")), "s");
    line("sort by few values", seconds(() -> order("Status", "")), "s");
    line("filter", seconds(() -> order(null, "c12345")), "s");
    line("filter that finds nothing", seconds(() -> order(null, "nowhere")), "s");

    line("find in cells", seconds(() -> find("c12345")), "s");
    line("find that finds nothing", seconds(() -> find("nowhere")), "s");
    line("find in nearly all rows", seconds(() -> find("example")), "s");

    assertThat(store.size()).isEqualTo(ROWS);
    assertThat(store.columns().all()).hasSize(8);
    assertThat(ratio).isLessThanOrEqualTo(1.0);
    assertThat(sink).isNotZero();
  }

  private static Item item(int row, Random random) {
    var attributes = new LinkedHashMap<String, Attr>();
    int customer = random.nextInt(100_000);
    attributes.put("OrderID", new Attr.S(Integer.toString(1_000_000 + row)));
    attributes.put("CustomerID", new Attr.S("C" + customer));
    attributes.put(
        "OrderDate",
        new Attr.S("2024-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28))));
    attributes.put("Status", new Attr.S(STATES[random.nextInt(STATES.length)]));
    attributes.put("TotalAmount", new Attr.N(random.nextInt(3_000) + "." + random.nextInt(100)));
    attributes.put("Gift", new Attr.Bool(random.nextBoolean()));
    attributes.put("Email", new Attr.S("customer" + customer + "@example.com"));
    attributes.put("Quantity", new Attr.N(Integer.toString(1 + random.nextInt(20))));
    return new Item(attributes);
  }

  private int order(@Nullable String sortBy, String containing) {
    AttrPath path = sortBy == null ? null : AttrPath.of(sortBy);
    return RowOrder.of(store, path, false, containing, Progress.none()).length;
  }

  private int find(String text) {
    List<AttrPath> columns =
        store.columns().all().stream().map(column -> AttrPath.of(column.name())).toList();
    var search = new CellSearch(store, columns, -1, new Sought(text, false, false));
    var found = new FoundCells(columns.size());
    for (int row = 0; row < ROWS; row = found.searched()) {
      FoundCells.Part part = FoundCells.next(row, ROWS);
      for (int at = row; at < part.end(); at++) {
        search.in(at, part.bits(), (at - row) * columns.size());
      }
      found.add(part);
    }
    return 1 + (int) found.count();
  }

  private int cells(int row) {
    int found = 0;
    for (String column : COLUMNS) {
      if (store.get(row, column) != null) {
        found++;
      }
    }
    return found;
  }

  private interface Look {
    int at(int row);
  }

  private interface Job {
    int run();
  }

  /// The mean over rows here and there, after a warm-up.
  private double micros(Look look) {
    var random = new Random(2);
    int looks = 200_000;
    long start = 0;
    for (int i = -looks; i < looks; i++) {
      if (i == 0) {
        start = System.nanoTime();
      }
      sink += look.at(random.nextInt(ROWS));
    }
    return (System.nanoTime() - start) / 1e3 / looks;
  }

  private double seconds(Job job) {
    long start = System.nanoTime();
    sink += job.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static void line(String measure, Object value, String unit) {
    String text = value instanceof Double d ? String.format(Locale.ROOT, "%,.2f", d) : "" + value;
    System.out.printf(Locale.ROOT, "| %-26s | %14s | %-10s |%n", measure, text, unit);
  }
}
