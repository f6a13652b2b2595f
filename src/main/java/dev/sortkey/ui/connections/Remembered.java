package dev.sortkey.ui.connections;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.text.Messages;
import dev.sortkey.store.Connections;
import dev.sortkey.store.Settings;
import dev.sortkey.store.Store;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Work;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What the store knows of connections, kept up to date while the start page changes it.
final class Remembered {
  private final Store store;
  private final Work work;
  private final StartViewModel.Opener opener;
  private final Clock clock;
  private final ReadOnlyObjectWrapper<Connections> connections;
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

  Remembered(Store store, Work work, StartViewModel.Opener opener, Clock clock) {
    this.store = store;
    this.work = work;
    this.opener = opener;
    this.clock = clock;
    connections = new ReadOnlyObjectWrapper<>(store.connections().get());
  }

  ReadOnlyObjectProperty<Connections> connectionsProperty() {
    return connections.getReadOnlyProperty();
  }

  /// Why something could not be written, or null.
  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  Optional<Connections.Recent> recent(String id) {
    return connections.get().recent().stream()
        .filter(used -> used.connection().id().equals(id))
        .findFirst();
  }

  Environment environment(String id) {
    return connections.get().environments().getOrDefault(id, Environment.NONE);
  }

  /// How long ago, in words.
  String when(Instant used) {
    return Moments.words(used, clock);
  }

  /// Opens the connection in the window and notes when.
  void open(Connection connection, @Nullable Keys keys) {
    Instant now = clock.instant();
    opener.open(connection, keys);
    change(known -> {
      Connections used =
          known.used(connection, now).withEnvironment(connection.id(), connection.environment());
      return connection.kind() == Connection.Kind.ENDPOINT ? used.withEndpoint(connection) : used;
    });
  }

  /// Takes the connection out of the recent ones; an endpoint is forgotten.
  void forget(String id) {
    change(known -> known.withoutEndpoint(id));
  }

  void environment(String id, Environment environment) {
    change(known -> known.withEnvironment(id, environment));
  }

  boolean agreed(String version) {
    return version.equals(store.settings().get().sandboxLicence());
  }

  void agree(String version) {
    keep(() -> store.settings().update((Settings old) -> old.withSandboxLicence(version)));
  }

  private void change(UnaryOperator<Connections> change) {
    keep(() -> store.connections().update(change));
  }

  private void keep(Runnable update) {
    work.write(
        Messages.text("connections.remembering"),
        _ -> {
          update.run();
          return true;
        },
        outcome -> {
          connections.set(store.connections().get());
          problem.set(outcome instanceof Outcome.Failed<Boolean>(Problem why) ? why : null);
        });
  }
}
