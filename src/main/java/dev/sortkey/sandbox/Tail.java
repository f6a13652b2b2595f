package dev.sortkey.sandbox;

import java.io.IOException;
import java.io.Reader;

/// The last of what the child said; older output is dropped, so that a talkative child costs no
/// memory.
final class Tail {
  private static final int LIMIT = 8 * 1024;

  private final StringBuilder text = new StringBuilder();

  /// Reads until the end.
  void drain(Reader reader) throws IOException {
    char[] buffer = new char[1024];
    for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
      append(buffer, read);
    }
  }

  private synchronized void append(char[] buffer, int length) {
    text.append(buffer, 0, length);
    text.delete(0, Math.max(0, text.length() - LIMIT));
  }

  synchronized String text() {
    return text.toString().strip();
  }
}
