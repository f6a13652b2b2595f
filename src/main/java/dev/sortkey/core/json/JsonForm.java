package dev.sortkey.core.json;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;

/// The two ways to write an item, or a value of one, as JSON.
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

    @Override
    public String write(Attr value, boolean pretty) {
      return PlainJson.write(value, pretty);
    }

    @Override
    public Attr readAttr(String text) throws JsonFault {
      return PlainJson.readAttr(text);
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

    @Override
    public String write(Attr value, boolean pretty) {
      return DynamoJson.write(value, pretty);
    }

    @Override
    public Attr readAttr(String text) throws JsonFault {
      return DynamoJson.readAttr(text);
    }
  };

  public abstract String write(Item item, boolean pretty);

  public abstract Item readItem(String text) throws JsonFault;

  public abstract String write(Attr value, boolean pretty);

  public abstract Attr readAttr(String text) throws JsonFault;

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
