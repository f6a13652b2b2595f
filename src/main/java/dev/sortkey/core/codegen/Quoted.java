package dev.sortkey.core.codegen;

/// Text in double quotes as most languages have it: what can be drawn stands as it is, the source
/// being UTF-8, and the rest is escaped.
final class Quoted {
  private Quoted() {}

  /// For Python, JavaScript, Go and C#.
  static String of(String text) {
    return quoted(text, "\\u%04x");
  }

  /// For Rust.
  static String rust(String text) {
    return quoted(text, "\\u{%x}");
  }

  /// For Terraform, where `${` and `%{` begin templates.
  static String terraform(String text) {
    return quoted(text, "\\u%04x").replace("${", "$${").replace("%{", "%%{");
  }

  /// Marks of direction and the byte order mark, which Rust and Go refuse in a source and no reader
  /// sees. Those beyond the BMP make up flags and have no escape of four digits.
  private static boolean isInvisible(int point) {
    return point < 0x10000 && Character.getType(point) == Character.FORMAT;
  }

  private static String quoted(String text, String escape) {
    var out = new StringBuilder("\"");
    text.codePoints()
        .forEach(point -> {
          switch (point) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
              boolean drawn =
                  point >= ' '
                      && point != 0x7F
                      && !Character.isISOControl(point)
                      && !isInvisible(point)
                      && point != 0x2028
                      && point != 0x2029;
              if (drawn) {
                out.appendCodePoint(point);
              } else {
                out.append(escape.formatted(point));
              }
            }
          }
        });
    return out.append('"').toString();
  }
}
