package dev.sortkey.core.sample;

import dev.sortkey.core.value.Attr;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// What the sample orders are about: products, places, and amounts in whole cents.
final class Goods {
  record Product(String id, String name, String category, int cents) {}

  private record Place(String city, String zip, String country) {}

  private static final String[] KINDS = {
    "Lamp", "Chair", "Kettle", "Backpack", "Keyboard", "Notebook", "Bottle", "Headphones"
  };
  private static final String[] STYLES = {"Classic", "Compact", "Travel", "Studio", "Nordic"};
  private static final String[] CATEGORIES = {
    "home", "home", "kitchen", "outdoor", "office", "office", "outdoor", "audio"
  };
  private static final List<Place> PLACES =
      List.of(
          new Place("Lyon", "69001", "FR"),
          new Place("Porto", "4000-008", "PT"),
          new Place("København", "1050", "DK"),
          new Place("Kraków", "30-001", "PL"),
          new Place("Zürich", "8001", "CH"),
          new Place("大阪", "530-0001", "JP"));
  private static final String[] STREETS = {
    "Rue Mercière", "High Street", "Hauptstraße", "Ulica Długa", "Via Roma"
  };

  private Goods() {}

  /// Forty products, P-100 to P-139, always the same.
  static final List<Product> PRODUCTS = products();

  private static List<Product> products() {
    var random = new Random(40);
    return IntStream.range(0, KINDS.length * STYLES.length)
        .mapToObj(i -> {
          int kind = i % KINDS.length;
          return new Product(
              "P-" + (100 + i),
              STYLES[i / KINDS.length] + " " + KINDS[kind],
              CATEGORIES[kind],
              500 + random.nextInt(30_000));
        })
        .toList();
  }

  static <T> T any(List<T> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  /// Four fields: street, city, postcode, country.
  static Attr.M address(Random random) {
    Place place = any(PLACES, random);
    return address(
        STREETS[random.nextInt(STREETS.length)] + " " + (1 + random.nextInt(120)), place);
  }

  /// The address of the customer whom the examples follow.
  static Attr.M lyon() {
    return address("Rue Mercière 12", PLACES.getFirst());
  }

  private static Attr.M address(String street, Place place) {
    var fields = new LinkedHashMap<String, Attr>();
    fields.put("Street", new Attr.S(street));
    fields.put("City", new Attr.S(place.city()));
    fields.put("Zip", new Attr.S(place.zip()));
    fields.put("Country", new Attr.S(place.country()));
    return new Attr.M(fields);
  }

  /// An amount as DynamoDB gives it back, without trailing zeros.
  static Attr.N amount(long cents) {
    BigDecimal amount = BigDecimal.valueOf(cents, 2).stripTrailingZeros();
    return new Attr.N(amount.toPlainString());
  }
}
