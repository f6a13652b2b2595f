package dev.sortkey.core.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.value.AnyItem;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.util.List;
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
    return AnyItem.items().list().ofMaxSize(6);
  }
}
