package dev.sortkey.core.partiql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Tells statements that only read from all others. What it does not understand counts as a write,
/// since a mistake the other way would change data that a person had put out of reach.
public final class PartiQl {
  /// Statements that write begin with these; inside a SELECT they stand only in quotes, being
  /// reserved words of DynamoDB.
  private static final Set<String> WRITING =
      Set.of(
          "INSERT",
          "INTO",
          "UPDATE",
          "DELETE",
          "REMOVE",
          "SET",
          "UPSERT",
          "REPLACE",
          "CREATE",
          "DROP",
          "ALTER",
          "EXEC",
          "EXECUTE",
          "RETURNING");

  private static final String PUNCTUATION = ".,()[]{}<>=!+-*/?:%|";

  private PartiQl() {}

  /// Whether the statement is one SELECT and nothing else.
  public static boolean onlyReads(String statement) {
    Optional<List<String>> read = words(statement);
    if (read.isEmpty()) {
      return false;
    }
    List<String> words = read.get();
    return !words.isEmpty()
        && words.getFirst().equals("SELECT")
        && words.stream().noneMatch(WRITING::contains);
  }

  /// The words outside of quotes in upper case, and `'` for all else that bears meaning; empty when
  /// the text is not well formed.
  private static Optional<List<String>> words(String text) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
        at++;
      } else if (text.startsWith("--", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        int inner = text.indexOf("/*", at + 2);
        if (end < 0 || (inner >= 0 && inner < end)) {
          return Optional.empty();
        }
        at = end + 2;
      } else if (c == '\'' || c == '"') {
        int end = closing(text, at);
        if (end < 0) {
          return Optional.empty();
        }
        words.add("'");
        at = end + 1;
      } else if (isWordPart(c)) {
        int end = at;
        while (end < text.length() && isWordPart(text.charAt(end))) {
          end++;
        }
        words.add(text.substring(at, end).toUpperCase(Locale.ROOT));
        at = end;
      } else if (PUNCTUATION.indexOf(c) >= 0) {
        words.add("'");
        at++;
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(words);
  }

  /// Where the quotes that open at `at` close; two in a row stand for one inside.
  private static int closing(String text, int at) {
    char quote = text.charAt(at);
    int here = at + 1;
    while (true) {
      int next = text.indexOf(quote, here);
      if (next < 0 || next + 1 >= text.length() || text.charAt(next + 1) != quote) {
        return next;
      }
      here = next + 2;
    }
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }
}
