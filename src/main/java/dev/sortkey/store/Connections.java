package dev.sortkey.store;

import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The connections that were used, the endpoints that were saved, and what each is for. No keys: an
/// endpoint's user and password, should it have any, are dropped.
///
/// @param recent latest first
/// @param endpoints in the order in which they were saved
/// @param environments by connection id
/// @param readOnly ids of the connections that the person set read-only
public record Connections(
    List<Recent> recent,
    List<Connection> endpoints,
    Map<String, Environment> environments,
    Set<String> readOnly) {
  private static final int RECENT = 20;

  static final Connections NONE = new Connections(List.of(), List.of(), Map.of(), Set.of());

  /// A connection and when it was last opened.
  public record Recent(Connection connection, Instant lastUsed) {
    public Recent {
      connection = withoutKeys(connection);
    }
  }

  public Connections {
    recent = Copies.list(recent);
    endpoints = Copies.list(endpoints).stream().map(Connections::withoutKeys).toList();
    environments = Copies.map(environments);
    // A file may lack what is added later.
    readOnly = Copies.set(readOnly);
  }

  public Connections used(Connection connection, Instant when) {
    List<Recent> latestFirst =
        Stream.concat(
                Stream.of(new Recent(connection, when)),
                recent.stream().filter(other -> !other.connection().id().equals(connection.id())))
            .limit(RECENT)
            .toList();
    return new Connections(latestFirst, endpoints, environments, readOnly);
  }

  /// Adds the endpoint, or replaces the one with its id.
  public Connections withEndpoint(Connection endpoint) {
    return new Connections(
        recent,
        Stream.concat(others(endpoint.id()), Stream.of(endpoint)).toList(),
        environments,
        readOnly);
  }

  /// Forgets the endpoint, also as a recent one.
  public Connections withoutEndpoint(String id) {
    return new Connections(
        recent.stream().filter(used -> !used.connection().id().equals(id)).toList(),
        others(id).toList(),
        environments,
        readOnly);
  }

  private Stream<Connection> others(String id) {
    return endpoints.stream().filter(endpoint -> !endpoint.id().equals(id));
  }

  public Connections withEnvironment(String id, Environment environment) {
    return new Connections(recent, endpoints, Copies.with(environments, id, environment), readOnly);
  }

  public Connections withReadOnly(String id, boolean on) {
    Set<String> changed = new LinkedHashSet<>(readOnly);
    if (on) {
      changed.add(id);
    } else {
      changed.remove(id);
    }
    return new Connections(recent, endpoints, environments, changed);
  }

  private static Connection withoutKeys(Connection connection) {
    return new Connection(
        connection.id(),
        connection.name(),
        connection.kind(),
        connection.profile(),
        withoutUser(connection.endpoint()),
        connection.region(),
        connection.environment());
  }

  private static @Nullable URI withoutUser(@Nullable URI address) {
    if (address == null || address.getRawUserInfo() == null) {
      return address;
    }
    try {
      return new URI(
          address.getScheme(),
          null,
          address.getHost(),
          address.getPort(),
          address.getPath(),
          null,
          null);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
