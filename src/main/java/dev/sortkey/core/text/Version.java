package dev.sortkey.core.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/// Which Sortkey this is, as the build wrote it down: the same in a jar and from classes.
public final class Version {
  private Version() {}

  /// `0.1.0`, or a word for a Sortkey that no build has numbered.
  public static String text() {
    var written = new Properties();
    try (InputStream file =
        Objects.requireNonNull(
            Version.class.getResourceAsStream("/dev/sortkey/version.properties"))) {
      written.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text(written.getProperty("version", ""));
  }

  /// @param number what stands in the file, which is the placeholder when it was not built
  static String text(String number) {
    return number.isEmpty() || number.startsWith("$")
        ? Messages.text("app.version.unreleased")
        : number;
  }
}
