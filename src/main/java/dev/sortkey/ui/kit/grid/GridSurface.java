package dev.sortkey.ui.kit.grid;

import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.kit.Token;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.stage.Window;

/// The drawn part of a grid. It is drawn anew at most once a pulse, as its layout; it stands for
/// itself in the layout, so that scrolling lays out nothing else.
final class GridSurface extends Region {
  private final Canvas canvas = new Canvas();
  private final HeaderPainter header = new HeaderPainter();
  private final BodyPainter body = new BodyPainter();
  private final GridState state;
  private final Pen pen;
  private long paintNanos;

  GridSurface(GridState state, Theme theme) {
    this.state = state;
    pen = new Pen(canvas.getGraphicsContext2D(), new Palette(theme));
    setManaged(false);
    canvas.setManaged(false);
    getChildren().add(canvas);
  }

  void setTheme(Theme theme) {
    pen.setPalette(new Palette(theme));
    requestLayout();
  }

  HeaderPainter header() {
    return header;
  }

  BodyPainter body() {
    return body;
  }

  /// How long the last painting took.
  long paintNanos() {
    return paintNanos;
  }

  @Override
  protected void layoutChildren() {
    double width = Math.ceil(getWidth());
    double height = Math.ceil(getHeight());
    if (canvas.getWidth() != width || canvas.getHeight() != height) {
      canvas.setWidth(width);
      canvas.setHeight(height);
    }
    if (width > 0 && height > 0) {
      long began = System.nanoTime();
      pen.begin(scale());
      body.paint(pen, state, width, height);
      double bottom = GridState.HEADER + state.viewHeight;
      pen.rect(Token.CANVAS, state.viewWidth, 0, width - state.viewWidth, height);
      pen.rect(Token.CANVAS, 0, bottom, width, height - bottom);
      header.paint(pen, state, width);
      HeaderPainter.drop(pen, state, bottom);
      paintNanos = System.nanoTime() - began;
    }
  }

  private double scale() {
    Window window = getScene() == null ? null : getScene().getWindow();
    return window == null ? 1 : window.getOutputScaleY();
  }
}
