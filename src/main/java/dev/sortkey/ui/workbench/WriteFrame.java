package dev.sortkey.ui.workbench;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Tip;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// Holds what writes: disabled while the connection is read-only, and saying why. A disabled
/// control shows no tooltip, so the frame around it does.
final class WriteFrame extends HBox {
  private final HBox inner;
  private final Tooltip why = new Tip(Messages.text("workbench.read-only.tip"));
  // Held only as long as the frame is in a window, since the connection outlives its panels.
  private Subscription following = Subscription.EMPTY;

  WriteFrame(Node control, ObservableValue<Boolean> readOnly) {
    inner = new HBox(control);
    for (HBox box : new HBox[] {this, inner}) {
      box.setAlignment(Pos.CENTER_LEFT);
      box.setMinWidth(Region.USE_PREF_SIZE);
    }
    managedProperty().bind(control.managedProperty());
    visibleProperty().bind(control.visibleProperty());
    getChildren().add(inner);
    refuse(readOnly.getValue());
    sceneProperty()
        .subscribe(scene -> {
          following.unsubscribe();
          following = scene == null ? Subscription.EMPTY : readOnly.subscribe(this::refuse);
        });
  }

  private void refuse(boolean readOnly) {
    inner.setDisable(readOnly);
    if (readOnly) {
      Tooltip.install(this, why);
    } else {
      Tooltip.uninstall(this, why);
    }
  }
}
