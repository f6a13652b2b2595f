package dev.sortkey.core.rows;

import java.util.ArrayList;
import java.util.List;

/// A shape taken apart again: its words, or its literal texts and what varies between them.
final class ShapeParts {
  /// One part between separators.
  ///
  /// @param last whether no other comes after it
  record Token(int start, int end, boolean word, boolean last) {}

  private static final String MARK = Character.toString(KeyShape.of(KeyKind.ANY));

  private ShapeParts() {}

  static boolean isStrong(String shape) {
    return shape.chars().anyMatch(c -> KeyKind.STRONG.indexOf(c) >= 0);
  }

  /// The parts, without the separators that come first.
  static List<Token> tokens(String shape) {
    String separators = isStrong(shape) ? KeyKind.STRONG : weak(shape);
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < shape.length() && separators.indexOf(shape.charAt(at)) >= 0) {
      at++;
    }
    while (at < shape.length()) {
      int end = at;
      while (end < shape.length() && separators.indexOf(shape.charAt(end)) < 0) {
        end++;
      }
      tokens.add(new Token(at, end, !KeyShape.varies(shape.charAt(at)), end == shape.length()));
      at = end + 1;
    }
    return tokens;
  }

  private static String weak(String shape) {
    return shape
        .chars()
        .filter(c -> KeyKind.WEAK.indexOf(c) >= 0)
        .mapToObj(Character::toString)
        .findFirst()
        .orElse("");
  }

  /// Literal texts and runs of what varies, in turn. Separators within a run belong to it.
  static List<String> pieces(String shape) {
    List<String> pieces = new ArrayList<>();
    int at = 0;
    while (at < shape.length()) {
      int end = at + 1;
      if (KeyShape.varies(shape.charAt(at))) {
        while (end + 1 < shape.length() && KeyShape.varies(shape.charAt(end + 1))) {
          end += 2;
        }
      } else {
        while (end < shape.length() && !KeyShape.varies(shape.charAt(end))) {
          end++;
        }
      }
      pieces.add(shape.substring(at, end));
      at = end;
    }
    return pieces;
  }

  static boolean isRun(String piece) {
    return KeyShape.varies(piece.charAt(0));
  }

  /// The literal texts, with one mark for each run.
  static String skeleton(String shape) {
    var skeleton = new StringBuilder();
    for (String piece : pieces(shape)) {
      skeleton.append(isRun(piece) ? MARK : piece);
    }
    return skeleton.toString();
  }

  /// The pattern of keys whose shapes have one skeleton.
  static String pattern(List<String> shapes) {
    boolean strong = isStrong(shapes.getFirst());
    List<String> merged = new ArrayList<>(pieces(shapes.getFirst()));
    for (String shape : shapes) {
      List<String> pieces = pieces(shape);
      for (int i = 0; i < merged.size(); i++) {
        if (isRun(merged.get(i))) {
          merged.set(i, merge(merged.get(i), pieces.get(i), strong));
        }
      }
    }
    var pattern = new StringBuilder();
    for (String piece : merged) {
      if (!isRun(piece)) {
        pattern.append(KeyPattern.escape(piece));
      } else {
        piece
            .chars()
            .forEach(c ->
                pattern.append(
                    KeyShape.varies((char) c)
                        ? KeyShape.kind((char) c).word()
                        : Character.toString(c)));
      }
    }
    return pattern.toString();
  }

  private static String merge(String run, String other, boolean strong) {
    if (run.length() != other.length()) {
      return MARK;
    }
    var merged = new StringBuilder(run);
    for (int i = 0; i < run.length(); i++) {
      char a = run.charAt(i);
      char b = other.charAt(i);
      boolean varies = KeyShape.varies(a);
      // A text ends at a weak separator, which a date or a UUID may have within.
      boolean text = a != b && varies && (strong || run.length() == 1 && noSeparator(run, other));
      if (text) {
        merged.setCharAt(i, KeyShape.of(KeyKind.TEXT));
      } else if (a != b) {
        return MARK;
      }
      if (varies && (a == MARK.charAt(0) || b == MARK.charAt(0))) {
        return MARK;
      }
    }
    return merged.toString();
  }

  private static boolean noSeparator(String run, String other) {
    return isPlain(run.charAt(0)) && isPlain(other.charAt(0));
  }

  private static boolean isPlain(char kind) {
    return KeyShape.kind(kind) == KeyKind.TEXT || KeyShape.kind(kind) == KeyKind.NUMBER;
  }
}
