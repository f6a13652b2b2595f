package dev.sortkey.core.transfer;

import dev.sortkey.core.json.DynamoJson;
import dev.sortkey.core.json.JsonFault;
import dev.sortkey.core.json.PlainJson;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.DynamoNumber;
import java.util.Locale;

/// Values as the cells of a CSV, by the rules that [CsvHeader] states.
final class CsvCells {
  private static final String NULL = "null";

  private CsvCells() {}

  /// A cell that is no value of its column's type.
  static final class Fault extends Exception {
    private Fault(String key, Object... arguments) {
      super(Messages.text(key, arguments));
    }
  }

  static String write(Attr value, AttrType column) {
    if (value.type() != column) {
      return DynamoJson.write(value, false);
    }
    return switch (value) {
      case Attr.S(String text) when !text.isEmpty() && text.charAt(0) != '{' -> text;
      case Attr.N(String digits) when DynamoNumber.isNumber(digits) -> digits;
      case Attr.Bool(boolean truth) -> Boolean.toString(truth);
      case Attr.B(Bytes bytes) when bytes.length() > 0 -> bytes.toBase64();
      case Attr.Null _ -> NULL;
      default -> DynamoJson.write(value, false);
    };
  }

  /// @param cell not empty
  /// @param strict whether the cell was written by [#write]; else it is read as other programs
  ///   write, too
  static Attr read(String cell, AttrType column, boolean strict) throws Fault {
    if (cell.charAt(0) == '{' && (strict || column != AttrType.S)) {
      try {
        return DynamoJson.readAttr(cell);
      } catch (JsonFault fault) {
        if (strict) {
          throw new Fault("transfer.cell.json", fault.getMessage());
        }
      }
    }
    String plain = strict ? cell : cell.strip();
    return switch (column) {
      case S -> new Attr.S(cell);
      case N -> {
        if (!DynamoNumber.isNumber(plain)) {
          throw new Fault("transfer.cell.number", shortened(cell));
        }
        yield new Attr.N(plain);
      }
      case BOOL ->
          switch (plain.toLowerCase(Locale.ROOT)) {
            case "true" -> new Attr.Bool(true);
            case "false" -> new Attr.Bool(false);
            default -> throw new Fault("transfer.cell.bool", shortened(cell));
          };
      case NULL -> {
        if (!plain.equalsIgnoreCase(NULL) && (strict || !plain.equalsIgnoreCase("true"))) {
          throw new Fault("transfer.cell.null", shortened(cell));
        }
        yield new Attr.Null();
      }
      case B -> binary(plain);
      case SS, NS, BS, L, M -> {
        if (strict) {
          throw new Fault("transfer.cell.document", shortened(cell));
        }
        yield document(plain, column);
      }
    };
  }

  private static Attr binary(String text) throws Fault {
    try {
      Bytes bytes = Bytes.fromBase64(text);
      if (bytes.toBase64().equals(text)) {
        return new Attr.B(bytes);
      }
    } catch (IllegalArgumentException _) {
      // said below, for text that is nearly Base64 as well
    }
    throw new Fault("transfer.cell.base64", shortened(text));
  }

  /// What is in a set, a list or a map, typed or plain.
  private static Attr document(String text, AttrType type) throws Fault {
    try {
      return DynamoJson.readAttr("{\"" + type + "\":" + text + "}");
    } catch (JsonFault typed) {
      try {
        Attr plain =
            PlainJson.readAttr(type.isDocument() ? text : "{\"$" + type + "\":" + text + "}");
        if (plain.type() == type) {
          return plain;
        }
      } catch (JsonFault _) {
        // the same is wrong with it either way
      }
      throw new Fault("transfer.cell.of-type", type.name(), shortened(text));
    }
  }

  static String shortened(String cell) {
    return cell.length() <= 40 ? cell : cell.substring(0, 39) + "…";
  }
}
