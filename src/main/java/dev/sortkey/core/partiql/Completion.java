package dev.sortkey.core.partiql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What may come next at a place in a text.
public final class Completion {
  private static final List<String> KEYWORDS =
      List.of(
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
          "ORDER BY",
          "ASC",
          "DESC",
          "INSERT INTO",
          "VALUE",
          "UPDATE",
          "SET",
          "REMOVE",
          "DELETE FROM",
          "RETURNING",
          "EXISTS",
          "TRUE",
          "FALSE");
  private static final List<String> FUNCTIONS =
      List.of("begins_with(", "contains(", "attribute_type(", "size(");
  private static final int MOST = 10;

  private Completion() {}

  /// What is offered.
  ///
  /// @param text as it is put in
  /// @param kind what it is, to be shown beside it
  public record Offer(String text, Kind kind) {
    public enum Kind {
      KEYWORD,
      FUNCTION,
      TABLE,
      INDEX,
      ATTRIBUTE
    }
  }

  /// @param from where the word begins that the offers take the place of
  public record Offers(int from, List<Offer> offers) {}

  /// A table that may be named.
  public record Known(String table, List<String> indexes, List<String> attributes) {}

  public static Offers at(String text, int caret, List<Known> known) {
    int from = caret;
    while (from > 0 && isPart(text.charAt(from - 1))) {
      from--;
    }
    if (from > 0 && text.charAt(from - 1) == '"') {
      from--;
    }
    String typed = text.substring(from, caret).replace("\"", "").toLowerCase(Locale.ROOT);
    boolean quoted = from < caret && text.charAt(from) == '"';
    String before = text.substring(0, from).stripTrailing().toUpperCase(Locale.ROOT);
    List<Offer> all = new ArrayList<>();
    if (before.endsWith(".")) {
      known.stream()
          .filter(table -> endsWith(before, table.table()))
          .forEach(table ->
              table.indexes().forEach(i -> all.add(new Offer(Literals.name(i), Offer.Kind.INDEX))));
    } else if (before.endsWith("FROM") || before.endsWith("INTO") || before.endsWith("UPDATE")) {
      known.forEach(k -> all.add(new Offer(Literals.name(k.table()), Offer.Kind.TABLE)));
    } else {
      for (Known table : known) {
        if (text.contains(table.table())) {
          table
              .attributes()
              .forEach(a -> all.add(new Offer(Literals.name(a), Offer.Kind.ATTRIBUTE)));
        }
      }
      if (!quoted) {
        FUNCTIONS.forEach(f -> all.add(new Offer(f, Offer.Kind.FUNCTION)));
        KEYWORDS.forEach(k -> all.add(new Offer(k + " ", Offer.Kind.KEYWORD)));
      }
    }
    List<Offer> fitting =
        all.stream()
            .distinct()
            .filter(offer -> plain(offer).startsWith(typed) && !plain(offer).equals(typed))
            .sorted(Comparator.comparing(Offer::kind).reversed())
            .limit(MOST)
            .toList();
    return new Offers(from, fitting);
  }

  private static boolean endsWith(String before, String table) {
    String name = table.toUpperCase(Locale.ROOT);
    return before.endsWith(name + ".") || before.endsWith('"' + name + "\".");
  }

  private static String plain(Offer offer) {
    return offer.text().replace("\"", "").strip().toLowerCase(Locale.ROOT);
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-';
  }
}
