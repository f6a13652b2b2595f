package dev.sortkey.ui.kit.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Bytes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CellTextTest {
  private static final int MOST = 321;

  private static Attr s(String text) {
    return new Attr.S(text);
  }

  private static void is(Attr value, String head, String body) {
    assertThat(CellText.of(value)).isEqualTo(new CellText(head, body));
  }

  @Test
  void scalarsAreThemselves() {
    is(s("SHIPPED"), "", "SHIPPED");
    is(new Attr.N("1249.00"), "", "1249.00");
    is(new Attr.Bool(true), "", "true");
    is(new Attr.Bool(false), "", "false");
    is(s(""), "", "");
    is(new Attr.Null(), "", "");
    is(new Attr.B(Bytes.of()), "", "");
  }

  @Test
  void collectionsSayHowManyAndWhat() {
    var order = new LinkedHashMap<String, Attr>();
    order.put("id", s("P-100"));
    order.put("n", new Attr.N("1"));
    is(new Attr.L(List.of(Attr.M.of(order), s("x"))), "[2 items]", "P-100 1, x");
    is(new Attr.L(List.of(s("x"))), "[1 item]", "x");
    is(new Attr.L(List.of()), "[0 items]", "");
    is(Attr.M.of(order), "{2 fields}", "P-100, 1");
    is(Attr.M.of(Map.of("a", s("b"))), "{1 field}", "b");
    is(Attr.SS.of(List.of("express", "eu")), "(2 values)", "express, eu");
    is(Attr.NS.of(List.of("7")), "(1 value)", "7");
    is(Attr.BS.of(List.of(Bytes.of((byte) 1))), "(1 value)", "AQ==");
    is(new Attr.B(Bytes.of((byte) 1, (byte) 2)), "2 bytes", "AQI=");
  }

  @Test
  void aMapSaysItsTextsFirst() {
    var line = new LinkedHashMap<String, Attr>();
    line.put("Price", new Attr.N("99.99"));
    line.put("ProductID", s("P-100"));
    line.put("Quantity", new Attr.N("1"));
    is(new Attr.L(List.of(Attr.M.of(line))), "[1 item]", "P-100 99.99 1");
  }

  @Test
  void whatIsEmptyWithinLeavesNoGap() {
    is(
        new Attr.L(List.of(s("a"), new Attr.Null(), new Attr.L(List.of()), s(""), s("b"))),
        "[5 items]",
        "a, b");
    is(new Attr.L(List.of(new Attr.Null(), s("b "), new Attr.Null())), "[3 items]", "b ");
  }

  @Test
  void staysOnOneLine() {
    is(s("a\nb\r\nc\td\u0000e"), "", "a↵b↵c d·e");
  }

  @Test
  void neverGrowsWithTheValue() {
    assertThat(CellText.of(s("x".repeat(400_000))).body()).hasSize(MOST).endsWith("x…");
    assertThat(CellText.of(s("x".repeat(320))).body()).hasSize(320).endsWith("x");
    var many = new ArrayList<Attr>(Collections.nCopies(50_000, s("y".repeat(8))));
    assertThat(CellText.of(new Attr.L(many)).body()).hasSize(MOST);
    assertThat(CellText.of(new Attr.L(many)).head()).isEqualTo("[50,000 items]");
    assertThat(CellText.of(new Attr.B(Bytes.of(new byte[400_000]))).body()).hasSize(MOST);
    Attr deep = s("end");
    for (int i = 0; i < 32; i++) {
      deep = new Attr.L(List.of(deep));
    }
    is(deep, "[1 item]", "…");
  }

  @Test
  void neverCutsACharacterInTwo() {
    String body = CellText.of(s("x".repeat(319) + "🎁".repeat(10))).body();
    assertThat(body).isEqualTo("x".repeat(319) + "…");
  }

  @Test
  void aLineHasHeadAndBody() {
    assertThat(CellText.of(new Attr.L(List.of(s("x")))).line()).isEqualTo("[1 item] x");
    assertThat(CellText.of(new Attr.L(List.of())).line()).isEqualTo("[0 items]");
    assertThat(CellText.of(s("x")).line()).isEqualTo("x");
  }
}
