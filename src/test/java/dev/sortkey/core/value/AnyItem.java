package dev.sortkey.core.value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/// Arbitrary items of all ten types, nested, with the names, numbers and empty values that break
/// careless code, and without jqwik's own edge cases, which would use up all tries. DynamoDB would
/// take each, a key aside: [ItemRules] finds no flaw. Use `AnyItem.items()` in a `@Provide` method.
public final class AnyItem {
  private static final int DEEPEST = 4;

  private AnyItem() {}

  public static Arbitrary<Item> items() {
    return fields(names(), attrs(DEEPEST), 8).map(Item::new).withoutEdgeCases();
  }

  /// A value of any type.
  public static Arbitrary<Attr> attrs() {
    return attrs(DEEPEST).withoutEdgeCases();
  }

  /// Names of attributes.
  public static Arbitrary<String> names() {
    return Arbitraries.frequencyOf(
        Tuple.of(
            3,
            Arbitraries.of(
                " ",
                ".",
                "a.b",
                "a[0]",
                "[1]",
                "`",
                "a`b",
                "size",
                "#n0",
                ":v0",
                "$SS",
                "$NS",
                "$BS",
                "$B",
                "$N",
                "$M",
                "$$M",
                "S",
                "N",
                "M",
                "NULL",
                "😀",
                "naïve",
                "\"",
                "\\",
                "\n",
                "\u0000",
                "\u2028",
                "constructor",
                "Id",
                "OrderID")),
        Tuple.of(2, Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8)),
        Tuple.of(1, texts().filter(text -> !text.isEmpty())));
  }

  /// Numbers as a person may write them, all of which DynamoDB takes.
  public static Arbitrary<String> numbers() {
    Arbitrary<String> odd =
        Arbitraries.of(
            "0",
            "-0",
            "0.00",
            "+1",
            "+1.",
            ".5",
            "-.5",
            "5.",
            "007",
            "1.10",
            "1e3",
            "1E+3",
            "-1.50e-7",
            "1E-130",
            "9007199254740993",
            "12345678901234567890123456789012345678",
            "-0.12345678901234567890123456789012345678",
            "9.9999999999999999999999999999999999999E+125");
    Arbitrary<String> digits = Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(38);
    Arbitrary<String> decimals =
        Combinators.combine(
                Arbitraries.of("", "-"),
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(19),
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(19),
                Arbitraries.of("", "e5", "E-80", "e+90"))
            .as((sign, whole, fraction, exponent) -> sign + whole + "." + fraction + exponent);
    return Arbitraries.oneOf(odd, digits, decimals);
  }

  /// Unicode texts without lone surrogates, which UTF-8 cannot carry.
  public static Arbitrary<String> texts() {
    return Arbitraries.strings()
        .all()
        .ofMaxLength(12)
        .filter(text -> text.codePoints().noneMatch(AnyItem::isLoneSurrogate));
  }

  public static Arbitrary<Bytes> binaries() {
    return Arbitraries.bytes().array(byte[].class).ofMaxSize(12).map(Bytes::of);
  }

  private static boolean isLoneSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private static Arbitrary<Attr> attrs(int depth) {
    Arbitrary<Attr> scalars =
        Arbitraries.oneOf(
            texts().map(Attr.S::new),
            numbers().map(Attr.N::new),
            binaries().map(Attr.B::new),
            Arbitraries.of(true, false).map(Attr.Bool::new),
            Arbitraries.just(new Attr.Null()),
            texts().list().ofMinSize(1).ofMaxSize(4).map(Attr.SS::of),
            numbers().list().ofMinSize(1).ofMaxSize(4).map(AnyItem::numberSet),
            binaries().list().ofMinSize(1).ofMaxSize(4).map(Attr.BS::of));
    if (depth == 0) {
      return scalars;
    }
    return Arbitraries.frequencyOf(
        Tuple.of(4, scalars),
        Tuple.of(1, Arbitraries.lazy(() -> attrs(depth - 1).list().ofMaxSize(3).map(Attr.L::new))),
        Tuple.of(1, Arbitraries.lazy(() -> fields(names(), attrs(depth - 1), 3).map(Attr.M::new))));
  }

  private static Attr numberSet(List<String> numbers) {
    var distinct = new LinkedHashMap<String, String>();
    numbers.forEach(number -> distinct.putIfAbsent(DynamoNumber.canonical(number), number));
    return Attr.NS.of(distinct.values());
  }

  private static Arbitrary<LinkedHashMap<String, Attr>> fields(
      Arbitrary<String> names, Arbitrary<Attr> values, int most) {
    return Combinators.combine(names, values)
        .as(Map::entry)
        .list()
        .ofMaxSize(most)
        .map(entries -> {
          var fields = new LinkedHashMap<String, Attr>();
          entries.forEach(entry -> fields.put(entry.getKey(), entry.getValue()));
          return fields;
        });
  }
}
