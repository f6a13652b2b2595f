package dev.sortkey.store;

import dev.sortkey.core.purge.Dropped;
import dev.sortkey.core.purge.DroppedTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The tables that are being dropped to be created anew, a file each. One that cannot be read is
/// left where it is: a person can still make the table of it by hand.
final class DroppedFolder implements DroppedTables {
  private static final String ENDING = ".json";

  private final Path folder;

  DroppedFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public synchronized void keep(Dropped table) {
    Path file = file(table.connection(), table.table());
    byte[] content = table.write();
    try {
      Disk.replace(file, out -> out.write(content));
    } catch (IOException e) {
      throw FileTrouble.writing(file, e);
    }
  }

  @Override
  public synchronized List<Dropped> of(String connection) {
    List<Dropped> found = new ArrayList<>();
    look(connection, found, new ArrayList<>());
    return found.stream().sorted(Comparator.comparing(Dropped::table)).toList();
  }

  @Override
  public synchronized List<String> unreadable(String connection) {
    List<String> found = new ArrayList<>();
    look(connection, new ArrayList<>(), found);
    return found;
  }

  private void look(String connection, List<Dropped> tables, List<String> unreadable) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    String start = FileNames.unique(connection) + "-";
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (!name.startsWith(start) || !name.endsWith(ENDING)) {
          continue;
        }
        try {
          tables.add(Dropped.read(Files.readAllBytes(file)));
        } catch (NoSuchFileException _) {
          // Another Sortkey is done with it.
        } catch (IllegalArgumentException _) {
          unreadable.add(file.toString());
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw FileTrouble.reading(folder, e);
    }
  }

  @Override
  public synchronized void forget(String connection, String table) {
    Path file = file(connection, table);
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw FileTrouble.writing(file, e);
    }
  }

  private Path file(String connection, String table) {
    return folder.resolve(FileNames.unique(connection) + "-" + FileNames.unique(table) + ENDING);
  }
}
