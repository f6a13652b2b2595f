package dev.sortkey.ui.kit;

import javafx.scene.control.Tooltip;

/// A tooltip that leaves the keys to the window beneath it: Esc hides it and still does what Esc is
/// for there. JavaFX's own keeps Esc to itself, so that a bar or a dialog closed at the second
/// press only, depending on where the pointer rests.
public final class Tip extends Tooltip {
  public Tip() {
    this("");
  }

  public Tip(String text) {
    super(text);
    setConsumeAutoHidingEvents(false);
  }
}
