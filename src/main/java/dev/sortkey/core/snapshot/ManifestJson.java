package dev.sortkey.core.snapshot;

import static dev.sortkey.core.snapshot.DraftJson.optional;
import static dev.sortkey.core.snapshot.DraftJson.text;

import dev.sortkey.core.snapshot.Manifest.Checksum;
import dev.sortkey.core.snapshot.Manifest.Origin;
import dev.sortkey.core.snapshot.Manifest.StoredFile;
import dev.sortkey.core.snapshot.Manifest.Unknown;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Sortkey's own manifest, `snapshot.json`: beside the layout of DynamoDB's export it says what
/// that does not, the table and its settings.
public final class ManifestJson {
  /// Its name in the folder of a snapshot. A folder without it is no snapshot of Sortkey's.
  public static final String FILE = "snapshot.json";

  private static final int VERSION = 1;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ManifestJson() {}

  public static byte[] write(Manifest manifest) {
    ObjectNode node = JSON.createObjectNode();
    node.put("version", VERSION);
    node.put("name", manifest.name());
    Origin origin = manifest.origin();
    if (origin != null) {
      node.putObject("origin")
          .put("connection", origin.connection())
          .put("region", origin.region())
          .put("endpoint", origin.endpoint());
    }
    node.put("table", manifest.table());
    node.put("arn", manifest.arn());
    node.put("started", manifest.started().toString());
    node.put("ended", manifest.ended().toString());
    node.put("consistent", manifest.consistent());
    node.put("items", manifest.items());
    if (manifest.draft() != null) {
      node.set("draft", DraftJson.write(manifest.draft()));
    }
    ArrayNode unknown = node.putArray("unknown");
    manifest
        .unknown()
        .forEach(each ->
            unknown.addObject().put("setting", each.setting().name()).put("why", each.why()));
    node.put("checksum", manifest.checksum().name());
    ArrayNode files = node.putArray("files");
    for (StoredFile file : manifest.files()) {
      ObjectNode each =
          files
              .addObject()
              .put("path", file.path())
              .put("bytes", file.bytes())
              .put("checksum", file.checksum());
      if (file.items() != null) {
        each.put("items", file.items());
      }
    }
    return JSON.writeValueAsBytes(node);
  }

  /// @throws IOException when this is no manifest that this Sortkey can read
  public static Manifest read(byte[] content) throws IOException {
    try {
      JsonNode node = JSON.readTree(content);
      if (node.path("version").asInt(0) != VERSION) {
        throw new IOException("version " + node.path("version").asString(""));
      }
      return manifest(node);
    } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static Manifest manifest(JsonNode node) {
    JsonNode origin = node.path("origin");
    List<Unknown> unknown = new ArrayList<>();
    for (JsonNode each : node.required("unknown")) {
      unknown.add(new Unknown(Setting.valueOf(text(each, "setting")), optional(each, "why")));
    }
    List<StoredFile> files = new ArrayList<>();
    for (JsonNode each : node.required("files")) {
      files.add(
          new StoredFile(
              text(each, "path"),
              each.required("bytes").longValue(),
              text(each, "checksum"),
              each.path("items").isNumber() ? each.path("items").longValue() : null));
    }
    return new Manifest(
        text(node, "name"),
        origin.isObject()
            ? new Origin(
                text(origin, "connection"), text(origin, "region"), text(origin, "endpoint"))
            : null,
        text(node, "table"),
        text(node, "arn"),
        Instant.parse(text(node, "started")),
        Instant.parse(text(node, "ended")),
        node.required("consistent").booleanValue(),
        node.required("items").longValue(),
        node.path("draft").isObject() ? DraftJson.read(node.path("draft")) : null,
        unknown,
        Checksum.valueOf(text(node, "checksum")),
        files);
  }
}
