package dev.sortkey.aws;

import dev.sortkey.core.session.Connection;
import dev.sortkey.core.text.Messages;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Where a session's calls go, as problems and CLI commands name it.
///
/// @param endpoint null for AWS itself
/// @param profile null when there is none to name
record Target(@Nullable URI endpoint, String region, @Nullable String profile) {
  static Target of(Connection connection) {
    return new Target(connection.endpoint(), connection.region(), connection.profile());
  }

  /// For the middle of a sentence: `DynamoDB in eu-west-1`, `http://localhost:8000`.
  String label() {
    return endpoint == null ? Messages.text("problem.target.aws", region) : endpoint.toString();
  }
}
