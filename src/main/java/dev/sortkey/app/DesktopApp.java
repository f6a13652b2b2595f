package dev.sortkey.app;

import dev.sortkey.ui.shell.ShellView;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Sortkey as JavaFX starts and stops it.
public final class DesktopApp extends Application {
  private @Nullable Wiring wiring;

  @Override
  public void start(Stage stage) {
    wiring = new Wiring(Places.folders(), page -> getHostServices().showDocument(page.toString()));
    ShellView view = wiring.window(stage);
    Thread.setDefaultUncaughtExceptionHandler(
        new Alarm(report -> Platform.runLater(() -> view.showBug(report))));
    stage.show();
  }

  @Override
  public void stop() {
    if (wiring != null) {
      wiring.close();
    }
  }
}
