package dev.sortkey.ui.shell;

import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/// The tables of a connection as the sidebar lists them: favourites first, filtered as one types.
final class SidebarViewModel {
  /// What stands where the tables would be.
  enum State {
    LOADING,
    FAILED,
    EMPTY,
    NO_MATCH,
    LISTED
  }

  private final Tables tables;
  private final Work work;
  private final Set<String> favourites;
  private final BiConsumer<String, Boolean> remember;
  private final Set<SidebarRow.Section> folded = EnumSet.noneOf(SidebarRow.Section.class);
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObservableList<SidebarRow> rows = FXCollections.observableArrayList();
  // Kept, since an unmodifiable view follows its list only as long as someone holds the view.
  private final ObservableList<SidebarRow> shownRows =
      FXCollections.unmodifiableObservableList(rows);
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
  private boolean stale;

  /// @param remember hears of each table that was made a favourite, or no longer is one
  SidebarViewModel(
      Tables tables,
      Work work,
      Collection<String> favourites,
      BiConsumer<String, Boolean> remember) {
    this.tables = tables;
    this.work = work;
    this.favourites = new TreeSet<>(favourites);
    this.remember = remember;
    filter.addListener((_, _, _) -> rebuild());
    ListChangeListener<Tables.Entry> changed = _ -> rebuildSoon();
    tables.entries().addListener(changed);
    tables.loadingProperty().addListener((_, _, _) -> rebuildSoon());
    tables.problemProperty().addListener((_, _, _) -> rebuildSoon());
    rebuild();
  }

  Tables tables() {
    return tables;
  }

  StringProperty filterProperty() {
    return filter;
  }

  ObservableList<SidebarRow> rows() {
    return shownRows;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// The first table shown, which Enter in the filter opens.
  Optional<String> first() {
    return rows.stream()
        .filter(SidebarRow.Table.class::isInstance)
        .map(row -> ((SidebarRow.Table) row).entry().name())
        .findFirst();
  }

  void toggleFavourite(String table) {
    boolean marked = !favourites.remove(table);
    if (marked) {
      favourites.add(table);
    }
    remember.accept(table, marked);
    rebuild();
  }

  void toggleFold(SidebarRow.Section section) {
    if (!folded.remove(section)) {
      folded.add(section);
    }
    rebuild();
  }

  /// Many tables are described at once: one rebuild serves all changes that came in meanwhile.
  private void rebuildSoon() {
    if (!stale) {
      stale = true;
      work.onFx(() -> {
        stale = false;
        rebuild();
      });
    }
  }

  private void rebuild() {
    String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
    List<SidebarRow.Table> starred = new ArrayList<>();
    List<SidebarRow.Table> others = new ArrayList<>();
    for (Tables.Entry entry : tables.entries()) {
      if (entry.name().toLowerCase(Locale.ROOT).contains(wanted)) {
        boolean favourite = favourites.contains(entry.name());
        (favourite ? starred : others).add(new SidebarRow.Table(entry, favourite));
      }
    }
    List<SidebarRow> next = new ArrayList<>();
    if (!starred.isEmpty()) {
      section(next, SidebarRow.Section.FAVOURITES, starred, !wanted.isEmpty());
    }
    section(next, SidebarRow.Section.TABLES, others, !wanted.isEmpty());
    if (!rows.equals(next)) {
      rows.setAll(next);
    }
    state.set(stateOf(starred.isEmpty() && others.isEmpty()));
  }

  private void section(
      List<SidebarRow> next,
      SidebarRow.Section section,
      List<SidebarRow.Table> entries,
      boolean filtered) {
    boolean closed = folded.contains(section) && !filtered;
    next.add(new SidebarRow.Heading(section, entries.size(), closed));
    if (!closed) {
      next.addAll(entries);
    }
  }

  private State stateOf(boolean nothingShown) {
    if (!tables.entries().isEmpty()) {
      return nothingShown ? State.NO_MATCH : State.LISTED;
    }
    if (tables.loadingProperty().get()) {
      return State.LOADING;
    }
    if (tables.problemProperty().get() != null) {
      return State.FAILED;
    }
    return tables.loadedProperty().get() ? State.EMPTY : State.LOADING;
  }
}
