package dev.sortkey.core.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LosslessRowsTest {
  @Property(tries = 500)
  void whatGoesInComesOut(@ForAll("items") List<Item> items) {
    var store = new RowStore();
    store.append(RowChunk.pack(store.dictionary(), items));
    for (int row = 0; row < items.size(); row++) {
      Item item = items.get(row);
      assertThat(written(store.get(row))).isEqualTo(written(item));
      for (var attribute : item.attributes().entrySet()) {
        assertThat(store.get(row, attribute.getKey())).isEqualTo(attribute.getValue());
      }
    }
  }

  /// Text that shows the order of attributes, fields and elements, which equals does not.
  private static String written(Item item) {
    return new Attr.M(item.attributes()).toString();
  }

  @Provide
  Arbitrary<List<Item>> items() {
    Arbitrary<Map<String, Attr>> attributes = Arbitraries.maps(texts(), values(3)).ofMaxSize(8);
    return attributes.map(map -> new Item(new LinkedHashMap<>(map))).list().ofMaxSize(6);
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.strings().ofMaxLength(20);
  }

  private static Arbitrary<Attr> values(int depth) {
    Arbitrary<String> digits =
        Arbitraries.oneOf(
            Arbitraries.strings().withChars("0123456789.-+eE").ofMaxLength(40),
            Arbitraries.bigDecimals().map(Object::toString));
    Arbitrary<Bytes> bytes = Arbitraries.bytes().array(byte[].class).map(Bytes::of);
    List<Arbitrary<? extends Attr>> kinds = new ArrayList<>();
    kinds.add(texts().map(Attr.S::new));
    kinds.add(digits.map(Attr.N::new));
    kinds.add(bytes.map(Attr.B::new));
    kinds.add(Arbitraries.of(true, false).map(Attr.Bool::new));
    kinds.add(Arbitraries.just(new Attr.Null()));
    kinds.add(texts().list().ofMaxSize(20).map(Attr.SS::of));
    kinds.add(digits.list().ofMaxSize(5).map(Attr.NS::of));
    kinds.add(bytes.list().ofMaxSize(5).map(values -> new Attr.BS(new LinkedHashSet<>(values))));
    if (depth > 0) {
      kinds.add(values(depth - 1).list().ofMaxSize(5).map(Attr.L::new));
      kinds.add(Arbitraries.maps(texts(), values(depth - 1)).ofMaxSize(5).map(Attr.M::of));
    }
    return Arbitraries.oneOf(kinds);
  }
}
