package dev.sortkey.core.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Item;
import dev.sortkey.core.value.ItemRules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleTablesTest {
  static List<SampleTable> all() {
    return SampleTables.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void dynamoDbWouldTakeEveryItem(SampleTable table) {
    var keys = new HashSet<List<Attr>>();
    for (Item item : items(table)) {
      assertThat(ItemRules.check(item)).as("%s", item).isEmpty();
      List<Attr> key = new ArrayList<>();
      for (KeyAttribute attribute : table.draft().keys().all()) {
        Attr value = item.get(attribute.name());
        assertThat(value).isNotNull().isNotEqualTo(new Attr.S(""));
        assertThat(value.type()).isEqualTo(attribute.type().attrType());
        key.add(value);
      }
      assertThat(keys.add(key)).as("the key %s is new", key).isTrue();
      for (TableDraft.IndexDraft index : table.draft().indexes()) {
        for (KeyAttribute attribute : index.keys().all()) {
          Attr value = item.get(attribute.name());
          assertThat(value == null || value.type() == attribute.type().attrType()).isTrue();
          assertThat(value).isNotEqualTo(new Attr.S(""));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void theItemsAreTheSameEachTime(SampleTable table) {
    assertThat(items(table)).isEqualTo(items(table));
  }

  @Test
  void theGuidesOrderIsThere() {
    List<Item> orders = items(table("CustomerOrders"));
    assertThat(orders).hasSize(4_001);
    Item first = orders.getFirst();
    assertThat(first.attributes().keySet())
        .containsExactly("OrderID", "CustomerID", "OrderDate", "TotalAmount", "Items");
    assertThat(first.get("OrderID")).isEqualTo(new Attr.S("1001"));
    assertThat(first.get("CustomerID")).isEqualTo(new Attr.S("C123"));
    assertThat(first.get("OrderDate")).isEqualTo(new Attr.S("2024-12-22"));
    assertThat(first.get("TotalAmount")).isEqualTo(new Attr.N("199.99"));
    assertThat(((Attr.L) first.get("Items")).elements()).hasSize(2);
  }

  @Test
  void theTotalOfAnOrderIsTheSumOfItsItems() {
    for (Item order : items(table("CustomerOrders"))) {
      BigDecimal sum = BigDecimal.ZERO;
      int count = ((Attr.L) order.get("Items")).elements().size();
      for (int i = 0; i < count; i++) {
        AttrPath line = AttrPath.of("Items").child(i);
        sum =
            sum.add(
                number(order, line.child("Price")).multiply(number(order, line.child("Quantity"))));
      }
      assertThat(number(order, AttrPath.of("TotalAmount"))).isEqualByComparingTo(sum);
      assertThat(count).isBetween(1, 7);
    }
  }

  @Test
  void theShopHasItsEntitiesAndTheCollectionThatTheExamplesShow() {
    List<Item> items = items(table("Shop"));
    assertThat(items).hasSizeBetween(2_000, 6_000);
    assertThat(items.stream().map(item -> item.get("Entity")).collect(Collectors.toSet()))
        .hasSize(5);
    assertThat(items.stream().filter(item -> new Attr.S("USER#C123").equals(item.get("PK"))))
        .hasSize(13);
  }

  @Test
  void allTypesHasAllTypes() {
    List<Item> items = items(table("AllTypes"));
    assertThat(items).hasSize(64);
    assertThat(
            items.getFirst().attributes().values().stream()
                .map(Attr::type)
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(AttrType.values());
  }

  @Test
  void noSessionExpiresSoon() {
    for (Item session : items(table("Sessions"))) {
      assertThat(number(session, AttrPath.of("ExpiresAt")))
          .isGreaterThan(new BigDecimal("2200000000"));
      assertThat(session.get("Token")).isInstanceOf(Attr.B.class);
    }
  }

  private static SampleTable table(String name) {
    return all().stream()
        .filter(table -> table.draft().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<Item> items(SampleTable table) {
    List<Item> items = new ArrayList<>();
    table.items().get().forEachRemaining(items::add);
    return items;
  }

  private static BigDecimal number(Item item, AttrPath path) {
    return new BigDecimal(((Attr.N) item.get(path)).digits());
  }
}
