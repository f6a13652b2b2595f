package dev.sortkey.ui.editor;

import dev.sortkey.core.json.DynamoJson;
import dev.sortkey.core.json.JsonFault;
import dev.sortkey.core.json.JsonForm;
import dev.sortkey.core.json.PlainJson;
import dev.sortkey.core.value.Attr;

/// Reads a value from whatever JSON someone copied: DynamoDB JSON of a value or of an item, or else
/// plain JSON.
final class PastedJson {
  private PastedJson() {}

  static Attr read(String text) throws JsonFault {
    try {
      return DynamoJson.readAttr(text);
    } catch (JsonFault _) {
      return JsonForm.detect(text) == JsonForm.DYNAMO
          ? new Attr.M(DynamoJson.readItem(text).attributes())
          : PlainJson.readAttr(text);
    }
  }
}
