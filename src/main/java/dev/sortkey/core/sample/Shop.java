package dev.sortkey.core.sample;

import dev.sortkey.core.sample.Goods.Product;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A shop in one table: customers with their addresses, cart and orders in one collection each, and
/// products. GSI1 finds customers by email, orders by status and products by category.
final class Shop {
  private static final int CUSTOMERS = 300;
  private static final int FIRST_CUSTOMER = 100;
  private static final int EXAMPLE_CUSTOMER = 123;
  private static final LocalDate LAST_DAY = LocalDate.of(2024, 12, 31);
  private static final List<String> STATES =
      List.of("PENDING", "SHIPPED", "DELIVERED", "DELIVERED", "CANCELLED", "RETURNED");
  private static final List<String> NAMES =
      List.of("ana", "bao", "chloé", "dmitri", "emre", "fatima", "gus", "hana", "igor", "june");

  private record Order(String day, String number, String status, String total) {}

  /// The orders of the customer whom the examples follow.
  private static final List<Order> EXAMPLE_ORDERS =
      List.of(
          new Order("2024-12-22", "1001", "SHIPPED", "199.99"),
          new Order("2024-12-21", "0994", "DELIVERED", "48.5"),
          new Order("2024-12-19", "0987", "PENDING", "1249"),
          new Order("2024-12-18", "0981", "SHIPPED", "84.5"),
          new Order("2024-12-17", "0976", "DELIVERED", "320"),
          new Order("2024-12-15", "0970", "CANCELLED", "45"),
          new Order("2024-12-14", "0962", "DELIVERED", "112.4"),
          new Order("2024-12-12", "0949", "DELIVERED", "133.37"),
          new Order("2024-12-11", "0944", "RETURNED", "599.9"));

  private Shop() {}

  static Iterator<Item> items() {
    var random = new Random(7);
    return Stream.concat(
            Goods.PRODUCTS.stream().map(product -> product(product, random)),
            IntStream.range(FIRST_CUSTOMER, FIRST_CUSTOMER + CUSTOMERS)
                .boxed()
                .flatMap(number -> customer(number, random).stream()))
        .iterator();
  }

  private static Item product(Product product, Random random) {
    var item = start("PRODUCT#" + product.id(), "DETAILS", "Product");
    item.put("Name", new Attr.S(product.name()));
    item.put("Price", Goods.amount(product.cents()));
    item.put("Stock", new Attr.N(Integer.toString(random.nextInt(200))));
    return indexed(item, "CATEGORY#" + product.category(), "PRODUCT#" + product.id());
  }

  private static List<Item> customer(int number, Random random) {
    boolean example = number == EXAMPLE_CUSTOMER;
    String id = "USER#C" + number;
    String name = example ? "ana" : Goods.any(NAMES, random) + number;
    String email = name + "@example.com";
    Attr.M home = example ? Goods.lyon() : Goods.address(random);
    LocalDate joined = LocalDate.of(2024, 6, 10).minusDays(example ? 0 : random.nextInt(900));

    List<Item> items = new ArrayList<>();
    var profile = start(id, "PROFILE", "Customer");
    profile.put("Status", new Attr.S(example || random.nextInt(12) > 0 ? "ACTIVE" : "BLOCKED"));
    profile.put("Email", new Attr.S(email));
    profile.put("CreatedAt", seconds(joined));
    profile.put("Address", home);
    items.add(indexed(profile, "EMAIL#" + email, id));
    items.add(address(id, "home", home));
    if (example || random.nextBoolean()) {
      items.add(address(id, "billing", home));
    }
    if (example || random.nextInt(3) == 0) {
      items.add(cart(id));
    }
    for (Order order : example ? EXAMPLE_ORDERS : orders(number, random)) {
      items.add(order(id, order, random.nextInt(6) == 0 ? null : home, random));
    }
    return items;
  }

  private static Item address(String customer, String use, Attr.M address) {
    var item = start(customer, "ADDR#" + use, "Address");
    item.put("Address", address);
    return new Item(item);
  }

  private static Item cart(String customer) {
    var item = start(customer, "CART#current", "Cart");
    item.put("Status", new Attr.S("OPEN"));
    item.put("Total", new Attr.N("0"));
    item.put("CreatedAt", seconds(LocalDate.of(2024, 12, 23)));
    item.put("Address", new Attr.Null());
    return new Item(item);
  }

  private static List<Order> orders(int customer, Random random) {
    return IntStream.range(0, random.nextInt(15))
        .mapToObj(i ->
            new Order(
                LAST_DAY.minusDays(random.nextInt(600)).toString(),
                String.format(Locale.ROOT, "%d%02d", customer, i),
                Goods.any(STATES, random),
                Goods.amount(900 + random.nextInt(90_000)).digits()))
        .toList();
  }

  private static Item order(String customer, Order order, Attr.@Nullable M address, Random random) {
    String key = order.day() + "#" + order.number();
    var item = start(customer, "ORDER#" + key, "Order");
    item.put("Status", new Attr.S(order.status()));
    item.put("Total", new Attr.N(order.total()));
    if (random.nextInt(5) == 0) {
      item.put("Email", new Attr.S(""));
    }
    item.put("CreatedAt", seconds(LocalDate.parse(order.day())));
    item.put("Address", address == null ? new Attr.Null() : address);
    return indexed(item, "STATUS#" + order.status(), key);
  }

  private static LinkedHashMap<String, Attr> start(String pk, String sk, String entity) {
    var item = new LinkedHashMap<String, Attr>();
    item.put("PK", new Attr.S(pk));
    item.put("SK", new Attr.S(sk));
    item.put("Entity", new Attr.S(entity));
    return item;
  }

  private static Item indexed(LinkedHashMap<String, Attr> item, String pk, String sk) {
    item.put("GSI1PK", new Attr.S(pk));
    item.put("GSI1SK", new Attr.S(sk));
    return new Item(item);
  }

  private static Attr.N seconds(LocalDate day) {
    return new Attr.N(Long.toString(day.atTime(9, 30).toEpochSecond(ZoneOffset.UTC)));
  }
}
