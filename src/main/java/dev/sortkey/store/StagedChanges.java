package dev.sortkey.store;

import dev.sortkey.core.edit.ChangeSet;
import dev.sortkey.core.edit.EditJson;
import dev.sortkey.core.edit.Staged;
import dev.sortkey.core.edit.Step;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.text.Messages;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The changes that are staged, a file for each table of each connection. A step is a line at the
/// end of the file, on the disk before anything else happens; so what was staged is there again
/// after a crash, and two Sortkeys at once lose nothing of each other's. All methods block.
public final class StagedChanges {
  private static final int VERSION = 1;

  /// A file is written anew when it has so many lines more than changes.
  private static final int SLACK = 1_000;

  private static final String ENDING = ".jsonl";

  private final Path folder;
  private final int slack;
  private final Map<Path, Journal> known = new HashMap<>();

  StagedChanges(Path folder) {
    this(folder, SLACK);
  }

  StagedChanges(Path folder, int slack) {
    this.folder = folder;
    this.slack = slack;
  }

  /// @param notice a sentence for the person when not all could be read; else null
  public record Found(ChangeSet changes, @Nullable String notice) {}

  /// A table for which something is staged.
  public record Where(String connection, String table) {}

  /// What was read of a file and not written since.
  private static final class Journal {
    ChangeSet kept;
    int lines;

    /// Whether a newer Sortkey wrote it; then it is left alone.
    final boolean foreign;

    Journal(ChangeSet kept, int lines, boolean foreign) {
      this.kept = kept;
      this.lines = lines;
      this.foreign = foreign;
    }
  }

  /// What is staged for a table.
  ///
  /// @throws ProblemException when it cannot be read
  public synchronized Found open(String connection, String table) {
    Path file = file(connection, table);
    try (var _ = FolderLock.of(folder)) {
      Read read = read(file);
      String notice = null;
      if (read.newer) {
        notice = Messages.text("store.newer", file);
      } else if (read.damaged) {
        Path aside = Disk.setAside(file);
        notice = Messages.text("store.damaged-changes", aside, read.changes.size());
      }
      if (!read.newer && (read.damaged || read.torn)) {
        rewrite(file, new Where(connection, table), read.changes);
      }
      known.put(file, new Journal(read.changes, read.lines, read.newer));
      return new Found(read.changes, notice);
    } catch (IOException e) {
      throw FileTrouble.reading(file, e);
    }
  }

  /// Keeps what is staged for a table now; it was opened before. Where it is called again before an
  /// earlier call has come to it, the last word counts.
  ///
  /// @param now asked when it is this call's turn
  /// @throws ProblemException when it cannot be written; the next call tries again
  public synchronized void keep(String connection, String table, Supplier<ChangeSet> now) {
    Path file = file(connection, table);
    Journal journal = known.get(file);
    if (journal == null) {
      throw new IllegalStateException("not opened: " + file);
    }
    ChangeSet changes = now.get();
    Step step = journal.kept.to(changes);
    if (step.isEmpty() || journal.foreign) {
      return;
    }
    var where = new Where(connection, table);
    try (var _ = FolderLock.of(folder)) {
      if (journal.lines > slack + changes.size() || cutOff(file)) {
        // What another Sortkey has added since is in the file and not here.
        Read read = read(file);
        ChangeSet all = read.changes.after(step);
        if (read.damaged) {
          Disk.setAside(file);
        }
        rewrite(file, where, all);
        journal.lines = all.size();
      } else {
        String head = Files.exists(file) && Files.size(file) > 0 ? "" : head(where);
        Disk.append(file, bytes(head + EditJson.write(step) + "\n"));
        journal.lines++;
      }
      journal.kept = changes;
    } catch (IOException e) {
      throw FileTrouble.writing(file, e);
    }
  }

  /// Where something is staged, of all connections.
  ///
  /// @throws ProblemException when a file cannot be read
  public synchronized List<Where> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var _ = FolderLock.of(folder);
        Stream<Path> files = Files.list(folder)) {
      List<Where> all = new ArrayList<>();
      for (Path file : files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList()) {
        Read read = read(file);
        if (read.where != null && !read.changes.isEmpty()) {
          all.add(read.where);
        }
      }
      return all;
    } catch (IOException e) {
      throw FileTrouble.reading(folder, e);
    }
  }

  private record Read(
      @Nullable Where where,
      ChangeSet changes,
      int lines,
      boolean torn,
      boolean damaged,
      boolean newer) {}

  /// All lines that can be read; only the last can have been cut off by an end of the process.
  private static Read read(Path file) throws IOException {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException _) {
      return new Read(null, ChangeSet.empty(), 0, false, false, false);
    }
    List<String> lines = text.lines().toList();
    boolean torn = !text.endsWith("\n");
    boolean damaged = false;
    Where where = null;
    Map<ItemKey, Staged> staged = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      try {
        if (i > 0) {
          EditJson.readStep(lines.get(i)).swaps().forEach(swap -> swap(staged, swap));
        } else {
          where = Heads.read(lines.getFirst(), VERSION);
          if (where == null) {
            return new Read(null, ChangeSet.empty(), 0, false, false, true);
          }
        }
      } catch (IllegalArgumentException _) {
        damaged |= i < lines.size() - 1 || !torn;
      }
    }
    return new Read(where, ChangeSet.of(staged), lines.size(), torn, damaged, false);
  }

  private static void swap(Map<ItemKey, Staged> staged, Step.Swap swap) {
    if (swap.after() == null) {
      staged.remove(swap.key());
    } else {
      staged.put(swap.key(), swap.after());
    }
  }

  /// With one line for each change; no file where there is none.
  private static void rewrite(Path file, Where where, ChangeSet changes) throws IOException {
    if (changes.isEmpty()) {
      Files.deleteIfExists(file);
      return;
    }
    Disk.replace(
        file,
        out -> {
          out.write(bytes(head(where)));
          for (var entry : changes.entries().entrySet()) {
            var swap = new Step.Swap(entry.getKey(), null, entry.getValue());
            out.write(bytes(EditJson.write(new Step(List.of(swap))) + "\n"));
          }
        });
  }

  /// Whether another Sortkey was killed in the middle of a line.
  private static boolean cutOff(Path file) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    try (var end = new RandomAccessFile(file.toFile(), "r")) {
      if (end.length() == 0) {
        return false;
      }
      end.seek(end.length() - 1);
      return end.read() != '\n';
    }
  }

  private static String head(Where where) {
    return Heads.write(where, VERSION) + "\n";
  }

  /// All of it is ASCII.
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private Path file(String connection, String table) {
    return folder.resolve(FileNames.unique(connection) + "-" + FileNames.unique(table) + ENDING);
  }
}
