package dev.sortkey.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.json.JsonForm;
import dev.sortkey.core.value.AnyItem;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LosslessDraftTest {
  @Property(tries = 300)
  void anyItemPassesThroughTheFormUnchanged(@ForAll("items") Item item) {
    var model = new Orders().editor();
    model.show(item);
    assertThat(model.dirtyProperty().get()).isFalse();
    same(model.draft().toItem(), item);
  }

  @Property(tries = 300)
  void anyItemPassesThroughBothNotationsUnchanged(@ForAll("items") Item item) {
    var model = new Orders().editor();
    model.show(item);
    assertThat(model.setMode(DraftViewModel.Mode.JSON)).isTrue();
    for (JsonForm notation : JsonForm.values()) {
      model.setNotation(notation);
      model.typeJson(model.json().textProperty().get() + "\n");
      assertThat(model.json().faultProperty().get()).isNull();
      same(model.draft().toItem(), item);
    }
    assertThat(model.setMode(DraftViewModel.Mode.FORM)).isTrue();
    same(model.draft().toItem(), item);
    assertThat(model.dirtyProperty().get()).isFalse();
  }

  @Provide
  static Arbitrary<Item> items() {
    return AnyItem.items()
        .map(item -> item.with("OrderID", new Attr.S("1")).with("CustomerID", new Attr.S("2")));
  }

  private static void same(Item actual, Item expected) {
    assertThat(actual).isEqualTo(expected);
    assertThat(names(actual)).isEqualTo(names(expected));
  }

  private static List<String> names(Item item) {
    return new ArrayList<>(item.attributes().keySet());
  }
}
