package dev.sortkey.ui.shell;

import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.text.Messages;
import dev.sortkey.store.OpenTabs;
import dev.sortkey.store.Settings;
import dev.sortkey.store.Store;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Destination;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the window remembers from one start to the next. What the person decides is written at
/// once; how the window stands is written when it, or a connection, is closed.
final class Memory {
  /// The open tabs of one connection and the one in front.
  record Layout(List<Destination> tabs, @Nullable Destination front) {}

  private static final Logger LOG = LoggerFactory.getLogger(Memory.class);
  private static final double USUAL_WIDTH = 232;

  private final Store store;
  private final Work work;
  private final Consumer<Toast> failed;
  private final DoubleProperty sidebarWidth;
  private boolean closing;

  /// @param failed hears when something could not be written
  Memory(Store store, Work work, Consumer<Toast> failed) {
    this.store = store;
    this.work = work;
    this.failed = failed;
    double width = store.settings().get().sidebarWidth();
    sidebarWidth = new SimpleDoubleProperty(width > 0 ? width : USUAL_WIDTH);
  }

  DoubleProperty sidebarWidth() {
    return sidebarWidth;
  }

  Set<String> favourites(String connection) {
    return store.favourites().get().of(connection);
  }

  void favourite(String connection, String table, boolean marked) {
    later(() -> store.favourites().update(all -> all.with(connection, table, marked)));
  }

  void appearance(Settings.Appearance chosen) {
    later(() -> store.settings().update(all -> all.withAppearance(chosen)));
  }

  void used(Connection connection) {
    later(() -> store.connections().update(all -> all.used(connection, Instant.now())));
  }

  void environment(String connection, Environment environment) {
    later(() -> store.connections().update(all -> all.withEnvironment(connection, environment)));
  }

  /// Whether the person set the connection read-only.
  boolean readOnly(String connection) {
    return store.connections().get().readOnly().contains(connection);
  }

  void readOnly(String connection, boolean on) {
    later(() -> store.connections().update(all -> all.withReadOnly(connection, on)));
  }

  Layout layout(String connection) {
    OpenTabs.Tabs tabs = store.openTabs().get().of(connection);
    return new Layout(
        tabs.open().stream().map(Destinations::parse).flatMap(Optional::stream).toList(),
        tabs.front() == null ? null : Destinations.parse(tabs.front()).orElse(null));
  }

  /// Called while a connection closes.
  void layout(String connection, Layout layout) {
    var tabs =
        new OpenTabs.Tabs(
            layout.tabs().stream().map(Destinations::text).toList(),
            layout.front() == null ? null : Destinations.text(layout.front()));
    Runnable write = () -> store.openTabs().update(all -> all.with(connection, tabs));
    if (closing) {
      atClose(write);
    } else {
      later(write);
    }
  }

  /// Called first while the window closes: from here on there is no time for anything behind.
  void window(Settings.@Nullable Window window) {
    closing = true;
    double width = sidebarWidth.get();
    atClose(() ->
        store
            .settings()
            .update(all -> {
              Settings wide = all.withSidebarWidth(width);
              return window == null ? wide : wide.withWindow(window);
            }));
  }

  private void later(Runnable change) {
    work.write(
        Messages.text("shell.remembering"),
        _ -> {
          change.run();
          return true;
        },
        outcome -> {
          if (outcome instanceof Outcome.Failed<Boolean>(var problem)) {
            failed.accept(new Toast(problem.title(), problem));
          }
        });
  }

  /// Writes at once; a failure costs the layout only, and is logged.
  private static void atClose(Runnable change) {
    try {
      change.run();
    } catch (ProblemException e) {
      LOG.warn("The layout could not be written: {}", e.problem().detail());
    }
  }
}
