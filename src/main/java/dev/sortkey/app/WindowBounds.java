package dev.sortkey.app;

import dev.sortkey.store.Settings;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Where the window stands, followed so that the size before it was maximised is not forgotten.
final class WindowBounds {
  private final Stage stage;
  private Settings.@Nullable Window normal;

  WindowBounds(Stage stage) {
    this.stage = stage;
    Runnable follow = this::follow;
    stage.xProperty().subscribe(follow);
    stage.yProperty().subscribe(follow);
    stage.widthProperty().subscribe(follow);
    stage.heightProperty().subscribe(follow);
  }

  /// Puts the window back, unless the screen it was on is gone.
  void restore(Settings.@Nullable Window window) {
    if (window == null
        || Screen.getScreensForRectangle(window.x(), window.y(), window.width(), window.height())
            .isEmpty()) {
      return;
    }
    stage.setX(window.x());
    stage.setY(window.y());
    stage.setWidth(window.width());
    stage.setHeight(window.height());
    stage.setMaximized(window.maximised());
  }

  /// Null when the window was never shown at a size of its own.
  Settings.@Nullable Window now() {
    Settings.Window last = normal;
    return last == null
        ? null
        : new Settings.Window(last.x(), last.y(), last.width(), last.height(), stage.isMaximized());
  }

  private void follow() {
    double sum = stage.getX() + stage.getY() + stage.getWidth() + stage.getHeight();
    if (!stage.isMaximized() && !stage.isIconified() && Double.isFinite(sum)) {
      normal =
          new Settings.Window(
              stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
    }
  }
}
