package dev.sortkey.core.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.value.AnyItem;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/// Whatever the items are, each form brings them back the same.
class FormatsPropertyTest {
  private static Path folder;

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("sortkey-formats");
  }

  @AfterContainer
  static void removeFolder() throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  @Provide
  Arbitrary<List<Item>> items() {
    return AnyItem.items().list().ofMinSize(1).ofMaxSize(6);
  }

  /// Few names and all types, so that the types of a column mix.
  @Provide
  Arbitrary<List<Item>> mixed() {
    Arbitrary<String> cellLike =
        Arbitraries.of(
            "", "null", "true", "{", "{\"S\":\"x\"}", "{}", " ", "1", "a;b", "=1+1", "#");
    Arbitrary<Attr> values = Arbitraries.oneOf(AnyItem.attrs(), cellLike.map(Attr.S::new));
    return Combinators.combine(Arbitraries.of("a", "b", "a:S", "a (S)", ""), values)
        .as((name, value) -> Item.of(java.util.Map.of("x" + name, value)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  @Property(tries = 150)
  void jsonLinesBringItemsBackTheSame(@ForAll("items") List<Item> items) {
    roundTrip(items, FileForm.JSON_LINES);
  }

  @Property(tries = 150)
  void dynamoJsonBringsItemsBackTheSame(@ForAll("items") List<Item> items) {
    roundTrip(items, FileForm.DYNAMO_JSON);
  }

  @Property(tries = 200)
  void csvBringsItemsBackTheSame(@ForAll("items") List<Item> items) {
    roundTrip(items, FileForm.CSV);
  }

  @Property(tries = 150)
  void csvKeepsTypesThatMixInAColumn(@ForAll("mixed") List<Item> items) {
    roundTrip(items, FileForm.CSV);
  }

  @Property(tries = 40)
  void packedFilesAndArraysAreReadAlike(@ForAll("items") List<Item> items) throws IOException {
    Path lines = Written.items(folder, FileForm.DYNAMO_JSON, items);
    var packed = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(packed)) {
      zip.write(Files.readAllBytes(lines));
    }
    Path zipped = Written.bytes(folder, "items.json.gz", packed.toByteArray());
    var shape = new FileShape(FileForm.DYNAMO_JSON, FileShape.Layout.LINES, true, ',');
    assertThat(Written.good(Written.rows(zipped, shape, null))).isEqualTo(items);

    String array =
        Files.readAllLines(lines).stream()
            .map(line -> line.replace("{\"Item\":", "\n { \"Item\" :\n"))
            .collect(Collectors.joining(" ,\n", " [", "]\n"));
    Path list = Written.text(folder, "items-array.json", array);
    var arrays = new FileShape(FileForm.DYNAMO_JSON, FileShape.Layout.ARRAY, false, ',');
    assertThat(Written.good(Written.rows(list, arrays, null))).hasSameSizeAs(items);
  }

  private static void roundTrip(List<Item> items, FileForm form) {
    Path file = Written.items(folder, form, items);
    var shape = new FileShape(form, FileShape.Layout.LINES, false, ',');
    CsvHeader header = form == FileForm.CSV ? CsvStart.header(file, shape, Orders.TABLE) : null;
    if (header != null) {
      assertThat(header.typed()).isTrue();
    }
    List<Item> back = Written.good(Written.rows(file, shape, header));
    assertThat(back).isEqualTo(items);
  }
}
