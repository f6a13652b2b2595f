package dev.sortkey.standin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.thirdparty.jackson.core.JsonToken;
import software.amazon.awssdk.thirdparty.jackson.dataformat.cbor.CBORFactory;
import software.amazon.awssdk.thirdparty.jackson.dataformat.cbor.CBORGenerator;
import software.amazon.awssdk.thirdparty.jackson.dataformat.cbor.CBORParser;

/// The bodies of Smithy's RPC v2 CBOR protocol as maps, lists, strings, numbers and times; a time
/// is seconds since 1970 under tag 1.
final class Cbor {
  private static final int TIME = 1;
  private static final CBORFactory FACTORY = new CBORFactory();

  private Cbor() {}

  @SuppressWarnings("unchecked")
  static Map<String, Object> read(byte[] body) {
    try (CBORParser parser = FACTORY.createParser(body)) {
      return parser.nextToken() == null
          ? Map.of()
          : (Map<String, Object>) Objects.requireNonNull(value(parser));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] write(Map<String, ?> value) {
    var bytes = new ByteArrayOutputStream();
    try (CBORGenerator generator = FACTORY.createGenerator(bytes)) {
      write(generator, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static @Nullable Object value(CBORParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        var map = new LinkedHashMap<String, @Nullable Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          map.put(name, value(parser));
        }
        yield map;
      }
      case START_ARRAY -> {
        var list = new ArrayList<@Nullable Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(parser));
        }
        yield list;
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        Number number = parser.getNumberValue();
        yield parser.getCurrentTag() == TIME
            ? Instant.ofEpochMilli(Math.round(number.doubleValue() * 1000))
            : number;
      }
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> parser.getText();
    };
  }

  private static void write(CBORGenerator generator, @Nullable Object value) throws IOException {
    switch (value) {
      case Map<?, ?> map -> {
        generator.writeStartObject(map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          generator.writeFieldName((String) entry.getKey());
          write(generator, entry.getValue());
        }
        generator.writeEndObject();
      }
      case List<?> list -> {
        generator.writeStartArray(list, list.size());
        for (Object element : list) {
          write(generator, element);
        }
        generator.writeEndArray();
      }
      case Instant time -> {
        generator.writeTag(TIME);
        generator.writeNumber(time.toEpochMilli() / 1000.0);
      }
      case Integer number -> generator.writeNumber(number);
      case Double number -> generator.writeNumber(number);
      case Boolean bool -> generator.writeBoolean(bool);
      case String text -> generator.writeString(text);
      case null, default -> generator.writeNull();
    }
  }
}
