package dev.sortkey.core.transfer;

import dev.sortkey.core.json.DynamoJson;
import dev.sortkey.core.json.JsonFault;
import dev.sortkey.core.json.PlainJson;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Item;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The rows of a file of JSON.
final class JsonRows implements RowSource.Reading {
  private final JsonTexts texts;
  private final FileForm form;

  JsonRows(JsonTexts texts, FileForm form) {
    this.texts = texts;
    this.form = form;
  }

  @Override
  public @Nullable Row next() throws IOException {
    JsonTexts.Text found = texts.next();
    if (found == null) {
      return null;
    }
    String text = found.text();
    if (found.flaw() != null) {
      return new Row.Bad(found.line(), text, found.flaw(), text.isEmpty() && texts.ended());
    }
    try {
      Item item =
          form == FileForm.DYNAMO_JSON ? DynamoJson.readLine(text) : PlainJson.readItem(text);
      return new Row.Good(found.line(), text, item);
    } catch (JsonFault fault) {
      return new Row.Bad(
          found.line(),
          text,
          fault.line() > 1
              ? Messages.text(
                  "transfer.row.json-line",
                  fault.getMessage(),
                  found.line() + fault.line() - 1,
                  fault.column())
              : Messages.text("transfer.row.json", fault.getMessage(), fault.column()),
          false);
    }
  }

  @Override
  public long line() {
    return texts.line();
  }

  @Override
  public void close() throws IOException {
    texts.close();
  }
}
