package dev.sortkey.core.snapshot;

import dev.sortkey.core.table.TableDraft;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a snapshot says about itself. A snapshot is no point in time: it holds what each item was
/// at some moment between its start and its end.
///
/// @param name which the person gave it
/// @param origin where it was taken, or null for an export that AWS made
/// @param table the table's name
/// @param arn the table's, or empty
/// @param started when its first item was read, or for AWS's exports the time that is exported
/// @param consistent whether the items were read consistently
/// @param draft the table to be created from it, or null where the export does not say, as AWS's
/// @param unknown the settings that are not in the draft
public record Manifest(
    String name,
    @Nullable Origin origin,
    String table,
    String arn,
    Instant started,
    Instant ended,
    boolean consistent,
    long items,
    @Nullable TableDraft draft,
    List<Unknown> unknown,
    Checksum checksum,
    List<StoredFile> files) {
  /// How the files can be checked.
  public enum Checksum {
    SHA_256("SHA-256"),
    MD5("MD5");

    private final String algorithm;

    Checksum(String algorithm) {
      this.algorithm = algorithm;
    }

    public String algorithm() {
      return algorithm;
    }
  }

  /// The connection that it was taken through.
  public record Origin(String connection, String region, String endpoint) {}

  /// A setting that could not be read.
  ///
  /// @param why what kept it back, or null when the endpoint does not offer it
  public record Unknown(Setting setting, @Nullable String why) {}

  /// One file, by its path within the snapshot.
  ///
  /// @param bytes negative when the manifest does not say
  /// @param checksum in hexadecimal
  /// @param items null for a file that holds none
  public record StoredFile(String path, long bytes, String checksum, @Nullable Long items) {}

  public Manifest {
    unknown = List.copyOf(unknown);
    files = List.copyOf(files);
  }

  /// The same under another name, as when its folder was renamed.
  public Manifest named(String other) {
    return new Manifest(
        other,
        origin,
        table,
        arn,
        started,
        ended,
        consistent,
        items,
        draft,
        unknown,
        checksum,
        files);
  }

  /// The files that hold the items.
  public List<StoredFile> data() {
    return files.stream().filter(file -> file.items() != null).toList();
  }
}
