package dev.sortkey.core.json;

import dev.sortkey.core.text.Messages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/// JSON text, parsed, and able to say where in it something is wrong.
final class JsonSource {
  /// Levels of JSON; items need about 70, so that one nested too deep still is read and its flaw
  /// shown at its place.
  static final int DEEPEST = 500;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final String text;

  JsonSource(String text) {
    this.text = text;
  }

  Json parse() throws JsonFault {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw fault(0, "json.empty");
      }
      Json document = value(parser, first);
      if (parser.nextToken() != null) {
        throw fault(start(parser), "json.trailing");
      }
      return document;
    } catch (StreamConstraintsException e) {
      throw fault(offset(e), "json.depth", DEEPEST);
    } catch (UnexpectedEndOfInputException e) {
      throw fault(text.length(), "json.end");
    } catch (JacksonException e) {
      throw malformed(offset(e));
    }
  }

  JsonFault fault(int at, String key, Object... arguments) {
    int lineStart = at;
    while (lineStart > 0 && !endsLine(lineStart - 1)) {
      lineStart--;
    }
    return new JsonFault(Messages.text(key, arguments), line(at), at - lineStart + 1);
  }

  /// The line of an offset, from 1.
  int line(int at) {
    return 1 + (int) IntStream.range(0, at).filter(this::endsLine).count();
  }

  private boolean endsLine(int at) {
    char c = text.charAt(at);
    return c == '\n' || c == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n');
  }

  private Json value(JsonParser parser, JsonToken token) throws JsonFault {
    int at = start(parser);
    return switch (token) {
      case START_OBJECT -> object(parser, at);
      case START_ARRAY -> array(parser, at);
      case VALUE_STRING -> new Json.Str(parser.getString(), at);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(parser.getString(), at);
      case VALUE_TRUE, VALUE_FALSE -> new Json.Bool(token == JsonToken.VALUE_TRUE, at);
      case VALUE_NULL -> new Json.Null(at);
      default -> throw fault(at, "json.malformed");
    };
  }

  private Json object(JsonParser parser, int at) throws JsonFault {
    List<Json.Field> fields = new ArrayList<>();
    Set<String> names = new HashSet<>();
    while (next(parser) != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      int nameAt = start(parser);
      if (!names.add(name)) {
        throw fault(nameAt, "json.field-twice", name);
      }
      fields.add(new Json.Field(name, value(parser, next(parser)), nameAt));
    }
    return new Json.Obj(fields, false, at);
  }

  private Json array(JsonParser parser, int at) throws JsonFault {
    List<Json> elements = new ArrayList<>();
    for (JsonToken token = next(parser); token != JsonToken.END_ARRAY; token = next(parser)) {
      elements.add(value(parser, token));
    }
    return new Json.Arr(elements, at);
  }

  private JsonToken next(JsonParser parser) throws JsonFault {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw fault(text.length(), "json.end");
    }
    return token;
  }

  private JsonFault malformed(int at) {
    if (at >= text.length()) {
      return fault(at, "json.end");
    }
    if (text.charAt(at) < ' ') {
      return fault(at, "json.control");
    }
    int start = at;
    while (start > 0 && isBare(text.charAt(start - 1))) {
      start--;
    }
    return fault(start, "json.unexpected", Character.toString(text.codePointAt(start)));
  }

  /// Of a word or number without quotes; the parser may only stumble over its end.
  private static boolean isBare(char c) {
    return Character.isLetterOrDigit(c) || "+-._".indexOf(c) >= 0;
  }

  private static int start(JsonParser parser) {
    return (int) parser.currentTokenLocation().getCharOffset();
  }

  private int offset(JacksonException e) {
    @Nullable TokenStreamLocation location = e.getLocation();
    return location == null ? 0 : Math.clamp(location.getCharOffset(), 0, text.length());
  }
}
