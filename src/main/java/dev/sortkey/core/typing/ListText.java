package dev.sortkey.core.typing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Several values in one text: with commas between, or one a line, or as cells of a spreadsheet. A
/// value with a comma of its own stands in double quotes, doubled inside.
public final class ListText {
  private ListText() {}

  public static List<String> read(String text) {
    List<String> values = new ArrayList<>();
    var value = new StringBuilder();
    boolean quoted = false;
    boolean wasQuoted = false;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ',';
      if (quoted && i < text.length()) {
        if (c != '"') {
          value.append(c);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          value.append(c);
          i++;
        } else {
          quoted = false;
        }
      } else if (c == '"' && value.toString().isBlank() && !wasQuoted) {
        value.setLength(0);
        quoted = true;
        wasQuoted = true;
      } else if (c == ',' || c == '\n' || c == '\r' || c == '\t') {
        String read = wasQuoted ? value.toString() : value.toString().strip();
        if (wasQuoted || !read.isEmpty()) {
          values.add(read);
        }
        value.setLength(0);
        wasQuoted = false;
      } else if (!wasQuoted || !Character.isWhitespace(c)) {
        value.append(c);
      }
    }
    return values;
  }

  public static String write(List<String> values) {
    return values.stream().map(ListText::quoted).collect(Collectors.joining(", "));
  }

  private static String quoted(String value) {
    boolean plain =
        !value.isEmpty()
            && value.equals(value.strip())
            && value.chars().noneMatch(c -> ",\"\n\r\t".indexOf(c) >= 0);
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}
