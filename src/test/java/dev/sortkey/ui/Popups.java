package dev.sortkey.ui;

import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/// Draws a window with the menus, lists and tooltips that stand over it, which are windows of their
/// own.
final class Popups {
  private Popups() {}

  /// On the FX thread.
  static WritableImage with(Scene scene) {
    WritableImage image = scene.snapshot(null);
    for (Window window : Window.getWindows()) {
      if (window instanceof PopupWindow && window.isShowing() && window.getScene() != null) {
        int left = (int) (window.getX() - scene.getWindow().getX());
        int top = (int) (window.getY() - scene.getWindow().getY());
        draw(alone(window.getScene()), image, left, top);
      }
    }
    return image;
  }

  /// Without the paper that a scene's own snapshot stands on.
  private static WritableImage alone(Scene popup) {
    var parameters = new SnapshotParameters();
    parameters.setFill(Color.TRANSPARENT);
    parameters.setViewport(new Rectangle2D(0, 0, popup.getWidth(), popup.getHeight()));
    return popup.getRoot().snapshot(parameters, null);
  }

  private static void draw(WritableImage popup, WritableImage onto, int left, int top) {
    PixelReader upper = popup.getPixelReader();
    PixelReader lower = onto.getPixelReader();
    for (int y = Math.max(0, -top); y < popup.getHeight() && top + y < onto.getHeight(); y++) {
      for (int x = Math.max(0, -left); x < popup.getWidth() && left + x < onto.getWidth(); x++) {
        Color over = upper.getColor(x, y);
        Color opaque = Color.color(over.getRed(), over.getGreen(), over.getBlue());
        Color under = lower.getColor(left + x, top + y);
        onto.getPixelWriter()
            .setColor(left + x, top + y, under.interpolate(opaque, over.getOpacity()));
      }
    }
  }
}
