package dev.sortkey.core.partiql;

import dev.sortkey.core.value.Attr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The statements of a text, with semicolons between.
///
/// @param fault why the text cannot be cut into pieces, or null
public record Script(List<Piece> pieces, @Nullable Fault fault) {
  /// One statement and where it stands.
  ///
  /// @param text without the semicolon
  /// @param statement null when it cannot be understood
  /// @param parameters how many question marks it has
  /// @param fault why it cannot be understood, or null
  public record Piece(
      String text,
      int from,
      int to,
      @Nullable Statement statement,
      int parameters,
      @Nullable Fault fault) {
    /// Whether nothing is written; what is not understood is not run at all.
    public boolean reads() {
      return statement == null || statement.reads();
    }
  }

  public Script {
    pieces = List.copyOf(pieces);
  }

  public static Script read(String text) {
    return read(text, List.of());
  }

  /// @param parameters values for the question marks, over all statements in their order; those
  ///   that are missing are taken for a string
  public static Script read(String text, List<Attr> parameters) {
    Lexer.Cut cut = Lexer.cut(text);
    List<Piece> pieces = new ArrayList<>();
    List<Token> tokens = new ArrayList<>();
    int used = 0;
    for (Token token : cut.tokens()) {
      boolean end = token.isSign(";") || token.kind() == Token.Kind.END;
      if (!end && token.kind() != Token.Kind.COMMENT) {
        tokens.add(token);
      }
      if (end && !tokens.isEmpty()) {
        int from = tokens.getFirst().from();
        int to = tokens.getLast().to();
        boolean broken = cut.fault() != null && token.kind() == Token.Kind.END;
        Piece piece = piece(text, from, to, tokens, parameters, used, broken ? cut.fault() : null);
        used += piece.parameters();
        pieces.add(piece);
        tokens.clear();
      }
    }
    return new Script(pieces, cut.fault());
  }

  private static Piece piece(
      String text,
      int from,
      int to,
      List<Token> tokens,
      List<Attr> parameters,
      int used,
      @Nullable Fault broken) {
    int count = (int) tokens.stream().filter(t -> t.kind() == Token.Kind.PARAMETER).count();
    String own = text.substring(from, broken == null ? to : text.length());
    if (broken != null) {
      return new Piece(own, from, text.length(), null, count, broken);
    }
    List<Attr> values = new ArrayList<>();
    for (int i = used; i < used + count; i++) {
      values.add(i < parameters.size() ? parameters.get(i) : new Attr.S("?"));
    }
    try {
      return new Piece(own, from, to, new Parser(tokens, values).statement(), count, null);
    } catch (ParseException e) {
      return new Piece(own, from, to, null, count, e.fault());
    }
  }

  /// The statement at a place in the text, or the last one before it; null when there is none.
  public @Nullable Piece at(int offset) {
    Piece found = null;
    for (Piece piece : pieces) {
      if (found == null || piece.from() <= offset) {
        found = piece;
      }
    }
    return found;
  }
}
