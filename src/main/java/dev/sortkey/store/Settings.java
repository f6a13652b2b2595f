package dev.sortkey.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the person likes Sortkey, and how its window was left.
///
/// @param window null before the first run has ended
/// @param sidebarWidth 0 for the usual width
/// @param inspectorWidth 0 for the usual width
/// @param sandboxLicence the version of DynamoDB Local whose licence the person agreed to
/// @param readLimit from how many read units on a read asks first; 0 for the usual
/// @param sharedQueries folders of saved queries beside each connection's own
public record Settings(
    Appearance appearance,
    @Nullable Window window,
    double sidebarWidth,
    double inspectorWidth,
    @Nullable String sandboxLicence,
    double readLimit,
    List<String> sharedQueries) {
  public enum Appearance {
    SYSTEM,
    LIGHT,
    DARK
  }

  /// Where the window was; its size is that before it was maximised.
  public record Window(double x, double y, double width, double height, boolean maximised) {}

  static final Settings INITIAL = new Settings(Appearance.SYSTEM, null, 0, 0, null, 0, List.of());

  public Settings {
    // A file may lack what is added later.
    appearance = orElse(appearance, Appearance.SYSTEM);
    sharedQueries = Copies.list(sharedQueries);
  }

  static <T> T orElse(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }

  public Settings withAppearance(Appearance chosen) {
    return new Settings(
        chosen, window, sidebarWidth, inspectorWidth, sandboxLicence, readLimit, sharedQueries);
  }

  public Settings withWindow(Window left) {
    return new Settings(
        appearance, left, sidebarWidth, inspectorWidth, sandboxLicence, readLimit, sharedQueries);
  }

  public Settings withSidebarWidth(double width) {
    return new Settings(
        appearance, window, width, inspectorWidth, sandboxLicence, readLimit, sharedQueries);
  }

  public Settings withInspectorWidth(double width) {
    return new Settings(
        appearance, window, sidebarWidth, width, sandboxLicence, readLimit, sharedQueries);
  }

  public Settings withSandboxLicence(String version) {
    return new Settings(
        appearance, window, sidebarWidth, inspectorWidth, version, readLimit, sharedQueries);
  }

  public Settings withReadLimit(double units) {
    return new Settings(
        appearance, window, sidebarWidth, inspectorWidth, sandboxLicence, units, sharedQueries);
  }

  public Settings withSharedQueries(List<String> folders) {
    return new Settings(
        appearance, window, sidebarWidth, inspectorWidth, sandboxLicence, readLimit, folders);
  }
}
