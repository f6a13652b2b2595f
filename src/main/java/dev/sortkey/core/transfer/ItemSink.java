package dev.sortkey.core.transfer;

import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.value.Item;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/// Takes items and writes them in one of the forms.
interface ItemSink extends Closeable {
  void write(Item item) throws IOException;

  /// How much was written so far.
  long bytes();

  /// Writes what could not be written before the last item was known.
  void finish(Progress progress) throws IOException;

  /// @param keys attributes whose columns come first in a CSV
  /// @param spool where a CSV's items wait until all columns are known
  static ItemSink of(FileForm form, OutputStream out, List<String> keys, Path spool)
      throws IOException {
    return switch (form) {
      case CSV -> new CsvSink(out, keys, spool);
      case JSON_LINES, DYNAMO_JSON -> new JsonSink(out, form);
    };
  }
}
