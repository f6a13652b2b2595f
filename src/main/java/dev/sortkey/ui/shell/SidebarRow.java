package dev.sortkey.ui.shell;

import dev.sortkey.ui.workbench.Tables;

/// One line of the sidebar's list.
sealed interface SidebarRow {
  /// The two parts of the list.
  enum Section {
    FAVOURITES,
    TABLES
  }

  /// The head of a section; a click folds it.
  record Heading(Section section, int count, boolean folded) implements SidebarRow {}

  /// One table.
  record Table(Tables.Entry entry, boolean favourite) implements SidebarRow {}
}
