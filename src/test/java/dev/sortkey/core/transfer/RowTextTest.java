package dev.sortkey.core.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.sortkey.core.json.DynamoJson;
import dev.sortkey.core.json.PlainJson;
import dev.sortkey.core.value.AnyItem;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.Item;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RowTextTest {
  private static final List<RowText.Field> COLUMNS =
      Stream.of("id", "n", "more").map(RowText.Field::of).toList();

  @Test
  void jsonIsAnArrayOfItems() {
    List<Item> items = List.of(item("1", new Attr.N("1.50")), item("2", new Attr.Null()));
    assertThat(RowText.json(items))
        .isEqualToIgnoringWhitespace("[{\"id\":\"1\",\"n\":1.50},{\"id\":\"2\",\"n\":null}]");
    assertThat(RowText.dynamoJson(items))
        .isEqualToIgnoringWhitespace(
            "[{\"id\":{\"S\":\"1\"},\"n\":{\"N\":\"1.50\"}},"
                + "{\"id\":{\"S\":\"2\"},\"n\":{\"NULL\":true}}]");
    assertThat(RowText.json(List.of())).isEqualTo("[]");
  }

  @Test
  void anEmptyStringDiffersFromAnAbsentAttribute() {
    assertThat(RowText.csv(COLUMNS, List.of(item("", new Attr.N("007")))))
        .isEqualTo("id,n,more\r\n\"\",007,\r\n");
  }

  @Test
  void separatorsQuotesAndLinesAreQuoted() {
    assertThat(RowText.csv(COLUMNS, List.of(item("a,\"b\"\nc", new Attr.Bool(true)))))
        .isEqualTo("id,n,more\r\n\"a,\"\"b\"\"\nc\",true,\r\n");
    assertThat(RowText.tsv(COLUMNS, List.of(item("a,b\tc", new Attr.Bool(true)))))
        .isEqualTo("id\tn\tmore\n\"a,b\tc\"\ttrue\t\n");
  }

  @Test
  void onlyWhatIsPastedIntoASpreadsheetIsKeptFromRunning() {
    List<Item> items = List.of(item("=1+1", new Attr.N("-5")));
    assertThat(RowText.tsv(COLUMNS, items)).contains("\n'=1+1\t-5\t");
    assertThat(RowText.csv(COLUMNS, items)).contains("\n=1+1,-5,");
  }

  @Test
  void cellsHaveNoHeaderAndMayLieDeep() {
    var in = new Attr.M(new LinkedHashMap<>(Map.of("a", new Attr.N("1.50"))));
    List<RowText.Field> fields =
        List.of(RowText.Field.of("id"), new RowText.Field("n.a", AttrPath.parse("n.a")));
    assertThat(RowText.cells(fields, List.of(item("x\ty", in), item("", new Attr.Null()))))
        .isEqualTo("\"x\ty\"\t1.50\n\"\"\t\n");
  }

  @Test
  void aCellLosesNothing() {
    assertThat(RowText.cell(new Attr.N("3.1400"))).isEqualTo("3.1400");
    assertThat(RowText.cell(new Attr.Null())).isEqualTo("{\"NULL\":true}");
    assertThat(RowText.cell(new Attr.B(Bytes.of((byte) 1)))).isEqualTo("{\"B\":\"AQ==\"}");
    assertThat(RowText.cell(Attr.NS.of(List.of("1", "2.0")))).isEqualTo("{\"NS\":[\"1\",\"2.0\"]}");
    assertThat(RowText.cell(Attr.M.of(Map.of("a", new Attr.S("x")))))
        .isEqualTo("{\"M\":{\"a\":{\"S\":\"x\"}}}");
  }

  @Provide
  Arbitrary<List<Item>> items() {
    return AnyItem.items().list().ofMinSize(1).ofMaxSize(4);
  }

  @Property(tries = 200)
  void csvReadsBackAsTheSameCells(@ForAll("items") List<Item> items) {
    List<String> columns =
        items.stream().flatMap(item -> item.attributes().keySet().stream()).distinct().toList();
    if (columns.isEmpty()) {
      return;
    }
    List<RowText.Field> fields = columns.stream().map(RowText.Field::of).toList();
    var records =
        CsvReader.builder().skipEmptyLines(false).ofCsvRecord(RowText.csv(fields, items)).stream()
            .toList();
    assertThat(records).hasSize(items.size() + 1);
    assertThat(records.getFirst().getFields()).isEqualTo(columns);
    for (int row = 0; row < items.size(); row++) {
      for (int column = 0; column < columns.size(); column++) {
        Attr value = items.get(row).get(columns.get(column));
        assertThat(records.get(row + 1).getField(column))
            .isEqualTo(value == null ? "" : RowText.cell(value));
      }
    }
  }

  @Property(tries = 200)
  void jsonReadsBackAsTheSameItem(@ForAll("items") List<Item> items) throws Exception {
    Item item = items.getFirst();
    assertThat(PlainJson.readItem(inner(RowText.json(List.of(item))))).isEqualTo(item);
    assertThat(DynamoJson.readItem(inner(RowText.dynamoJson(List.of(item))))).isEqualTo(item);
  }

  private static String inner(String array) {
    return array.substring(1, array.length() - 1);
  }

  private static Item item(String id, Attr n) {
    var attributes = new LinkedHashMap<String, Attr>();
    attributes.put("id", new Attr.S(id));
    attributes.put("n", n);
    return new Item(attributes);
  }
}
