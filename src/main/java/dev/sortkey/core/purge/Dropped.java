package dev.sortkey.core.purge;

import dev.sortkey.core.snapshot.DraftJson;
import dev.sortkey.core.table.TableDraft;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A table that is being dropped to be created anew: all that its creation needs, so that it can be
/// had also when Sortkey ends in between.
///
/// @param connection the id of the connection that it is dropped through
/// @param original the table that is dropped
/// @param at when that began
public record Dropped(String connection, Rebuild.Original original, TableDraft draft, Instant at) {
  private static final int VERSION = 1;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public String table() {
    return draft.name();
  }

  public byte[] write() {
    ObjectNode node = JSON.createObjectNode();
    node.put("version", VERSION);
    node.put("connection", connection);
    node.put("id", original.id());
    node.put("created", original.created() == null ? null : original.created().toString());
    node.put("at", at.toString());
    node.set("draft", DraftJson.write(draft));
    return JSON.writeValueAsBytes(node);
  }

  /// @throws IllegalArgumentException when this is nothing that this Sortkey can read
  public static Dropped read(byte[] content) {
    try {
      JsonNode node = JSON.readTree(content);
      if (node.path("version").asInt(0) != VERSION) {
        throw new IllegalArgumentException("version " + node.path("version").asString(""));
      }
      String created = optional(node, "created");
      return new Dropped(
          node.required("connection").stringValue(),
          new Rebuild.Original(
              optional(node, "id"), created == null ? null : Instant.parse(created)),
          DraftJson.read(node.required("draft")),
          Instant.parse(node.required("at").stringValue()));
    } catch (JacksonException | DateTimeException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static @Nullable String optional(JsonNode node, String name) {
    return node.path(name).isString() ? node.path(name).stringValue() : null;
  }
}
