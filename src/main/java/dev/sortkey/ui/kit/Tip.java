package dev.sortkey.ui.kit;

import javafx.event.EventHandler;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

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

  /// Gives a control its tip when the pointer first comes to it: for what is made by the hundred
  /// and pointed at once, since a tip costs more than a label. One that it got otherwise stays.
  public static void later(Control control, String text) {
    control.addEventHandler(
        MouseEvent.MOUSE_ENTERED,
        new EventHandler<>() {
          @Override
          public void handle(MouseEvent event) {
            control.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
            if (control.getTooltip() == null) {
              control.setTooltip(new Tip(text));
            }
          }
        });
  }
}
