package dev.sortkey.ui.workbench;

import dev.sortkey.core.codegen.CodeSubject;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.table.ItemKey;
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

  /// The code that reaches a table.
  ///
  /// @param subject a query on it or one of its items, when one of these is asked for
  record Code(String table, @Nullable CodeSubject subject) implements Destination {}

  /// The items of a table with a query in the builder.
  ///
  /// @param run whether it runs at once
  record Query(String table, QuerySpec spec, boolean run) implements Destination {}

  /// One item of a table, in the editor beside the grid.
  record OneItem(String table, ItemKey key) implements Destination {}

  /// The PartiQL editor.
  ///
  /// @param text statements to put into it, or null to leave what is there
  record PartiQl(@Nullable String text, boolean run) implements Destination {
    public PartiQl() {
      this(null, false);
    }
  }

  /// What was run, and what was saved to be run again.
  record Library() implements Destination {}

  /// What is staged, and what was committed.
  ///
  /// @param table whose changes are shown first, or null
  record Review(@Nullable String table) implements Destination {}

  /// All calls of this session.
  record Calls() implements Destination {}

  /// The items of a table.
  static Destination items(String table) {
    return new Table(table, TablePage.ITEMS);
  }

  /// Whether both are shown in the same tab.
  default boolean sharesTab(Destination other) {
    return tab().equals(other.tab());
  }

  /// What two destinations of one tab have in common.
  private Object tab() {
    return switch (this) {
      case Table(String name, _) -> "table " + name;
      case Query(String table, _, _) -> "table " + table;
      case OneItem(String table, _) -> "table " + table;
      case Code(String table, _) -> "code " + table;
      case Transfers _ -> Transfers.class;
      case PartiQl _ -> PartiQl.class;
      case Review _ -> Review.class;
      default -> this;
    };
  }
}
