package dev.sortkey.core.partiql;

import dev.sortkey.core.text.Messages;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cuts PartiQL text into its pieces, for the parser and for colours.
public final class Lexer {
  private static final List<String> SIGNS =
      List.of(
          "<<", ">>", "<=", ">=", "<>", "!=", "||", "=", "<", ">", "(", ")", "[", "]", "{", "}",
          ",", ".", ":", ";", "*", "+", "-", "/", "%");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private @Nullable Fault fault;
  private int at;

  private Lexer(String text) {
    this.text = text;
  }

  /// @param fault what could not be cut, or null
  public record Cut(List<Token> tokens, @Nullable Fault fault) {}

  /// All pieces, comments too; as far as the text can be cut.
  public static Cut cut(String text) {
    var lexer = new Lexer(text);
    lexer.run();
    return new Cut(List.copyOf(lexer.tokens), lexer.fault);
  }

  private void run() {
    while (at < text.length() && fault == null) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (text.startsWith("--", at)) {
        int end = text.indexOf('\n', at);
        add(Token.Kind.COMMENT, end < 0 ? text.length() : end);
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
          wrong("partiql.flaw.comment");
        } else {
          add(Token.Kind.COMMENT, end + 2);
        }
      } else if (c == '\'') {
        quoted('\'', Token.Kind.STRING, "partiql.flaw.string");
      } else if (c == '"') {
        String flaw = "partiql.flaw.name";
        quoted(c, Token.Kind.NAME, flaw);
      } else if (c == '?') {
        add(Token.Kind.PARAMETER, at + 1);
      } else if (isDigit(c) || c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1))) {
        number();
      } else if (Character.isLetter(c) || c == '_' || c == '$') {
        int end = at;
        while (end < text.length() && isWordPart(text.charAt(end))) {
          end++;
        }
        add(Token.Kind.WORD, end);
      } else {
        sign();
      }
    }
    tokens.add(new Token(Token.Kind.END, "", text.length(), text.length()));
  }

  private void add(Token.Kind kind, int end) {
    tokens.add(new Token(kind, text.substring(at, end), at, end));
    at = end;
  }

  private void wrong(String key, Object... arguments) {
    fault = new Fault(at, text.length(), Messages.text(key, arguments));
  }

  /// Two quotes in a row stand for one inside.
  private void quoted(char quote, Token.Kind kind, String flaw) {
    var value = new StringBuilder();
    int here = at + 1;
    while (true) {
      int end = text.indexOf(quote, here);
      if (end < 0) {
        wrong(flaw);
        return;
      }
      value.append(text, here, end);
      if (end + 1 < text.length() && text.charAt(end + 1) == quote) {
        value.append(quote);
        here = end + 2;
      } else {
        tokens.add(new Token(kind, value.toString(), at, end + 1));
        at = end + 1;
        return;
      }
    }
  }

  private void number() {
    int end = at;
    while (end < text.length() && (isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
      end++;
    }
    if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int power = end + 1;
      if (power < text.length() && "+-".indexOf(text.charAt(power)) >= 0) {
        power++;
      }
      if (power < text.length() && isDigit(text.charAt(power))) {
        end = power;
        while (end < text.length() && isDigit(text.charAt(end))) {
          end++;
        }
      }
    }
    add(Token.Kind.NUMBER, end);
  }

  private void sign() {
    for (String sign : SIGNS) {
      if (text.startsWith(sign, at)) {
        add(Token.Kind.SIGN, at + sign.length());
        return;
      }
    }
    int end = at + Character.charCount(text.codePointAt(at));
    fault = new Fault(at, end, Messages.text("partiql.flaw.character", text.substring(at, end)));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }
}
