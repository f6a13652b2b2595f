package dev.sortkey.ui.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.json.JsonFault;
import dev.sortkey.core.json.PlainJson;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.kit.grid.GridRows.Mark;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SideBySideTest {
  private static SideBySide of(String... items) {
    return new SideBySide(
        Fakes.orders("ACTIVE"), Arrays.stream(items).map(SideBySideTest::item).toList());
  }

  private static Item item(String json) {
    try {
      return PlainJson.readItem(json);
    } catch (JsonFault e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static List<String> names(SideBySide lines) {
    return IntStream.range(0, lines.count())
        .mapToObj(row -> lines.line(row).path().toString())
        .toList();
  }

  private static String marks(SideBySide lines, String column) {
    return String.join(
        "",
        IntStream.range(0, lines.count())
            .mapToObj(row -> lines.edited(row, column) ? "~" : "=")
            .toList());
  }

  @Test
  void keysComeFirstAndEachAttributeOfAnyItemHasALine() {
    var lines = of("{'b': 1, 'Number': 2, 'OrderID': 'o'}".replace('\'', '"'), "{\"c\": true}");
    assertThat(names(lines)).containsExactly("OrderID", "Number", "b", "c");
    assertThat(lines.value(3, "0")).isNull();
    assertThat(lines.value(3, "1")).isEqualTo(new Attr.Bool(true));
    assertThat(lines.value(3, SideBySide.NAME)).isEqualTo(new Attr.S("c"));
  }

  @Test
  void whatDynamoDbHoldsForTheSameDoesNotDiffer() {
    var lines =
        of(
            "{\"n\": 1.0, \"m\": {\"a\": 1, \"b\": 2}, \"s\": \"1\", \"x\": 1}",
            "{\"n\": 1, \"m\": {\"b\": 2, \"a\": 1}, \"s\": 1}",
            "{\"n\": 2, \"m\": {\"b\": 2, \"a\": 1}, \"s\": \"1\", \"x\": 1}");
    lines.show("", false, false);
    assertThat(names(lines)).containsExactly("OrderID", "Number", "n", "m", "s", "x");
    assertThat(marks(lines, "0")).isEqualTo("======");
    assertThat(marks(lines, "1")).isEqualTo("====~~");
    assertThat(marks(lines, "2")).isEqualTo("==~===");
    assertThat(lines.mark(3)).isEqualTo(Mark.NONE);
    assertThat(lines.mark(2)).isEqualTo(Mark.EDIT);
    assertThat(lines.differing()).isEqualTo(3);
    lines.show("", false, true);
    assertThat(names(lines)).containsExactly("n", "s", "x");
    assertThat(lines.of()).isEqualTo(6);
  }

  @Test
  void whatIsWithinMapsAndListsHasLinesOnRequestAndNamesAreFiltered() {
    var lines =
        of(
            "{\"To\": {\"City\": \"Lyon\", \"a.b\": 1}, \"L\": [1]}",
            "{\"To\": {\"City\": \"Brest\"}, \"L\": [1, {\"city\": 2}]}");
    lines.show("CITY", false, false);
    assertThat(names(lines)).isEmpty();
    lines.show(" CITY ", true, false);
    assertThat(names(lines)).containsExactly("To.City", "L[1].city");
    assertThat(lines.value(0, "1")).isEqualTo(new Attr.S("Brest"));
    assertThat(lines.value(1, "0")).isNull();
    lines.show("a.b", true, true);
    assertThat(names(lines)).containsExactly("To.`a.b`");
    assertThat(lines.value(0, "0")).isEqualTo(new Attr.N("1"));
  }
}
