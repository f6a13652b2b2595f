package dev.sortkey.ui.workbench;

import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.transfer.Export;
import org.jspecify.annotations.Nullable;

/// A place that can be opened. Sealed, so that a forgotten one does not compile.
public sealed interface Destination {
  /// A page of a table; all pages of one table share a tab.
  record Table(String name, TablePage page) implements Destination {}

  /// The create table wizard.
  record CreateTable() implements Destination {}

  /// The backups of all tables, and the snapshots on this computer.
  record Backups() implements Destination {}

  /// Exports and imports.
  ///
  /// @param source a result or a selection to export, or null
  record Transfers(Export.@Nullable Source source) implements Destination {
    public Transfers() {
      this(null);
    }
  }

  /// The code that reaches a table, and runs a query on it when there is one.
  record Code(String table, @Nullable QuerySpec query) implements Destination {}

  /// All calls of this session.
  record Calls() implements Destination {}

  /// The items of a table.
  static Destination items(String table) {
    return new Table(table, TablePage.ITEMS);
  }

  /// Whether both are shown in the same tab.
  default boolean sharesTab(Destination other) {
    if (this instanceof Transfers && other instanceof Transfers) {
      return true;
    }
    return this instanceof Table(String name, _) && other instanceof Table(String its, _)
        ? name.equals(its)
        : this instanceof Code(String table, _) && other instanceof Code(String its, _)
            ? table.equals(its)
            : equals(other);
  }
}
