package dev.sortkey.core.session;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// A way to a DynamoDB endpoint. It names profiles and endpoints, never keys.
///
/// @param id stays the same over renames; favourites and layouts hang on it
public record Connection(
    String id,
    String name,
    Kind kind,
    @Nullable String profile,
    @Nullable URI endpoint,
    String region,
    Environment environment) {
  public enum Kind {
    SANDBOX,
    PROFILE,
    ENDPOINT
  }
}
