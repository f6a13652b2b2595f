package dev.sortkey.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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

  /// Likewise, and different words never give the same name: the case of letters counts in a
  /// table's name, and not on every file system.
  static String unique(String words) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
      return safe(words) + "-" + HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
