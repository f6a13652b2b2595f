package dev.sortkey.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetypeTest {
  @Test
  void scalarsKeepTheirText() {
    assertThat(retyped(new Attr.S("5"), AttrType.N)).isEqualTo(new Attr.N("5"));
    assertThat(retyped(new Attr.N("5.0"), AttrType.S)).isEqualTo(new Attr.S("5.0"));
    assertThat(retyped(new Attr.S("five"), AttrType.N)).isEqualTo(new Attr.N("five"));
    assertThat(retyped(new Attr.S("true"), AttrType.BOOL)).isEqualTo(new Attr.Bool(true));
    assertThat(retyped(new Attr.Bool(true), AttrType.S)).isEqualTo(new Attr.S("true"));
    assertThat(retyped(new Attr.Bool(true), AttrType.N)).isEqualTo(new Attr.N("1"));
  }

  @Test
  void stringsAndBinaryHoldTheSameBytes() {
    Attr binary = new Attr.B(Bytes.of("né".getBytes(StandardCharsets.UTF_8)));
    assertThat(retyped(new Attr.S("né"), AttrType.B)).isEqualTo(binary);
    assertThat(retyped(binary, AttrType.S)).isEqualTo(new Attr.S("né"));
    assertThat(retyped(new Attr.B(Bytes.of((byte) 0xff)), AttrType.S))
        .isEqualTo(new Attr.S("/w=="));
  }

  @Test
  void aScalarBecomesTheOneElementOfAListOrSet() {
    assertThat(retyped(new Attr.N("5"), AttrType.L))
        .isEqualTo(new Attr.L(List.of(new Attr.N("5"))));
    assertThat(retyped(new Attr.N("5"), AttrType.NS)).isEqualTo(Attr.NS.of(List.of("5")));
    assertThat(retyped(new Attr.N("5"), AttrType.SS)).isEqualTo(Attr.SS.of(List.of("5")));
    assertThat(retyped(new Attr.S(""), AttrType.L)).isEqualTo(new Attr.L(List.of()));
    assertThat(retyped(new Attr.N("5"), AttrType.M))
        .isEqualTo(Orders.map("value", new Attr.N("5")));
  }

  @Test
  void listsAndSetsKeepTheirElements() {
    Attr list = new Attr.L(List.of(new Attr.N("1"), new Attr.S("b")));
    assertThat(retyped(list, AttrType.SS)).isEqualTo(Attr.SS.of(List.of("1", "b")));
    assertThat(retyped(Attr.NS.of(List.of("1", "2")), AttrType.L))
        .isEqualTo(new Attr.L(List.of(new Attr.N("1"), new Attr.N("2"))));
    assertThat(retyped(Attr.NS.of(List.of("1", "2")), AttrType.SS))
        .isEqualTo(Attr.SS.of(List.of("1", "2")));
    assertThat(retyped(list, AttrType.M))
        .isEqualTo(Orders.map("0", new Attr.N("1"), "1", new Attr.S("b")));
  }

  @Test
  void whatWouldLoseSomethingIsNotOffered() {
    Attr nested = new Attr.L(List.of(Orders.map("a", new Attr.S("b"))));
    assertThat(retyped(nested, AttrType.SS)).isEqualTo(nested);
    assertThat(retyped(new Attr.L(List.of(new Attr.S("a"), new Attr.S("b"))), AttrType.N))
        .isEqualTo(new Attr.L(List.of(new Attr.S("a"), new Attr.S("b"))));
  }

  @Test
  void jsonInAStringBecomesAListOrMapAndComesBack() {
    var map = Orders.map("a", new Attr.L(List.of(new Attr.N("1.50"), new Attr.Null())));
    assertThat(retyped(new Attr.S("{\"a\":[1.50,null]}"), AttrType.M)).isEqualTo(map);
    assertThat(retyped(map, AttrType.S)).isEqualTo(new Attr.S("{\"a\":[1.50,null]}"));
    assertThat(retyped(new Attr.S("[true]"), AttrType.L))
        .isEqualTo(new Attr.L(List.of(new Attr.Bool(true))));
    assertThat(retyped(new Attr.S("[true]"), AttrType.M))
        .as("an array is no object")
        .isEqualTo(Orders.map("value", new Attr.S("[true]")));
    assertThat(retyped(Orders.map("a", new Attr.S("b")), AttrType.S))
        .isEqualTo(new Attr.S("{\"a\":\"b\"}"));
    assertThat(retyped(Orders.map("value", new Attr.S("b")), AttrType.S))
        .isEqualTo(new Attr.S("b"));
  }

  @Test
  void nullRemembersWhatItWas() {
    Attr list = new Attr.L(List.of(new Attr.N("1"), Orders.map("a", new Attr.Null())));
    ItemDraft draft = draft(list);
    DraftNode node = draft.at(AttrPath.of("v"));
    draft.retype(node, AttrType.NULL);
    assertThat(draft.toItem().get("v")).isEqualTo(new Attr.Null());
    draft.retype(node, AttrType.L);
    assertThat(draft.toItem().get("v")).isEqualTo(list);
  }

  @Test
  void theOriginalComesBackFromAnyType() {
    for (AttrType type : AttrType.values()) {
      ItemDraft draft = draft(new Attr.S("text"));
      DraftNode node = draft.at(AttrPath.of("v"));
      draft.retype(node, type);
      draft.revert(node);
      assertThat(draft.toItem().get("v")).isEqualTo(new Attr.S("text"));
    }
  }

  private static Attr retyped(Attr value, AttrType type) {
    ItemDraft draft = draft(value);
    draft.retype(draft.at(AttrPath.of("v")), type);
    return draft.toItem().get("v");
  }

  private static ItemDraft draft(Attr value) {
    return ItemDraft.edit(Orders.TABLE, Orders.order().with("v", value));
  }
}
