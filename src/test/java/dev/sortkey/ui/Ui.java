package dev.sortkey.ui;

import dev.sortkey.ui.kit.Fonts;
import dev.sortkey.ui.kit.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.Window;

/// Drives a real window on JavaFX's headless platform as a person does: by mouse and keyboard. One
/// stage serves all tests of the JVM.
public final class Ui {
  private static final long PATIENCE_SECONDS = 30;
  private static boolean started;

  /// One for all: the headless robot remembers the pointer's place, and each new one would keep the
  /// window before it in memory with all that it held.
  private static Robot robot;

  private Ui() {}

  /// The one robot, for drags and the wheel; on the FX thread.
  public static Robot robot() {
    return robot;
  }

  /// Starts the toolkit once per JVM.
  public static synchronized void start() {
    if (!started) {
      var ready = new CompletableFuture<Void>();
      Platform.startup(() -> {
        Platform.setImplicitExit(false);
        Fonts.load();
        robot = new Robot();
        ready.complete(null);
      });
      ready.join();
      started = true;
    }
  }

  /// A window of 1280 × 800 at the origin, as the headless screen wants it.
  public static Stage show(Parent root, Theme theme) {
    start();
    return onFx(() -> {
      Application.setUserAgentStylesheet(theme.userAgentStylesheet());
      var scene = new Scene(root, 1280, 800);
      scene.getStylesheets().setAll(theme.stylesheets());
      var stage = new Stage(StageStyle.UNDECORATED);
      stage.setX(0);
      stage.setY(0);
      stage.setScene(scene);
      stage.show();
      return stage;
    });
  }

  public static void hide(Stage stage) {
    onFx(() -> {
      stage.hide();
      return null;
    });
  }

  /// Runs on the FX thread and waits; exceptions come through.
  public static <T> T onFx(Callable<T> action) {
    if (Platform.isFxApplicationThread()) {
      try {
        return action.call();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    var result = new CompletableFuture<T>();
    Platform.runLater(() -> {
      try {
        result.complete(action.call());
      } catch (Throwable e) {
        result.completeExceptionally(e);
      }
    });
    try {
      return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new IllegalStateException("the FX thread did not answer", e);
    }
  }

  /// What stands in a field, once it was found by a wait off the FX thread.
  public static String typed(Node field) {
    return onFx(((TextInputControl) field)::getText);
  }

  /// Likewise.
  public static boolean disabled(Node node) {
    return onFx(node::isDisabled);
  }

  public static void run(Runnable action) {
    onFx(() -> {
      action.run();
      return null;
    });
  }

  /// Waits until the condition, asked on the FX thread, holds.
  public static void until(String what, BooleanSupplier condition) {
    until(what, PATIENCE_SECONDS, condition);
  }

  /// Likewise, with a patience of one's own for what takes long.
  public static void until(String what, long seconds, BooleanSupplier condition) {
    if (Platform.isFxApplicationThread()) {
      // Waiting here would keep what is waited for from coming.
      if (!condition.getAsBoolean()) {
        throw new AssertionError("not there, and the FX thread cannot wait for it: " + what);
      }
      return;
    }
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!onFx(condition::getAsBoolean)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("waited in vain: " + what);
      }
      pulse();
    }
  }

  /// Lets the toolkit lay out and draw once.
  public static void pulse() {
    var drawn = new CompletableFuture<Void>();
    Platform.runLater(() -> {
      Window window = Window.getWindows().isEmpty() ? null : Window.getWindows().getFirst();
      if (window == null || window.getScene() == null) {
        drawn.complete(null);
        return;
      }
      Runnable[] listener = new Runnable[1];
      Scene scene = window.getScene();
      listener[0] =
          () -> {
            scene.removePostLayoutPulseListener(listener[0]);
            drawn.complete(null);
          };
      scene.addPostLayoutPulseListener(listener[0]);
      Platform.requestNextPulse();
    });
    try {
      drawn.get(2, TimeUnit.SECONDS);
    } catch (ExecutionException | InterruptedException | TimeoutException _) {
      // a hidden window has no pulse; going on is right
    }
  }

  /// The first visible node that fits, in any window, popups first; waits for it.
  public static Node find(String what, Predicate<Node> fits) {
    Node[] found = new Node[1];
    until(
        what,
        () -> {
          found[0] = search(fits);
          return found[0] != null;
        });
    return found[0];
  }

