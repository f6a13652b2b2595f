package dev.sortkey.core.snapshot;

import dev.sortkey.core.json.JsonFault;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.snapshot.Manifest.StoredFile;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Item;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;

/// The items of a snapshot.
public final class SnapshotItems implements ItemSource {
  private static final int BATCH = 500;

  private final Snapshots snapshots;
  private final Snapshot snapshot;
  private final List<StoredFile> files;

  public SnapshotItems(Snapshots snapshots, Snapshot snapshot) {
    this.snapshots = snapshots;
    this.snapshot = snapshot;
    this.files = snapshot.manifest().data();
  }

  @Override
  public long about() {
    return snapshot.manifest().items();
  }

  @Override
  public int parts() {
    return files.size();
  }

  @Override
  public void read(int part, Predicate<List<Item>> taker) {
    StoredFile file = files.get(part);
    Path path = snapshot.root().resolve(file.path());
    try (var lines = new ItemLines(snapshots, snapshot, file)) {
      List<Item> batch = new ArrayList<>(BATCH);
      for (ItemLines.Line line = lines.next(); line != null; line = lines.next()) {
        batch.add(item(path, line));
        if (batch.size() == BATCH) {
          if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
          }
          if (!taker.test(batch)) {
            return;
          }
          batch = new ArrayList<>(BATCH);
        }
      }
      if (!batch.isEmpty()) {
        taker.test(batch);
      }
    } catch (IOException e) {
      throw FileProblems.reading(path, e);
    }
  }

  private static Item item(Path path, ItemLines.Line line) {
    try {
      return line.item();
    } catch (JsonFault e) {
      throw new ProblemException(
          Problem.of(
              Problem.Kind.LOCAL_IO,
              Messages.text("snapshots.line.title", path.getFileName()),
              Messages.text("snapshots.line.detail", line.number(), path, e.getMessage())),
          e);
    }
  }
}
