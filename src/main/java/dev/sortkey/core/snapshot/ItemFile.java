package dev.sortkey.core.snapshot;

import dev.sortkey.core.json.DynamoJson;
import dev.sortkey.core.value.Item;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// Writes items as a data file of DynamoDB's export: a line each, packed.
final class ItemFile implements AutoCloseable {
  private final String path;
  private final Digesting digesting;
  private final Writer writer;
  private long items;

  ItemFile(String path, OutputStream out) throws IOException {
    this.path = path;
    this.digesting = new Digesting(out);
    this.writer =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(digesting, 1 << 16), StandardCharsets.UTF_8),
            1 << 16);
  }

  void write(List<Item> page) throws IOException {
    for (Item item : page) {
      writer.write(DynamoJson.writeLine(item));
      writer.write('\n');
    }
    items += page.size();
  }

  /// Once closed: the file as both manifests name it.
  Written written() {
    return new Written(
        new Manifest.StoredFile(path, digesting.bytes(), digesting.sha256(), items),
        digesting.md5());
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  /// @param md5 of the packed file, as bytes
  record Written(Manifest.StoredFile file, byte[] md5) {}
}
