package dev.sortkey.core.session;

import org.jspecify.annotations.Nullable;

/// Opens connections.
public interface Connector {
  /// Builds the session without a call to the endpoint; a wrong key or region shows at the first
  /// call.
  ///
  /// @param keys for sandbox and custom endpoints; null for profiles
  /// @throws dev.sortkey.core.problem.ProblemException when the profile is missing or incomplete
  Session open(Connection connection, @Nullable Keys keys);
}
