package dev.sortkey.ui.editor;

import dev.sortkey.core.value.Bytes;
import java.util.HexFormat;

/// Bytes as programmers look at them: where they stand, eight a line, and the letters they may be.
final class HexDump {
  /// Enough to look at; a file shows the rest.
  static final int MOST = 16 * 1024;

  private static final int LINE = 8;
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

  private HexDump() {}

  static String of(Bytes bytes) {
    byte[] content = bytes.toArray();
    int end = Math.min(content.length, MOST);
    var dump = new StringBuilder();
    for (int at = 0; at < end; at += LINE) {
      int to = Math.min(end, at + LINE);
      String hex = HEX.formatHex(content, at, to);
      dump.append(at == 0 ? "" : "\n")
          .append(HexFormat.of().toHexDigits((short) at))
          .append("  ")
          .append(hex)
          .repeat(" ", 3 * LINE - 1 - hex.length())
          .append("  ");
      for (int i = at; i < to; i++) {
        char letter = (char) (content[i] & 0xff);
        dump.append(letter >= 0x20 && letter < 0x7f ? letter : '.');
      }
    }
    return dump.toString();
  }
}
