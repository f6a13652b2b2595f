package dev.sortkey.core.partiql;

/// A piece of PartiQL text.
///
/// @param text of a name or string without its quotes; else as it stands
public record Token(Kind kind, String text, int from, int to) {
  public enum Kind {
    /// A bare word: a keyword, a function, or a name.
    WORD,
    /// A name in double quotes.
    NAME,
    STRING,
    NUMBER,
    SIGN,
    COMMENT,
    /// A parameter, `?`.
    PARAMETER,
    END
  }

  boolean is(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  boolean isSign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }
}
