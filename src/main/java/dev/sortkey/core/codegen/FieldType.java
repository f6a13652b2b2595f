package dev.sortkey.core.codegen;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.DynamoNumber;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What type of Java an attribute wants, by the values seen. What does not fit into one type stays
/// [Any], so that no value is bent.
sealed interface FieldType {
  /// Scalars; the three kinds of numbers widen into each other, in this order.
  enum Scalar implements FieldType {
    WHOLE,
    BIG_WHOLE,
    DECIMAL,
    TEXT,
    BOOL,
    BINARY;

    boolean number() {
      return ordinal() <= DECIMAL.ordinal();
    }
  }

  record SetOf(Scalar element) implements FieldType {}

  record ListOf(FieldType element) implements FieldType {}

  /// A map whose fields are known.
  record Bean(SequencedMap<String, FieldType> fields) implements FieldType {
    public Bean {
      fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
    }
  }

  /// Of several types; kept as DynamoDB has it.
  record Any() implements FieldType {}

  /// Only NULL was seen, or nothing at all.
  record Unknown() implements FieldType {}

  /// The most digits that surely fit into a `long`.
  int LONG_DIGITS = 18;

  /// Maps below this many maps stay as they are: classes so deep help nobody.
  int DEEPEST = 5;

  static FieldType of(Attr value) {
    return of(value, 0);
  }

  private static FieldType of(Attr value, int depth) {
    return switch (value) {
      case Attr.S _ -> Scalar.TEXT;
      case Attr.N(String digits) -> number(digits);
      case Attr.B _ -> Scalar.BINARY;
      case Attr.Bool _ -> Scalar.BOOL;
      case Attr.Null _ -> new Unknown();
      case Attr.SS _ -> new SetOf(Scalar.TEXT);
      case Attr.NS(var digits) -> new SetOf(numbers(digits));
      case Attr.BS _ -> new SetOf(Scalar.BINARY);
      case Attr.L(var elements) ->
          new ListOf(
              elements.stream()
                  .map(element -> of(element, depth))
                  .reduce(new Unknown(), FieldType::merge));
      case Attr.M _ when depth == DEEPEST -> new Any();
      case Attr.M(var fields) -> {
        var types = new LinkedHashMap<String, FieldType>();
        fields.forEach((name, field) -> types.put(name, of(field, depth + 1)));
        yield new Bean(types);
      }
    };
  }

  /// A type that holds the values of both.
  static FieldType merge(FieldType one, FieldType other) {
    if (one.equals(other) || other instanceof Unknown) {
      return one;
    }
    return switch (one) {
      case Unknown _ -> other;
      case Scalar a when other instanceof Scalar b && a.number() && b.number() -> wider(a, b);
      case SetOf(Scalar a) when other instanceof SetOf(Scalar b) && a.number() && b.number() ->
          new SetOf(wider(a, b));
      case ListOf(FieldType a) when other instanceof ListOf(FieldType b) -> new ListOf(merge(a, b));
      case Bean(var a) when other instanceof Bean(var b) -> {
        var fields = new LinkedHashMap<>(a);
        b.forEach((name, type) -> fields.merge(name, type, FieldType::merge));
        yield new Bean(fields);
      }
      case Scalar _, SetOf _, ListOf _, Bean _, Any _ -> new Any();
    };
  }

  private static Scalar numbers(Collection<String> digits) {
    return digits.stream().map(FieldType::number).reduce(Scalar.WHOLE, FieldType::wider);
  }

  private static Scalar number(String digits) {
    String plain = DynamoNumber.canonical(digits);
    if (!plain.chars().allMatch(letter -> letter == '-' || letter >= '0' && letter <= '9')) {
      return Scalar.DECIMAL;
    }
    return plain.length() <= LONG_DIGITS ? Scalar.WHOLE : Scalar.BIG_WHOLE;
  }

  private static Scalar wider(Scalar one, Scalar other) {
    return one.ordinal() > other.ordinal() ? one : other;
  }
}
