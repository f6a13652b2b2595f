package dev.sortkey.core.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// The texts of the items in a file of JSON, not yet parsed.
interface JsonTexts extends Closeable {
  /// No item is longer than this, however it is written.
  int LONGEST = 16 * 1024 * 1024;

  /// @param line where it begins, from 1
  /// @param flaw why it cannot be read at all, in plain words, or null
  record Text(long line, String text, @Nullable String flaw) {}

  /// Null at the end.
  @Nullable Text next() throws IOException;

  /// Where the file stands, from 1.
  long line();

  /// Whether nothing more can be read.
  boolean ended();

  static JsonTexts of(InputStream in, FileShape.Layout layout) {
    return switch (layout) {
      case LINES -> new JsonLines(in);
      case ARRAY -> new JsonElements(in, true);
      case ANSWER -> new JsonElements(in, false);
    };
  }
}
