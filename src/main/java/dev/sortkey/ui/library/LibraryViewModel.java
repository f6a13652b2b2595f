package dev.sortkey.ui.library;

import dev.sortkey.core.library.Asked;
import dev.sortkey.core.library.RunRecord;
import dev.sortkey.core.library.SavedQuery;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.text.Messages;
import dev.sortkey.store.SavedQueries;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Destination;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the library shows, and what is done with it.
final class LibraryViewModel {
  enum Shelf {
    HISTORY,
    SAVED
  }

  private final Desk desk;
  private final Slot reading;
  private final ObjectProperty<Shelf> shelf = new SimpleObjectProperty<>(Shelf.HISTORY);
  private final StringProperty search = new SimpleStringProperty("");
  private final BooleanProperty everywhere = new SimpleBooleanProperty();
  private final ObservableList<Kept> rows = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Kept> chosen = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private List<Kept> all = List.of();
  private List<String> unreadable = List.of();

  LibraryViewModel(Desk desk) {
    this.desk = desk;
    this.reading = desk.work().slot();
    shelf.addListener((_, _, _) -> reload());
    everywhere.addListener((_, _, _) -> reload());
    search.addListener((_, _, _) -> filter());
  }

  ObjectProperty<Shelf> shelfProperty() {
    return shelf;
  }

  StringProperty searchProperty() {
    return search;
  }

  /// Whether the runs of all connections are shown.
  BooleanProperty everywhereProperty() {
    return everywhere;
  }

  ObservableList<Kept> rows() {
    return rows;
  }

  /// How many there are, found or not.
  int count() {
    return all.size();
  }

  ObjectProperty<@Nullable Kept> chosenProperty() {
    return chosen;
  }

  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Files in the folders of saved queries that are none.
  List<String> unreadable() {
    return unreadable;
  }

  /// Reads the files anew, as when the panel comes to the front.
  void reload() {
    Shelf wanted = shelf.get();
    boolean whole = everywhere.get();
    reading.read(
        Messages.text("library.reading"),
        _ -> wanted == Shelf.HISTORY ? runs(whole) : saved(),
        (Outcome<List<Kept>> outcome) -> {
          switch (outcome) {
            case Outcome.Done<List<Kept>>(List<Kept> found) -> {
              problem.set(null);
              all = found;
              filter();
            }
            case Outcome.Failed<List<Kept>>(Problem why) -> problem.set(why);
            case Outcome.Cancelled<List<Kept>> _ -> {}
          }
        });
  }

  private List<Kept> runs(boolean whole) {
    String connection = desk.session().connection().id();
    List<RunRecord> runs =
        whole ? desk.store().history().all() : desk.store().history().runs(connection);
    return runs.reversed().stream().<Kept>map(Kept.Run::new).toList();
  }

  private List<Kept> saved() {
    List<Kept> found = new ArrayList<>();
    List<String> none = new ArrayList<>();
    take(desk.store().queries().own(desk.session().connection().id()), false, found, none);
    for (String shared : desk.store().settings().get().sharedQueries()) {
      take(Path.of(shared), true, found, none);
    }
    unreadable = List.copyOf(none);
    return found;
  }

  private void take(Path folder, boolean shared, List<Kept> found, List<String> none) {
    SavedQueries.Found here = desk.store().queries().read(folder);
    here.queries().forEach(query -> found.add(new Kept.Saved(query, folder, shared)));
    none.addAll(here.unreadable());
  }

  private void filter() {
    Kept before = chosen.get();
    rows.setAll(all.stream().filter(kept -> kept.matches(search.get())).toList());
    chosen.set(rows.contains(before) ? before : rows.isEmpty() ? null : rows.getFirst());
  }

  /// Opens what was asked where it is asked.
  void open(Asked asked, boolean run) {
    desk.workbench()
        .open(
            switch (asked) {
              case Asked.Conditions(String table, var spec) ->
                  new Destination.Query(table, spec, run);
              case Asked.Statement(String text) -> new Destination.PartiQl(text, run);
            });
  }

  /// Deletes a saved query, unless it changed on disk meanwhile; it can be brought back.
  void delete(Kept.Saved saved) {
    write(() -> desk.store().queries().delete(saved.folder(), saved.query()));
  }

  void change(Kept.Saved saved, SavedQuery after) {
    write(() -> desk.store().queries().change(saved.folder(), saved.query(), after));
  }

  /// Shows the queries of another folder as well.
  void share(Path folder) {
    write(() ->
        desk.store()
            .settings()
            .update(now -> {
              List<String> folders = new ArrayList<>(now.sharedQueries());
              if (!folders.contains(folder.toString())) {
                folders.add(folder.toString());
              }
              return now.withSharedQueries(folders);
            }));
  }

  void clearHistory() {
    write(() -> desk.store().history().clear(desk.session().connection().id()));
  }

  private void write(Runnable change) {
    desk.work()
        .write(
            Messages.text("library.writing"),
            _ -> {
              change.run();
              return true;
            },
            outcome -> {
              if (outcome instanceof Outcome.Failed<Boolean>(Problem why)) {
                desk.workbench().toast(why);
              }
              reload();
            });
  }

  void close() {
    reading.abandon();
  }
}
