package dev.sortkey.ui.shell;

import javafx.scene.Node;

/// What a workspace asks of the window that shows it.
interface Front {
  void showDialog(Node content);

  void closeDialog();

  /// Whether this is the dialog in front.
  boolean shows(Node content);

  /// Whether there is a dialog in front.
  boolean dialogShown();
}
