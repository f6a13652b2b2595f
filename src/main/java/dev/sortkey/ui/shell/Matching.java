package dev.sortkey.ui.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds typed words in a title, as the command palette does: each word somewhere, in any order.
final class Matching {
  private Matching() {}

  /// From, inclusive, to, exclusive.
  record Span(int from, int to) {}

  /// How well a title fits; a smaller score is better.
  record Match(int score, List<Span> spans) {}

  /// Empty when some word is not in the title. No words fit everything.
  static Optional<Match> match(String query, String title) {
    String text = title.toLowerCase(Locale.ROOT);
    List<Span> spans = new ArrayList<>();
    int score = 0;
    for (String word : query.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
      if (word.isEmpty()) {
        continue;
      }
      int at = best(text, title, word);
      if (at < 0) {
        return Optional.empty();
      }
      spans.add(new Span(at, at + word.length()));
      score += at + (startsWord(title, at) ? 0 : 100);
    }
    return Optional.of(new Match(score, merged(spans)));
  }

  /// A place where a word of the title begins, before any other place.
  private static int best(String text, String title, String word) {
    int first = text.indexOf(word);
    for (int at = first; at >= 0; at = text.indexOf(word, at + 1)) {
      if (startsWord(title, at)) {
        return at;
      }
    }
    return first;
  }

  private static boolean startsWord(String title, int at) {
    if (at == 0) {
      return true;
    }
    char before = title.charAt(at - 1);
    char here = title.charAt(at);
    return !Character.isLetterOrDigit(before)
        || Character.isLowerCase(before) && Character.isUpperCase(here);
  }

  private static List<Span> merged(List<Span> spans) {
    List<Span> merged = new ArrayList<>();
    for (Span span : spans.stream().sorted(Comparator.comparingInt(Span::from)).toList()) {
      if (!merged.isEmpty() && span.from() <= merged.getLast().to()) {
        Span last = merged.removeLast();
        merged.add(new Span(last.from(), Math.max(last.to(), span.to())));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }
}
