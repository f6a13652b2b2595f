package dev.sortkey.ui.shell;

import dev.sortkey.ui.workbench.Destination;
import dev.sortkey.ui.workbench.Panel;

/// A panel that is open, and where it was opened from.
record Tab(Destination destination, Panel panel) {
  /// Where to come back to.
  Destination place() {
    return panel.place(destination);
  }

  boolean unsaved() {
    return Boolean.TRUE.equals(panel.unsaved().getValue());
  }
}
