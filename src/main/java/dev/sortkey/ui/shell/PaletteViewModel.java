package dev.sortkey.ui.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the command palette lists for what was typed, and which line Enter takes.
final class PaletteViewModel {
  /// How many lines of a group are listed.
  static final int MOST = 8;

  /// One line that fits.
  record Hit(PaletteEntry entry, Matching.Match match) {}

  private final List<PaletteEntry> entries;
  private final StringProperty query = new SimpleStringProperty("");
  private final ObservableList<Hit> hits = FXCollections.observableArrayList();
  // Kept, since an unmodifiable view follows its list only as long as someone holds the view.
  private final ObservableList<Hit> shownHits = FXCollections.unmodifiableObservableList(hits);
  private final IntegerProperty selected = new SimpleIntegerProperty(0);

  PaletteViewModel(List<PaletteEntry> entries) {
    this.entries = List.copyOf(entries);
    query.addListener((_, _, _) -> search());
    search();
  }

  StringProperty queryProperty() {
    return query;
  }

  /// In the order of the groups, the best first.
  ObservableList<Hit> hits() {
    return shownHits;
  }

  IntegerProperty selectedProperty() {
    return selected;
  }

  void step(int by) {
    if (!hits.isEmpty()) {
      selected.set(Math.floorMod(selected.get() + by, hits.size()));
    }
  }

  /// Does what the selected line says; false when there is none.
  boolean run() {
    if (hits.isEmpty()) {
      return false;
    }
    hits.get(selected.get()).entry().action().run();
    return true;
  }

  private void search() {
    List<Hit> found = new ArrayList<>();
    for (PaletteEntry.Group group : PaletteEntry.Group.values()) {
      entries.stream()
          .filter(entry -> entry.group() == group)
          .flatMap(entry ->
              Matching.match(query.get(), entry.title()).map(m -> new Hit(entry, m)).stream())
          .sorted(Comparator.comparingInt((Hit hit) -> hit.match().score()))
          .limit(group == PaletteEntry.Group.ACTIONS ? Long.MAX_VALUE : MOST)
          .forEach(found::add);
    }
    selected.set(0);
    hits.setAll(found);
  }
}
