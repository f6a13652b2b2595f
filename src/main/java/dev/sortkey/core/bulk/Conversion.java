package dev.sortkey.core.bulk;

import dev.sortkey.core.json.JsonFault;
import dev.sortkey.core.json.PlainJson;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.DynamoNumber;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Makes values of one type out of those of another, where nothing is lost.
final class Conversion {
  private Conversion() {}

  /// @throws IllegalArgumentException when something would be lost; the message is for the person
  static Attr of(Attr value, AttrType type) {
    return switch (type) {
      case S -> text(value);
      case N -> {
        if (value instanceof Attr.S(String text) && DynamoNumber.isNumber(text.strip())) {
          yield new Attr.N(text.strip());
        }
        throw lost(value, type);
      }
      case BOOL -> {
        if (value instanceof Attr.S(String text)
            && (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"))) {
          yield new Attr.Bool(Boolean.parseBoolean(text));
        }
        throw lost(value, type);
      }
      case L ->
          switch (value) {
            case Attr.SS(var members) ->
                new Attr.L(members.stream().<Attr>map(Attr.S::new).toList());
            case Attr.NS(var members) ->
                new Attr.L(members.stream().<Attr>map(Attr.N::new).toList());
            case Attr.BS(var members) ->
                new Attr.L(members.stream().<Attr>map(Attr.B::new).toList());
            case Attr.S(String text) -> parsed(text, value, type);
            default -> new Attr.L(List.of(value));
          };
      case M -> {
        if (value instanceof Attr.S(String text)) {
          yield parsed(text, value, type);
        }
        throw lost(value, type);
      }
      case SS ->
          set(
              value,
              type,
              one -> one instanceof Attr.S(String text) ? text : null,
              text -> text,
              Attr.SS::of);
      case NS ->
          set(
              value,
              type,
              one -> one instanceof Attr.N(String digits) ? digits : null,
              DynamoNumber::canonical,
              Attr.NS::of);
      case B, BS, NULL -> throw lost(value, type);
    };
  }

  private static Attr text(Attr value) {
    return switch (value) {
      case Attr.N(String digits) -> new Attr.S(digits);
      case Attr.Bool(boolean truth) -> new Attr.S(Boolean.toString(truth));
      case Attr.L _, Attr.M _ -> new Attr.S(PlainJson.write(value, false));
      default -> throw lost(value, AttrType.S);
    };
  }

  private static Attr parsed(String text, Attr value, AttrType type) {
    try {
      Attr parsed = PlainJson.readAttr(text);
      if (parsed.type() == type) {
        return parsed;
      }
    } catch (JsonFault _) {
      // said below
    }
    throw lost(value, type);
  }

  /// @param name what two members have in common that DynamoDB takes for the same
  private static Attr set(
      Attr value,
      AttrType type,
      Function<Attr, @Nullable String> member,
      UnaryOperator<String> name,
      Function<List<String>, ? extends Attr> maker) {
    List<Attr> elements = value instanceof Attr.L(var some) ? some : List.of(value);
    List<String> members = elements.stream().map(member).toList();
    boolean fits =
        !members.isEmpty()
            && members.stream().allMatch(one -> one != null)
            && members.stream().map(name).distinct().count() == members.size();
    if (!fits) {
      throw lost(value, type);
    }
    return maker.apply(members);
  }

  private static IllegalArgumentException lost(Attr value, AttrType type) {
    return new IllegalArgumentException(
        Messages.text("bulk.unfit.convert", value.type().name(), type.name()));
  }
}
