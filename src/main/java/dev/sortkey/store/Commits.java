package dev.sortkey.store;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.CommitRecord;
import dev.sortkey.core.edit.CommitRecord.Fate;
import dev.sortkey.core.edit.EditJson;
import dev.sortkey.core.problem.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// The commits made from this computer, a file each in a folder for each connection: a line that
/// says when, what table and who, a line for each change, and, once it is known, one with what
/// became of them. It is on the disk before the first change is sent. Of each connection the latest
/// [#MOST] are kept, and no more than [#MOST_BYTES]; the oldest go first. All methods block.
public final class Commits {
  /// How many commits of a connection are kept.
  public static final int MOST = 1_000;

  /// The most that the commits of a connection take: 200 MB.
  public static final long MOST_BYTES = 200L << 20;

  private static final String ENDING = ".jsonl";
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final int most;
  private final long mostBytes;

  Commits(Path folder) {
    this(folder, MOST, MOST_BYTES);
  }

  Commits(Path folder, int most, long mostBytes) {
    this.folder = folder;
    this.most = most;
    this.mostBytes = mostBytes;
  }

  /// Writes down what is about to be sent.
  ///
  /// @param who the identity under which it is sent
  /// @throws ProblemException when it cannot be written; then nothing should be sent
  public synchronized CommitRecord.Head begin(
      String connection, String table, String who, List<Change> changes, Instant now) {
    String id = TIMESTAMP.format(now) + "-" + UUID.randomUUID();
    var head = new CommitRecord.Head(id, now, connection, table, who, changes.size());
    Path file = file(head);
    try {
      Disk.replace(
          file,
          out -> {
            out.write(bytes(EditJson.write(head) + "\n"));
            for (Change change : changes) {
              out.write(bytes(EditJson.write(change) + "\n"));
            }
          });
      shorten(file.getParent());
    } catch (IOException e) {
      throw FileTrouble.writing(file, e);
    }
    return head;
  }

  /// Writes down what became of each change, in their order.
  ///
  /// @throws ProblemException when it cannot be written
  public synchronized void end(CommitRecord.Head head, List<Fate> fates) {
    var line = new StringBuilder();
    fates.forEach(fate -> line.append(letter(fate)));
    try {
      Disk.append(file(head), bytes(line.append('\n')));
    } catch (IOException e) {
      throw FileTrouble.writing(file(head), e);
    }
  }

  /// The commits of a connection, latest first. One that cannot be read is left out.
  ///
  /// @throws ProblemException when the folder cannot be read
  public synchronized List<CommitRecord.Head> of(String connection) {
    List<CommitRecord.Head> heads = new ArrayList<>();
    for (Path file : files(folder(connection))) {
      try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
        String first = lines.readLine();
        if (first != null) {
          heads.add(EditJson.readHead(first));
        }
      } catch (NoSuchFileException | IllegalArgumentException _) {
        // Another Sortkey has dropped it, or it is damaged.
      } catch (IOException e) {
        throw FileTrouble.reading(file, e);
      }
    }
    Collections.reverse(heads);
    return heads;
  }

  /// All of a commit; empty when it was dropped meanwhile or is damaged.
  ///
  /// @throws ProblemException when it cannot be read
  public synchronized Optional<CommitRecord> read(CommitRecord.Head head) {
    try {
      List<String> lines = Files.readAllLines(file(head), StandardCharsets.ISO_8859_1);
      List<Change> changes = new ArrayList<>();
      for (String line : lines.subList(1, 1 + head.changes())) {
        changes.add(EditJson.readChange(line));
      }
      List<Fate> fates = new ArrayList<>(Collections.nCopies(head.changes(), Fate.UNKNOWN));
      if (lines.size() > 1 + head.changes()) {
        String letters = lines.get(1 + head.changes());
        for (int i = 0; i < Math.min(letters.length(), head.changes()); i++) {
          fates.set(i, fate(letters.charAt(i)));
        }
      }
      return Optional.of(new CommitRecord(head, changes, fates));
    } catch (NoSuchFileException | IllegalArgumentException | IndexOutOfBoundsException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw FileTrouble.reading(file(head), e);
    }
  }

  private void shorten(Path commits) throws IOException {
    List<Path> files = files(commits);
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    for (int i = 0; i < files.size() - 1; i++) {
      if (files.size() - i <= most && bytes <= mostBytes) {
        return;
      }
      bytes -= Files.size(files.get(i));
      Files.deleteIfExists(files.get(i));
    }
  }

  /// Oldest first, as their names have it.
  private static List<Path> files(Path commits) {
    if (!Files.isDirectory(commits)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(commits)) {
      return files
          .filter(file -> file.toString().endsWith(ENDING))
          .sorted(Comparator.comparing(Path::getFileName))
          .toList();
    } catch (IOException e) {
      throw FileTrouble.reading(commits, e);
    }
  }

  private static char letter(Fate fate) {
    return switch (fate) {
      case MADE -> 'M';
      case NOT_MADE -> 'N';
      case UNKNOWN -> 'U';
    };
  }

  private static Fate fate(char letter) {
    return switch (letter) {
      case 'M' -> Fate.MADE;
      case 'N' -> Fate.NOT_MADE;
      default -> Fate.UNKNOWN;
    };
  }

  private static byte[] bytes(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private Path file(CommitRecord.Head head) {
    return folder(head.connection()).resolve(head.id() + ENDING);
  }

  private Path folder(String connection) {
    return folder.resolve(FileNames.unique(connection));
  }
}
