package dev.sortkey.core.rows;

import dev.sortkey.core.text.Messages;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the keys of one entity look like, such as `ORDER#{date}#{number}`: text that is the same in
/// all of them, and parts that vary. `*` stands for anything, and a backslash before a character
/// for that character.
///
/// A `{text}` does not go beyond a separator, so that `USER#{text}` is no `USER#1#ORDER#2`: where
/// the pattern has one of `#`, `|` and `~`, none of these; otherwise the first separator in it.
public final class KeyPattern {
  private sealed interface Part {}

  private record Literal(String text, byte[] bytes) implements Part {}

  private record Variable(KeyKind kind) implements Part {}

  private final List<Part> parts;

  /// The separators that end a `{text}`.
  private final BitSet ends;

  private KeyPattern(List<Part> parts) {
    this.parts = List.copyOf(parts);
    this.ends = ends(parts);
  }

  /// @throws IllegalArgumentException which says in plain words what is wrong with the text
  public static KeyPattern parse(String text) {
    var parts = new ArrayList<Part>();
    var literal = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      KeyKind kind = null;
      if (c == '\\') {
        if (++at == text.length()) {
          throw new IllegalArgumentException(Messages.text("entities.pattern.backslash"));
        }
        literal.append(text.charAt(at));
      } else if (c == '*') {
        kind = KeyKind.ANY;
      } else if (c == '{') {
        int close = text.indexOf('}', at);
        if (close < 0) {
          throw new IllegalArgumentException(Messages.text("entities.pattern.open"));
        }
        kind = kind(text.substring(at, close + 1));
        at = close;
      } else {
        literal.append(c);
      }
      if (kind != null) {
        endLiteral(literal, parts);
        if (!parts.isEmpty() && parts.getLast() instanceof Variable) {
          throw new IllegalArgumentException(Messages.text("entities.pattern.adjacent"));
        }
        parts.add(new Variable(kind));
      }
    }
    endLiteral(literal, parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException(Messages.text("entities.pattern.empty"));
    }
    return new KeyPattern(parts);
  }

  private static KeyKind kind(String word) {
    for (KeyKind kind : KeyKind.values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(Messages.text("entities.pattern.unknown", word));
  }

  private static void endLiteral(StringBuilder literal, List<Part> parts) {
    if (!literal.isEmpty()) {
      String text = literal.toString();
      parts.add(new Literal(text, text.getBytes(StandardCharsets.UTF_8)));
      literal.setLength(0);
    }
  }

  /// A literal text as a pattern writes it.
  static String escape(String literal) {
    return literal.replaceAll("([\\\\{*])", "\\\\$1");
  }

  private static BitSet ends(List<Part> parts) {
    var ends = new BitSet();
    int first = -1;
    boolean strong = false;
    for (Part part : parts) {
      if (part instanceof Literal(String text, byte[] _)) {
        for (int i = 0; i < text.length(); i++) {
          char c = text.charAt(i);
          strong |= KeyKind.STRONG.indexOf(c) >= 0;
          if (first < 0 && KeyKind.WEAK.indexOf(c) >= 0) {
            first = c;
          }
        }
      }
    }
    if (strong) {
      KeyKind.STRONG.chars().forEach(ends::set);
    } else if (first >= 0) {
      ends.set(first);
    }
    return ends;
  }

  /// Whether every key fits.
  public boolean isAny() {
    return isOnly(KeyKind.ANY);
  }

  /// Whether every key of the number type fits.
  boolean isNumber() {
    return isOnly(KeyKind.NUMBER);
  }

  private boolean isOnly(KeyKind kind) {
    return parts.size() == 1 && parts.getFirst().equals(new Variable(kind));
  }

  /// Whether the keys have some text in common.
  boolean hasLiteral() {
    return literalLength() > 0;
  }

  int literalLength() {
    return parts.stream()
        .mapToInt(part -> part instanceof Literal(String text, byte[] _) ? text.length() : 0)
        .sum();
  }

  /// What the keys begin with, up to what varies; the empty text when that comes first.
  public String lead() {
    return parts.size() > 1 && parts.getFirst() instanceof Literal(String text, byte[] _)
        ? text
        : "";
  }

  /// How much a pattern says, for the choice between two that fit.
  int weight() {
    long named =
        parts.stream()
            .filter(part -> part instanceof Variable(KeyKind kind) && kind != KeyKind.ANY)
            .count();
    return 16 * literalLength() + (int) named;
  }

  /// The words of the literal parts, for a name.
  List<String> words() {
    List<String> words = new ArrayList<>();
    for (Part part : parts) {
      if (part instanceof Literal(String text, byte[] _)) {
        String stripped = text.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "");
        if (!stripped.isEmpty()) {
          words.add(stripped);
        }
      }
    }
    return words;
  }

  /// Whether a string key fits.
  public boolean matches(String key) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    return matches(bytes, 0, bytes.length);
  }

  /// Likewise, for a key in UTF-8.
  boolean matches(byte[] data, int from, int to) {
    return new Match(data, to).from(0, from);
  }

  /// One attempt, which remembers where it has failed, so that no pattern takes long.
  private final class Match {
    private final byte[] data;
    private final int to;
    private @Nullable BitSet failed;

    Match(byte[] data, int to) {
      this.data = data;
      this.to = to;
    }

    boolean from(int index, int at) {
      if (index == parts.size()) {
        return at == to;
      }
      return switch (parts.get(index)) {
        case Literal(String _, byte[] bytes) ->
            at + bytes.length <= to
                && Arrays.equals(data, at, at + bytes.length, bytes, 0, bytes.length)
                && from(index + 1, at + bytes.length);
        case Variable(KeyKind kind) -> variable(kind, index, at);
      };
    }

    private boolean variable(KeyKind kind, int index, int at) {
      int end = kind.end(data, at, to, ends);
      if (end < 0) {
        return false;
      }
      int least = kind == KeyKind.ANY ? at : at + 1;
      if (kind.isWhole() || index + 1 == parts.size()) {
        return end >= least && from(index + 1, end);
      }
      for (int stop = end; stop >= least; stop--) {
        if (!hasFailed(index + 1, stop)) {
          if (from(index + 1, stop)) {
            return true;
          }
          fail(index + 1, stop);
        }
      }
      return false;
    }

    private boolean hasFailed(int index, int at) {
      return failed != null && failed.get(at * (parts.size() + 1) + index);
    }

    private void fail(int index, int at) {
      // A literal that does not fit is found out at once; only what comes after it is costly.
      if (parts.size() - index > 1) {
        if (failed == null) {
          failed = new BitSet();
        }
        failed.set(at * (parts.size() + 1) + index);
      }
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof KeyPattern pattern && toString().equals(pattern.toString());
  }

  @Override
  public int hashCode() {
    return Objects.hash(toString());
  }

  /// The text that [#parse] reads.
  @Override
  public String toString() {
    var text = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Literal(String literal, byte[] _) -> text.append(escape(literal));
        case Variable(KeyKind kind) -> text.append(kind.word());
      }
    }
    return text.toString();
  }
}
