package dev.sortkey.core.snapshot;

import dev.sortkey.core.snapshot.Manifest.StoredFile;
import dev.sortkey.core.text.Messages;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All lines of a snapshot, handed out to several readers, each line once. A damaged file does not
/// keep the others back; it is noted.
final class SharedLines implements AutoCloseable {
  private final Snapshots snapshots;
  private final Snapshot snapshot;
  private final Deque<StoredFile> files;
  private final List<String> faults = new ArrayList<>();
  private @Nullable ItemLines open;
  private @Nullable StoredFile file;

  SharedLines(Snapshots snapshots, Snapshot snapshot) {
    this.snapshots = snapshots;
    this.snapshot = snapshot;
    this.files = new ArrayDeque<>(snapshot.manifest().data());
  }

  /// Null once all are handed out.
  synchronized ItemLines.@Nullable Line next() {
    while (open != null || !files.isEmpty()) {
      try {
        if (open == null) {
          file = files.remove();
          open = new ItemLines(snapshots, snapshot, file);
        }
        ItemLines.Line line = open.next();
        if (line != null) {
          return line;
        }
        close();
      } catch (IOException e) {
        faults.add(
            Messages.text(
                "snapshots.fault.unreadable",
                file == null ? "" : file.path(),
                FileProblems.said(e)));
        close();
      }
    }
    return null;
  }

  /// What could not be read, in plain words.
  synchronized List<String> faults() {
    return List.copyOf(faults);
  }

  @Override
  public synchronized void close() {
    if (open != null) {
      try {
        open.close();
      } catch (IOException _) {
        // It was only read.
      }
      open = null;
    }
  }
}