  /// By CSS selector, such as `#run`.
  public static Node find(String selector) {
    Node[] found = new Node[1];
    until(
        selector,
        () -> {
          found[0] =
              windows().stream()
                  .flatMap(w -> w.getScene().getRoot().lookupAll(selector).stream())
                  .filter(Ui::showing)
                  .findFirst()
                  .orElse(null);
          return found[0] != null;
        });
    return found[0];
  }

  /// By CSS selector, shown or not; on the FX thread.
  public static Node anywhere(String selector) {
    return windows().stream()
        .map(window -> window.getScene().getRoot().lookup(selector))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(() -> new AssertionError("nowhere: " + selector));
  }

  /// A label, button or menu item with exactly this text (or accessible text).
  public static Node text(String text) {
    return find(
        "text '" + text + "'",
        node ->
            node instanceof Labeled labeled && text.equals(labeled.getText())
                || text.equals(node.getAccessibleText()));
  }

  public static boolean shows(Predicate<Node> fits) {
    return onFx(() -> search(fits) != null);
  }

  /// Whether some visible label holds the text.
  public static boolean showsText(String part) {
    return shows(node ->
        node instanceof Labeled labeled
            && labeled.getText() != null
            && labeled.getText().contains(part));
  }

  /// Waits until some visible label holds the text.
  public static void sees(String part) {
    until(part, () -> showsText(part));
  }

  public static void click(Node node) {
    click(node, MouseButton.PRIMARY, 1);
  }

  public static void click(Node node, MouseButton button, int times) {
    clickAt(centre(node), button, times);
  }

  /// Moves and clicks at a point of the screen, with the toolkit pulsing between.
  public static void clickAt(Point2D point, MouseButton button, int times) {
    run(() -> robot.mouseMove(point));
    pulse();
    for (int i = 0; i < times; i++) {
      run(() -> robot.mousePress(button));
      pulse();
      run(() -> robot.mouseRelease(button));
    }
    pulse();
  }

  public static void move(Node node) {
    Point2D point = centre(node);
    run(() -> robot.mouseMove(point));
    pulse();
  }

  /// Presses the keys together: `press(CONTROL, ENTER)`.
  public static void press(KeyCode... keys) {
    run(() -> {
      for (KeyCode key : keys) {
        robot.keyPress(key);
      }
      for (int i = keys.length - 1; i >= 0; i--) {
        robot.keyRelease(keys[i]);
      }
    });
    pulse();
  }

  /// Types text into whatever has the focus.
  public static void type(String text) {
    for (char c : text.toCharArray()) {
      run(() -> Typist.type(c));
    }
    pulse();
  }

  /// Clicks a field, clears it and types.
  public static void fill(Node field, String text) {
    click(field);
    press(KeyCode.CONTROL, KeyCode.A);
    press(KeyCode.BACK_SPACE);
    type(text);
  }

  /// The window's picture as a PNG file.
  public static void picture(Scene scene, Path file) {
    pulse();
    WritableImage image = onFx(() -> Popups.with(scene));
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, Png.encode(image));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The colour of one pixel, for tests of what is drawn.
  public static int argb(Scene scene, int x, int y) {
    PixelReader pixels = onFx(() -> scene.snapshot(null)).getPixelReader();
    return pixels.getArgb(x, y);
  }

  /// Lays out what the node stands in, on the FX thread: until the next pulse all is still where it
  /// was before something was shown or hidden, and a click there would miss.
  public static <N extends Node> N laidOut(N node) {
    if (node.getScene() != null) {
      node.getScene().getRoot().applyCss();
      node.getScene().getRoot().layout();
    }
    return node;
  }

  static Point2D centre(Node node) {
    return onFx(() -> {
      laidOut(node);
      Bounds bounds = node.localToScreen(node.getBoundsInLocal());
      if (bounds == null) {
        throw new AssertionError("not on the screen: " + node);
      }
      return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    });
  }

  private static List<Window> windows() {
    return Window.getWindows().stream()
        .filter(window -> window.isShowing() && window.getScene() != null)
        .toList()
        .reversed();
  }

  private static Node search(Predicate<Node> fits) {
    for (Window window : windows()) {
      Node found = search(window.getScene().getRoot(), fits);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static Node search(Node node, Predicate<Node> fits) {
    if (!node.isVisible()) {
      return null;
    }
    if (fits.test(node) && showing(node)) {
      return node;
    }
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        Node found = search(child, fits);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static boolean showing(Node node) {
    for (Node here = node; here != null; here = here.getParent()) {
      if (!here.isVisible()) {
        return false;
      }
    }
    return node.getBoundsInLocal().getWidth() > 0;
  }
}
