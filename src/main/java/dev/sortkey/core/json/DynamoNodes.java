package dev.sortkey.core.json;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Values inside larger JSON of Sortkey's own, as DynamoDB JSON, so that none changes on the way.
public final class DynamoNodes {
  private static final JsonMapper JSON = JsonMapper.shared();

  private DynamoNodes() {}

  public static JsonNode of(Attr value) {
    return JSON.readTree(DynamoJson.write(value, false));
  }

  public static JsonNode of(Item item) {
    return JSON.readTree(DynamoJson.write(item, false));
  }

  /// @throws IllegalArgumentException when it is no value
  public static Attr attr(JsonNode json) {
    try {
      return DynamoJson.readAttr(json.toString());
    } catch (JsonFault e) {
      throw new IllegalArgumentException("no value", e);
    }
  }

  /// @throws IllegalArgumentException when it is no item
  public static Item item(JsonNode json) {
    try {
      return DynamoJson.readItem(json.toString());
    } catch (JsonFault e) {
      throw new IllegalArgumentException("no item", e);
    }
  }
}
