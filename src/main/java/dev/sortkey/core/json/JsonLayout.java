package dev.sortkey.core.json;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// JSON text that is laid out anew to be read and afterwards as it was: its strings, numbers and
/// words stay as they are written, letter by letter; only the blanks between them change.
public final class JsonLayout {
  /// Beyond it the parts between the first and the last change count as changed.
  private static final int MOST_COMPARED = 20_000;

  private final List<String> tokens = new ArrayList<>();

  /// What stands before each token, and behind the last.
  private final List<String> gaps = new ArrayList<>();

  private JsonLayout(String text) throws JsonFault {
    new JsonSource(text).parse();
    int at = 0;
    while (true) {
      int from = at;
      while (at < text.length() && blank(text.charAt(at))) {
        at++;
      }
      gaps.add(text.substring(from, at));
      if (at == text.length()) {
        break;
      }
      int end = end(text, at);
      tokens.add(text.substring(at, end));
      at = end;
    }
  }

  /// Whether a text is an object or array.
  public static boolean isDocument(String text) {
    String stripped = text.strip();
    if (stripped.length() < 2 || "{[".indexOf(stripped.charAt(0)) < 0) {
      return false;
    }
    try {
      new JsonSource(text).parse();
      return true;
    } catch (JsonFault _) {
      return false;
    }
  }

  /// One field or element a line, indented by two blanks.
  public static String pretty(String text) throws JsonFault {
    var layout = new JsonLayout(text);
    return layout.write(new Style("\n", "  ", " ", "", ""));
  }

  /// An edited text in the layout of the one it came from: what did not change keeps its blanks,
  /// and when nothing changed but blanks, it is the very same text.
  public static String rewrite(String before, String edited) throws JsonFault {
    var old = new JsonLayout(before);
    var now = new JsonLayout(edited);
    if (old.tokens.equals(now.tokens)) {
      return before;
    }
    Style style = old.style();
    int[] match = match(old.tokens, now.tokens);
    var out = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < now.tokens.size(); i++) {
      depth -= closes(now.tokens.get(i)) ? 1 : 0;
      int at = match[i];
      boolean kept = at >= 0 && (i == 0 ? at == 0 : at > 0 && match[i - 1] == at - 1);
      out.append(
          kept
              ? old.gaps.get(at)
              : style.gap(i == 0 ? "" : now.tokens.get(i - 1), now.tokens.get(i), depth));
      out.append(now.tokens.get(i));
      depth += opens(now.tokens.get(i)) ? 1 : 0;
    }
    return out.append(old.gaps.getLast()).toString();
  }

  private String write(Style style) {
    var out = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      depth -= closes(tokens.get(i)) ? 1 : 0;
      out.append(style.gap(i == 0 ? "" : tokens.get(i - 1), tokens.get(i), depth));
      out.append(tokens.get(i));
      depth += opens(tokens.get(i)) ? 1 : 0;
    }
    return out.toString();
  }

  /// How a text is laid out, by the first of each kind of gap.
  private Style style() {
    @Nullable String colon = null;
    @Nullable String comma = null;
    @Nullable String opened = null;
    int unitDepth = 0;
    int depth = 0;
    String deepest = "";
    for (int i = 1; i < tokens.size(); i++) {
      String before = tokens.get(i - 1);
      String gap = gaps.get(i);
      depth += opens(before) ? 1 : 0;
      depth -= closes(before) ? 1 : 0;
      if (before.equals(":") && colon == null) {
        colon = gap;
      } else if (before.equals(",") && comma == null) {
        comma = gap;
      } else if (opens(before) && !closes(tokens.get(i)) && opened == null) {
        opened = gap;
        unitDepth = depth;
        deepest = gap;
      }
    }
    String inside = opened == null ? "" : opened;
    int line = deepest.lastIndexOf('\n');
    if (line < 0) {
      return new Style("", "", or(colon, ""), or(comma, or(colon, "")), inside);
    }
    String indent = deepest.substring(line + 1);
    return new Style(
        deepest.contains("\r\n") ? "\r\n" : "\n",
        indent.substring(0, indent.length() / Math.max(1, unitDepth)),
        or(colon, " "),
        "",
        "");
  }

  private static String or(@Nullable String found, String other) {
    return found == null ? other : found;
  }

  /// For each token of the edited text the one of the old that it is, or -1.
  private static int[] match(List<String> old, List<String> now) {
    int[] match = new int[now.size()];
    Arrays.fill(match, -1);
    int head = 0;
    int common = Math.min(old.size(), now.size());
    while (head < common && old.get(head).equals(now.get(head))) {
      match[head] = head;
      head++;
    }
    int tail = 0;
    while (tail < common - head
        && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
      match[now.size() - 1 - tail] = old.size() - 1 - tail;
      tail++;
    }
    List<String> oldMiddle = old.subList(head, old.size() - tail);
    List<String> nowMiddle = now.subList(head, now.size() - tail);
    if (oldMiddle.size() + nowMiddle.size() > MOST_COMPARED) {
      return match;
    }
    int oldAt = 0;
    int nowAt = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(oldMiddle, nowMiddle).getDeltas()) {
      while (oldAt < delta.getSource().getPosition()) {
        match[head + nowAt++] = head + oldAt++;
      }
      oldAt += delta.getSource().size();
      nowAt += delta.getTarget().size();
    }
    while (oldAt < oldMiddle.size()) {
      match[head + nowAt++] = head + oldAt++;
    }
    return match;
  }

  /// @param line what ends a line, or nothing where all stands on one
  private record Style(String line, String unit, String colon, String comma, String inside) {
    String gap(String before, String token, int depth) {
      if (before.isEmpty() || token.equals(",") || token.equals(":")) {
        return "";
      }
      if (before.equals(":")) {
        return colon;
      }
      boolean empty = opens(before) && closes(token);
      if (empty) {
        return "";
      }
      return line.isEmpty() ? before.equals(",") ? comma : inside : line + unit.repeat(depth);
    }
  }

  private static boolean opens(String token) {
    return token.equals("{") || token.equals("[");
  }

  private static boolean closes(String token) {
    return token.equals("}") || token.equals("]");
  }

  private static boolean blank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  /// Where the token ends that begins here; the text is sound.
  private static int end(String text, int at) {
    char c = text.charAt(at);
    if ("{}[],:".indexOf(c) >= 0) {
      return at + 1;
    }
    int end = at + 1;
    if (c == '"') {
      while (text.charAt(end) != '"') {
        end += text.charAt(end) == '\\' ? 2 : 1;
      }
      return end + 1;
    }
    while (end < text.length() && !blank(text.charAt(end)) && "}],".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }
}
