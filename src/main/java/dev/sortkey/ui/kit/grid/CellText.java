package dev.sortkey.ui.kit.grid;

import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Bytes;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.stream.Stream;

/// The short text of a value in a cell; never longer than a cell can show, however large the value.
///
/// @param head what stands before it in the type's colour, such as `[2 items]`, or empty
/// @param body the value, or a preview of what is in it
public record CellText(String head, String body) {
  private static final int LIMIT = 320;
  private static final int DEPTH = 4;
  private static final String CUT = "…";

  /// The text of a value. Null, the empty string and empty binary have neither head nor body.
  public static CellText of(Attr value) {
    return switch (value) {
      case Attr.S(String text) -> new CellText("", plain(text));
      case Attr.N(String digits) -> new CellText("", plain(digits));
      case Attr.Bool(boolean truth) -> new CellText("", String.valueOf(truth));
      case Attr.Null _ -> new CellText("", "");
      case Attr.B(Bytes bytes) ->
          bytes.length() == 0
              ? new CellText("", "")
              : new CellText(count("bytes", bytes.length()), preview(value));
      case Attr.SS(var values) -> new CellText(count("values", values.size()), preview(value));
      case Attr.NS(var values) -> new CellText(count("values", values.size()), preview(value));
      case Attr.BS(var values) -> new CellText(count("values", values.size()), preview(value));
      case Attr.L(var elements) -> new CellText(count("items", elements.size()), preview(value));
      case Attr.M(var fields) -> new CellText(count("fields", fields.size()), preview(value));
    };
  }

  /// Head and body as one line.
  public String line() {
    return head.isEmpty() || body.isEmpty() ? head + body : head + " " + body;
  }

  private static String count(String unit, int number) {
    return number == 1
        ? Messages.text("kit.grid." + unit + ".one")
        : Messages.text("kit.grid." + unit, number);
  }

  /// Keeps a value on one line: a line break becomes a sign, other control characters a dot.
  private static String plain(String text) {
    int end = text.length();
    boolean cut = end > LIMIT;
    if (cut) {
      end = Character.isHighSurrogate(text.charAt(LIMIT - 1)) ? LIMIT - 1 : LIMIT;
    }
    boolean clean = true;
    for (int i = 0; i < end && clean; i++) {
      clean = !Character.isISOControl(text.charAt(i));
    }
    if (clean) {
      return cut ? text.substring(0, end) + CUT : text;
    }
    var out = new StringBuilder(end + 1);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
        continue;
      }
      out.append(c == '\n' || c == '\r' ? '↵' : c == '\t' ? ' ' : shown(c));
    }
    return cut ? out.append(CUT).toString() : out.toString();
  }

  private static char shown(char c) {
    return Character.isISOControl(c) ? '·' : c;
  }

  private static String preview(Attr value) {
    var out = new StringBuilder();
    append(out, value, 0);
    if (out.length() > LIMIT) {
      int end = Character.isHighSurrogate(out.charAt(LIMIT - 1)) ? LIMIT - 1 : LIMIT;
      out.setLength(end);
      out.append(CUT);
    }
    return out.toString();
  }

  /// The contents without names and brackets, as far as they fit. Null and empty values say nothing
  /// here.
  private static void append(StringBuilder out, Attr value, int depth) {
    switch (value) {
      case Attr.S(String text) -> out.append(plain(text));
      case Attr.N(String digits) -> out.append(plain(digits));
      case Attr.Bool(boolean truth) -> out.append(truth);
      case Attr.Null _ -> {}
      case Attr.B(Bytes bytes) -> out.append(base64(bytes));
      case Attr.SS(var values) ->
          join(out, values.stream().<Attr>map(Attr.S::new)::iterator, depth);
      case Attr.NS(var values) ->
          join(out, values.stream().<Attr>map(Attr.N::new)::iterator, depth);
      case Attr.BS(var values) ->
          join(out, values.stream().<Attr>map(Attr.B::new)::iterator, depth);
      case Attr.L(var elements) -> join(out, elements, depth);
      case Attr.M(var fields) -> join(out, textsFirst(fields.values()), depth);
    }
  }

  /// Texts tell more of a map than its numbers do.
  private static Iterable<Attr> textsFirst(Collection<Attr> fields) {
    return Stream.concat(
            fields.stream().filter(Attr.S.class::isInstance),
            fields.stream().filter(field -> !(field instanceof Attr.S)))
        ::iterator;
  }

  private static void join(StringBuilder out, Iterable<Attr> parts, int depth) {
    if (depth == DEPTH) {
      out.append(CUT);
      return;
    }
    String between = depth == 0 ? ", " : " ";
    int start = out.length();
    for (Attr part : parts) {
      if (out.length() > LIMIT) {
        return;
      }
      int end = out.length();
      if (end > start) {
        out.append(between);
      }
      int before = out.length();
      append(out, part, depth + 1);
      if (out.length() == before) {
        out.setLength(end);
      }
    }
  }

  private static String base64(Bytes bytes) {
    byte[] all = bytes.toArray();
    int shown = Math.min(all.length, LIMIT / 4 * 3);
    String text = Base64.getEncoder().encodeToString(Arrays.copyOf(all, shown));
    return shown < all.length ? text + CUT : text;
  }
}
