package dev.sortkey.store;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The first line of a file that belongs to a table: its version, and whose it is.
final class Heads {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private Heads() {}

  static String write(StagedChanges.Where where, int version) {
    return JSON.writeValueAsString(
        JSON.createObjectNode()
            .put("version", version)
            .put("connection", where.connection())
            .put("table", where.table()));
  }

  /// Null when a newer Sortkey wrote it.
  ///
  /// @throws IllegalArgumentException when it is no such line
  static StagedChanges.@Nullable Where read(String line, int version) {
    try {
      JsonNode json = JSON.readTree(line);
      if (json.required("version").intValue() > version) {
        return null;
      }
      return new StagedChanges.Where(
          json.required("connection").stringValue(), json.required("table").stringValue());
    } catch (JacksonException e) {
      throw new IllegalArgumentException("no head", e);
    }
  }
}
