package dev.sortkey.ui.shell;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Something that the command palette can go to or do.
///
/// @param detail muted words behind the title
/// @param shortcut shown at the right, or null
record PaletteEntry(
    Group group,
    Feather icon,
    String title,
    String detail,
    @Nullable Shortcut shortcut,
    Runnable action) {
  /// The parts of the list, in their order.
  enum Group {
    TABLES,
    CONNECTIONS,
    ACTIONS
  }
}
