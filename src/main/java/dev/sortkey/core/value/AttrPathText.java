package dev.sortkey.core.value;

import dev.sortkey.core.text.Messages;
import java.util.ArrayList;
import java.util.List;

/// The text form of paths, read and written.
final class AttrPathText {
  private final String text;
  private int at;

  private AttrPathText(String text) {
    this.text = text;
  }

  static String write(AttrPath path) {
    var out = new StringBuilder();
    for (AttrPath.Step step : path.steps()) {
      switch (step) {
        case AttrPath.Index(int index) -> out.append('[').append(index).append(']');
        case AttrPath.Name(String name) -> {
          if (!out.isEmpty()) {
            out.append('.');
          }
          out.append(plain(name) ? name : '`' + name.replace("`", "``") + '`');
        }
      }
    }
    return out.toString();
  }

  private static boolean plain(String name) {
    return !name.isEmpty() && name.chars().noneMatch(c -> ".[]`".indexOf(c) >= 0);
  }

  static AttrPath parse(String text) {
    return new AttrPathText(text).path();
  }

  private AttrPath path() {
    List<AttrPath.Step> steps = new ArrayList<>();
    steps.add(name());
    while (at < text.length()) {
      char c = text.charAt(at++);
      switch (c) {
        case '.' -> steps.add(name());
        case '[' -> steps.add(index());
        default -> throw wrong("path.stray", String.valueOf(c), at);
      }
    }
    return new AttrPath(steps);
  }

  private AttrPath.Name name() {
    if (at < text.length() && text.charAt(at) == '`') {
      return quoted();
    }
    int start = at;
    while (at < text.length() && ".[]`".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if (at == start) {
      throw wrong("path.name-missing", at + 1);
    }
    return new AttrPath.Name(text.substring(start, at));
  }

  private AttrPath.Name quoted() {
    var name = new StringBuilder();
    int open = ++at;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '`') {
        name.append(c);
      } else if (at < text.length() && text.charAt(at) == '`') {
        name.append(c);
        at++;
      } else {
        return new AttrPath.Name(name.toString());
      }
    }
    throw wrong("path.quote-open", open);
  }

  private AttrPath.Index index() {
    int close = text.indexOf(']', at);
    String digits = close < 0 ? "" : text.substring(at, close);
    if (digits.isEmpty()
        || digits.length() > 6
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw wrong("path.index", at + 1);
    }
    at = close + 1;
    return new AttrPath.Index(Integer.parseInt(digits));
  }

  private static IllegalArgumentException wrong(String key, Object... arguments) {
    return new IllegalArgumentException(Messages.text(key, arguments));
  }
}
