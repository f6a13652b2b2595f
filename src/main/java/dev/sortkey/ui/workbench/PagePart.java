package dev.sortkey.ui.workbench;

import javafx.scene.Node;

/// A part of a page that another panel brings along, such as the snapshots on the page of backups.
public interface PagePart {
  Node node();

  /// Reads anew what the part shows; also called when the page comes to the front.
  void refresh();

  /// Cancels the part's reads and lets go of its listeners.
  void closed();
}
