package dev.sortkey.core.snapshot;

import static dev.sortkey.core.snapshot.DraftJson.optional;
import static dev.sortkey.core.snapshot.DraftJson.text;

import dev.sortkey.core.snapshot.Manifest.Checksum;
import dev.sortkey.core.snapshot.Manifest.StoredFile;
import dev.sortkey.core.text.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The manifests of DynamoDB's export to S3 (Developer Guide, "DynamoDB table export output
/// format"), as AWS writes and reads them.
public final class S3Export {
  /// The folder under which every export lies.
  public static final String FOLDER = "AWSDynamoDB";

  public static final String SUMMARY = "manifest-summary.json";
  public static final String FILES = "manifest-files.json";

  /// Of the export's manifests, as AWS has it.
  private static final String VERSION = "2020-06-30";

  private static final JsonMapper JSON = new JsonMapper();

  private S3Export() {}

  /// @param id of the export
  static byte[] summary(
      String id, String arn, Instant started, Instant ended, long items, long bytes) {
    ObjectNode node = JSON.createObjectNode();
    node.put("version", VERSION);
    node.put("exportArn", arn + "/export/" + id);
    node.put("startTime", started.toString());
    node.put("endTime", ended.toString());
    node.put("tableArn", arn);
    node.putNull("tableId");
    node.put("exportTime", started.toString());
    node.putNull("s3Bucket");
    node.putNull("s3Prefix");
    node.putNull("s3SseAlgorithm");
    node.putNull("s3SseKmsKeyId");
    node.put("manifestFilesS3Key", FOLDER + "/" + id + "/" + FILES);
    node.put("billedSizeBytes", bytes);
    node.put("itemCount", items);
    node.put("outputFormat", "DYNAMODB_JSON");
    return (JSON.writeValueAsString(node) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  static byte[] files(List<ItemFile.Written> files) {
    var lines = new StringBuilder();
    for (ItemFile.Written written : files) {
      ObjectNode node = JSON.createObjectNode();
      node.put("itemCount", written.file().items());
      node.put("md5Checksum", Base64.getEncoder().encodeToString(written.md5()));
      node.put("etag", HexFormat.of().formatHex(written.md5()));
      node.put("dataFileS3Key", written.file().path());
      lines.append(JSON.writeValueAsString(node)).append('\n');
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// An export of AWS's as a snapshot.
  ///
  /// @param name of the folder that it is in
  /// @param base the path of the manifests' folder within that, ending with a slash, or empty
  /// @throws IOException when these are no manifests of an export that can be read
  public static Manifest read(String name, String base, byte[] summary, byte[] files)
      throws IOException {
    try {
      JsonNode node = JSON.readTree(summary);
      if (!"DYNAMODB_JSON".equals(optional(node, "outputFormat"))
          || "INCREMENTAL_EXPORT".equals(optional(node, "exportType"))) {
        throw new IOException(Messages.text("snapshots.export-kind"));
      }
      String arn = text(node, "tableArn");
      return new Manifest(
          name,
          null,
          arn.substring(arn.indexOf('/') + 1),
          arn,
          Instant.parse(text(node, "exportTime")),
          Instant.parse(text(node, "exportTime")),
          true,
          node.required("itemCount").longValue(),
          null,
          List.of(),
          Checksum.MD5,
          files(base, files));
    } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /// The keys in S3 name the files from the bucket's root; here they lie below their manifest.
  private static List<StoredFile> files(String base, byte[] lines) {
    List<StoredFile> files = new ArrayList<>();
    for (String line : new String(lines, StandardCharsets.UTF_8).lines().toList()) {
      if (!line.isBlank()) {
        JsonNode node = JSON.readTree(line);
        String key = text(node, "dataFileS3Key");
        files.add(
            new StoredFile(
                base + "data/" + key.substring(key.lastIndexOf('/') + 1),
                -1,
                HexFormat.of().formatHex(Base64.getDecoder().decode(text(node, "md5Checksum"))),
                node.required("itemCount").longValue()));
      }
    }
    return files;
  }
}
