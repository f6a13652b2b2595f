package dev.sortkey.ui.shell;

import dev.sortkey.store.Store;
import dev.sortkey.ui.workbench.Destination;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.jspecify.annotations.Nullable;

/// What the window remembers from one start to the next.
final class Memory {
  /// The open tabs of one connection and the one in front.
  record Layout(List<Destination> tabs, @Nullable Destination front) {
    static final Layout EMPTY = new Layout(List.of(), null);
  }

  private final Map<String, List<String>> favourites = new HashMap<>();
  private final Map<String, Layout> layouts = new HashMap<>();

  private final DoubleProperty sidebarWidth = new SimpleDoubleProperty(232);

  Memory(Store store) {}

  DoubleProperty sidebarWidth() {
    return sidebarWidth;
  }

  List<String> favourites(String connection) {
    return favourites.getOrDefault(connection, List.of());
  }

  void favourites(String connection, List<String> tables) {
    favourites.put(connection, tables);
  }

  Layout layout(String connection) {
    return layouts.getOrDefault(connection, Layout.EMPTY);
  }

  void layout(String connection, Layout layout) {
    layouts.put(connection, layout);
  }
}
