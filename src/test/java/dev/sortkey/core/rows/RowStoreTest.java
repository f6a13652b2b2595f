package dev.sortkey.core.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowStoreTest {
  private final RowStore store = new RowStore();

  @Test
  void rowsOfManyChunksFollowOneAnother() {
    append(item("a", new Attr.N("0")), item("a", new Attr.N("1")));
    append();
    for (int i = 2; i < 100; i++) {
      append(item("a", new Attr.N(Integer.toString(i))));
    }
    assertThat(store.size()).isEqualTo(100);
    for (int i = 0; i < 100; i++) {
      assertThat(store.get(i, "a")).isEqualTo(new Attr.N(Integer.toString(i)));
      assertThat(store.get(i)).isEqualTo(item("a", new Attr.N(Integer.toString(i))));
    }
    assertThat(store.get(0, "b")).isNull();
    assertThatThrownBy(() -> store.get(100)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> store.get(-1, "a")).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "+1.",
        "1e3",
        "1E-130",
        "3.1400",
        "-99999999999999999999999999999999999999",
        "",
        "not a number",
        "½",
        "12a"
      })
  void aNumberKeepsItsText(String digits) {
    append(item("n", new Attr.N(digits)));
    assertThat(store.get(0, "n")).isEqualTo(new Attr.N(digits));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "é", "日本", "🦊", "\ud83e", "\udd8ax", "a\u0000b"})
  void aStringKeepsItsCharacters(String text) {
    append(item(text, new Attr.S(text)));
    assertThat(store.get(0)).isEqualTo(item(text, new Attr.S(text)));
  }

  @Test
  void longValuesAreWhole() {
    var text = "0123456789".repeat(40_000);
    var nested = new Attr.L(List.of(new Attr.M(item("text", new Attr.S(text)).attributes())));
    append(item("nested", nested), item("bytes", new Attr.B(Bytes.of(new byte[300_000]))));
    assertThat(store.get(0, "nested")).isEqualTo(nested);
    assertThat(store.get(1, "bytes")).isEqualTo(new Attr.B(Bytes.of(new byte[300_000])));
  }

  @Test
  void columnsComeInTheOrderFirstSeenWithTheTypeOfMostRows() {
    append(item("id", new Attr.S("1")), item("id", new Attr.S("2")));
    Columns before = store.columns();
    append(item("id", new Attr.N("3")), item("x", NOTHING));
    assertThat(before.all()).containsExactly(new Columns.Column("id", AttrType.S, false, 2));
    assertThat(store.columns().all())
        .containsExactly(
            new Columns.Column("id", AttrType.S, true, 3),
            new Columns.Column("x", AttrType.NULL, false, 1));
    assertThat(store.columns()).isSameAs(store.columns());
  }

  @Test
  void mapsKeyedByDataDoNotFillTheDictionary() {
    for (int chunk = 0; chunk < 20; chunk++) {
      var fields = new LinkedHashMap<String, Attr>();
      for (int i = 0; i < 1_000; i++) {
        fields.put("key " + chunk + "/" + i, new Attr.N("1"));
      }
      append(item("map", new Attr.M(fields)));
      assertThat(store.get(chunk, "map")).isEqualTo(new Attr.M(fields));
    }
    assertThat(store.dictionary().size()).isLessThanOrEqualTo(RowDictionary.NAMES / 4);
    append(item("late column", NOTHING));
    assertThat(store.columns().all()).extracting(Columns.Column::name).contains("late column");
  }

  @Test
  void attributesWithoutRoomInTheDictionaryAreKept() {
    for (int i = 0; i < RowDictionary.NAMES + 10; i++) {
      append(item("a" + i, new Attr.N("1")));
    }
    int last = store.size() - 1;
    assertThat(store.dictionary().size()).isEqualTo(RowDictionary.NAMES);
    assertThat(store.get(last, "a" + last)).isEqualTo(new Attr.N("1"));
    assertThat(store.get(last, "a0")).isNull();
    assertThat(store.get(last)).isEqualTo(item("a" + last, new Attr.N("1")));
  }

  @Test
  void aChunkOfAnotherDictionaryIsRefused() {
    RowChunk chunk = RowChunk.pack(new RowDictionary(), List.of(item("a", NOTHING)));
    assertThatThrownBy(() -> store.append(chunk)).isInstanceOf(IllegalArgumentException.class);
  }

  /// Chunks are packed on several threads and read on others while one appends.
  @Test
  void rowsAreReadWhileOthersArePackedAndAppended() throws Exception {
    int chunks = 400;
    try (var threads = Executors.newFixedThreadPool(6)) {
      List<Future<RowChunk>> packed = new ArrayList<>();
      for (int i = 0; i < chunks; i++) {
        int chunk = i;
        packed.add(threads.submit(() -> RowChunk.pack(store.dictionary(), rowsOf(chunk))));
      }
      Callable<Integer> reading =
          () -> {
            int read = 0;
            while (read < chunks * 10) {
              for (int size = store.size(); read < size; read++) {
                assertThat(store.get(read)).isEqualTo(rowsOf(read / 10).get(read % 10));
                assertThat(store.get(read, "name " + read)).isEqualTo(new Attr.S("v" + read));
              }
              assertThat(store.columns().all()).isNotNull();
              Thread.onSpinWait();
            }
            return read;
          };
      List<Future<Integer>> readers = List.of(threads.submit(reading), threads.submit(reading));
      for (Future<RowChunk> chunk : packed) {
        store.append(chunk.get(60, TimeUnit.SECONDS));
      }
      for (Future<Integer> reader : readers) {
        assertThat(reader.get(60, TimeUnit.SECONDS)).isEqualTo(chunks * 10);
      }
    }
    assertThat(store.columns().all()).hasSize(chunks * 10);
  }

  private static List<Item> rowsOf(int chunk) {
    List<Item> rows = new ArrayList<>();
    for (int row = chunk * 10; row < chunk * 10 + 10; row++) {
      rows.add(item("name " + row, new Attr.S("v" + row)));
    }
    return rows;
  }

  private static final Attr NOTHING = new Attr.Null();

  private void append(Item... items) {
    store.append(RowChunk.pack(store.dictionary(), List.of(items)));
  }

  private static Item item(String name, Attr value) {
    var attributes = new LinkedHashMap<String, Attr>();
    attributes.put(name, value);
    return new Item(attributes);
  }
}
