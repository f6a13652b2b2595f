package dev.sortkey.core.expr;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// The words that an expression cannot use as names without a placeholder (Developer Guide,
/// "Reserved words in DynamoDB"), for whoever shows or generates expressions with names in clear.
public final class ReservedWords {
  private static final Set<String> WORDS = read();

  private ReservedWords() {}

  /// Whatever the case of its letters.
  public static boolean contains(String name) {
    return WORDS.contains(name.toUpperCase(Locale.ROOT));
  }

  /// All of them, in capitals.
  public static Set<String> all() {
    return WORDS;
  }

  private static Set<String> read() {
    try (InputStream words =
        Objects.requireNonNull(ReservedWords.class.getResourceAsStream("reserved-words.txt"))) {
      return new String(words.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
