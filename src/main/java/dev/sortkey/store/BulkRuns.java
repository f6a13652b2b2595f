package dev.sortkey.store;

import dev.sortkey.core.bulk.BulkJson;
import dev.sortkey.core.bulk.RunHead;
import dev.sortkey.core.bulk.RunPoint;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.text.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The bulk runs that have not ended, a file each in a folder for each table of each connection: a
/// line that says what the run is, one that says how far it was when it last read a page, and one
/// for each step since. A run holds its file as long as it is under way, so that no other Sortkey
/// goes on with it; the hold ends with the process, however that ends. All methods block.
public final class BulkRuns {
  /// How many runs of a table are kept; the oldest go first.
  public static final int MOST = 20;

  private static final String ENDING = ".jsonl";

  private final Path folder;
  // To try the lock of a file that this process holds would end the hold (java.nio.channels
  // .FileLock, "On some systems").
  private final Set<Path> held = new HashSet<>();

  BulkRuns(Path folder) {
    this.folder = folder;
  }

  /// A run that nobody has under way.
  public record Unfinished(RunHead head, RunPoint point) {}

  /// @param runs oldest first
  /// @param notice a sentence for the person when one could not be read; else null
  public record Found(List<Unfinished> runs, @Nullable String notice) {}

  private record Read(@Nullable Unfinished run, boolean newer) {}

  /// Writes down what is about to begin, and holds it.
  ///
  /// @throws ProblemException when it cannot be written
  public synchronized HeldRun begin(RunHead head) {
    Path file = file(head);
    try (var _ = FolderLock.of(file.getParent())) {
      shorten(file.getParent());
      RunLock lock = lock(file).orElseThrow();
      try {
        HeldRun.write(file, head, RunPoint.START);
      } catch (IOException e) {
        lock.close();
        throw e;
      }
      return hold(file, lock, head, RunPoint.START);
    } catch (IOException e) {
      throw FileTrouble.writing(file, e);
    }
  }

  /// The runs of a table that nobody has under way.
  ///
  /// @throws ProblemException when they cannot be read
  public synchronized Found of(String connection, String table) {
    Path runs = folder(connection, table);
    if (!Files.isDirectory(runs)) {
      return new Found(List.of(), null);
    }
    List<Unfinished> all = new ArrayList<>();
    String notice = null;
    try (var _ = FolderLock.of(runs)) {
      for (Path file : files(runs)) {
        Optional<RunLock> lock = lock(file);
        if (lock.isEmpty()) {
          continue;
        }
        try (var _ = lock.get()) {
          Read read = read(file);
          if (read.run != null && !read.run.point().ended()) {
            all.add(read.run);
          } else if (read.run != null) {
            Files.deleteIfExists(file);
          } else if (read.newer) {
            notice = Messages.text("store.newer", file);
          }
        } catch (IllegalArgumentException _) {
          notice = Messages.text("store.damaged", file.getFileName(), Disk.setAside(file));
        }
      }
      return new Found(all, notice);
    } catch (IOException e) {
      throw FileTrouble.reading(runs, e);
    }
  }

  /// Holds a run, to go on with it from where it is on the disk now.
  ///
  /// @return empty when another Sortkey has it under way or it has ended meanwhile
  /// @throws ProblemException when it cannot be read
  public synchronized Optional<HeldRun> take(RunHead head) {
    Path file = file(head);
    try (var _ = FolderLock.of(file.getParent())) {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      // Held first, since whoever had it until now may have gone further.
      Optional<RunLock> lock = lock(file);
      if (lock.isEmpty()) {
        return Optional.empty();
      }
      try {
        Read read = read(file);
        if (read.run != null) {
          return Optional.of(hold(file, lock.get(), head, read.run.point()));
        }
      } catch (IOException | RuntimeException e) {
        lock.get().close();
        throw e;
      }
      lock.get().close();
      return Optional.empty();
    } catch (NoSuchFileException | IllegalArgumentException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw FileTrouble.reading(file, e);
    }
  }

  /// Forgets a run, unless another Sortkey has it under way.
  ///
  /// @throws ProblemException when it cannot be deleted
  public synchronized void forget(RunHead head) {
    take(head)
        .ifPresent(run -> {
          try (run) {
            run.ended();
          }
        });
  }

  synchronized void released(Path file) {
    held.remove(file);
  }

  private HeldRun hold(Path file, RunLock lock, RunHead head, RunPoint point) {
    held.add(file);
    return new HeldRun(this, file, lock, head, point);
  }

  private Optional<RunLock> lock(Path file) throws IOException {
    return held.contains(file) ? Optional.empty() : RunLock.tried(file);
  }

  /// Only the last line can have been cut off by an end of the process; the step that it was has
  /// not happened then, or it is found out from the table what came of it.
  private static Read read(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    List<String> lines = text.lines().toList();
    int whole = text.endsWith("\n") ? lines.size() : lines.size() - 1;
    if (whole < 2) {
      throw new IllegalArgumentException("cut off");
    }
    RunHead head = BulkJson.readHead(lines.getFirst());
    if (head == null) {
      return new Read(null, true);
    }
    RunPoint point = BulkJson.readPoint(lines.get(1));
    for (String line : lines.subList(2, whole)) {
      point = point.after(BulkJson.readStep(line));
    }
    return new Read(new Unfinished(head, point), false);
  }

  private void shorten(Path runs) throws IOException {
    List<Path> files = files(runs);
    for (Path file : files.subList(0, Math.max(0, files.size() - MOST + 1))) {
      Optional<RunLock> lock = lock(file);
      if (lock.isPresent()) {
        try (var _ = lock.get()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /// Oldest first, as their names have it.
  private static List<Path> files(Path runs) throws IOException {
    try (Stream<Path> files = Files.list(runs)) {
      return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    }
  }

  private Path file(RunHead head) {
    return folder(head.connection(), head.table()).resolve(head.id() + ENDING);
  }

  private Path folder(String connection, String table) {
    return folder.resolve(FileNames.unique(connection) + "-" + FileNames.unique(table));
  }
}
