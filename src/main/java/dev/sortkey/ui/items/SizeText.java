package dev.sortkey.ui.items;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.expr.Condition.Comparison;
import dev.sortkey.core.value.AttrPath;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is said of a size: `> 3`, or just `3`.
final class SizeText {
  private static final Pattern FORM = Pattern.compile("(<=|>=|<>|!=|≠|≤|≥|=|<|>)?\\s*(\\d{1,9})");

  private SizeText() {}

  static boolean fits(String text) {
    return FORM.matcher(text).matches();
  }

  /// @param text that fits
  static Condition condition(AttrPath path, String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(text);
    }
    Comparison comparison =
        switch (matcher.group(1)) {
          case "<=", "≤" -> Comparison.LE;
          case ">=", "≥" -> Comparison.GE;
          case "<>", "!=", "≠" -> Comparison.NE;
          case "<" -> Comparison.LT;
          case ">" -> Comparison.GT;
          case null, default -> Comparison.EQ;
        };
    return new Condition.Size(path, comparison, Long.parseLong(matcher.group(2)));
  }

  static String write(Comparison comparison, long size) {
    return comparison.sign() + " " + size;
  }
}
