package dev.sortkey.core.transfer;

import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.value.Item;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Files of items for tests, and what is read from them.
final class Written {
  private Written() {}

  static Path items(Path folder, FileForm form, List<Item> items) {
    Path file = folder.resolve("items." + form.extension());
    try (var out = Files.newOutputStream(file);
        ItemSink sink = ItemSink.of(form, out, List.of(), folder.resolve("spool"))) {
      for (Item item : items) {
        sink.write(item);
      }
      sink.finish(Progress.none());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  static Path text(Path folder, String name, String text) {
    return bytes(folder, name, text.getBytes(StandardCharsets.UTF_8));
  }

  static Path bytes(Path folder, String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Row> rows(Path file) {
    FileShape shape = FileShape.of(file);
    return rows(
        file,
        shape,
        shape.form() == FileForm.CSV ? CsvStart.header(file, shape, Orders.TABLE) : null);
  }

  static List<Row> rows(Path file, FileShape shape, @Nullable CsvHeader header) {
    List<Row> rows = new ArrayList<>();
    try (RowSource source = RowSource.open(file, shape, header)) {
      for (Row row = source.next(); row != null; row = source.next()) {
        rows.add(row);
      }
    }
    return rows;
  }

  static List<Item> good(List<Row> rows) {
    return rows.stream().map(row -> ((Row.Good) row).item()).toList();
  }
}
