package dev.sortkey.ui.editor;

import java.util.ArrayList;
import java.util.List;

/// Cuts one line of JSON into pieces to colour. No string spans lines, so that a line can be read
/// by itself.
final class JsonTokens {
  /// What a piece is, by its style class.
  enum Kind {
    KEY("sk-json-key"),
    STRING("sk-json-string"),
    NUMBER("sk-json-number"),
    WORD("sk-json-word"),
    OTHER("sk-json-other");

    private final String style;

    Kind(String style) {
      this.style = style;
    }

    String style() {
      return style;
    }
  }

  private JsonTokens() {}

  static List<CodeEditor.Piece> of(String line) {
    List<CodeEditor.Piece> tokens = new ArrayList<>();
    int at = 0;
    int from = 0;
    while (at < line.length()) {
      if (Character.isWhitespace(line.charAt(at))) {
        at++; // goes with what follows: each piece is a node, and blanks have no colour
        continue;
      }
      char c = line.charAt(at);
      int end = at + 1;
      Kind kind;
      if (c == '"') {
        end = stringEnd(line, at);
        kind = beforeColon(line, end) ? Kind.KEY : Kind.STRING;
      } else if (c == '-' || c == '+' || c >= '0' && c <= '9') {
        while (end < line.length() && "0123456789.eE+-".indexOf(line.charAt(end)) >= 0) {
          end++;
        }
        kind = Kind.NUMBER;
      } else if (Character.isLetter(c)) {
        while (end < line.length() && Character.isLetter(line.charAt(end))) {
          end++;
        }
        kind = Kind.WORD;
      } else {
        while (end < line.length() && other(line.charAt(end))) {
          end++;
        }
        kind = Kind.OTHER;
      }
      tokens.add(new CodeEditor.Piece(kind.style(), from, end));
      at = end;
      from = end;
    }
    if (from < line.length()) {
      tokens.add(new CodeEditor.Piece(Kind.OTHER.style(), from, line.length()));
    }
    return tokens;
  }

  private static boolean other(char c) {
    return c != '"' && c != '-' && c != '+' && !(c >= '0' && c <= '9') && !Character.isLetter(c);
  }

  private static int stringEnd(String line, int open) {
    for (int i = open + 1; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        return i + 1;
      }
    }
    return line.length();
  }

  private static boolean beforeColon(String line, int from) {
    int at = from;
    while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
      at++;
    }
    return at < line.length() && line.charAt(at) == ':';
  }
}
