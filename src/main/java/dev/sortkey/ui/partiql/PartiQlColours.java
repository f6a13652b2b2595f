package dev.sortkey.ui.partiql;

import dev.sortkey.core.partiql.Lexer;
import dev.sortkey.core.partiql.Token;
import dev.sortkey.ui.editor.CodeEditor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Colours one line of PartiQL.
final class PartiQlColours {
  private static final Set<String> WORDS =
      Set.of(
          "SELECT",
          "FROM",
          "WHERE",
          "AND",
          "OR",
          "NOT",
          "BETWEEN",
          "IN",
          "IS",
          "MISSING",
          "NULL",
          "ORDER",
          "BY",
          "ASC",
          "DESC",
          "INSERT",
          "INTO",
          "VALUE",
          "UPDATE",
          "SET",
          "REMOVE",
          "DELETE",
          "RETURNING",
          "ALL",
          "MODIFIED",
          "OLD",
          "NEW",
          "EXISTS",
          "TRUE",
          "FALSE");
  private static final String OTHER = "sk-json-other";

  private PartiQlColours() {}

  static List<CodeEditor.Piece> of(String line) {
    List<CodeEditor.Piece> pieces = new ArrayList<>();
    int at = 0;
    for (Token token : Lexer.cut(line).tokens()) {
      if (token.from() > at) {
        pieces.add(new CodeEditor.Piece(OTHER, at, token.from()));
      }
      if (token.to() > token.from()) {
        pieces.add(new CodeEditor.Piece(style(token), token.from(), token.to()));
      }
      at = token.to();
    }
    if (at < line.length()) {
      pieces.add(new CodeEditor.Piece(OTHER, at, line.length()));
    }
    return pieces;
  }

  private static String style(Token token) {
    return switch (token.kind()) {
      case WORD -> WORDS.contains(token.text().toUpperCase(Locale.ROOT)) ? "sk-code-word" : OTHER;
      case NAME -> "sk-json-key";
      case STRING -> "sk-code-string";
      case NUMBER -> "sk-code-number";
      case COMMENT -> "sk-code-comment";
      case PARAMETER -> "sk-code-mark";
      case SIGN, END -> OTHER;
    };
  }
}
