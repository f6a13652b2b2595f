package dev.sortkey.ui.workbench;

/// The pages of a table's tab, in their order.
public enum TablePage {
  ITEMS,
  OVERVIEW,
  INDEXES,
  STREAMS,
  BACKUPS,
  MONITOR,
  SETTINGS,
  GLOBAL_TABLES,
  PERMISSIONS
}
