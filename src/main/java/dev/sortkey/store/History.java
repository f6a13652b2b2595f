package dev.sortkey.store;

import dev.sortkey.core.library.LibraryJson;
import dev.sortkey.core.library.RunRecord;
import dev.sortkey.core.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What was run, a file for each connection and a line for each run. A line that was cut off when
/// Sortkey was killed is left out; a file with other damage is kept aside before it is written
/// anew. All methods block.
public final class History {
  /// The most runs that are kept for a connection; the oldest go first.
  public static final int MOST = 5_000;

  /// How many more there may be before the file is written anew.
  private static final int SLACK = 500;

  private static final String ENDING = ".jsonl";

  private final Path folder;
  private final Map<String, List<RunRecord>> known = new HashMap<>();

  History(Path folder) {
    this.folder = folder;
  }

  /// The runs of a connection, oldest first.
  ///
  /// @throws ProblemException when the file cannot be read
  public synchronized List<RunRecord> runs(String connectionId) {
    return List.copyOf(loaded(FileNames.safe(connectionId)));
  }

  /// The runs of all connections, oldest first.
  ///
  /// @throws ProblemException when a file cannot be read
  public synchronized List<RunRecord> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .flatMap(id -> loaded(id).stream())
          .sorted(Comparator.comparing(RunRecord::at))
          .toList();
    } catch (IOException e) {
      throw FileTrouble.reading(folder, e);
    }
  }

  /// @throws ProblemException when it cannot be written
  public synchronized void add(String connectionId, RunRecord run) {
    add(run, FileNames.safe(connectionId));
  }

  private void add(RunRecord run, String connectionId) {
    List<RunRecord> runs = loaded(connectionId);
    runs.add(run);
    try {
      if (runs.size() > MOST + SLACK) {
        runs.subList(0, runs.size() - MOST).clear();
        rewrite(connectionId, runs);
      } else {
        append(connectionId, LibraryJson.write(run) + "\n");
      }
    } catch (IOException e) {
      throw FileTrouble.writing(file(connectionId), e);
    }
  }

  /// Forgets all runs of a connection.
  ///
  /// @throws ProblemException when the file cannot be deleted
  public synchronized void clear(String connectionId) {
    String id = FileNames.safe(connectionId);
    try {
      Files.deleteIfExists(file(id));
      known.remove(id);
    } catch (IOException e) {
      throw FileTrouble.writing(file(id), e);
    }
  }

  private List<RunRecord> loaded(String connectionId) {
    List<RunRecord> runs = known.get(connectionId);
    if (runs == null) {
      runs = load(connectionId);
      known.put(connectionId, runs);
    }
    return runs;
  }

  private List<RunRecord> load(String connectionId) {
    Path file = file(connectionId);
    List<RunRecord> runs = new ArrayList<>();
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      List<String> lines = text.lines().toList();
      boolean torn = !text.isEmpty() && !text.endsWith("\n");
      boolean damaged = false;
      for (int i = 0; i < lines.size(); i++) {
        try {
          runs.add(LibraryJson.readRun(lines.get(i)));
        } catch (IllegalArgumentException _) {
          damaged |= i < lines.size() - 1 || !torn;
        }
      }
      if (damaged) {
        Files.copy(
            file,
            file.resolveSibling(file.getFileName() + ".damaged"),
            StandardCopyOption.REPLACE_EXISTING);
      }
      if (damaged || torn) {
        rewrite(connectionId, runs);
      }
    } catch (NoSuchFileException _) {
      // nothing was run yet
    } catch (IOException e) {
      throw FileTrouble.reading(file, e);
    }
    return runs;
  }

  private void append(String connectionId, String line) throws IOException {
    Files.createDirectories(folder);
    try (FileChannel channel =
        FileChannel.open(
            file(connectionId), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  private void rewrite(String connectionId, List<RunRecord> runs) throws IOException {
    Path part = Files.createTempFile(folder, "history", ".part");
    try {
      Files.write(part, runs.stream().map(LibraryJson::write).toList(), StandardCharsets.UTF_8);
      Files.move(
          part,
          file(connectionId),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private Path file(String connectionId) {
    return folder.resolve(connectionId + ENDING);
  }
}
