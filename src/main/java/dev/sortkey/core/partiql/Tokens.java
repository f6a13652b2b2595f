package dev.sortkey.core.partiql;

import dev.sortkey.core.text.Messages;
import java.util.List;
import java.util.Locale;

/// The pieces of one statement, and how far the parser has come in them.
final class Tokens {
  private final List<Token> all;
  private int at;

  /// @param all at least one, without comments
  Tokens(List<Token> all) {
    this.all = List.copyOf(all);
  }

  int at() {
    return at;
  }

  void back(int to) {
    at = to;
  }

  boolean atEnd() {
    return at >= all.size();
  }

  Token peek() {
    if (atEnd()) {
      int end = all.getLast().to();
      return new Token(Token.Kind.END, "", end, end);
    }
    return all.get(at);
  }

  Token next() {
    Token token = peek();
    at++;
    return token;
  }

  /// The bare word that comes next, in capitals; empty for anything else.
  String word() {
    return peek().kind() == Token.Kind.WORD ? peek().text().toUpperCase(Locale.ROOT) : "";
  }

  boolean isWord(String word) {
    return peek().is(word);
  }

  boolean isSign(String sign) {
    return peek().isSign(sign);
  }

  boolean takeWord(String word) {
    boolean found = isWord(word);
    at += found ? 1 : 0;
    return found;
  }

  boolean take(String sign) {
    boolean found = isSign(sign);
    at += found ? 1 : 0;
    return found;
  }

  void expect(String word) {
    if (!takeWord(word)) {
      throw wrong("partiql.flaw.expected", word);
    }
  }

  void expectSign(String sign) {
    if (!take(sign)) {
      throw wrong("partiql.flaw.expected", sign);
    }
  }

  /// A name, bare or in double quotes.
  String name(String flaw) {
    Token token = peek();
    if (token.kind() != Token.Kind.WORD && token.kind() != Token.Kind.NAME) {
      throw wrong(flaw);
    }
    return next().text();
  }

  /// What is wrong with what comes next.
  ParseException wrong(String key, Object... arguments) {
    return wrong(peek(), key, arguments);
  }

  ParseException wrong(Token token, String key, Object... arguments) {
    return new ParseException(new Fault(token.from(), token.to(), Messages.text(key, arguments)));
  }
}
