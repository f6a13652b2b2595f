package dev.sortkey.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// Sortkey's own typefaces, Inter and JetBrains Mono NL, since a bare Linux has neither.
public final class Fonts {
  public static final String TEXT = "Inter";
  public static final String MONO = "JetBrains Mono NL";

  private static final List<String> FILES =
      List.of(
          "Inter-Regular.ttf",
          "Inter-Medium.ttf",
          "Inter-SemiBold.ttf",
          "JetBrainsMonoNL-Regular.ttf",
          "JetBrainsMonoNL-SemiBold.ttf");

  private Fonts() {}

  /// Registers the typefaces with JavaFX; once, before the first scene.
  public static void load() {
    for (String file : FILES) {
      try (InputStream in = Fonts.class.getResourceAsStream("/dev/sortkey/fonts/" + file)) {
        if (in == null || Font.loadFont(in, 13) == null) {
          throw new IllegalStateException("typeface missing: " + file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public static Font mono(double size) {
    return Font.font(MONO, size);
  }

  public static Font monoBold(double size) {
    return Font.font(MONO + " SemiBold", size);
  }

  public static Font text(double size) {
    return Font.font(TEXT, size);
  }

  public static Font textMedium(double size) {
    return Font.font(TEXT + " Medium", size);
  }
}
