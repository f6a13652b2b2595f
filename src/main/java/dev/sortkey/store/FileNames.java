package dev.sortkey.store;

import java.util.Locale;

/// Names of files made from words of the person's.
final class FileNames {
  private static final int LONGEST = 60;

  private FileNames() {}

  /// Letters, digits and hyphens alone, as every file system takes.
  static String safe(String words) {
    String safe =
        words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("(^-+)|(-+$)", "");
    String cut = safe.length() > LONGEST ? safe.substring(0, LONGEST) : safe;
    return cut.isEmpty() ? "query" : cut;
  }
}
