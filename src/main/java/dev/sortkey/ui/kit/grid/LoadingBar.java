package dev.sortkey.ui.kit.grid;

import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.PauseTransition;
import javafx.animation.TranslateTransition;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

/// A thin bar that runs to and fro while something loads; it waits a moment, so that quick loads
/// show none.
final class LoadingBar extends Region {
  private static final double SHARE = 0.25;
  private final Region runner = new Region();
  private final PauseTransition patience = new PauseTransition(Duration.millis(150));
  private final TranslateTransition run = new TranslateTransition(Duration.seconds(1.1), runner);

  LoadingBar() {
    getStyleClass().add("sk-loading");
    runner.getStyleClass().add("sk-loading-runner");
    getChildren().add(runner);
    setMouseTransparent(true);
    setVisible(false);
    var clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    run.setCycleCount(Animation.INDEFINITE);
    run.setInterpolator(Interpolator.EASE_BOTH);
    patience.setOnFinished(_ -> {
      setVisible(true);
      restart();
    });
    widthProperty()
        .subscribe(() -> {
          if (isVisible()) {
            restart();
          }
        });
  }

  void setRunning(boolean running) {
    if (running) {
      patience.playFromStart();
    } else {
      patience.stop();
      run.stop();
      setVisible(false);
    }
  }

  @Override
  protected void layoutChildren() {
    runner.resizeRelocate(0, 0, getWidth() * SHARE, getHeight());
  }

  private void restart() {
    run.stop();
    run.setFromX(-getWidth() * SHARE);
    run.setToX(getWidth());
    run.playFromStart();
  }
}
