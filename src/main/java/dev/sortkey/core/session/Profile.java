package dev.sortkey.core.session;

import org.jspecify.annotations.Nullable;

/// A profile of the AWS CLI's files (or the environment's variables), without its secrets.
///
/// @param maskedKey the last four characters of the access key id, for kind KEYS
/// @param flaw what is missing, in plain words, or null when it can be used
public record Profile(
    String name,
    Kind kind,
    @Nullable String region,
    String detail,
    @Nullable String maskedKey,
    @Nullable String flaw) {
  public enum Kind {
    ENVIRONMENT,
    KEYS,
    SSO,
    ROLE,
    PROCESS,
    UNKNOWN
  }
}
