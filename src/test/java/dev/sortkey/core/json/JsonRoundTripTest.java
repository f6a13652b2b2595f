package dev.sortkey.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.value.AnyItem;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import dev.sortkey.core.value.ItemRules;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JsonRoundTripTest {
  @Provide
  Arbitrary<Item> items() {
    return AnyItem.items();
  }

  @Provide
  Arbitrary<Attr> attrs() {
    return AnyItem.attrs();
  }

  @Property(tries = 500)
  void anyItemIsWithoutFlaws(@ForAll("items") Item item) {
    assertThat(ItemRules.check(item)).isEmpty();
  }

  @Property(tries = 500)
  void dynamoJsonKeepsAnyItem(@ForAll("items") Item item, @ForAll boolean pretty) throws JsonFault {
    assertSame(item, DynamoJson.readItem(DynamoJson.write(item, pretty)));
  }

  @Property(tries = 500)
  void plainJsonKeepsAnyItem(@ForAll("items") Item item, @ForAll boolean pretty) throws JsonFault {
    assertSame(item, PlainJson.readItem(PlainJson.write(item, pretty)));
  }

  @Property(tries = 500)
  void anyValueComesBackInBothForms(@ForAll("attrs") Attr value, @ForAll boolean pretty)
      throws JsonFault {
    assertThat(inOrder(DynamoJson.readAttr(DynamoJson.write(value, pretty))))
        .isEqualTo(inOrder(value));
    assertThat(inOrder(PlainJson.readAttr(PlainJson.write(value, pretty))))
        .isEqualTo(inOrder(value));
  }

  @Property(tries = 200)
  void oneFormIntoTheOtherLosesNothing(@ForAll("items") Item item) throws JsonFault {
    Item plain = PlainJson.readItem(PlainJson.write(item, true));
    assertSame(item, DynamoJson.readItem(DynamoJson.write(plain, true)));
  }

  @Property(tries = 200)
  void dynamoJsonIsRecognised(@ForAll("items") Item item) {
    if (!item.attributes().isEmpty()) {
      assertThat(JsonForm.detect(DynamoJson.write(item, true))).isEqualTo(JsonForm.DYNAMO);
    }
  }

  @Property(tries = 200)
  void eachAttributeHasALineInBothForms(@ForAll("items") Item item) throws JsonFault {
    for (JsonForm form : JsonForm.values()) {
      String text = form.write(item, true);
      JsonPositions positions = JsonPositions.of(text, form);
      int last = 1;
      for (String name : item.attributes().keySet()) {
        int line = positions.line(AttrPath.of(name));
        assertThat(line).isGreaterThan(last);
        last = line;
      }
    }
  }

  static void assertSame(Item expected, Item actual) {
    assertThat(inOrder(new Attr.M(actual.attributes())))
        .isEqualTo(inOrder(new Attr.M(expected.attributes())));
  }

  /// Maps and sets as lists, so that a comparison sees the order.
  private static Object inOrder(Attr value) {
    return switch (value) {
      case Attr.M(var fields) -> {
        List<Object> list = new ArrayList<>(List.of("M"));
        fields.forEach((name, field) -> list.addAll(List.of(name, inOrder(field))));
        yield list;
      }
      case Attr.L(var elements) -> elements.stream().map(JsonRoundTripTest::inOrder).toList();
      case Attr.SS(var texts) -> List.of("SS", List.copyOf(texts));
      case Attr.NS(var numbers) -> List.of("NS", List.copyOf(numbers));
      case Attr.BS(var binaries) -> List.of("BS", List.copyOf(binaries));
      default -> value;
    };
  }
}
