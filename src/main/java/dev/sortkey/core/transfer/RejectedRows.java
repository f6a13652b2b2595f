package dev.sortkey.core.transfer;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The file of rejected rows beside the one that is imported: `orders.csv.rejected.jsonl`, a line
/// each with the line in the source, the reason and the row as it was written. It is made with the
/// first rejected row; one of an earlier import stays.
final class RejectedRows implements Closeable {
  private static final JsonMapper JSON = new JsonMapper();

  private final Path source;
  private @Nullable Path file;
  private @Nullable OutputStream out;
  private long bytes;

  /// @param before the file that an import began, or null
  /// @param kept how much of it counts; what was written after was not acknowledged
  RejectedRows(Path source, @Nullable String before, long kept) throws IOException {
    this.source = source;
    if (before != null) {
      file = Path.of(before);
      if (Files.exists(file)) {
        try (var cut = new RandomAccessFile(file.toFile(), "rw")) {
          cut.setLength(Math.min(kept, cut.length()));
        }
      }
      bytes = kept;
    }
  }

  void add(long line, String reason, String text) throws IOException {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("line", line);
    row.put("reason", reason);
    row.put("row", text);
    byte[] written = (JSON.writeValueAsString(row) + "\n").getBytes(StandardCharsets.UTF_8);
    opened().write(written);
    bytes += written.length;
  }

  private OutputStream opened() throws IOException {
    if (out == null) {
      if (file == null) {
        file = free();
      }
      out = new BufferedOutputStream(new FileOutputStream(file.toFile(), true));
    }
    return out;
  }

  private Path free() {
    Path free = source.resolveSibling(source.getFileName() + ".rejected.jsonl");
    for (int i = 2; Files.exists(free); i++) {
      free = source.resolveSibling(source.getFileName() + ".rejected-" + i + ".jsonl");
    }
    return free;
  }

  /// Null while nothing was rejected.
  @Nullable String file() {
    return file == null ? null : file.toString();
  }

  long flushed() throws IOException {
    if (out != null) {
      out.flush();
    }
    return bytes;
  }

  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
    }
  }
}
