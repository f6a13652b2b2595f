package dev.sortkey.core.sample;

import dev.sortkey.core.sample.Goods.Product;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The orders of the guide's table `CustomerOrders`, one key an order, items nested.
final class CustomerOrders {
  private static final int COUNT = 4_000;
  private static final LocalDate LAST_DAY = LocalDate.of(2024, 12, 31);
  private static final List<String> TAGS = List.of("express", "eu", "gift-wrap", "fragile", "b2b");
  private static final List<String> STATES =
      List.of("NEW", "PENDING", "SHIPPED", "DELIVERED", "DELIVERED", "RETURNED", "CANCELLED");

  private CustomerOrders() {}

  static Iterator<Item> items() {
    var random = new Random(1001);
    return Stream.concat(
            Stream.of(first()), IntStream.rangeClosed(1, COUNT).mapToObj(i -> order(i, random)))
        .iterator();
  }

  /// The guide's own order.
  private static Item first() {
    var order = start(1001, "C123", LocalDate.of(2024, 12, 22));
    order.put("TotalAmount", new Attr.N("199.99"));
    order.put("Items", new Attr.L(List.of(line("P-100", 1, 9_999), line("P-205", 2, 5_000))));
    return new Item(order);
  }

  private static Item order(int number, Random random) {
    // Few customers order much.
    int customer = 100 + (int) (400 * Math.pow(random.nextInt(1_000) / 1_000.0, 2));
    var order = start(1001 + number, "C" + customer, LAST_DAY.minusDays(random.nextInt(730)));
    long total = 0;
    List<Attr> lines = new ArrayList<>();
    for (int left = 1 + random.nextInt(7); left > 0; left--) {
      Product product = Goods.any(Goods.PRODUCTS, random);
      int quantity = 1 + random.nextInt(4);
      lines.add(line(product.id(), quantity, product.cents()));
      total += (long) quantity * product.cents();
    }
    order.put("TotalAmount", Goods.amount(total));
    order.put("Items", new Attr.L(lines));
    order.put("Status", new Attr.S(Goods.any(STATES, random)));
    order.put("Gift", new Attr.Bool(random.nextInt(5) == 0));
    if (random.nextInt(3) == 0) {
      int from = random.nextInt(TAGS.size() - 1);
      order.put("Tags", Attr.SS.of(TAGS.subList(from, from + 1 + random.nextInt(2))));
    }
    if (random.nextInt(4) == 0) {
      order.put("ShipTo", Goods.address(random));
    }
    return new Item(order);
  }

  private static LinkedHashMap<String, Attr> start(int number, String customer, LocalDate day) {
    var order = new LinkedHashMap<String, Attr>();
    order.put("OrderID", new Attr.S(Integer.toString(number)));
    order.put("CustomerID", new Attr.S(customer));
    order.put("OrderDate", new Attr.S(day.toString()));
    return order;
  }

  private static Attr.M line(String product, int quantity, int cents) {
    var line = new LinkedHashMap<String, Attr>();
    line.put("ProductID", new Attr.S(product));
    line.put("Quantity", new Attr.N(Integer.toString(quantity)));
    line.put("Price", Goods.amount(cents));
    return new Attr.M(line);
  }
}
