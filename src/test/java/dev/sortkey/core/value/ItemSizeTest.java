package dev.sortkey.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemSizeTest {
  @ParameterizedTest
  @CsvSource({
    "-1234567890123456789012345678901234567.8, 21",
    "1234567890123456789012345678901234567.8, 21",
    "-12345678901234567890123456789012345678, 21",
    "0, 1",
    "0.00, 1",
    "1, 2",
    "12, 2",
    "123, 3",
    "-1, 3",
    "100, 2",
    "0.001, 2",
    "1E+100, 2",
    "1.2, 3",
    "199.99, 4",
    "1.2345678901234567890123456789012345678, 21",
    "12345678901234567890123456789012345678, 20"
  })
  void aNumberTakesAByteForEachPairOfDigitsFromThePointAndOneMore(String digits, int size) {
    assertThat(ItemSize.of(new Attr.N(digits))).isEqualTo(size);
  }

  @Test
  void textCountsInUtf8() {
    assertThat(ItemSize.of(new Attr.S("aé€😀"))).isEqualTo(1 + 2 + 3 + 4);
    assertThat(ItemSize.of(Item.of(Map.of("né", new Attr.S(""))))).isEqualTo(3);
  }

  @Test
  void otherScalarsAndSets() {
    assertThat(ItemSize.of(new Attr.Bool(false))).isEqualTo(1);
    assertThat(ItemSize.of(new Attr.Null())).isEqualTo(1);
    assertThat(ItemSize.of(new Attr.B(Bytes.of(new byte[5])))).isEqualTo(5);
    assertThat(ItemSize.of(Attr.SS.of(List.of("a", "bcd")))).isEqualTo(4);
    assertThat(ItemSize.of(Attr.NS.of(Set.of("1")))).isEqualTo(2);
    assertThat(ItemSize.of(Attr.BS.of(List.of(Bytes.of(new byte[3]))))).isEqualTo(3);
  }

  @Test
  void documentsTakeThreeBytesAndOneForEachElement() {
    assertThat(ItemSize.of(new Attr.L(List.of()))).isEqualTo(3);
    assertThat(ItemSize.of(Attr.M.of(Map.of()))).isEqualTo(3);
    assertThat(ItemSize.of(new Attr.L(List.of(new Attr.S("ab"), new Attr.Null()))))
        .isEqualTo(3 + (1 + 2) + (1 + 1));
    var fields = new LinkedHashMap<String, Attr>();
    fields.put("ab", new Attr.S("c"));
    fields.put("d", new Attr.L(List.of()));
    assertThat(ItemSize.of(Attr.M.of(fields))).isEqualTo(3 + (1 + 2 + 1) + (1 + 1 + 3));
  }
}
