package dev.sortkey.core.session;

/// What a connection is for; each has its colour and its caution.
public enum Environment {
  /// Nobody has said.
  NONE,
  SANDBOX,
  DEVELOPMENT,
  STAGING,
  PRODUCTION
}
