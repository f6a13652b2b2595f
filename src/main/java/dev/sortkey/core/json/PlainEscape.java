package dev.sortkey.core.json;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How plain JSON says what JSON cannot.
final class PlainEscape {
  static final String N = "$N";
  static final String B = "$B";
  static final String SS = "$SS";
  static final String NS = "$NS";
  static final String BS = "$BS";
  static final String M = "$M";

  private static final Set<String> NAMES = Set.of(N, B, SS, NS, BS, M);

  /// RFC 8259, "Numbers".
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*+)(\\.[0-9]++)?([eE][+-]?[0-9]++)?");

  private PlainEscape() {}

  static boolean isName(String name) {
    return NAMES.contains(name);
  }

  /// The escape that an object is, or null when it is a map.
  static Json.@Nullable Field in(Json.Obj object) {
    return object.fields().size() == 1 && isName(object.fields().getFirst().name())
        ? object.fields().getFirst()
        : null;
  }

  static boolean isJsonNumber(String digits) {
    return NUMBER.matcher(digits).matches();
  }
}
