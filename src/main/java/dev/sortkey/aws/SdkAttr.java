package dev.sortkey.aws;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.Item;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Sortkey's values as the SDK's and back, losing nothing.
final class SdkAttr {
  private SdkAttr() {}

  static Map<String, AttributeValue> toSdk(Map<String, Attr> attributes) {
    var values = new LinkedHashMap<String, AttributeValue>();
    attributes.forEach((name, value) -> values.put(name, toSdk(value)));
    return values;
  }

  static AttributeValue toSdk(Attr value) {
    return switch (value) {
      case Attr.S(String text) -> AttributeValue.fromS(text);
      case Attr.N(String digits) -> AttributeValue.fromN(digits);
      case Attr.B(Bytes bytes) -> AttributeValue.fromB(toSdk(bytes));
      case Attr.Bool(boolean flag) -> AttributeValue.fromBool(flag);
      case Attr.Null() -> AttributeValue.fromNul(true);
      case Attr.SS(var values) -> AttributeValue.builder().ss(values).build();
      case Attr.NS(var values) -> AttributeValue.builder().ns(values).build();
      case Attr.BS(var values) ->
          AttributeValue.fromBs(values.stream().map(SdkAttr::toSdk).toList());
      case Attr.L(var elements) ->
          AttributeValue.fromL(elements.stream().map(SdkAttr::toSdk).toList());
      case Attr.M(var fields) -> AttributeValue.fromM(toSdk(fields));
    };
  }

  static Item item(Map<String, AttributeValue> values) {
    return new Item(attributes(values));
  }

  static Attr fromSdk(AttributeValue value) {
    return switch (value.type()) {
      case S -> new Attr.S(value.s());
      case N -> new Attr.N(value.n());
      case B -> new Attr.B(bytes(value.b()));
      case BOOL -> new Attr.Bool(value.bool());
      case NUL -> new Attr.Null();
      case SS -> Attr.SS.of(value.ss());
      case NS -> Attr.NS.of(value.ns());
      case BS -> Attr.BS.of(value.bs().stream().map(SdkAttr::bytes).toList());
      case L -> new Attr.L(value.l().stream().map(SdkAttr::fromSdk).toList());
      case M -> new Attr.M(attributes(value.m()));
      case UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalStateException("an attribute of a type unknown to this version");
    };
  }

  /// By name, since the SDK's maps come in no order that means anything.
  private static LinkedHashMap<String, Attr> attributes(Map<String, AttributeValue> values) {
    var attributes = LinkedHashMap.<String, Attr>newLinkedHashMap(values.size());
    values.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> attributes.put(entry.getKey(), fromSdk(entry.getValue())));
    return attributes;
  }

  private static SdkBytes toSdk(Bytes bytes) {
    return SdkBytes.fromByteArrayUnsafe(bytes.toArray());
  }

  private static Bytes bytes(SdkBytes bytes) {
    return Bytes.of(bytes.asByteArrayUnsafe());
  }
}
