package dev.sortkey.store;

import dev.sortkey.core.library.LibraryJson;
import dev.sortkey.core.library.SavedQuery;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.text.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Queries with names, a JSON file each, in folders: one of each connection's own, and those that
/// the person shares with others, as in a repository. What someone else changed on disk is never
/// overwritten. All methods block.
public final class SavedQueries {
  private static final String ENDING = ".json";

  private final Path own;

  SavedQueries(Path own) {
    this.own = own;
  }

  /// The folder of a connection's own queries.
  public Path own(String connectionId) {
    return own.resolve(FileNames.safe(connectionId));
  }

  /// @param unreadable the names of files that are no queries
  public record Found(List<SavedQuery> queries, List<String> unreadable) {
    public Found {
      queries = List.copyOf(queries);
      unreadable = List.copyOf(unreadable);
    }
  }

  /// The queries of a folder, by name; a folder that is not there has none.
  ///
  /// @throws ProblemException when the folder cannot be read
  public Found read(Path folder) {
    List<SavedQuery> queries = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return new Found(queries, unreadable);
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList()) {
        try {
          queries.add(LibraryJson.readSaved(id(file), text(file)));
        } catch (IllegalArgumentException _) {
          unreadable.add(file.getFileName().toString());
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw FileTrouble.reading(folder, e);
    }
    queries.sort(
        Comparator.comparing(SavedQuery::folder)
            .thenComparing(SavedQuery::name)
            .thenComparing(SavedQuery::id));
    return new Found(queries, unreadable);
  }

  /// Saves a new query; its id is made from its name.
  ///
  /// @throws ProblemException when it cannot be written
  public SavedQuery create(Path folder, SavedQuery query) {
    try {
      Files.createDirectories(folder);
      String name = FileNames.safe(query.name());
      for (int i = 1; ; i++) {
        String id = i == 1 ? name : name + "-" + i;
        if (!Files.exists(folder.resolve(id + ENDING))) {
          var made =
              new SavedQuery(
                  id,
                  query.name(),
                  query.folder(),
                  query.note(),
                  query.asked(),
                  query.parameters());
          write(folder, made);
          return made;
        }
      }
    } catch (IOException e) {
      throw FileTrouble.writing(folder, e);
    }
  }

  /// Changes a query, unless its file is no longer what was read.
  ///
  /// @param before as it was read
  /// @throws ProblemException when it changed meanwhile, or cannot be written
  public void change(Path folder, SavedQuery before, SavedQuery after) {
    checkUnchanged(folder, before);
    try {
      write(folder, after);
    } catch (IOException e) {
      throw FileTrouble.writing(folder, e);
    }
  }

  /// Deletes a query, unless its file is no longer what was read.
  ///
  /// @throws ProblemException when it changed meanwhile, or cannot be deleted
  public void delete(Path folder, SavedQuery query) {
    checkUnchanged(folder, query);
    try {
      Files.deleteIfExists(file(folder, query));
    } catch (IOException e) {
      throw FileTrouble.writing(folder, e);
    }
  }

  private static void checkUnchanged(Path folder, SavedQuery before) {
    SavedQuery now = now(folder, before);
    if (!before.equals(now)) {
      throw new ProblemException(
          Problem.of(
              Problem.Kind.CONDITION_FAILED,
              Messages.text("store.query-changed.title", before.name()),
              Messages.text("store.query-changed.detail", file(folder, before))));
    }
  }

  private static @Nullable SavedQuery now(Path folder, SavedQuery query) {
    try {
      return LibraryJson.readSaved(query.id(), text(file(folder, query)));
    } catch (NoSuchFileException | IllegalArgumentException _) {
      return null;
    } catch (IOException e) {
      throw FileTrouble.reading(folder, e);
    }
  }

  private static void write(Path folder, SavedQuery query) throws IOException {
    Path part = Files.createTempFile(folder, query.id(), ".part");
    try {
      Files.writeString(part, LibraryJson.write(query), StandardCharsets.UTF_8);
      Files.move(
          part,
          file(folder, query),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static Path file(Path folder, SavedQuery query) {
    return folder.resolve(query.id() + ENDING);
  }

  private static String id(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - ENDING.length());
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
