package dev.sortkey.bench;

import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.rows.Entities;
import dev.sortkey.core.rows.EntityScan;
import dev.sortkey.core.rows.RowChunk;
import dev.sortkey.core.rows.RowStore;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How long a million rows take.
@Tag("bench")
class EntityBench {
  @Test
  void aMillionRows() {
    var store = new RowStore();
    for (int page = 0; page < 1_000; page++) {
      int from = page * 1_000;
      store.append(
          RowChunk.pack(
              store.dictionary(),
              IntStream.range(from, from + 1_000).mapToObj(EntityBench::item).toList()));
    }
    for (int round = 0; round < 3; round++) {
      var scan = new EntityScan(store, "PK", "SK");
      long begun = System.nanoTime();
      Entities found = scan.look(List.of(), _ -> true, Progress.none());
      long first = System.nanoTime();
      scan.look(List.of(), _ -> true, Progress.none());
      System.out.printf(
          "%d entities in %d rows: %d ms, again %d ms%n",
          found.all().size(),
          found.rows(),
          (first - begun) / 1_000_000,
          (System.nanoTime() - first) / 1_000_000);
    }
  }

  private static Item item(int number) {
    var item = new LinkedHashMap<String, Attr>();
    item.put("PK", new Attr.S("USER#" + number % 10_000));
    String sort =
        switch (number % 4) {
          case 0 -> "PROFILE";
          case 1 -> "ADDR#home" + number;
          default -> "ORDER#2024-12-22#" + number;
        };
    item.put("SK", new Attr.S(sort));
    for (int i = 0; i < 8; i++) {
      item.put("Attribute" + number % 4 + i, new Attr.S("some value " + i));
    }
    return new Item(item);
  }
}
