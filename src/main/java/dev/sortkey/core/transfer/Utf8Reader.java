package dev.sortkey.core.transfer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import org.jspecify.annotations.Nullable;

/// UTF-8 as characters, line by line, so that it is known which line is none.
final class Utf8Reader extends Reader {
  private static final int LONGEST_PART = 1024 * 1024;

  private final Octets octets;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
  private String part = "";
  private int at;
  private long line = 1;
  private boolean newLine;

  Utf8Reader(InputStream in) {
    octets = new Octets(in);
  }

  @Override
  public int read(char[] buffer, int from, int length) throws IOException {
    if (at == part.length()) {
      String next = next();
      if (next == null) {
        return -1;
      }
      part = next;
      at = 0;
    }
    int count = Math.min(length, part.length() - at);
    part.getChars(at, at + count, buffer, from);
    at += count;
    return count;
  }

  /// The line that was read last, from 1.
  long line() {
    return line;
  }

  private @Nullable String next() throws IOException {
    if (newLine) {
      line++;
      newLine = false;
    }
    bytes.reset();
    int octet = octets.next();
    while (octet >= 0) {
      bytes.write(octet);
      newLine = octet == '\n';
      // a very long line is read in parts, between two characters
      if (newLine || bytes.size() >= LONGEST_PART && octet < 0x80) {
        break;
      }
      octet = octets.next();
    }
    if (bytes.size() == 0) {
      return null;
    }
    String text = Octets.text(bytes);
    if (text == null) {
      throw new MalformedInputException(1);
    }
    return text;
  }

  @Override
  public void close() throws IOException {
    octets.close();
  }
}
