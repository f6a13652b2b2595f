package dev.sortkey.core.json;

import dev.sortkey.core.value.Item;

/// The two ways to write an item as JSON.
public enum JsonForm {
  PLAIN {
    @Override
    public String write(Item item, boolean pretty) {
      return PlainJson.write(item, pretty);
    }

    @Override
    public Item readItem(String text) throws JsonFault {
      return PlainJson.readItem(text);
    }
  },
  DYNAMO {
    @Override
    public String write(Item item, boolean pretty) {
      return DynamoJson.write(item, pretty);
    }

    @Override
    public Item readItem(String text) throws JsonFault {
      return DynamoJson.readItem(text);
    }
  };

  public abstract String write(Item item, boolean pretty);

  public abstract Item readItem(String text) throws JsonFault;

  /// Which form a text is in, as far as can be told: DynamoDB JSON when it is an object of which
  /// each value is an object with one field, named as a type. Plain otherwise, also when it is no
  /// JSON.
  public static JsonForm detect(String text) {
    try {
      return new JsonSource(text).parse() instanceof Json.Obj(var fields, boolean _, int _)
              && !fields.isEmpty()
              && fields.stream().allMatch(field -> typed(field.value()))
          ? DYNAMO
          : PLAIN;
    } catch (JsonFault _) {
      return PLAIN;
    }
  }

  static boolean typed(Json json) {
    return json instanceof Json.Obj(var fields, boolean _, int _)
        && fields.size() == 1
        && DynamoReader.type(fields.getFirst().name()).isPresent();
  }
}
