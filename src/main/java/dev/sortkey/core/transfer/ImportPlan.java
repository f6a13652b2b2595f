package dev.sortkey.core.transfer;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What is to be imported, from where and how; kept in the progress of an import.
///
/// @param header of a CSV, else null
public record ImportPlan(
    String file, FileShape shape, @Nullable CsvHeader header, String table, ImportMode mode) {
  public Path path() {
    return Path.of(file);
  }
}
