package dev.sortkey.core.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.edit.ItemDiff;
import dev.sortkey.core.json.DynamoJson;
import dev.sortkey.core.json.JsonFault;
import dev.sortkey.core.value.AnyItem;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ItemHashPropertyTest {
  private final ItemHash hash = new ItemHash();

  @Provide
  Arbitrary<Item> items() {
    return AnyItem.items();
  }

  @Provide
  Arbitrary<List<Item>> pages() {
    return AnyItem.items().list().ofMaxSize(4);
  }

  @Property(tries = 300)
  void whatIsWrittenAsLinesOfAnExportIsReadTheSame(@ForAll("pages") List<Item> items)
      throws IOException, JsonFault {
    var out = new ByteArrayOutputStream();
    try (var file = new ItemFile("data/x.json.gz", out)) {
      file.write(items);
    }
    byte[] lines = new GZIPInputStream(new ByteArrayInputStream(out.toByteArray())).readAllBytes();
    List<String> read = List.of(new String(lines, StandardCharsets.UTF_8).split("\n"));
    int line = 0;
    for (Item item : items) {
      assertThat(DynamoJson.readLine(read.get(line++))).isEqualTo(item);
    }
    assertThat(read).hasSize(Math.max(1, items.size()));
  }

  @Property(tries = 300)
  void theOrderOfFieldsMakesNoDifference(@ForAll("items") Item item) {
    var turned = new LinkedHashMap<String, Attr>();
    item.attributes().reversed().forEach(turned::put);

    assertThat(hash.item(new Item(turned))).isEqualTo(hash.item(item));
  }

  @Property(tries = 500)
  void itemsHashAlikeExactlyWhenTheyAreTheSameToDynamoDb(
      @ForAll("items") Item one, @ForAll("items") Item other) {
    assertThat(hash.item(one) == hash.item(other))
        .isEqualTo(ItemDiff.between(one, other).isEmpty());
    assertThat(hash.item(one)).isNotEqualTo(hash.item(one.with("one more", new Attr.Null())));
  }

  @Example
  void numbersHashByValueAndSetsWithoutOrder() {
    assertThat(of(new Attr.N("1.0")))
        .isEqualTo(of(new Attr.N("1")))
        .isEqualTo(of(new Attr.N("10e-1")));
    assertThat(of(Attr.NS.of(List.of("1", "2.0")))).isEqualTo(of(Attr.NS.of(List.of("2", "1.00"))));
    assertThat(of(Attr.SS.of(List.of("a", "b")))).isEqualTo(of(Attr.SS.of(List.of("b", "a"))));
    assertThat(of(new Attr.N("1"))).isNotEqualTo(of(new Attr.S("1")));
    assertThat(of(Attr.SS.of(List.of("1")))).isNotEqualTo(of(Attr.NS.of(List.of("1"))));
    assertThat(of(new Attr.L(List.of(new Attr.S("a"), new Attr.S("b")))))
        .isNotEqualTo(of(new Attr.L(List.of(new Attr.S("b"), new Attr.S("a")))));
    assertThat(of(Attr.SS.of(List.of("ab", "c")))).isNotEqualTo(of(Attr.SS.of(List.of("a", "bc"))));
  }

  private long of(Attr value) {
    return hash.item(new Item(new LinkedHashMap<>()).with("a", value));
  }
}
