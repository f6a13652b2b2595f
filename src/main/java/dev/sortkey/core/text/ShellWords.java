package dev.sortkey.core.text;

import java.util.regex.Pattern;

/// Writes words for a POSIX shell.
public final class ShellWords {
  private static final Pattern SAFE = Pattern.compile("[\\w@%+=:,./-]+");

  private ShellWords() {}

  /// The word as it is where the shell leaves it alone, else between single quotes.
  public static String quoted(String word) {
    return SAFE.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
