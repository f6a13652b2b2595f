package dev.sortkey.app;

import dev.sortkey.core.text.Messages;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looks, before JavaFX is touched, whether a window can open here at all: without it a person on
/// Linux would see a stack trace.
public final class Preflight {
  /// `EX_UNAVAILABLE` of sysexits.h.
  public static final int UNAVAILABLE = 69;

  private static final String X11 = "libX11.so.6";

  /// What libglassgtk3, JavaFX's way to a Linux desktop, is linked against.
  private static final List<String> DESKTOP = List.of(X11, "libgtk-3.so.0", "libXtst.so.6");

  /// What JavaFX draws text with on Linux, in a window or without.
  private static final List<String> TEXT = List.of("libpangoft2-1.0.so.0", "libfreetype.so.6");

  private Preflight() {}

  /// One line that says what is missing and what to do, or empty when a window can open.
  public static Optional<String> missing() {
    if (!System.getProperty("os.name").startsWith("Linux")) {
      return Optional.empty();
    }
    return missing(System.getProperty("glass.platform", ""), System.getenv());
  }

  private static Optional<String> missing(String platform, Map<String, String> environment) {
    boolean headless = platform.equalsIgnoreCase("Headless");
    if (!headless) {
      Optional<String> display = display(environment);
      if (display.isPresent()) {
        return display;
      }
    }
    return absent(TEXT)
        .map(library -> Messages.text("app.missing.text", library))
        .or(() ->
            headless
                ? Optional.empty()
                : absent(DESKTOP).map(library -> Messages.text("app.missing.desktop", library)))
        .or(() -> headless ? Optional.empty() : refused(environment.get("DISPLAY")));
  }

  private static Optional<String> display(Map<String, String> environment) {
    String display = environment.get("DISPLAY");
    if (display != null && !display.isBlank()) {
      return Optional.empty();
    }
    String wayland = environment.get("WAYLAND_DISPLAY");
    return Optional.of(
        Messages.text(
            wayland == null || wayland.isBlank() ? "app.missing.display" : "app.missing.xwayland"));
  }

  private static Optional<String> absent(List<String> libraries) {
    return libraries.stream().filter(library -> !loads(library)).findFirst();
  }

  @SuppressWarnings("restricted")
  private static boolean loads(String library) {
    try (Arena arena = Arena.ofConfined()) {
      SymbolLookup.libraryLookup(library, arena);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /// Opens the display once, as JavaFX is about to.
  @SuppressWarnings("restricted")
  private static Optional<String> refused(@Nullable String display) {
    try (Arena arena = Arena.ofConfined()) {
      SymbolLookup x11 = SymbolLookup.libraryLookup(X11, arena);
      Linker linker = Linker.nativeLinker();
      MethodHandle open =
          linker.downcallHandle(
              x11.findOrThrow("XOpenDisplay"),
              FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
      MethodHandle close =
          linker.downcallHandle(
              x11.findOrThrow("XCloseDisplay"),
              FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
      var opened = (MemorySegment) open.invokeExact(MemorySegment.NULL);
      if (opened.equals(MemorySegment.NULL)) {
        return Optional.of(Messages.text("app.missing.refused", String.valueOf(display)));
      }
      int _ = (int) close.invokeExact(opened);
      return Optional.empty();
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
