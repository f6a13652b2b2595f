package dev.sortkey.core.bulk;

import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Item;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A small expression over an item's attributes: numbers, `'text'`, paths, `+ - * /`, brackets, and
/// the functions upper, lower, trim, round, string and number. `+` between two texts joins them.
public final class Formula {
  /// DynamoDB keeps 38 digits.
  private static final MathContext DIGITS = new MathContext(38, RoundingMode.HALF_EVEN);

  private interface Part {
    Attr of(Item item);
  }

  private final String text;
  private final Part root;

  private Formula(String text, Part root) {
    this.text = text;
    this.root = root;
  }

  /// @throws IllegalArgumentException when it is no formula; the message is for the person
  public static Formula parse(String text) {
    var parser = new Parser(text);
    Part root = parser.sum();
    parser.end();
    return new Formula(text, root);
  }

  /// @throws IllegalArgumentException when it does not fit the item; the message is for the person
  public Attr of(Item item) {
    try {
      return root.of(item);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(Messages.text("bulk.formula.arithmetic"), e);
    }
  }

  @Override
  public String toString() {
    return text;
  }

  private static final class Parser {
    private final String text;
    private int at;

    Parser(String text) {
      this.text = text;
    }

    Part sum() {
      Part left = product();
      while (true) {
        if (takes('+')) {
          Part one = left;
          Part other = product();
          left = item -> plus(one.of(item), other.of(item));
        } else if (takes('-')) {
          Part one = left;
          Part other = product();
          left = item -> of(number(one.of(item)).subtract(number(other.of(item)), DIGITS));
        } else {
          return left;
        }
      }
    }

    private Part product() {
      Part left = factor();
      while (true) {
        if (takes('*')) {
          Part one = left;
          Part other = factor();
          left = item -> of(number(one.of(item)).multiply(number(other.of(item)), DIGITS));
        } else if (takes('/')) {
          Part one = left;
          Part other = factor();
          left = item -> of(number(one.of(item)).divide(number(other.of(item)), DIGITS));
        } else {
          return left;
        }
      }
    }

    private Part factor() {
      if (takes('-')) {
        Part of = factor();
        return item -> of(number(of.of(item)).negate());
      }
      if (takes('(')) {
        Part inner = sum();
        expect(')');
        return inner;
      }
      skip();
      if (at >= text.length()) {
        throw wrong("bulk.formula.end");
      }
      char c = text.charAt(at);
      if (c == '\'') {
        return literal();
      }
      if (Character.isDigit(c)) {
        return digits();
      }
      return named();
    }

    private Part literal() {
      var out = new StringBuilder();
      at++;
      while (at < text.length()) {
        char c = text.charAt(at++);
        if (c != '\'') {
          out.append(c);
        } else if (at < text.length() && text.charAt(at) == '\'') {
          out.append('\'');
          at++;
        } else {
          var value = new Attr.S(out.toString());
          return _ -> value;
        }
      }
      throw wrong("bulk.formula.quote");
    }

    private Part digits() {
      int from = at;
      while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
        at++;
      }
      try {
        Attr value = of(new BigDecimal(text.substring(from, at)));
        return _ -> value;
      } catch (NumberFormatException _) {
        throw wrong("bulk.formula.number");
      }
    }

    /// A function with its arguments, or a path.
    private Part named() {
      int from = at;
      boolean quoted = false;
      while (at < text.length()) {
        char c = text.charAt(at);
        quoted ^= c == '`';
        if (!quoted && !Character.isLetterOrDigit(c) && "_.[]`".indexOf(c) < 0) {
          break;
        }
        at++;
      }
      String name = text.substring(from, at);
      if (name.isEmpty()) {
        throw wrong("bulk.formula.here");
      }
      if (takes('(')) {
        List<Part> arguments = new ArrayList<>();
        if (!takes(')')) {
          do {
            arguments.add(sum());
          } while (takes(','));
          expect(')');
        }
        return function(name.toLowerCase(Locale.ROOT), arguments);
      }
      AttrPath path = AttrPath.parse(name);
      return item -> {
        Attr value = item.get(path);
        if (value == null) {
          throw new IllegalArgumentException(Messages.text("bulk.formula.absent", path));
        }
        return value;
      };
    }

    private Part function(String name, List<Part> of) {
      int wants = name.equals("round") ? 2 : 1;
      if (of.size() != wants) {
        throw new IllegalArgumentException(Messages.text("bulk.formula.arguments", name, wants));
      }
      Part one = of.getFirst();
      return switch (name) {
        case "upper" -> item -> new Attr.S(string(one.of(item)).toUpperCase(Locale.ROOT));
        case "lower" -> item -> new Attr.S(string(one.of(item)).toLowerCase(Locale.ROOT));
        case "trim" -> item -> new Attr.S(string(one.of(item)).strip());
        case "round" ->
            item ->
                of(
                    number(one.of(item))
                        .setScale(
                            number(of.getLast().of(item)).intValueExact(), RoundingMode.HALF_UP));
        case "string" ->
            item ->
                one.of(item) instanceof Attr.S same
                    ? same
                    : new Attr.S(number(one.of(item)).toPlainString());
        case "number" ->
            item ->
                one.of(item) instanceof Attr.N same
                    ? same
                    : Conversion.of(one.of(item), AttrType.N);
        default -> throw new IllegalArgumentException(Messages.text("bulk.formula.function", name));
      };
    }

    void end() {
      skip();
      if (at < text.length()) {
        throw wrong("bulk.formula.here");
      }
    }

    private void skip() {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
    }

    private boolean takes(char c) {
      skip();
      if (at < text.length() && text.charAt(at) == c) {
        at++;
        return true;
      }
      return false;
    }

    private void expect(char c) {
      if (!takes(c)) {
        throw wrong("bulk.formula.bracket");
      }
    }

    private IllegalArgumentException wrong(String key) {
      return new IllegalArgumentException(Messages.text(key, at + 1));
    }

    private static Attr plus(Attr one, Attr other) {
      return one instanceof Attr.S(String before) && other instanceof Attr.S(String after)
          ? new Attr.S(before + after)
          : of(number(one).add(number(other), DIGITS));
    }

    private static Attr of(BigDecimal value) {
      return Operation.number(value);
    }

    private static BigDecimal number(Attr value) {
      if (value instanceof Attr.N(String digits)) {
        return new BigDecimal(digits);
      }
      throw new IllegalArgumentException(
          Messages.text("bulk.formula.type", value.type().name(), "N"));
    }

    private static String string(Attr value) {
      if (value instanceof Attr.S(String some)) {
        return some;
      }
      throw new IllegalArgumentException(
          Messages.text("bulk.formula.type", value.type().name(), "S"));
    }
  }
}
