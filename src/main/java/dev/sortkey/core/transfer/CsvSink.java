package dev.sortkey.core.transfer;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import dev.sortkey.core.json.DynamoJson;
import dev.sortkey.core.json.JsonFault;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Item;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// A CSV by the rules of [CsvHeader]. The columns are known only with the last item, so the items
/// wait in a file until then.
final class CsvSink implements ItemSink {
  /// Attributes beyond these many share one column.
  private static final int MOST_COLUMNS = 1_000;

  /// The mark that Windows puts before UTF-8 would be taken off a header that begins with it.
  private static final QuoteStrategy QUOTES =
      new QuoteStrategy() {
        @Override
        public boolean quoteValue(int line, int field, String value) {
          return value.startsWith("\ufeff");
        }
      };

  private final OutputStream out;
  private final Path spool;
  private final OutputStream spooling;
  private final SequencedMap<String, int[]> columns = new LinkedHashMap<>();
  private boolean rest;
  private long bytes;

  CsvSink(OutputStream out, List<String> keys, Path spool) throws IOException {
    this.out = out;
    this.spool = spool;
    spooling = new BufferedOutputStream(new FileOutputStream(spool.toFile()), 64 * 1024);
    keys.forEach(key -> columns.put(key, new int[AttrType.values().length]));
  }

  @Override
  public void write(Item item) throws IOException {
    rest |= item.attributes().isEmpty();
    item.attributes()
        .forEach((name, value) -> {
          int[] types = columns.get(name);
          if (types == null && columns.size() < MOST_COLUMNS) {
            types = new int[AttrType.values().length];
            columns.put(name, types);
          }
          if (types == null) {
            rest = true;
          } else {
            types[value.type().ordinal()]++;
          }
        });
    byte[] line = DynamoJson.write(item, false).getBytes(StandardCharsets.UTF_8);
    spooling.write(line);
    spooling.write('\n');
    bytes += line.length + 1;
  }

  @Override
  public long bytes() {
    return bytes;
  }

  @Override
  public void finish(Progress progress) throws IOException {
    spooling.close();
    CsvHeader header = header();
    try (var texts =
            new JsonLines(new BufferedInputStream(new FileInputStream(spool.toFile()), 64 * 1024));
        var writer =
            CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(QUOTES)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
      if (header.columns().isEmpty()) {
        return;
      }
      writer.writeRecord(header.cells());
      for (JsonTexts.Text text = texts.next(); text != null; text = texts.next()) {
        if (progress.cancelled()) {
          throw new CancellationException();
        }
        writer.writeRecord(cells(header, DynamoJson.readItem(text.text())));
      }
    } catch (JsonFault fault) {
      throw new IOException(fault);
    }
  }

  private CsvHeader header() {
    List<CsvColumn> found = new ArrayList<>();
    columns.forEach((name, types) -> found.add(new CsvColumn(name, commonest(types))));
    if (rest) {
      found.add(CsvColumn.REST);
    }
    return new CsvHeader(found, true);
  }

  private static AttrType commonest(int[] types) {
    int most = 0;
    for (int i = 1; i < types.length; i++) {
      most = types[i] > types[most] ? i : most;
    }
    return AttrType.values()[most];
  }

  private List<@Nullable String> cells(CsvHeader header, Item item) {
    List<@Nullable String> cells = new ArrayList<>(header.columns().size());
    for (CsvColumn column : header.columns()) {
      if (column.isRest()) {
        Attr.M others = others(item);
        boolean needed = !others.fields().isEmpty() || item.attributes().isEmpty();
        cells.add(needed ? CsvCells.write(others, AttrType.M) : null);
      } else {
        Attr value = item.get(column.name());
        AttrType type = column.type();
        cells.add(value == null || type == null ? null : CsvCells.write(value, type));
      }
    }
    return cells;
  }

  private Attr.M others(Item item) {
    var others = new LinkedHashMap<String, Attr>();
    for (Map.Entry<String, Attr> attribute : item.attributes().entrySet()) {
      if (!columns.containsKey(attribute.getKey())) {
        others.put(attribute.getKey(), attribute.getValue());
      }
    }
    return new Attr.M(others);
  }

  @Override
  public void close() throws IOException {
    spooling.close();
    out.close();
    Files.deleteIfExists(spool);
  }
}
