package dev.sortkey.core.transfer;

import dev.sortkey.core.text.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// The elements of the first array in a file, over any number of lines. Only brackets, commas and
/// quotes are looked at, so that an element that is wrong inside spoils only itself.
final class JsonElements implements JsonTexts {
  private final Octets octets;
  private final boolean nothingAfter;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
  private long line = 1;
  private boolean opened;
  private boolean ended;

  /// @param nothingAfter whether the file should end with the array
  JsonElements(InputStream in, boolean nothingAfter) {
    octets = new Octets(in);
    this.nothingAfter = nothingAfter;
  }

  @Override
  public @Nullable Text next() throws IOException {
    while (!opened && !ended) {
      int octet = read();
      opened = octet == '[';
      ended = octet < 0;
    }
    if (ended) {
      return null;
    }
    int octet = read();
    while (octet >= 0 && octet <= ' ' || octet == ',') {
      octet = read();
    }
    if (octet == ']') {
      ended = true;
      return nothingAfter ? rest() : null;
    }
    if (octet < 0) {
      return unclosed(line);
    }
    return element(octet);
  }

  private Text element(int first) throws IOException {
    bytes.reset();
    long begins = line;
    boolean quoted = false;
    boolean escaped = false;
    boolean tooLong = false;
    int depth = 0;
    int octet = first;
    while (true) {
      tooLong |= bytes.size() == LONGEST;
      if (!tooLong) {
        bytes.write(octet);
      }
      if (escaped) {
        escaped = false;
      } else if (quoted) {
        escaped = octet == '\\';
        quoted = octet != '"';
      } else if (octet == '"') {
        quoted = true;
      } else if (octet == '{' || octet == '[') {
        depth++;
      } else if (octet == '}' || octet == ']') {
        depth--;
      }
      if (depth == 0 && !quoted && (octet == '}' || octet == ']')) {
        return Octets.text(begins, bytes, tooLong);
      }
      octet = read();
      if (octet < 0) {
        return unclosed(begins);
      }
      if (depth == 0 && !quoted && (octet == ',' || octet == ']')) {
        ended = octet == ']';
        return Octets.text(begins, bytes, tooLong);
      }
    }
  }

  private Text unclosed(long from) {
    ended = true;
    return new Text(from, "", Messages.text("transfer.row.unclosed-array"));
  }

  private @Nullable Text rest() throws IOException {
    for (int octet = read(); octet >= 0; octet = read()) {
      if (octet > ' ') {
        return new Text(line, "", Messages.text("transfer.row.after-array"));
      }
    }
    return null;
  }

  private int read() throws IOException {
    int octet = octets.next();
    if (octet == '\n') {
      line++;
    }
    return octet;
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public boolean ended() {
    return ended;
  }

  @Override
  public void close() throws IOException {
    octets.close();
  }
}
