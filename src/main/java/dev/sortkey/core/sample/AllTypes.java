package dev.sortkey.core.sample;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.Item;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/// Every type and the values at the edges of each, in one attribute of mixed types and in one
/// attribute a type.
final class AllTypes {
  private static final int COUNT = 64;

  private static final List<Attr> EDGES =
      List.of(
          new Attr.S("plain"),
          new Attr.S(""),
          new Attr.S(" spaces around "),
          new Attr.S("two\nlines\tand a tab"),
          new Attr.S("\"quoted\", with a comma"),
          new Attr.S("Zoë, 日本語, 🦊👩‍👩‍👧"),
          new Attr.S("=SUM(A1:A9)"),
          new Attr.S("12345"),
          new Attr.S("true"),
          new Attr.S("long ".repeat(400).strip()),
          new Attr.N("0"),
          new Attr.N("-7"),
          new Attr.N("0.1"),
          new Attr.N("9007199254740993"),
          new Attr.N("12345678901234567890123456789012345678"),
          new Attr.N("-1.2345678901234567890123456789012345678"),
          new Attr.N("0.00000000000000000000000000000000000001"),
          new Attr.N("99999999999999999999999999999999999999"),
          new Attr.B(Bytes.of()),
          new Attr.B(Bytes.of((byte) 0, (byte) 1, (byte) 0xfe, (byte) 0xff)),
          new Attr.Bool(true),
          new Attr.Bool(false),
          new Attr.Null(),
          Attr.SS.of(List.of("one")),
          Attr.SS.of(List.of("", "a", "b,c")),
          Attr.NS.of(List.of("1", "2.5", "-3", "12345678901234567890123456789012345678")),
          Attr.BS.of(List.of(Bytes.of(), Bytes.of((byte) 7))),
          new Attr.L(List.of()),
          new Attr.L(List.of(new Attr.N("1"), new Attr.S("two"), new Attr.Null())),
          Attr.M.of(Map.of()),
          Attr.M.of(Map.of(" ", new Attr.S("a name of one space"))),
          Attr.M.of(Map.of("a.b[0]", new Attr.S("a name like a path"))),
          Attr.M.of(Map.of("$SS", new Attr.L(List.of(new Attr.S("a map like a set"))))),
          nested(30));

  private AllTypes() {}

  static Iterator<Item> items() {
    var random = new Random(64);
    return IntStream.rangeClosed(1, COUNT).mapToObj(i -> item(i, random)).iterator();
  }

  private static Item item(int number, Random random) {
    var item = new LinkedHashMap<String, Attr>();
    item.put("id", new Attr.S(String.format(Locale.ROOT, "all-%02d", number)));
    item.put("value", EDGES.get((number - 1) % EDGES.size()));
    for (Attr edge : EDGES) {
      // The first item has all ten types, the others most.
      if (number == 1 || random.nextInt(6) == 0) {
        item.put("type" + edge.type(), edge);
      }
    }
    return new Item(item);
  }

  /// Maps and lists in turn.
  private static Attr nested(int depth) {
    Attr value = new Attr.S("the bottom");
    for (int i = 0; i < depth; i++) {
      value = i % 2 == 0 ? new Attr.L(List.of(value)) : Attr.M.of(Map.of("inside", value));
    }
    return value;
  }
}
