package dev.sortkey.store;

import java.nio.file.Path;
import java.util.Map;

/// Where this operating system wants a person's files.
///
/// @param config settings and connections
/// @param data what Sortkey cannot make again, such as the sandbox's tables
/// @param cache what it can fetch again
public record Folders(Path config, Path data, Path cache) {
  public static Folders ofThisComputer() {
    return of(
        System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
  }

  static Folders of(String system, Path home, Map<String, String> environment) {
    if (system.startsWith("Windows")) {
      Path local = named(environment, "LOCALAPPDATA", home.resolve("AppData/Local"));
      Path roaming = named(environment, "APPDATA", home.resolve("AppData/Roaming"));
      return new Folders(
          roaming.resolve("Sortkey"),
          local.resolve("Sortkey").resolve("Data"),
          local.resolve("Sortkey").resolve("Cache"));
    }
    if (system.startsWith("Mac")) {
      Path support = home.resolve("Library/Application Support/Sortkey");
      return new Folders(support, support, home.resolve("Library/Caches/Sortkey"));
    }
    return new Folders(
        named(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve("sortkey"),
        named(environment, "XDG_DATA_HOME", home.resolve(".local/share")).resolve("sortkey"),
        named(environment, "XDG_CACHE_HOME", home.resolve(".cache")).resolve("sortkey"));
  }

  /// The XDG specification says to ignore relative paths.
  private static Path named(Map<String, String> environment, String name, Path otherwise) {
    String value = environment.get(name);
    return value != null && Path.of(value).isAbsolute() ? Path.of(value) : otherwise;
  }
}
