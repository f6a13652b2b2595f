package dev.sortkey.core.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.value.AnyItem;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.Item;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CellSearchTest {
  private final RowStore store = new RowStore();

  private void append(Attr... values) {
    List<Item> items = new ArrayList<>();
    for (Attr value : values) {
      items.add(Item.of(Map.of("a", value)));
    }
    store.append(RowChunk.pack(store.dictionary(), items));
  }

  private List<Integer> rows(String text, boolean matchCase, boolean whole) {
    var search =
        new CellSearch(store, List.of(AttrPath.of("a")), -1, new Sought(text, matchCase, whole));
    return IntStream.range(0, store.size())
        .filter(row -> !columns(search, row).isEmpty())
        .boxed()
        .toList();
  }

  private List<Integer> rows(String text) {
    return rows(text, false, false);
  }

  private static BitSet columns(CellSearch search, int row) {
    var found = new BitSet();
    search.in(row, found, 0);
    return found;
  }

  @Test
  void everyKindOfValueIsSearchedAsItIsWritten() {
    append(
        new Attr.S("Rue de Lyon"),
        new Attr.N("199.90"),
        new Attr.Bool(true),
        new Attr.Null(),
        new Attr.B(Bytes.of(new byte[] {1, 2, 3})),
        Attr.SS.of(List.of("express", "eu")),
        Attr.NS.of(List.of("12", "77")),
        new Attr.S("ÉCLAIR"),
        new Attr.L(
            List.of(
                new Attr.N("5"),
                Attr.M.of(Map.of("City", Attr.M.of(Map.of("name", new Attr.S("Lyon"))))))));

    assertThat(rows("lyon")).containsExactly(0, 8);
    assertThat(rows("99.9")).containsExactly(1);
    assertThat(rows("TRUE")).containsExactly(2);
    assertThat(rows("null")).containsExactly(3);
    assertThat(rows("AQID")).containsExactly(4);
    assertThat(rows("press")).containsExactly(5);
    assertThat(rows("77")).containsExactly(6);
    assertThat(rows("éclair")).containsExactly(7);
    assertThat(rows("nowhere")).isEmpty();
  }

  @Test
  void theNamesInMapsAreSearchedAtAnyDepth() {
    append(
        Attr.M.of(Map.of("City", new Attr.S("Paris"))),
        Attr.M.of(Map.of("Street", new Attr.S("Rue"))),
        new Attr.L(List.of(Attr.M.of(Map.of("x", Attr.M.of(Map.of("City", new Attr.N("1"))))))));
    assertThat(rows("city")).containsExactly(0, 2);
    assertThat(rows("city", true, false)).isEmpty();
    assertThat(rows("City", true, true)).containsExactly(0, 2);
    assertThat(rows("a")).as("not the attribute's own name").containsExactly(0);
  }

  @Test
  void namesThatTheDictionaryHasNoRoomForAreSearchedToo() {
    var many = new LinkedHashMap<String, Attr>();
    for (int i = 0; i < RowDictionary.NAMES; i++) {
      many.put("id-" + i, new Attr.N("1"));
    }
    append(new Attr.M(many));
    assertThat(rows("id-" + (RowDictionary.NAMES - 1), true, true)).containsExactly(0);
    assertThat(rows("id-" + RowDictionary.NAMES)).isEmpty();
  }

  @Test
  void capitalsAndWholeValuesAreToldApartWhereAsked() {
    append(
        new Attr.S("Lyon"),
        new Attr.S("lyon"),
        new Attr.S("Lyon 2"),
        new Attr.S("Été"),
        new Attr.S("Étés"),
        Attr.SS.of(List.of("Lyon", "Paris")),
        new Attr.N("12"),
        new Attr.N("112"));
    assertThat(rows("Lyon", true, false)).containsExactly(0, 2, 5);
    assertThat(rows("Lyon", false, true)).containsExactly(0, 1, 5);
    assertThat(rows("Lyon", true, true)).containsExactly(0, 5);
    assertThat(rows("été", false, true)).containsExactly(3);
    assertThat(rows("été", true, false)).isEmpty();
    assertThat(rows("12", false, true)).containsExactly(6);
  }

  @Test
  void columnsAreSearchedAndNothingElse() {
    Attr home = Attr.M.of(Map.of("City", new Attr.S("Lyon"), "Zip", new Attr.S("69001")));
    var item = new LinkedHashMap<String, Attr>();
    item.put("hidden", new Attr.S("Lyon"));
    item.put("home", home);
    item.put("homes", new Attr.L(List.of(new Attr.S("Paris"), home)));
    item.put("plain", new Attr.S("Lyon"));
    store.append(RowChunk.pack(store.dictionary(), List.of(new Item(item))));
    List<AttrPath> columns =
        List.of(
            AttrPath.of("plain"),
            AttrPath.parse("home.City"),
            AttrPath.of("home"),
            AttrPath.parse("homes[1].City"),
            AttrPath.parse("homes[0]"),
            AttrPath.parse("home.Zip"),
            AttrPath.parse("plain.City"),
            AttrPath.of("never"));
    var all = new CellSearch(store, columns, -1, new Sought("lyon", false, false));
    assertThat(columns(all, 0).stream()).containsExactly(0, 1, 2, 3);
    var one = new CellSearch(store, columns, 3, new Sought("lyon", false, false));
    assertThat(columns(one, 0).stream()).containsExactly(3);
  }

  @Property(tries = 300)
  void agreesWithAPlainSearchOfDecodedItems(
      @ForAll("items") List<Item> items, @ForAll boolean whole) {
    var rows = new RowStore();
    rows.append(RowChunk.pack(rows.dictionary(), items));
    List<String> names =
        items.stream().flatMap(item -> item.attributes().keySet().stream()).distinct().toList();
    List<AttrPath> columns = names.stream().map(AttrPath::of).toList();
    List<String> texts =
        Stream.concat(
                Stream.of("a", "1", "true", "="),
                items.stream()
                    .flatMap(item -> item.attributes().values().stream())
                    .flatMap(CellSearchTest::texts)
                    .limit(6))
            .filter(text -> !text.isEmpty())
            .toList();
    for (String text : texts) {
      var search = new CellSearch(rows, columns, -1, new Sought(text, true, whole));
      Predicate<String> holds = whole ? text::equals : one -> one.contains(text);
      for (int row = 0; row < items.size(); row++) {
        Item item = items.get(row);
        int[] expected =
            IntStream.range(0, names.size())
                .filter(at -> {
                  Attr value = item.get(names.get(at));
                  return value != null && texts(value).anyMatch(holds);
                })
                .toArray();
        assertThat(columns(search, row).stream().toArray()).as(text).containsExactly(expected);
      }
    }
  }

  private static Stream<String> texts(Attr value) {
    return switch (value) {
      case Attr.S(String text) -> Stream.of(text);
      case Attr.N(String digits) -> Stream.of(digits);
      case Attr.B(Bytes bytes) -> Stream.of(bytes.toBase64());
      case Attr.Bool(boolean truth) -> Stream.of(String.valueOf(truth));
      case Attr.Null() -> Stream.of("null");
      case Attr.SS(var values) -> values.stream();
      case Attr.NS(var values) -> values.stream();
      case Attr.BS(var values) -> values.stream().map(Bytes::toBase64);
      case Attr.L(var elements) -> elements.stream().flatMap(CellSearchTest::texts);
      case Attr.M(var fields) ->
          fields.entrySet().stream()
              .flatMap(field -> Stream.concat(Stream.of(field.getKey()), texts(field.getValue())));
    };
  }

  @Provide
  Arbitrary<List<Item>> items() {
    return AnyItem.items().list().ofMaxSize(4);
  }
}
