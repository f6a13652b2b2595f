package dev.sortkey.core.transfer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// One text a line; blank lines are none. A damaged line spoils only itself.
final class JsonLines implements JsonTexts {
  private final Octets octets;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
  private long line = 1;

  JsonLines(InputStream in) {
    octets = new Octets(in);
  }

  @Override
  public @Nullable Text next() throws IOException {
    while (true) {
      bytes.reset();
      boolean tooLong = false;
      boolean blank = true;
      int octet = octets.next();
      if (octet < 0) {
        return null;
      }
      while (octet >= 0 && octet != '\n') {
        blank &= octet <= ' ';
        tooLong |= bytes.size() == LONGEST;
        if (!tooLong) {
          bytes.write(octet);
        }
        octet = octets.next();
      }
      long mine = line++;
      if (!blank) {
        return Octets.text(mine, bytes, tooLong);
      }
    }
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public boolean ended() {
    return false;
  }

  @Override
  public void close() throws IOException {
    octets.close();
  }
}
