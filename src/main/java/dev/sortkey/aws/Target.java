package dev.sortkey.aws;

import dev.sortkey.core.session.Connection;
import dev.sortkey.core.text.Messages;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Where a session's calls go, as problems and CLI commands name it.
///
/// @param endpoint null for AWS itself
/// @param profile null when there is none to name
/// @param sandbox whether it is the sandbox, which has DynamoDB and its streams and nothing else
record Target(@Nullable URI endpoint, String region, @Nullable String profile, boolean sandbox) {
  Target(@Nullable URI endpoint, String region, @Nullable String profile) {
    this(endpoint, region, profile, false);
  }

  static Target of(Connection connection) {
    return new Target(
        connection.endpoint(),
        connection.region(),
        connection.profile(),
        connection.kind() == Connection.Kind.SANDBOX);
  }

  /// For the middle of a sentence: `DynamoDB in eu-west-1`, `http://localhost:8000`.
  String label() {
    return endpoint == null ? Messages.text("problem.target.aws", region) : endpoint.toString();
  }
}
