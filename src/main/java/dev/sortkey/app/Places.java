package dev.sortkey.app;

import dev.sortkey.store.Folders;
import java.nio.file.Path;

/// The folders that Sortkey works in: this computer's own, or those that the system properties
/// `sortkey.config`, `sortkey.data`, `sortkey.cache` and `sortkey.state` name.
public final class Places {
  private Places() {}

  public static Folders folders() {
    Folders usual = Folders.ofThisComputer();
    return new Folders(
        named("sortkey.config", usual.config()),
        named("sortkey.data", usual.data()),
        named("sortkey.cache", usual.cache()));
  }

  /// Where the log is written.
  public static Path state() {
    String system = System.getProperty("os.name");
    Path home = Path.of(System.getProperty("user.home"));
    Path usual;
    if (system.startsWith("Windows")) {
      usual = Folders.ofThisComputer().data().resolveSibling("Logs");
    } else if (system.startsWith("Mac")) {
      usual = home.resolve("Library/Logs/Sortkey");
    } else {
      String xdg = System.getenv("XDG_STATE_HOME");
      Path base =
          xdg != null && Path.of(xdg).isAbsolute() ? Path.of(xdg) : home.resolve(".local/state");
      usual = base.resolve("sortkey");
    }
    return named("sortkey.state", usual);
  }

  private static Path named(String property, Path otherwise) {
    String value = System.getProperty(property);
    return value == null ? otherwise : Path.of(value);
  }
}
