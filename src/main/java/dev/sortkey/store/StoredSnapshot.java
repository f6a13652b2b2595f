package dev.sortkey.store;

import dev.sortkey.core.snapshot.Manifest;
import dev.sortkey.core.snapshot.ManifestJson;
import dev.sortkey.core.snapshot.S3Export;
import dev.sortkey.core.snapshot.Snapshot;
import dev.sortkey.core.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads a folder that holds a snapshot of Sortkey's, or an export to S3 as AWS made it.
final class StoredSnapshot {
  /// What verifying found, beside the snapshot.
  private static final String CHECK = "verified.json";

  /// How deep an export may lie: the prefix in the bucket becomes folders.
  private static final int DEEPEST = 6;

  private static final JsonMapper JSON = new JsonMapper();

  private StoredSnapshot() {}

  /// Empty when the folder holds nothing of the kind.
  ///
  /// @throws IOException when it looks like a snapshot and is none that can be read
  static Optional<Snapshot> read(Path root, boolean owned) throws IOException {
    Path own = root.resolve(ManifestJson.FILE);
    String name = String.valueOf(root.getFileName());
    if (Files.exists(own)) {
      return Optional.of(
          snapshot(root, ManifestJson.read(Files.readAllBytes(own)).named(name), owned));
    }
    Path summary = summary(root);
    if (summary != null) {
      Path base = summary.getParent();
      String prefix = base.equals(root) ? "" : path(root.relativize(base)) + "/";
      byte[] files = Files.readAllBytes(base.resolve(S3Export.FILES));
      return Optional.of(
          snapshot(root, S3Export.read(name, prefix, Files.readAllBytes(summary), files), owned));
    }
    if (Files.isDirectory(root.resolve(S3Export.FOLDER))) {
      throw new IOException(Messages.text("snapshots.no-manifest"));
    }
    return Optional.empty();
  }

  private static @Nullable Path summary(Path root) throws IOException {
    try (Stream<Path> all =
        Files.find(
            root,
            DEEPEST,
            (file, facts) -> facts.isRegularFile() && file.endsWith(S3Export.SUMMARY))) {
      return all.max(Comparator.naturalOrder()).orElse(null); // ids begin with their time
    }
  }

  private static String path(Path relative) {
    return relative.toString().replace('\\', '/');
  }

  private static Snapshot snapshot(Path root, Manifest manifest, boolean owned) throws IOException {
    long bytes = 0;
    for (Manifest.StoredFile file : manifest.files()) {
      Path stored = root.resolve(file.path());
      bytes += Files.isRegularFile(stored) ? Files.size(stored) : 0;
    }
    return new Snapshot(root, manifest, bytes, check(root, manifest), owned);
  }

  static void remember(Path root, Snapshot.Check check) {
    ObjectNode node = JSON.createObjectNode();
    ArrayNode faults = node.putArray("faults");
    switch (check) {
      case Snapshot.Check.NotYet _ -> {
        return;
      }
      case Snapshot.Check.Verified(Instant at) -> node.put("at", at.toString());
      case Snapshot.Check.Differs(Instant at, List<String> found) -> {
        node.put("at", at.toString());
        found.forEach(faults::add);
      }
    }
    try {
      Path part = root.resolve(CHECK + ".part");
      Files.write(part, JSON.writeValueAsBytes(node));
      Files.move(part, root.resolve(CHECK), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException _) {
      // A folder that is only read; it will have to be verified again.
    }
  }

  /// Of no worth once a file has gone or was written after it.
  private static Snapshot.Check check(Path root, Manifest manifest) {
    try {
      JsonNode node = JSON.readTree(Files.readAllBytes(root.resolve(CHECK)));
      Instant at = Instant.parse(node.required("at").stringValue());
      for (Manifest.StoredFile file : manifest.files()) {
        Path stored = root.resolve(file.path());
        if (Files.exists(stored) && Files.getLastModifiedTime(stored).toInstant().isAfter(at)) {
          return new Snapshot.Check.NotYet();
        }
      }
      List<String> faults =
          node.required("faults").valueStream().map(JsonNode::stringValue).toList();
      if (!faults.isEmpty()) {
        return new Snapshot.Check.Differs(at, faults);
      }
      return manifest.files().stream().allMatch(file -> Files.exists(root.resolve(file.path())))
          ? new Snapshot.Check.Verified(at)
          : new Snapshot.Check.NotYet();
    } catch (IOException | JacksonException | DateTimeException _) {
      return new Snapshot.Check.NotYet();
    }
  }

  static long size(Path folder) throws IOException {
    long bytes = 0;
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }

  static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.toList();
    } catch (NoSuchFileException _) {
      return;
    }
    for (Path each : all.reversed()) {
      Files.deleteIfExists(each);
    }
  }
}
