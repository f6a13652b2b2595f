package dev.sortkey.ui.connections;

import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.ProfileSource;
import dev.sortkey.core.session.Sandbox;
import dev.sortkey.store.Store;
import dev.sortkey.ui.work.Work;
import org.jspecify.annotations.Nullable;

/// What the start page offers and does.
public final class StartViewModel {
  /// Opens a connection in the window.
  @FunctionalInterface
  public interface Opener {
    /// @param keys null for profiles
    void open(Connection connection, @Nullable Keys keys);
  }

  public StartViewModel(
      ProfileSource profiles, Sandbox sandbox, Store store, Work work, Opener opener) {}
}
