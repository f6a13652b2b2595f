package planted.sortkey.ui.items;

import javafx.application.Platform;
import javafx.scene.control.Label;

/// Planted: a view model with a node, and Platform outside ui.work.
class ItemsViewModel {
  Label label;

  void later() {
    Platform.runLater(() -> {});
  }
}
