package dev.sortkey.core.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sortkey.core.json.PlainJson;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Item;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationTest {
  private static Item item(String json) throws Exception {
    return PlainJson.readItem(json);
  }

  private static AttrPath path(String text) {
    return AttrPath.parse(text);
  }

  private static void unfit(Operation operation, Item item, String words) {
    assertThatThrownBy(() -> operation.apply(item))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }

  @Test
  void aValueIsPutAtANestedPathAndNowhereElse() throws Exception {
    Item item = item("{\"a\": {\"b\": [1, 2]}, \"c\": \"x\"}");
    assertThat(new Operation.Put(path("a.b[1]"), new Attr.N("3")).apply(item))
        .isEqualTo(item("{\"a\": {\"b\": [1, 3]}, \"c\": \"x\"}"));
    assertThat(new Operation.Put(path("a.d"), new Attr.Bool(true)).apply(item))
        .isEqualTo(item("{\"a\": {\"b\": [1, 2], \"d\": true}, \"c\": \"x\"}"));
    assertThat(new Operation.Put(path("c"), new Attr.S("x")).apply(item)).isSameAs(item);
    unfit(new Operation.Put(path("c.d"), new Attr.N("1")), item, "c.d has no place");
    unfit(new Operation.Put(path("none[0]"), new Attr.N("1")), item, "has no place");
  }

  @Test
  void attributesAreRemovedAndRenamed() throws Exception {
    Item item = item("{\"a\": {\"b\": 1, \"c\": 2}, \"l\": [1, 2]}");
    assertThat(new Operation.Remove(path("a.b")).apply(item))
        .isEqualTo(item("{\"a\": {\"c\": 2}, \"l\": [1, 2]}"));
    assertThat(new Operation.Remove(path("none")).apply(item)).isSameAs(item);
    assertThat(new Operation.Rename(path("a.b"), "d").apply(item))
        .isEqualTo(item("{\"a\": {\"d\": 1, \"c\": 2}, \"l\": [1, 2]}"));
    unfit(new Operation.Rename(path("a.b"), "c"), item, "a.c is there already");
    unfit(new Operation.Rename(path("l[0]"), "c"), item, "has no name");
  }

  @Test
  void numbersAreAddedExactly() throws Exception {
    Item item = item("{\"n\": 12345678901234567890123456789012345.67, \"s\": \"1\"}");
    assertThat(new Operation.Add(path("n"), "0.01").apply(item).get("n"))
        .isEqualTo(new Attr.N("12345678901234567890123456789012345.68"));
    assertThat(new Operation.Add(path("m"), "-2").apply(item).get("m")).isEqualTo(new Attr.N("-2"));
    unfit(new Operation.Add(path("n"), "0.00001"), item, "significant digits");
    unfit(new Operation.Add(path("s"), "1"), item, "of type S, not N");
  }

  @Test
  void listsAndSetsGrow() throws Exception {
    Item item = item("{\"l\": [1], \"n\": 1}").with("t", Attr.SS.of(List.of("a", "b")));
    assertThat(new Operation.Append(path("l"), new Attr.L(List.of(new Attr.S("x")))).apply(item))
        .isEqualTo(item.with("l", new Attr.L(List.of(new Attr.N("1"), new Attr.S("x")))));
    assertThat(new Operation.Append(path("t"), Attr.SS.of(List.of("b", "c"))).apply(item).get("t"))
        .isEqualTo(Attr.SS.of(List.of("a", "b", "c")));
    assertThat(new Operation.Append(path("t"), Attr.SS.of(List.of("b"))).apply(item))
        .isSameAs(item);
    assertThat(new Operation.Append(path("u"), Attr.NS.of(List.of("1"))).apply(item).get("u"))
        .isEqualTo(Attr.NS.of(List.of("1")));
    unfit(new Operation.Append(path("n"), new Attr.L(List.of())), item, "of type N, not L");
  }

  @Test
  void aTypeIsConvertedWhereNothingIsLost() throws Exception {
    Item item =
        item("{\"s\": \" 12.50 \", \"n\": 1.10, \"b\": true, \"l\": [1, 2], \"d\": [1, 1.0]}");
    assertThat(new Operation.Convert(path("s"), AttrType.N).apply(item).get("s"))
        .isEqualTo(new Attr.N("12.50"));
    assertThat(new Operation.Convert(path("n"), AttrType.S).apply(item).get("n"))
        .isEqualTo(new Attr.S("1.10"));
    assertThat(new Operation.Convert(path("b"), AttrType.S).apply(item).get("b"))
        .isEqualTo(new Attr.S("true"));
    assertThat(new Operation.Convert(path("l"), AttrType.NS).apply(item).get("l"))
        .isEqualTo(Attr.NS.of(List.of("1", "2")));
    unfit(new Operation.Convert(path("l"), AttrType.SS), item, "without losing something");
    unfit(new Operation.Convert(path("d"), AttrType.NS), item, "without losing something");
    unfit(new Operation.Convert(path("b"), AttrType.N), item, "without losing something");
  }

  @Test
  void textIsReplaced() throws Exception {
    Item item = item("{\"s\": \"ORDER-12 of ORDER-13\", \"n\": 1}");
    assertThat(new Operation.Replace(path("s"), "ORDER-(\\d+)", 0, "#$1").apply(item).get("s"))
        .isEqualTo(new Attr.S("#12 of #13"));
    assertThat(new Operation.Replace(path("s"), "x", 0, "y").apply(item)).isSameAs(item);
    unfit(new Operation.Replace(path("s"), "O", 0, "$2"), item, "group");
    unfit(new Operation.Replace(path("n"), "1", 0, "2"), item, "of type N, not S");
  }

  @ParameterizedTest
  @CsvSource({
    "Price * 2 + 1, 21.98",
    "round(Price * 1.1; 2), 11.54",
    "-(Price - 10.49) / 4, 0",
    "(1 + 2) * 3 - 4 / 8, 8.5",
    "1 / 3, 0.33333333333333333333333333333333333333",
    "number(Code) + 1, 8",
    "Nested.List[1], 2",
  })
  void formulasReckon(String formula, String result) throws Exception {
    Item item = item("{\"Price\": 10.49, \"Code\": \"7\", \"Nested\": {\"List\": [1, 2]}}");
    Attr made = Formula.parse(formula.replace(';', ',')).of(item);
    assertThat(made.same(new Attr.N(result))).as("%s", made).isTrue();
  }

  @Test
  void formulasJoinTexts() throws Exception {
    Item item = item("{\"First\": \"Ana \", \"Last\": \"Ruiz\", \"odd name\": \"o\"}");
    assertThat(Formula.parse("trim(First) + ' ' + upper(Last) + '''s ' + string(2)").of(item))
        .isEqualTo(new Attr.S("Ana RUIZ's 2"));
    assertThat(Formula.parse("`odd name` + lower(Last)").of(item)).isEqualTo(new Attr.S("oruiz"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "1 +, ends too early",
        "'x, never closed",
        "(1, closing bracket",
        "1 2, cannot stand at position 3",
        "nope(1), is no function",
        "round(1), takes 2 values",
        "1..2, not a number",
      })
  void aWrongFormulaSaysWhere(String formula, String words) {
    assertThatThrownBy(() -> Formula.parse(formula))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }

  @ParameterizedTest
  @CsvSource({
    "None + 1, None is not there",
    "Name + 1, type S stands where N",
    "upper(N), type N stands where S",
    "1 / (N - N), cannot be reckoned",
  })
  void aFormulaThatDoesNotFitSaysWhy(String formula, String words) throws Exception {
    Item item = item("{\"Name\": \"x\", \"N\": 1}");
    assertThatThrownBy(() -> Formula.parse(formula).of(item))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }

  @Test
  void whatWouldMoveItemsAheadOfTheReadIsKnown() {
    var index =
        new Index(
            "by-n",
            Index.Kind.GSI,
            new KeySchema(
                List.of(new KeyAttribute("s", KeyType.S)),
                List.of(new KeyAttribute("n", KeyType.N))),
            Projection.all(),
            Capacity.onDemand(),
            "ACTIVE",
            false,
            0,
            0);
    assertThat(edit(new Operation.Add(path("n"), "5")).movesIn(index)).isTrue();
    assertThat(edit(new Operation.Replace(path("s"), "a", 0, "aa")).movesIn(index)).isTrue();
    assertThat(edit(new Operation.Compute(path("n"), Formula.parse("n + 1"))).movesIn(index))
        .isTrue();
    assertThat(edit(new Operation.Add(path("other"), "5")).movesIn(index)).isFalse();
    // Found a second time, these have nothing left to do.
    assertThat(edit(new Operation.Put(path("n"), new Attr.N("5"))).movesIn(index)).isFalse();
    assertThat(edit(new Operation.Remove(path("s"))).movesIn(index)).isFalse();
    assertThat(new BulkEdit.Delete().movesIn(index)).isFalse();
  }

  private static BulkEdit edit(Operation operation) {
    return new BulkEdit.Steps(List.of(operation));
  }
}
