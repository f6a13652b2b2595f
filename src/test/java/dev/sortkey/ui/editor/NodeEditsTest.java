package dev.sortkey.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.Item;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NodeEditsTest {
  private final ItemEditorViewModel model = new Orders().editor();

  // ---- pasting

  @ParameterizedTest
  @MethodSource("pasted")
  void jsonOfEitherKindBecomesTheValue(String text, Attr value) {
    show(Orders.order());
    assertThat(model.edits().paste(node("OrderDate"), text)).isTrue();
    assertThat(model.draft().toItem()).isEqualTo(Orders.order().with("OrderDate", value));
    model.undo(true);
    assertThat(model.draft().toItem()).isEqualTo(Orders.order());
  }

  static List<Arguments> pasted() {
    return List.of(
        Arguments.of("\"x\"", new Attr.S("x")),
        Arguments.of(" 1.50\n", new Attr.N("1.50")),
        Arguments.of("null", new Attr.Null()),
        Arguments.of("{\"S\": \"x\"}", new Attr.S("x")),
        Arguments.of("{\"SS\": [\"x\"]}", Attr.SS.of(List.of("x"))),
        Arguments.of("{\"L\": [{\"N\": \"1\"}]}", new Attr.L(List.of(new Attr.N("1")))),
        Arguments.of(
            "{\"a\": {\"N\": \"1\"}, \"b\": {\"BOOL\": true}}",
            Orders.map("a", new Attr.N("1"), "b", new Attr.Bool(true))),
        Arguments.of(
            "{\"a\": 1, \"b\": [true]}",
            Orders.map("a", new Attr.N("1"), "b", new Attr.L(List.of(new Attr.Bool(true))))),
        Arguments.of("{\"$B\": \"AAE=\"}", new Attr.B(Bytes.of((byte) 0, (byte) 1))));
  }

  @Test
  void wrongJsonSaysWhereAndWhyAndChangesNothing() {
    show(Orders.order());
    assertThat(model.edits().paste(node("OrderDate"), "{\"a\": 1,\n \"b\" 2}")).isFalse();
    assertThat(said())
        .startsWith("Line 2, column 6 of the clipboard")
        .endsWith("Nothing was changed.");
    assertThat(model.draft().toItem()).isEqualTo(Orders.order());
    assertThat(model.edits().paste(node("OrderDate"), " ")).isFalse();
    assertThat(said()).isEqualTo("The clipboard holds no text.");
  }

  @Test
  void aKeyTakesOnlyItsTypeAndOnlyInANewItem() {
    show(Orders.order());
    assertThat(model.edits().paste(node("OrderID"), "\"x\"")).isFalse();
    assertThat(said()).startsWith("The key of an item cannot change");
    model.clear();
    model.create();
    assertThat(model.edits().paste(node("OrderID"), "5")).isFalse();
    assertThat(said()).contains("another type than this key");
    assertThat(model.edits().paste(node("OrderID"), "\"5\"")).isTrue();
    assertThat(model.draft().toItem().get("OrderID")).isEqualTo(new Attr.S("5"));
  }

  @Test
  void jsonIsAddedToListsMapsAndSets() {
    Item item = Orders.order().with("Tags", Attr.SS.of(List.of("eu")));
    show(item);
    assertThat(model.edits().pasteInside(node("Items"), "{\"a\": 1}")).isTrue();
    assertThat(model.edits().pasteInside(node("Items[0]"), "{\"Note\": \"x\"}")).isTrue();
    assertThat(model.edits().pasteInside(node("Tags"), "{\"SS\": [\"a\", \"b\"]}")).isTrue();
    assertThat(node("Items[2].a").text()).isEqualTo("1");
    assertThat(node("Items[0].Note").text()).isEqualTo("x");
    assertThat(model.draft().toItem().get("Tags")).isEqualTo(Attr.SS.of(List.of("eu", "a", "b")));

    Item before = model.draft().toItem();
    assertThat(model.edits().pasteInside(node("Items[0]"), "{\"Price\": 1}")).isFalse();
    assertThat(said()).isEqualTo("Price is here already. Nothing was changed.");
    assertThat(model.edits().pasteInside(node("Items[0]"), "1")).isFalse();
    assertThat(model.edits().pasteInside(node("Tags"), "1")).isFalse();
    assertThat(model.draft().toItem()).isEqualTo(before);
  }

  // ---- other types

  @ParameterizedTest
  @MethodSource("lossy")
  void whatWouldLoseSomethingIsAskedFirst(Attr value, AttrType to, String words, Attr then) {
    Item item = Orders.order().with("v", value);
    show(item);
    assertThat(model.edits().convert(node("v"), to)).isFalse();
    assertThat(said()).contains(words);
    assertThat(model.draft().toItem()).as("nothing before a yes").isEqualTo(item);
    model.edits().agree();
    assertThat(model.draft().toItem().get("v")).isEqualTo(then);
    model.undo(true);
    assertThat(model.draft().toItem()).as("taken back").isEqualTo(item);
    assertThat(model.dirtyProperty().get()).isFalse();
  }

  static List<Arguments> lossy() {
    var two = new Attr.L(List.of(new Attr.S("a"), new Attr.S("b")));
    var mixed = new Attr.L(List.of(new Attr.S("a"), new Attr.N("1"), new Attr.N("2")));
    return List.of(
        Arguments.of(
            new Attr.S("abc"), AttrType.BOOL, "neither true nor false", new Attr.Bool(false)),
        Arguments.of(
            new Attr.N("7"), AttrType.BOOL, "neither true nor false", new Attr.Bool(false)),
        Arguments.of(new Attr.S(" 7 "), AttrType.N, "blanks", new Attr.N("7")),
        Arguments.of(new Attr.B(Bytes.of((byte) 0xff)), AttrType.S, "no UTF-8", new Attr.S("/w==")),
        Arguments.of(two, AttrType.SS, "no order", Attr.SS.of(List.of("a", "b"))),
        Arguments.of(
            mixed, AttrType.SS, "2 of them become String", Attr.SS.of(List.of("a", "1", "2"))),
        Arguments.of(
            Orders.map("a", new Attr.S("x"), "b", new Attr.S("y")),
            AttrType.L,
            "names of the 2 fields",
            new Attr.L(List.of(new Attr.S("x"), new Attr.S("y")))),
        Arguments.of(new Attr.S("x"), AttrType.NULL, "Null holds nothing", new Attr.Null()),
        Arguments.of(two, AttrType.NULL, "Null holds nothing", new Attr.Null()));
  }

  @ParameterizedTest
  @MethodSource("lossless")
  void whatLosesNothingIsDoneAtOnce(Attr value, AttrType to, Attr then) {
    show(Orders.order().with("v", value));
    assertThat(model.edits().convert(node("v"), to)).isTrue();
    assertThat(model.draft().toItem().get("v")).isEqualTo(then);
  }

  static List<Arguments> lossless() {
    return List.of(
        Arguments.of(new Attr.S("5"), AttrType.N, new Attr.N("5")),
        Arguments.of(new Attr.N("5.0"), AttrType.S, new Attr.S("5.0")),
        Arguments.of(new Attr.S("TRUE"), AttrType.BOOL, new Attr.Bool(true)),
        Arguments.of(new Attr.N("1"), AttrType.BOOL, new Attr.Bool(true)),
        Arguments.of(new Attr.Bool(false), AttrType.S, new Attr.S("false")),
        Arguments.of(
            new Attr.S("[1, 2]"),
            AttrType.L,
            new Attr.L(List.of(new Attr.N("1"), new Attr.N("2")))),
        Arguments.of(new Attr.S("{\"a\": 1}"), AttrType.M, Orders.map("a", new Attr.N("1"))),
        Arguments.of(
            Attr.SS.of(List.of("a", "b")),
            AttrType.L,
            new Attr.L(List.of(new Attr.S("a"), new Attr.S("b")))),
        Arguments.of(new Attr.B(Bytes.of((byte) 'a')), AttrType.S, new Attr.S("a")),
        Arguments.of(new Attr.L(List.of()), AttrType.NULL, new Attr.Null()));
  }

  @Test
  void aQuestionGoesWhenThePersonGoesOn() {
    show(Orders.order().with("v", new Attr.S("abc")));
    model.edits().convert(node("v"), AttrType.BOOL);
    model.setText(node("OrderDate"), "other");
    assertThat(model.edits().askedProperty().get()).isNull();
    model.edits().agree();
    assertThat(model.draft().toItem().get("v")).isEqualTo(new Attr.S("abc"));
  }

  private void show(Item item) {
    model.show(item);
  }

  private String said() {
    return model.edits().askedProperty().get().words();
  }

  private DraftNode node(String path) {
    return model.draft().at(AttrPath.parse(path));
  }
}
