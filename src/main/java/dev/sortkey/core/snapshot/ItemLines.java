package dev.sortkey.core.snapshot;

import dev.sortkey.core.json.DynamoJson;
import dev.sortkey.core.json.JsonFault;
import dev.sortkey.core.snapshot.Manifest.StoredFile;
import dev.sortkey.core.value.Item;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// The items of one data file, a line each.
final class ItemLines implements AutoCloseable {
  private final String path;
  private final BufferedReader reader;
  private long number;

  ItemLines(Snapshots snapshots, Snapshot snapshot, StoredFile file) throws IOException {
    path = file.path();
    InputStream in = snapshots.open(snapshot, path);
    try {
      reader =
          new BufferedReader(
              new InputStreamReader(new GZIPInputStream(in, 1 << 16), StandardCharsets.UTF_8),
              1 << 16);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /// One line, not yet read.
  record Line(String path, long number, String text) {
    Item item() throws JsonFault {
      return DynamoJson.readLine(text);
    }
  }

  /// Null at the end.
  @Nullable Line next() throws IOException {
    String text = reader.readLine();
    number++;
    while (text != null && text.isBlank()) {
      text = reader.readLine();
      number++;
    }
    return text == null ? null : new Line(path, number, text);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
