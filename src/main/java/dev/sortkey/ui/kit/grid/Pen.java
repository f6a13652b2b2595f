package dev.sortkey.ui.kit.grid;

import dev.sortkey.ui.kit.Token;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/// Draws on a canvas with everything at whole pixels of the screen, also where one unit is one and
/// a half of them.
final class Pen {
  private final GraphicsContext context;
  private Palette palette;
  private double scale = 1;
  private @Nullable Color fill;
  private @Nullable Font font;

  Pen(GraphicsContext context, Palette palette) {
    this.context = context;
    this.palette = palette;
  }

  void setPalette(Palette palette) {
    this.palette = palette;
  }

  /// Begins a frame.
  ///
  /// @param scale the screen's pixels in one unit
  void begin(double scale) {
    this.scale = scale;
  }

  /// The nearest whole pixel.
  double snap(double at) {
    return Math.round(at * scale) / scale;
  }

  void rect(Token token, double x, double y, double width, double height) {
    fill(token);
    double left = snap(x);
    double top = snap(y);
    context.fillRect(left, top, snap(x + width) - left, snap(y + height) - top);
  }

  /// A line one pixel thick (two on fine screens) that ends at `right`.
  void vertical(Token token, double right, double top, double height) {
    double thick = thickness();
    fill(token);
    context.fillRect(snap(right) - thick, snap(top), thick, snap(top + height) - snap(top));
  }

  /// A line that ends at `bottom`.
  void horizontal(Token token, double left, double bottom, double width) {
    double thick = thickness();
    fill(token);
    context.fillRect(snap(left), snap(bottom) - thick, snap(left + width) - snap(left), thick);
  }

  /// A frame of two units inside a box.
  void frame(Token token, double x, double y, double width, double height) {
    rect(token, x, y, width, 2);
    rect(token, x, y + height - 2, width, 2);
    rect(token, x, y + 2, 2, height - 4);
    rect(token, x + width - 2, y + 2, 2, height - 4);
  }

  /// A frame one pixel thick.
  void outline(Token token, double x, double y, double width, double height) {
    horizontal(token, x, y + thickness(), width);
    horizontal(token, x, y + height, width);
    vertical(token, x + thickness(), y, height);
    vertical(token, x + width, y, height);
  }

  void round(Token token, double x, double y, double width, double height) {
    fill(token);
    context.fillRoundRect(snap(x), snap(y), width, height, 8, 8);
  }

  void roundOutline(Token token, double x, double y, double width, double height) {
    context.setStroke(palette.of(token));
    context.setLineWidth(1);
    context.strokeRoundRect(snap(x) + 0.5, snap(y) + 0.5, width - 1, height - 1, 7, 7);
  }

  void text(Token token, Font face, String text, double x, double baseline) {
    fill(token);
    if (font != face) {
      font = face;
      context.setFont(face);
    }
    context.fillText(text, snap(x), snap(baseline));
  }

  private double thickness() {
    return Math.max(1, Math.floor(scale)) / scale;
  }

  private void fill(Token token) {
    Color color = palette.of(token);
    if (fill != color) {
      fill = color;
      context.setFill(color);
    }
  }
}
