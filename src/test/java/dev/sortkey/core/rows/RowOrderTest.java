package dev.sortkey.core.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.Item;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RowOrderTest {
  private final RowStore store = new RowStore();

  @Test
  void withoutSortAndFilterRowsComeAsRead() {
    append(new Attr.N("2"), new Attr.N("1"));
    append(new Attr.N("0"));
    assertThat(RowOrder.of(store, null, false, "", Progress.none())).containsExactly(0, 1, 2);
  }

  @Test
  void typesComeInGroupsAndTheAbsentLast() {
    store.append(RowChunk.pack(store.dictionary(), List.of(Item.of(Map.of()))));
    append(
        new Attr.L(List.of()),
        new Attr.Bool(true),
        new Attr.Bool(false),
        new Attr.B(Bytes.of()),
        new Attr.S(""),
        new Attr.N("10"),
        new Attr.N("9"));
    assertThat(sorted(false)).containsExactly(7, 6, 5, 4, 3, 2, 1, 0);
    assertThat(sorted(true)).containsExactly(4, 5, 6, 7, 1, 2, 3, 0);
    assertThat(RowOrder.of(store, AttrPath.of("nowhere"), true, "", Progress.none()))
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
  }

  @Test
  void numbersSortByValueToTheLastDigit() {
    append(
        new Attr.N("12345678901234567890123456789012345679"),
        new Attr.N("12345678901234567890123456789012345678"),
        new Attr.N("1E-130"),
        new Attr.N("-1E-130"),
        new Attr.N("9E125"),
        new Attr.N("-9E125"),
        new Attr.N("0"),
        new Attr.N("1.50"),
        new Attr.N("1.5"),
        new Attr.N("15E-1"),
        new Attr.N("1E400"),
        new Attr.N("2E300"));
    assertThat(sorted(false)).containsExactly(5, 3, 6, 2, 7, 8, 9, 1, 0, 4, 11, 10);
    assertThat(sorted(true)).containsExactly(10, 11, 4, 0, 1, 7, 8, 9, 2, 6, 3, 5);
  }

  @Test
  void whatIsNoNumberSortsAmongTheOthers() {
    append(new Attr.N("1-1"), new Attr.N("x"), new Attr.N("1"));
    assertThat(sorted(false)[0]).isEqualTo(2);
  }

  @Provide
  Arbitrary<List<Attr>> values() {
    Arbitrary<String> digits =
        Arbitraries.oneOf(
            Arbitraries.bigDecimals()
                .between(new BigDecimal("-1e6"), new BigDecimal("1e6"))
                .ofScale(3)
                .map(BigDecimal::toString),
            Arbitraries.integers().between(-20, 20).map(Object::toString),
            Arbitraries.strings().withChars("012").ofMinLength(1).ofMaxLength(38));
    Arbitrary<String> texts =
        Arbitraries.strings().withChars("ab\u0000\u00e9\uffee").ofMaxLength(10);
    Arbitrary<Attr> value =
        Arbitraries.oneOf(
            digits.map(Attr.N::new),
            texts.map(Attr.S::new),
            texts.map(text -> new Attr.B(Bytes.of(text.getBytes(StandardCharsets.UTF_8)))));
    return value.list().ofMaxSize(60);
  }

  @Property(tries = 100)
  void agreesWithAPlainStableSort(@ForAll("values") List<Attr> values, @ForAll boolean down) {
    var rows = new RowStore();
    for (Attr value : values) {
      rows.append(RowChunk.pack(rows.dictionary(), List.of(Item.of(Map.of("a", value)))));
    }
    Comparator<Attr> plain = RowOrderTest::plain;
    Comparator<Attr> wanted = down ? plain.reversed() : plain;
    int[] expected =
        IntStream.range(0, values.size())
            .boxed()
            .sorted(Comparator.comparing(values::get, wanted))
            .mapToInt(Integer::intValue)
            .toArray();
    assertThat(RowOrder.of(rows, AttrPath.of("a"), down, "", Progress.none()))
        .containsExactly(expected);
  }

  private static int plain(Attr left, Attr right) {
    if (left instanceof Attr.N(String a) && right instanceof Attr.N(String b)) {
      return new BigDecimal(a).compareTo(new BigDecimal(b));
    }
    int types =
        Integer.compare("NSB".indexOf(left.type().name()), "NSB".indexOf(right.type().name()));
    return types != 0 ? types : Arrays.compareUnsigned(bytes(left), bytes(right));
  }

  private static byte[] bytes(Attr value) {
    return value instanceof Attr.S(String text)
        ? text.getBytes(StandardCharsets.UTF_8)
        : ((Attr.B) value).value().toArray();
  }

  @Test
  void aFilterFindsTextInAnyValueWithoutCase() {
    append(
        new Attr.S("Ana lives in LYON"),
        new Attr.N("199.99"),
        new Attr.Bool(true),
        new Attr.L(List.of(new Attr.S("x"), Attr.M.of(Map.of("City", new Attr.S("Lyon"))))),
        Attr.SS.of(List.of("express", "eu")),
        new Attr.S("ÉCLAIR"),
        new Attr.B(Bytes.of(new byte[] {1, 2, 3})),
        new Attr.Null());
    assertThat(containing("lyon")).containsExactly(0, 3);
    assertThat(containing("9.9")).containsExactly(1);
    assertThat(containing("TRUE")).containsExactly(2);
    assertThat(containing("EU")).containsExactly(4);
    assertThat(containing("éclair")).containsExactly(5);
    assertThat(containing("AQID")).containsExactly(6);
    assertThat(containing("null")).containsExactly(7);
    assertThat(containing("City")).isEmpty();
    assertThat(containing("E")).contains(0, 2, 4).doesNotContain(1);
  }

  @Test
  void aFilterAndASortGoTogether() {
    append(new Attr.S("b1"), new Attr.S("a1"), new Attr.S("c2"));
    append(new Attr.S("a2"), new Attr.S("a0 1"));
    assertThat(RowOrder.of(store, AttrPath.of("a"), false, "1", Progress.none()))
        .containsExactly(4, 1, 0);
  }

  @Test
  void manyRowsAreSortedStably() {
    var random = new Random(1);
    List<Attr> values = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      values.add(new Attr.N(Integer.toString(random.nextInt(50))));
    }
    append(values.toArray(Attr[]::new));
    int[] order = sorted(false);
    for (int i = 1; i < order.length; i++) {
      int before = Integer.parseInt(((Attr.N) values.get(order[i - 1])).digits());
      int here = Integer.parseInt(((Attr.N) values.get(order[i])).digits());
      assertThat(before < here || before == here && order[i - 1] < order[i]).isTrue();
    }
  }

  @Test
  void aCancelEndsIt() {
    append(new Attr.N("1"));
    var cancelled =
        new Progress() {
          @Override
          public void report(long done, long total) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThatThrownBy(() -> RowOrder.of(store, AttrPath.of("a"), false, "", cancelled))
        .isInstanceOf(CancellationException.class);
  }

  private int[] sorted(boolean descending) {
    return RowOrder.of(store, AttrPath.of("a"), descending, "", Progress.none());
  }

  @Test
  void whatLiesDeepSortsLikeAnAttribute() {
    append(deep("b"), deep("a"), new Attr.S("no map"), deep("c"), Attr.M.of(Map.of()));
    AttrPath path = AttrPath.parse("a.list[1].name");
    assertThat(RowOrder.of(store, path, false, "", Progress.none())).containsExactly(1, 0, 3, 2, 4);
    assertThat(RowOrder.of(store, path, true, "", Progress.none())).containsExactly(3, 0, 1, 2, 4);
    AttrPath beyond = AttrPath.parse("a.list[2]");
    assertThat(RowOrder.of(store, beyond, true, "", Progress.none()))
        .containsExactly(0, 1, 2, 3, 4);
  }

  private static Attr deep(String name) {
    Attr one = Attr.M.of(Map.of("name", new Attr.S(name), "other", new Attr.N("1")));
    return Attr.M.of(Map.of("list", new Attr.L(List.of(new Attr.Bool(true), one))));
  }

  private int[] containing(String text) {
    return RowOrder.of(store, null, false, text, Progress.none());
  }

  private void append(Attr... values) {
    List<Item> items = new ArrayList<>();
    for (Attr value : values) {
      items.add(Item.of(Map.of("a", value)));
    }
    store.append(RowChunk.pack(store.dictionary(), items));
  }
}
