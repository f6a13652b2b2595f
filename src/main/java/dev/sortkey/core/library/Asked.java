package dev.sortkey.core.library;

import dev.sortkey.core.query.QuerySpec;

/// What was asked of an endpoint, in a form that can be asked again.
public sealed interface Asked {
  /// In the query builder.
  record Conditions(String table, QuerySpec spec) implements Asked {}

  /// In PartiQL: one or more statements.
  record Statement(String text) implements Asked {}
}
