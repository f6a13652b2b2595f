package dev.sortkey.ui.workbench;

/// A place that can be opened. Sealed, so that a forgotten one does not compile.
public sealed interface Destination {
  /// The items of a table.
  record Items(String table) implements Destination {}

  /// The create table wizard.
  record CreateTable() implements Destination {}

  /// All calls of this session.
  record Calls() implements Destination {}
}
