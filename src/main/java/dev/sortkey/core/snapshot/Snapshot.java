package dev.sortkey.core.snapshot;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// A whole snapshot as it lies in its folder.
///
/// @param root the folder that the paths of the manifest start from
/// @param bytes of all its files
/// @param owned false for a folder elsewhere that was only opened
public record Snapshot(Path root, Manifest manifest, long bytes, Check check, boolean owned) {
  /// What is known about its files.
  public sealed interface Check {
    record NotYet() implements Check {}

    record Verified(Instant at) implements Check {}

    /// @param faults in plain words, one for each file
    record Differs(Instant at, List<String> faults) implements Check {
      public Differs {
        faults = List.copyOf(faults);
      }
    }
  }

  public String name() {
    return manifest.name();
  }
}
