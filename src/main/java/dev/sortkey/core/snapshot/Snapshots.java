package dev.sortkey.core.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/// The snapshots on this computer. All methods block; those that do not throw an [IOException]
/// throw a [dev.sortkey.core.problem.ProblemException].
public interface Snapshots {
  /// The folder that they are in.
  Path folder();

  Listing list();

  /// Begins a snapshot aside, where it cannot be taken for a whole one.
  Aside begin();

  InputStream open(Snapshot snapshot, String path) throws IOException;

  /// Keeps what verifying has found, until a file changes.
  Snapshot checked(Snapshot snapshot, Snapshot.Check check);

  /// Deletes the snapshot's files for good, or, of a folder elsewhere, only forgets it.
  void delete(Snapshot snapshot);

  /// Removes what a snapshot that was broken off has left.
  void discard(Leftover leftover);

  /// Shows a folder elsewhere beside the others, until Sortkey ends: a snapshot, or an export to S3
  /// that was fetched.
  Snapshot add(Path folder);

  /// @param snapshots newest first
  /// @param faults folders that look like snapshots and cannot be read, in plain words
  record Listing(List<Snapshot> snapshots, List<Leftover> leftovers, List<String> faults) {
    public Listing {
      snapshots = List.copyOf(snapshots);
      leftovers = List.copyOf(leftovers);
      faults = List.copyOf(faults);
    }
  }

  /// What is left of a snapshot that was broken off, as by a power cut.
  record Leftover(Path folder, long bytes) {}

  /// A snapshot that is being written.
  interface Aside extends AutoCloseable {
    /// @param path within the snapshot, with slashes
    OutputStream create(String path) throws IOException;

    /// Brings all that was written to the disk, then gives the snapshot its name in one step.
    ///
    /// @return the snapshot, whose folder may bear a number where the name was taken meanwhile
    Snapshot finish(Manifest manifest) throws IOException;

    /// Removes what was written, unless it is finished.
    @Override
    void close();
  }
}
