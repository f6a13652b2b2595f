package dev.sortkey.core.transfer;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import dev.sortkey.core.json.DynamoJson;
import dev.sortkey.core.json.PlainJson;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Rows as text to be copied.
public final class RowText {
  /// A column of a text: its name in the header, and where its values are.
  public record Field(String name, AttrPath at) {
    public static Field of(String attribute) {
      return new Field(attribute, AttrPath.of(attribute));
    }
  }

  private RowText() {}

  /// An array of items in plain JSON.
  public static String json(Iterable<Item> items) {
    return array(items, item -> PlainJson.write(item, true));
  }

  /// An array of items in DynamoDB JSON.
  public static String dynamoJson(Iterable<Item> items) {
    return array(items, item -> DynamoJson.write(item, true));
  }

  /// A header and one record an item, as RFC 4180 has it and without change to any value: an empty
  /// string is quoted, an attribute that the item lacks is not.
  public static String csv(List<Field> columns, Iterable<Item> items) {
    return table(true, columns, items, ',', LineDelimiter.CRLF, RowText::cell);
  }

  /// The same with tabs, for pasting into a spreadsheet. There a string that begins like a formula
  /// gets an apostrophe before it, which spreadsheets take as the mark of a text, so that data
  /// never runs as a formula.
  public static String tsv(List<Field> columns, Iterable<Item> items) {
    return table(true, columns, items, '\t', LineDelimiter.LF, RowText::inert);
  }

  /// Likewise without the header, so that cells paste into cells.
  public static String cells(List<Field> columns, Iterable<Item> items) {
    return table(false, columns, items, '\t', LineDelimiter.LF, RowText::inert);
  }

  /// One value: strings, numbers and booleans as they are, all else as DynamoDB JSON, so that
  /// nothing is lost.
  public static String cell(Attr value) {
    return switch (value) {
      case Attr.S(String text) -> text;
      case Attr.N(String digits) -> digits;
      case Attr.Bool(boolean truth) -> Boolean.toString(truth);
      default -> DynamoJson.write(value, false);
    };
  }

  private static String inert(Attr value) {
    return value instanceof Attr.S(String text) ? inert(text) : cell(value);
  }

  private static String inert(String text) {
    return isActive(text, 0) ? "'" + text : text;
  }

  /// A cell of [#tsv] without the apostrophe that keeps it from being a formula.
  static String bare(String cell) {
    return cell.startsWith("'") && isActive(cell, 1) ? cell.substring(1) : cell;
  }

  /// The apostrophe is one of them, so that a text that begins with it comes back as well.
  private static boolean isActive(String text, int at) {
    return at < text.length() && "=+-@\t\r\n'".indexOf(text.charAt(at)) >= 0;
  }

  private static String array(Iterable<Item> items, Function<Item, String> writer) {
    var array = new StringJoiner(",\n", "[\n", "\n]").setEmptyValue("[]");
    items.forEach(item -> array.add(writer.apply(item).indent(2).stripTrailing()));
    return array.toString();
  }

  private static String table(
      boolean header,
      List<Field> columns,
      Iterable<Item> items,
      char separator,
      LineDelimiter delimiter,
      Function<Attr, String> cell) {
    var text = new StringWriter();
    try (var writer =
        CsvWriter.builder()
            .fieldSeparator(separator)
            .lineDelimiter(delimiter)
            .quoteStrategy(QuoteStrategies.EMPTY)
            .build(text)) {
      if (header) {
        writer.writeRecord(
            columns.stream().map(column -> cell.apply(new Attr.S(column.name()))).toList());
      }
      List<@Nullable String> cells = new ArrayList<>();
      for (Item item : items) {
        cells.clear();
        for (Field column : columns) {
          Attr value = item.get(column.at());
          cells.add(value == null ? null : cell.apply(value));
        }
        writer.writeRecord(cells);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
