package dev.sortkey.store;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.snapshot.FileProblems;
import dev.sortkey.core.snapshot.Snapshot;
import dev.sortkey.core.snapshot.SnapshotNames;
import dev.sortkey.core.snapshot.Snapshots;
import dev.sortkey.core.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The folder of a person's snapshots, one folder in it for each. One that is being written has a
/// name with a dot in front and a lock beside it; it gets its own name in one step, when all of it
/// is on the disk.
public final class SnapshotFolder implements Snapshots {
  private final Path folder;
  private final Set<Path> added = Collections.synchronizedSet(new LinkedHashSet<>());

  /// @param folder need not exist
  public SnapshotFolder(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public Listing list() {
    List<Snapshot> snapshots = new ArrayList<>();
    List<Leftover> leftovers = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    try {
      for (Path each : folders()) {
        if (AsideFolder.isAside(each)) {
          if (!AsideFolder.inUse(each)) {
            leftovers.add(new Leftover(each, StoredSnapshot.size(each)));
          }
        } else if (!each.getFileName().toString().startsWith(".")) {
          read(each, true, snapshots, faults);
        }
      }
      for (Path each : List.copyOf(added)) {
        read(each, false, snapshots, faults);
      }
    } catch (IOException e) {
      throw FileProblems.reading(folder, e);
    }
    snapshots.sort(
        Comparator.comparing((Snapshot snapshot) -> snapshot.manifest().started()).reversed());
    return new Listing(snapshots, leftovers, faults);
  }

  private List<Path> folders() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory).sorted().toList();
    } catch (NoSuchFileException _) {
      return List.of();
    }
  }

  private static void read(
      Path each, boolean owned, List<Snapshot> snapshots, List<String> faults) {
    try {
      StoredSnapshot.read(each, owned).ifPresent(snapshots::add);
    } catch (IOException e) {
      faults.add(Messages.text("snapshots.fault.folder", each.getFileName(), e.getMessage()));
    }
  }

  @Override
  public Aside begin() {
    try {
      return AsideFolder.create(folder);
    } catch (IOException e) {
      throw FileProblems.writing(folder, e);
    }
  }

  @Override
  public InputStream open(Snapshot snapshot, String path) throws IOException {
    Path file = snapshot.root().resolve(path).normalize();
    if (!file.startsWith(snapshot.root())) {
      throw new NoSuchFileException(path); // a manifest that leads out of its folder
    }
    return Files.newInputStream(file);
  }

  @Override
  public Snapshot checked(Snapshot snapshot, Snapshot.Check check) {
    if (snapshot.owned()) {
      StoredSnapshot.remember(snapshot.root(), check);
    }
    return new Snapshot(
        snapshot.root(), snapshot.manifest(), snapshot.bytes(), check, snapshot.owned());
  }

  @Override
  public void delete(Snapshot snapshot) {
    if (!snapshot.owned()) {
      added.remove(snapshot.root());
      return;
    }
    try {
      // Out of sight in one step first, so that a half deleted one is no damaged snapshot.
      Path aside = AsideFolder.name(folder);
      Files.move(snapshot.root(), aside);
      StoredSnapshot.delete(aside);
    } catch (IOException e) {
      throw FileProblems.writing(snapshot.root(), e);
    }
  }

  @Override
  public void discard(Leftover leftover) {
    try {
      if (AsideFolder.isAside(leftover.folder()) && !AsideFolder.inUse(leftover.folder())) {
        StoredSnapshot.delete(leftover.folder());
        AsideFolder.deleteLock(leftover.folder());
      }
    } catch (IOException e) {
      throw FileProblems.writing(leftover.folder(), e);
    }
  }

  @Override
  public Snapshot add(Path chosen) {
    Path root = chosen.toAbsolutePath().normalize();
    try {
      Snapshot snapshot = StoredSnapshot.read(root, root.startsWith(folder)).orElse(null);
      if (snapshot != null) {
        if (!snapshot.owned()) {
          added.add(root);
        }
        return snapshot;
      }
      throw new IOException(Messages.text("snapshots.no-manifest"));
    } catch (IOException e) {
      throw new ProblemException(
          Problem.of(
              Problem.Kind.LOCAL_IO,
              Messages.text("snapshots.not-one.title"),
              Messages.text("snapshots.not-one.detail", root, e.getMessage())),
          e);
    }
  }

  /// Renames a folder that is complete; a name that was taken meanwhile gets a number.
  static Path settle(Path aside, String name) throws IOException {
    Path folder = aside.getParent();
    List<String> taken = new ArrayList<>();
    while (true) {
      Path to = folder.resolve(SnapshotNames.free(name, taken));
      try {
        if (!Files.exists(to)) {
          Files.move(aside, to, StandardCopyOption.ATOMIC_MOVE);
          return to;
        }
      } catch (FileSystemException e) {
        if (!Files.exists(to)) {
          throw e;
        }
      }
      taken.add("" + to.getFileName());
    }
  }
}
