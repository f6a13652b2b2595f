package dev.sortkey.core.transfer;

import dev.sortkey.core.json.DynamoJson;
import dev.sortkey.core.json.PlainJson;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.value.Item;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// One item a line.
final class JsonSink implements ItemSink {
  private final OutputStream out;
  private final FileForm form;
  private long bytes;

  JsonSink(OutputStream out, FileForm form) {
    this.out = out;
    this.form = form;
  }

  @Override
  public void write(Item item) throws IOException {
    String text =
        form == FileForm.DYNAMO_JSON ? DynamoJson.writeLine(item) : PlainJson.write(item, false);
    byte[] line = text.getBytes(StandardCharsets.UTF_8);
    out.write(line);
    out.write('\n');
    bytes += line.length + 1;
  }

  @Override
  public long bytes() {
    return bytes;
  }

  @Override
  public void finish(Progress progress) {}

  @Override
  public void close() throws IOException {
    out.close();
  }
}
