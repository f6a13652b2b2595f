package dev.sortkey.core.json;

import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where the attributes of an item stand in its JSON, so that what is wrong with one can be shown
/// at its line.
public final class JsonPositions {
  private final JsonSource source;
  private final JsonForm form;
  private final Map<AttrPath, Integer> offsets = new HashMap<>();

  private JsonPositions(JsonSource source, JsonForm form) {
    this.source = source;
    this.form = form;
  }

  /// @throws JsonFault when the text is no JSON
  public static JsonPositions of(String text, JsonForm form) throws JsonFault {
    var source = new JsonSource(text);
    var positions = new JsonPositions(source, form);
    if (source.parse() instanceof Json.Obj item) {
      positions.fields(new AttrPath(List.of()), item);
    }
    return positions;
  }

  /// The line, from 1, of the attribute at the path, or of the nearest one around it.
  public int line(AttrPath path) {
    List<AttrPath.Step> steps = path.steps();
    for (int length = steps.size(); length > 0; length--) {
      Integer offset = offsets.get(new AttrPath(steps.subList(0, length)));
      if (offset != null) {
        return source.line(offset);
      }
    }
    return 1;
  }

  private void fields(AttrPath parent, Json.Obj object) {
    for (Json.Field field : object.fields()) {
      value(parent.child(field.name()), field.at(), field.value());
    }
  }

  private void value(AttrPath path, int at, Json value) {
    offsets.put(path, at);
    switch (content(value)) {
      case Json.Obj object -> fields(path, object);
      case Json.Arr(var elements, int _) -> {
        for (int i = 0; i < elements.size(); i++) {
          value(path.child(i), elements.get(i).at(), elements.get(i));
        }
      }
      default -> {}
    }
  }

  /// The list or map that a value is, without its tags; anything else as it is.
  private Json content(Json value) {
    if (!(value instanceof Json.Obj object)) {
      return value;
    }
    Json.Field tag =
        form == JsonForm.PLAIN
            ? PlainEscape.in(object)
            : object.fields().size() == 1 ? object.fields().getFirst() : null;
    if (tag == null) {
      return object;
    }
    boolean document =
        form == JsonForm.PLAIN
            ? tag.name().equals(PlainEscape.M)
            : DynamoReader.type(tag.name()).filter(AttrType::isDocument).isPresent();
    return document ? tag.value() : new Json.Null(value.at());
  }
}
