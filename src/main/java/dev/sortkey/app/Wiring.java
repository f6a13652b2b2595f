package dev.sortkey.app;

import dev.sortkey.aws.SdkConnector;
import dev.sortkey.aws.SdkProfileSource;
import dev.sortkey.core.text.Messages;
import dev.sortkey.sandbox.LocalSandbox;
import dev.sortkey.store.Folders;
import dev.sortkey.store.Store;
import dev.sortkey.ui.kit.Fonts;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.shell.Appearance;
import dev.sortkey.ui.shell.Browser;
import dev.sortkey.ui.shell.Ports;
import dev.sortkey.ui.shell.ShellView;
import dev.sortkey.ui.work.Parallel;
import dev.sortkey.ui.work.Work;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.util.Duration;

/// Builds Sortkey: the only place that knows which adapter stands behind which port.
public final class Wiring implements AutoCloseable {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private final Ports ports;
  private final StringProperty clock = new SimpleStringProperty(LocalTime.now().format(CLOCK));
  private final Timeline ticking;

  /// The real adapters, working in these folders. Called on the FX thread.
  public Wiring(Folders folders, Browser browser) {
    this(real(folders, browser));
  }

  private static Ports real(Folders folders, Browser browser) {
    var connector = new SdkConnector(Parallel::forEach);
    return new Ports(
        connector,
        new SdkProfileSource(),
        LocalSandbox.onDisk(
            folders.cache(), folders.data().resolve("sandbox"), LocalSandbox.MAVEN_CENTRAL),
        Store.open(folders.config(), folders.data()),
        Work.inBackground(),
        connector.signIn(),
        browser);
  }

  /// Adapters of one's own, as tests have them.
  public Wiring(Ports ports) {
    this.ports = ports;
    ticking =
        new Timeline(
            new KeyFrame(Duration.seconds(5), _ -> clock.set(LocalTime.now().format(CLOCK))));
    ticking.setCycleCount(Timeline.INDEFINITE);
  }

  /// Fills the stage with Sortkey's window, in the system's light or dark; the caller shows it.
  public ShellView window(Stage stage) {
    Fonts.load();
    var appearance = new Appearance(systemTheme(), ports.store().settings().get().appearance());
    var view = new ShellView(ports, appearance, clock);
    var scene = new Scene(view, 1280, 800);
    appearance
        .theme()
        .subscribe(theme -> {
          Application.setUserAgentStylesheet(theme.userAgentStylesheet());
          scene.getStylesheets().setAll(theme.stylesheets());
        });
    stage.setScene(scene);
    stage.setMinWidth(960);
    stage.setMinHeight(600);
    stage.titleProperty().bind(view.title());
    for (int size : new int[] {16, 32, 48, 64, 128, 256}) {
      stage.getIcons().add(icon(size));
    }
    stage.setOnCloseRequest(event -> {
      event.consume();
      view.leave(stage::hide);
    });
    var bounds = new WindowBounds(stage);
    bounds.restore(ports.store().settings().get().window());
    stage.setOnHidden(_ -> {
      ticking.stop();
      view.close(bounds.now());
    });
    if (ports.sandbox() instanceof LocalSandbox local) {
      local.onNotice(text -> Platform.runLater(() -> view.notice(text)));
    }
    ticking.play();
    return view;
  }

  /// Ends what runs beside the window.
  @Override
  public void close() {
    ports.sandbox().stop();
  }

  private static ObservableValue<Theme> systemTheme() {
    return Platform.getPreferences()
        .colorSchemeProperty()
        .map(scheme -> scheme == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT);
  }

  private static Image icon(int size) {
    String name = "/dev/sortkey/icons/sortkey-" + size + ".png";
    return new Image(
        Objects.requireNonNull(
            Wiring.class.getResourceAsStream(name),
            () -> Messages.text("app.name") + " lacks " + name));
  }
}
