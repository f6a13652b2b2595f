package dev.sortkey.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotEmpty;

class ValuePropertiesTest {
  @Provide
  Arbitrary<Item> items() {
    return AnyItem.items();
  }

  @Provide
  Arbitrary<Attr> attrs() {
    return AnyItem.attrs();
  }

  @Provide
  Arbitrary<String> numbers() {
    return AnyItem.numbers();
  }

  @Provide
  Arbitrary<String> texts() {
    return AnyItem.texts();
  }

  @Provide
  Arbitrary<AttrPath> paths() {
    Arbitrary<AttrPath.Step> names = AnyItem.names().map(AttrPath.Name::new);
    Arbitrary<AttrPath.Step> steps =
        Arbitraries.oneOf(
            names, Arbitraries.integers().between(0, 999_999).map(AttrPath.Index::new));
    return names.flatMap(first ->
        steps
            .list()
            .ofMaxSize(6)
            .map(rest -> {
              List<AttrPath.Step> all = new ArrayList<>(List.of(first));
              all.addAll(rest);
              return new AttrPath(all);
            }));
  }

  @Property(tries = 1000)
  void aPathComesBackFromItsText(@ForAll("paths") AttrPath path) {
    assertThat(AttrPath.parse(path.toString())).isEqualTo(path);
  }

  @Property(tries = 500)
  void anAttributeMoreMakesAnItemLarger(
      @ForAll("items") Item item, @ForAll @NotEmpty String name, @ForAll("attrs") Attr value) {
    Item smaller = item.without(name);
    assertThat(ItemSize.of(smaller.with(name, value)))
        .isEqualTo(ItemSize.of(smaller) + ItemSize.of(name) + ItemSize.of(value))
        .isGreaterThan(ItemSize.of(smaller));
  }

  @Property(tries = 500)
  void aValueInAListTakesOneByteMore(@ForAll("attrs") Attr value) {
    assertThat(ItemSize.of(new Attr.L(List.of(value)))).isEqualTo(3 + 1 + ItemSize.of(value));
  }

  @Property(tries = 500)
  void textCountsAsUtf8(@ForAll("texts") String text) {
    assertThat(ItemSize.of(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
  }

  @Property(tries = 1000)
  void numbersCompareAsTheirValues(@ForAll("numbers") String one, @ForAll("numbers") String other) {
    int expected = new BigDecimal(one).compareTo(new BigDecimal(other));
    assertThat(DynamoNumber.compare(one, other)).isEqualTo(expected);
    assertThat(DynamoNumber.same(one, other)).isEqualTo(expected == 0);
    assertThat(DynamoNumber.same(one, new BigDecimal(one).toPlainString())).isTrue();
  }
}
