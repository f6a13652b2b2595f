package dev.sortkey.ui.shell;

import dev.sortkey.ui.workbench.Destination;
import dev.sortkey.ui.workbench.Panel;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The open tabs of one connection and which of them is in front.
final class TabsViewModel {
  private final Function<Destination, Panel> maker;
  private final ObservableList<Tab> tabs = FXCollections.observableArrayList();
  // Kept, since an unmodifiable view follows its list only as long as someone holds the view.
  private final ObservableList<Tab> shownTabs = FXCollections.unmodifiableObservableList(tabs);
  private final ReadOnlyObjectWrapper<@Nullable Tab> selected = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<@Nullable Tab> asking = new SimpleObjectProperty<>();

  TabsViewModel(Function<Destination, Panel> maker) {
    this.maker = maker;
  }

  ObservableList<Tab> tabs() {
    return shownTabs;
  }

  ReadOnlyObjectProperty<@Nullable Tab> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /// The tab whose closing waits for the person's word, since it has unsaved work; or null.
  ObjectProperty<@Nullable Tab> askingProperty() {
    return asking;
  }

  /// Goes to the destination's tab, opening it beside the current one when there is none.
  void open(Destination destination) {
    Tab tab =
        tabs.stream()
            .filter(open -> open.destination().sharesTab(destination))
            .findFirst()
            .orElseGet(() -> add(destination));
    tab.panel().go(destination);
    select(tab);
  }

  /// Opens tabs without bringing any of them to the front, as when a layout comes back.
  void restore(List<Destination> destinations, @Nullable Destination front) {
    destinations.forEach(this::add);
    tabs.stream()
        .filter(tab -> front != null && tab.destination().sharesTab(front))
        .findFirst()
        .or(() -> tabs.stream().findFirst())
        .ifPresent(this::select);
  }

  void select(Tab tab) {
    if (selected.get() != tab) {
      selected.set(tab);
      tab.panel().shown();
    }
  }

  /// By position from 0; beyond the last nothing happens.
  void select(int index) {
    if (index < tabs.size()) {
      select(tabs.get(index));
    }
  }

  /// The next tab or, with -1, the one before, round the ends.
  void step(int by) {
    Tab current = selected.get();
    if (current != null) {
      select(tabs.get(Math.floorMod(tabs.indexOf(current) + by, tabs.size())));
    }
  }

  /// Closes at once when nothing is lost by it; otherwise asks.
  void close(Tab tab) {
    if (tab.unsaved()) {
      select(tab);
      asking.set(tab);
    } else {
      closeNow(tab);
    }
  }

  /// Closes whatever would be lost.
  void closeNow(Tab tab) {
    asking.set(null);
    int at = tabs.indexOf(tab);
    if (at < 0) {
      return;
    }
    tabs.remove(at);
    if (selected.get() == tab) {
      selected.set(null);
      if (!tabs.isEmpty()) {
        select(tabs.get(Math.min(at, tabs.size() - 1)));
      }
    }
    tab.panel().closed();
  }

  /// Closes the tabs of a table that is gone.
  void closeItemsOf(String table) {
    List.copyOf(tabs).stream()
        .filter(tab -> tab.destination().sharesTab(Destination.items(table)))
        .forEach(this::closeNow);
  }

  void closeAllNow() {
    List.copyOf(tabs).reversed().forEach(this::closeNow);
  }

  Optional<Tab> of(Panel panel) {
    return tabs.stream().filter(tab -> tab.panel() == panel).findFirst();
  }

  List<Tab> unsaved() {
    return tabs.stream().filter(Tab::unsaved).toList();
  }

  private Tab add(Destination destination) {
    var tab = new Tab(destination, maker.apply(destination));
    Tab current = selected.get();
    tabs.add(current == null ? tabs.size() : tabs.indexOf(current) + 1, tab);
    return tab;
  }
}
