package dev.sortkey.core.transfer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.sortkey.core.json.DynamoJson;
import dev.sortkey.core.json.JsonFault;
import dev.sortkey.core.json.PlainJson;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Item;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads rows from a clipboard: JSON, DynamoDB JSON, or cells of a spreadsheet, which come as lines
/// with tabs between.
public final class PastedRows {
  private PastedRows() {}

  /// The items in a text of JSON, plain or DynamoDB's, or in cells with a header; empty when it is
  /// neither, so that its cells have no names.
  ///
  /// @param keys the names of the table's key attributes, by which a header is known
  /// @param types the type that each known attribute usually has; what is unknown is a string
  /// @throws IllegalArgumentException when a row is wrong; the message is for the person
  public static List<Item> items(String text, Set<String> keys, Map<String, AttrType> types) {
    String begins = text.stripLeading();
    if (begins.startsWith("{") || begins.startsWith("[")) {
      return json(begins);
    }
    List<List<String>> cells =
        cells(text).stream().filter(line -> !line.equals(List.of(""))).toList();
    return cells.size() > 1 && cells.getFirst().containsAll(keys) ? named(cells, types) : List.of();
  }

  /// The cells of a text, a list for each line; an empty line is one empty cell.
  ///
  /// @throws IllegalArgumentException when a quote is left open; the message is for the person
  public static List<List<String>> cells(String text) {
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = CsvRows.reader(new Utf8Reader(bytes(text)), '\t', false)) {
      for (CsvRecord record : reader) {
        rows.add(record.getFields());
      }
    } catch (CsvParseException e) {
      throw new IllegalArgumentException(CsvRows.fault(e), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  /// One cell as a value.
  ///
  /// @throws IllegalArgumentException when it is no value of the type
  public static Attr value(String cell, AttrType type) {
    try {
      return CsvCells.read(RowText.bare(cell), type, false);
    } catch (CsvCells.Fault fault) {
      throw new IllegalArgumentException(fault.getMessage(), fault);
    }
  }

  private static List<Item> named(List<List<String>> cells, Map<String, AttrType> types) {
    List<String> names = cells.getFirst();
    if (new LinkedHashSet<>(names).size() < names.size()) {
      throw new IllegalArgumentException(Messages.text("transfer.paste.twice"));
    }
    List<Item> items = new ArrayList<>();
    for (int line = 1; line < cells.size(); line++) {
      List<String> row = cells.get(line);
      if (row.size() == 1 && row.getFirst().isEmpty()) {
        continue;
      }
      if (row.size() > names.size()) {
        throw at(line + 1, Messages.text("transfer.row.cells", row.size(), names.size()));
      }
      var attributes = new LinkedHashMap<String, Attr>();
      for (int i = 0; i < row.size(); i++) {
        if (!row.get(i).isEmpty()) {
          try {
            String name = names.get(i);
            attributes.put(name, value(row.get(i), types.getOrDefault(name, AttrType.S)));
          } catch (IllegalArgumentException e) {
            throw at(line + 1, Messages.text("transfer.row.cell", names.get(i), e.getMessage()));
          }
        }
      }
      items.add(new Item(attributes));
    }
    return items;
  }

  private static List<Item> json(String text) {
    if (text.startsWith("{")) {
      try {
        return List.of(item(new JsonTexts.Text(1, text, null)));
      } catch (IllegalArgumentException e) {
        if (text.lines().filter(line -> line.startsWith("{")).count() < 2) {
          throw e;
        }
      }
    }
    List<Item> items = new ArrayList<>();
    InputStream in = bytes(text);
    try (JsonTexts texts = text.startsWith("[") ? new JsonElements(in, true) : new JsonLines(in)) {
      for (JsonTexts.Text one = texts.next(); one != null; one = texts.next()) {
        if (one.flaw() != null) {
          throw at(one.line(), one.flaw());
        }
        items.add(item(one));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return items;
  }

  private static Item item(JsonTexts.Text one) {
    try {
      return DynamoJson.readLine(one.text());
    } catch (JsonFault _) {
      try {
        return PlainJson.readItem(one.text());
      } catch (JsonFault fault) {
        throw at(one.line() + fault.line() - 1, fault.getMessage());
      }
    }
  }

  private static IllegalArgumentException at(long line, String why) {
    return new IllegalArgumentException(Messages.text("transfer.paste.line", line, why));
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
