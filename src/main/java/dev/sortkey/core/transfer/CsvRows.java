package dev.sortkey.core.transfer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Item;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of a CSV after its header.
final class CsvRows implements RowSource.Reading {
  private static final int MOST_COLUMNS = 100_000;

  private final Utf8Reader text;
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private final CsvHeader header;
  private boolean begun;

  /// The line after the last record.
  private long following = 1;

  CsvRows(InputStream in, char separator, CsvHeader header) {
    this.header = header;
    text = new Utf8Reader(in);
    reader = reader(text, separator);
    records = reader.iterator();
  }

  static CsvReader<CsvRecord> reader(Utf8Reader text, char separator) {
    return reader(text, separator, true);
  }

  /// @param skipEmpty whether a line with nothing in it is no record
  static CsvReader<CsvRecord> reader(Utf8Reader text, char separator, boolean skipEmpty) {
    return CsvReader.builder()
        .skipEmptyLines(skipEmpty)
        .fieldSeparator(separator)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .build(
            CsvRecordHandler.of(handler ->
                handler
                    .maxFields(MOST_COLUMNS)
                    .maxFieldSize(JsonTexts.LONGEST)
                    .maxRecordSize(2 * JsonTexts.LONGEST)),
            text);
  }

  @Override
  public @Nullable Row next() throws IOException {
    try {
      if (!begun) {
        begun = true;
        if (records.hasNext()) {
          passed(records.next());
        }
      }
      if (!records.hasNext()) {
        return null;
      }
      CsvRecord record = records.next();
      passed(record);
      return row(record);
    } catch (CsvParseException e) {
      return new Row.Bad(following, "", fault(e), true);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void passed(CsvRecord record) {
    following = record.getStartingLineNumber() + 1;
    for (String cell : record.getFields()) {
      following += cell.chars().filter(c -> c == '\n').count();
    }
  }

  /// What is wrong with a file that is no CSV from here on.
  static String fault(CsvParseException e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root instanceof IOException io
        ? RowSource.words(io)
        : Messages.text("transfer.row.csv", root.getMessage());
  }

  private Row row(CsvRecord cells) {
    long line = cells.getStartingLineNumber();
    List<CsvColumn> columns = header.columns();
    if (cells.getFieldCount() != columns.size()) {
      return bad(cells, Messages.text("transfer.row.cells", cells.getFieldCount(), columns.size()));
    }
    var attributes = new LinkedHashMap<String, Attr>();
    for (int i = 0; i < columns.size(); i++) {
      CsvColumn column = columns.get(i);
      AttrType type = column.type();
      String cell = cells.getField(i);
      if (type == null || cell.isEmpty()) {
        continue;
      }
      try {
        Attr value = CsvCells.read(cell, type, header.typed());
        if (!column.isRest()) {
          attributes.put(column.name(), value);
        } else if (value instanceof Attr.M(var others)) {
          others.forEach(attributes::putIfAbsent);
        }
      } catch (CsvCells.Fault fault) {
        return bad(cells, Messages.text("transfer.row.cell", column.name(), fault.getMessage()));
      }
    }
    return new Row.Good(line, written(cells.getFields()), new Item(attributes));
  }

  private static Row bad(CsvRecord cells, String reason) {
    return new Row.Bad(cells.getStartingLineNumber(), written(cells.getFields()), reason, false);
  }

  private static String written(List<String> cells) {
    var out = new StringWriter();
    try (var writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
      writer.writeRecord(cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString().stripTrailing();
  }

  @Override
  public long line() {
    return text.line();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
