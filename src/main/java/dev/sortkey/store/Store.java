package dev.sortkey.store;

import dev.sortkey.core.purge.DroppedTables;
import dev.sortkey.core.snapshot.Snapshots;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The person's files, read once when Sortkey starts. Of two Sortkeys at once, the later change to
/// a file wins.
public final class Store {
  private final JsonFile<Settings> settings;
  private final JsonFile<Connections> connections;
  private final JsonFile<Favourites> favourites;
  private final JsonFile<Layouts> layouts;
  private final JsonFile<EntityRules> entityRules;
  private final JsonFile<OpenTabs> openTabs;
  private final JsonFile<Imports> imports;
  private final JsonFile<KeptStatements> statements;
  private final List<String> notices;
  private final Snapshots snapshots;
  private final History history;
  private final SavedQueries queries;
  private final StagedChanges staged;
  private final Commits commits;
  private final BulkRuns bulkRuns;
  private final DroppedTables dropped;

  private Store(Path folder, Path data) {
    snapshots = new SnapshotFolder(data.resolve("snapshots"));
    staged = new StagedChanges(data.resolve("staged"));
    commits = new Commits(data.resolve("commits"));
    bulkRuns = new BulkRuns(data.resolve("bulk"));
    dropped = new DroppedFolder(data.resolve("dropped"));
    history = new History(folder.resolve("history"));
    queries = new SavedQueries(folder.resolve("queries"));
    List<String> said = new ArrayList<>();
    settings =
        JsonFile.open(
            folder.resolve("settings.json"), 1, Settings.class, Settings.INITIAL, said::add);
    connections =
        JsonFile.open(
            folder.resolve("connections.json"), 1, Connections.class, Connections.NONE, said::add);
    favourites =
        JsonFile.open(
            folder.resolve("favourites.json"), 1, Favourites.class, Favourites.NONE, said::add);
    layouts =
        JsonFile.open(folder.resolve("layouts.json"), 1, Layouts.class, Layouts.NONE, said::add);
    entityRules =
        JsonFile.open(
            folder.resolve("entities.json"), 1, EntityRules.class, EntityRules.NONE, said::add);
    openTabs =
        JsonFile.open(folder.resolve("tabs.json"), 1, OpenTabs.class, OpenTabs.NONE, said::add);
    imports =
        JsonFile.open(folder.resolve("imports.json"), 1, Imports.class, Imports.NONE, said::add);
    statements =
        JsonFile.open(
            folder.resolve("statements.json"),
            1,
            KeptStatements.class,
            KeptStatements.NONE,
            said::add);
    notices = List.copyOf(said);
  }

  /// Reads the files in the folder; blocks. It and they need not exist.
  public static Store open(Path folder) {
    return new Store(folder, folder);
  }

  /// Likewise, with what Sortkey cannot make again, as [Folders#data] says, in another folder.
  public static Store open(Path folder, Path data) {
    return new Store(folder, data);
  }

  public Snapshots snapshots() {
    return snapshots;
  }

  /// What was run.
  public History history() {
    return history;
  }

  /// What was saved to be run again.
  public SavedQueries queries() {
    return queries;
  }

  /// What is staged and not yet written.
  public StagedChanges staged() {
    return staged;
  }

  /// What was written from this computer.
  public Commits commits() {
    return commits;
  }

  /// The bulk runs that have not ended.
  public BulkRuns bulkRuns() {
    return bulkRuns;
  }

  /// Tables that are being dropped to be created anew.
  public DroppedTables dropped() {
    return dropped;
  }

  /// What to tell the person about files that could not be read.
  public List<String> notices() {
    return notices;
  }

  public JsonFile<Settings> settings() {
    return settings;
  }

  public JsonFile<Connections> connections() {
    return connections;
  }

  public JsonFile<Favourites> favourites() {
    return favourites;
  }

  public JsonFile<Layouts> layouts() {
    return layouts;
  }

  public JsonFile<EntityRules> entityRules() {
    return entityRules;
  }

  public JsonFile<OpenTabs> openTabs() {
    return openTabs;
  }

  public JsonFile<Imports> imports() {
    return imports;
  }

  public JsonFile<KeptStatements> statements() {
    return statements;
  }
}
