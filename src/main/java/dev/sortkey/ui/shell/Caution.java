package dev.sortkey.ui.shell;

import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Session;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What an open connection is for, and whether it may write. Production is read-only each time it
/// is opened; any other connection is as the person left it.
final class Caution {
  private final Session session;
  private final Memory memory;
  private final ReadOnlyObjectWrapper<Environment> environment;
  private final ReadOnlyBooleanWrapper readOnly;

  Caution(Session session, Memory memory) {
    this.session = session;
    this.memory = memory;
    environment = new ReadOnlyObjectWrapper<>(session.connection().environment());
    readOnly = new ReadOnlyBooleanWrapper(session.readOnly());
    if (isProduction() || memory.readOnly(id())) {
      set(true);
    }
  }

  ReadOnlyObjectProperty<Environment> environmentProperty() {
    return environment.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty readOnlyProperty() {
    return readOnly.getReadOnlyProperty();
  }

  /// The connection as it is now called.
  Connection connection() {
    Connection known = session.connection();
    return new Connection(
        known.id(),
        known.name(),
        known.kind(),
        known.profile(),
        known.endpoint(),
        known.region(),
        environment.get());
  }

  boolean isProduction() {
    return environment.get() == Environment.PRODUCTION;
  }

  /// Says what the connection is for; production turns read-only at once.
  void environment(Environment chosen) {
    environment.set(chosen);
    memory.environment(id(), chosen);
    if (isProduction()) {
      set(true);
    }
  }

  /// Refuses writes from now on, and, but for production, the next time as well.
  void forbidWrites() {
    set(true);
    if (!isProduction()) {
      memory.readOnly(id(), true);
    }
  }

  /// Lets writes through until the connection is closed, or, but for production, until forbidden.
  void allowWrites() {
    set(false);
    memory.readOnly(id(), false);
  }

  private void set(boolean on) {
    session.readOnly(on);
    readOnly.set(on);
  }

  private String id() {
    return session.connection().id();
  }
}
