package dev.sortkey.core.snapshot;

import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.DynamoNumber;
import dev.sortkey.core.value.Item;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Map;

/// Short stand-ins for keys and items, which two have in common exactly when DynamoDB holds them
/// for the same: numbers by value, sets and fields without their order. Used by one thread.
final class ItemHash {
  private final MessageDigest digest = Digesting.digest("SHA-256");

  /// 128 bits, so that no two keys of a table fall together.
  record Of128(long high, long low) {}

  /// @throws IllegalArgumentException when the item lacks a key attribute
  Of128 key(KeySchema keys, Item item) {
    for (KeyAttribute key : keys.all()) {
      Attr value = item.get(key.name());
      if (value == null) {
        throw new IllegalArgumentException(key.name());
      }
      value(value);
    }
    return done();
  }

  long item(Item item) {
    fields(item.attributes());
    return done().high();
  }

  private Of128 done() {
    ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
    return new Of128(bytes.getLong(), bytes.getLong());
  }

  private void value(Attr value) {
    digest.update((byte) value.type().ordinal());
    switch (value) {
      case Attr.S(String text) -> text(text);
      case Attr.N(String digits) -> text(DynamoNumber.canonical(digits));
      case Attr.B(Bytes bytes) -> bytes(bytes.toArray());
      case Attr.Bool(boolean flag) -> digest.update((byte) (flag ? 1 : 0));
      case Attr.Null() -> {}
      case Attr.SS(var texts) -> texts(texts);
      case Attr.NS(var numbers) -> texts(numbers.stream().map(DynamoNumber::canonical).toList());
      case Attr.BS(var binaries) -> texts(binaries.stream().map(Bytes::toBase64).toList());
      case Attr.L(var elements) -> {
        number(elements.size());
        elements.forEach(this::value);
      }
      case Attr.M(var fields) -> fields(fields);
    }
  }

  private void fields(Map<String, Attr> fields) {
    number(fields.size());
    fields.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(field -> {
          text(field.getKey());
          value(field.getValue());
        });
  }

  private void texts(Collection<String> texts) {
    number(texts.size());
    texts.stream().sorted().forEach(this::text);
  }

  private void text(String text) {
    bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private void bytes(byte[] bytes) {
    number(bytes.length);
    digest.update(bytes);
  }

  private void number(int number) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
  }
}
