package dev.sortkey.ui.connections;

import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Connector;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.ProfileSource;
import dev.sortkey.core.session.Sandbox;
import dev.sortkey.core.session.SignIn;
import dev.sortkey.store.Connections;
import dev.sortkey.store.Store;
import dev.sortkey.ui.work.Work;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// What the start page offers and does.
public final class StartViewModel {
  /// Opens a connection in the window.
  @FunctionalInterface
  public interface Opener {
    /// @param keys null for profiles
    void open(Connection connection, @Nullable Keys keys);
  }

  private final Remembered remembered;
  private final SandboxViewModel sandbox;
  private final ProfilesViewModel profiles;
  private final EndpointViewModel endpoint;

  /// @param connector for filling the sandbox before it is opened
  public StartViewModel(
      ProfileSource profiles,
      Connector connector,
      Sandbox sandbox,
      Store store,
      Work work,
      Opener opener,
      SignIn signIn) {
    this(profiles, connector, sandbox, store, work, opener, Clock.systemDefaultZone(), signIn);
  }

  StartViewModel(
      ProfileSource profiles,
      Connector connector,
      Sandbox sandbox,
      Store store,
      Work work,
      Opener opener,
      Clock clock,
      SignIn signIn) {
    remembered = new Remembered(store, work, opener, clock);
    this.sandbox = new SandboxViewModel(sandbox, connector, remembered, work);
    this.profiles = new ProfilesViewModel(profiles, signIn, remembered, work);
    endpoint = new EndpointViewModel(remembered);
  }

  /// Looks again how the profiles stand, quietly.
  public void look() {
    profiles.refresh();
  }

  Remembered remembered() {
    return remembered;
  }

  SandboxViewModel sandbox() {
    return sandbox;
  }

  ProfilesViewModel profiles() {
    return profiles;
  }

  EndpointViewModel endpoint() {
    return endpoint;
  }

  /// Opens a recent connection; an endpoint whose keys are not in memory is put into the form.
  void open(Connections.Recent recent) {
    Connection connection = recent.connection();
    switch (connection.kind()) {
      case SANDBOX -> sandbox.open(false);
      case PROFILE -> remembered.open(withEnvironment(connection), null);
      case ENDPOINT -> endpoint.openAgain(withEnvironment(connection));
    }
  }

  private Connection withEnvironment(Connection old) {
    return new Connection(
        old.id(),
        old.name(),
        old.kind(),
        old.profile(),
        old.endpoint(),
        old.region(),
        remembered.environment(old.id()));
  }
}
