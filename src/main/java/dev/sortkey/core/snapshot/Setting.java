package dev.sortkey.core.snapshot;

/// The settings of a table that not every endpoint offers.
public enum Setting {
  ENCRYPTION,
  TAGS,
  TTL,
  RECOVERY,
  STREAM,
  POLICY,
  SCALING,
  PROTECTION
}
