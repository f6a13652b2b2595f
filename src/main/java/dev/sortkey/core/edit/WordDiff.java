package dev.sortkey.core.edit;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.sortkey.core.edit.ValueDiff.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Compares texts by their words.
final class WordDiff {
  /// Comparing takes time in the order of words times differences; beyond this many of both, the
  /// whole stretch between the first and the last difference is shown as changed.
  private static final long LARGEST = 4_000_000;

  private WordDiff() {}

  /// Null when they share no word.
  static ValueDiff.@Nullable Words of(String before, String after) {
    List<String> from = tokens(before);
    List<String> to = tokens(after);
    int head = common(from, to);
    int tail =
        common(from.subList(head, from.size()).reversed(), to.subList(head, to.size()).reversed());
    var old = new boolean[from.size()];
    var fresh = new boolean[to.size()];
    List<String> middle = from.subList(head, from.size() - tail);
    List<String> middle2 = to.subList(head, to.size() - tail);
    if ((long) middle.size() * middle2.size() > LARGEST) {
      Arrays.fill(old, head, from.size() - tail, true);
      Arrays.fill(fresh, head, to.size() - tail, true);
    } else {
      for (AbstractDelta<String> delta : DiffUtils.diff(middle, middle2).getDeltas()) {
        mark(old, head + delta.getSource().getPosition(), delta.getSource().size());
        mark(fresh, head + delta.getTarget().getPosition(), delta.getTarget().size());
      }
    }
    return shares(from, old) ? new ValueDiff.Words(spans(from, old), spans(to, fresh)) : null;
  }

  private static void mark(boolean[] changed, int from, int count) {
    Arrays.fill(changed, from, from + count, true);
  }

  private static int common(List<String> one, List<String> other) {
    int same = 0;
    while (same < Math.min(one.size(), other.size()) && one.get(same).equals(other.get(same))) {
      same++;
    }
    return same;
  }

  private static boolean shares(List<String> tokens, boolean[] changed) {
    for (int i = 0; i < changed.length; i++) {
      if (!changed[i] && word(tokens.get(i))) {
        return true;
      }
    }
    return false;
  }

  /// Runs of changed and of unchanged tokens; a space between two changed words counts as changed.
  private static List<Span> spans(List<String> tokens, boolean[] changed) {
    List<Span> spans = new ArrayList<>();
    var run = new StringBuilder();
    boolean now = false;
    for (int i = 0; i < tokens.size(); i++) {
      boolean between =
          i > 0
              && i < tokens.size() - 1
              && changed[i - 1]
              && changed[i + 1]
              && tokens.get(i).isBlank();
      boolean next = changed[i] || between;
      if (next != now && !run.isEmpty()) {
        spans.add(new Span(run.toString(), now));
        run.setLength(0);
      }
      now = next;
      run.append(tokens.get(i));
    }
    if (!run.isEmpty()) {
      spans.add(new Span(run.toString(), now));
    }
    return spans;
  }

  /// Words, runs of spaces, and each other character by itself.
  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    int from = 0;
    int before = -1;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      int kind = Character.isLetterOrDigit(c) || c == '_' ? 1 : Character.isWhitespace(c) ? 2 : 0;
      if (at > from && (kind != before || kind == 0)) {
        tokens.add(text.substring(from, at));
        from = at;
      }
      before = kind;
      at += Character.charCount(c);
    }
    if (from < text.length()) {
      tokens.add(text.substring(from));
    }
    return tokens;
  }

  private static boolean word(String token) {
    return Character.isLetterOrDigit(token.codePointAt(0)) || token.startsWith("_");
  }
}
