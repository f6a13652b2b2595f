package dev.sortkey.core.json;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;

/// DynamoDB JSON, the low-level API's form: `{"Price": {"N": "99.99"}}`.
public final class DynamoJson {
  private DynamoJson() {}

  public static String write(Item item, boolean pretty) {
    throw new UnsupportedOperationException("to be built");
  }

  public static String write(Attr value, boolean pretty) {
    throw new UnsupportedOperationException("to be built");
  }

  public static Item readItem(String text) throws JsonFault {
    throw new UnsupportedOperationException("to be built");
  }

  public static Attr readAttr(String text) throws JsonFault {
    throw new UnsupportedOperationException("to be built");
  }
}
