package dev.sortkey.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ItemRulesTest {
  private static List<ItemRules.Flaw> flaws(Attr value) {
    return ItemRules.check(Item.of(Map.of("a", value)));
  }

  @Test
  void aGoodItemHasNoFlaws() {
    var item = new LinkedHashMap<String, Attr>();
    item.put("s", new Attr.S(""));
    item.put("b", new Attr.B(Bytes.of()));
    item.put("n", new Attr.N("12345678901234567890123456789012345678"));
    item.put("ns", Attr.NS.of(List.of("1", "1.5")));
    item.put("l", new Attr.L(List.of()));
    item.put("m", Attr.M.of(Map.of()));
    assertThat(ItemRules.check(Item.of(item))).isEmpty();
  }

  @Test
  void numberOfThirtyNineDigitsIsNamedWithItsPath() {
    Attr number = new Attr.N("1".repeat(39));
    assertThat(flaws(Attr.M.of(Map.of("b.c", new Attr.L(List.of(new Attr.Null(), number))))))
        .singleElement()
        .satisfies(flaw -> {
          assertThat(flaw.path()).hasToString("a.`b.c`[1]");
          assertThat(flaw.message()).contains("39 significant digits");
        });
    assertThat(flaws(Attr.NS.of(List.of("1", "1".repeat(39))))).hasSize(1);
  }

  @Test
  void emptySetsAreFlaws() {
    for (Attr set : List.of(Attr.SS.of(List.of()), Attr.NS.of(List.of()), Attr.BS.of(List.of()))) {
      assertThat(flaws(set))
          .singleElement()
          .satisfies(flaw -> assertThat(flaw.message()).contains("set cannot be empty"));
    }
  }

  @Test
  void numbersAreDuplicatesByValue() {
    assertThat(flaws(Attr.NS.of(List.of("1", "2", "1.0"))))
        .singleElement()
        .satisfies(flaw -> assertThat(flaw.message()).contains("1.0 is in the set twice"));
  }

  @Test
  void anItemOfFourHundredAndOneKilobytesSaysItsSize() {
    Item item = Item.of(Map.of("a", new Attr.S("x".repeat(401 * 1024 - 1))));
    assertThat(ItemRules.check(item))
        .singleElement()
        .satisfies(flaw -> {
          assertThat(flaw.path()).isNull();
          assertThat(flaw.message()).contains("410,624 bytes", "1,024");
        });
    assertThat(flaws(new Attr.S("x".repeat(ItemSize.LIMIT - 1)))).isEmpty();
    assertThat(flaws(new Attr.S("x".repeat(ItemSize.LIMIT)))).hasSize(1);
  }

  @Test
  void thirtyThreeLevelsAreTooMany() {
    assertThat(flaws(nested(31))).isEmpty();
    assertThat(flaws(nested(32)))
        .singleElement()
        .satisfies(flaw -> {
          assertThat(flaw.message()).contains("32 levels");
          assertThat(flaw.path().steps()).hasSize(32);
        });
  }

  @Test
  void namesHaveALength() {
    assertThat(ItemRules.check(Item.of(Map.of("", new Attr.Null()))))
        .singleElement()
        .satisfies(flaw -> assertThat(flaw.message()).contains("cannot be empty"));
    assertThat(ItemRules.check(Item.of(Map.of("é".repeat(32 * 1024), new Attr.Null()))))
        .singleElement()
        .satisfies(flaw -> assertThat(flaw.message()).contains("65,536 bytes"));
    assertThat(flaws(Attr.M.of(Map.of("", new Attr.Null())))).hasSize(1);
    assertThat(flaws(Attr.M.of(Map.of("x".repeat(65536), new Attr.Null())))).hasSize(1);
  }

  private static Attr nested(int levels) {
    Attr value = new Attr.S("deep");
    for (int i = 0; i < levels; i++) {
      value = i % 2 == 0 ? new Attr.L(List.of(value)) : Attr.M.of(Map.of("m", value));
    }
    return value;
  }
}
