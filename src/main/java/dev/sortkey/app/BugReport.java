package dev.sortkey.app;

import dev.sortkey.core.text.Version;
import java.io.PrintWriter;
import java.io.StringWriter;

/// The text that a person can send to the makers: what ran where, and what failed.
final class BugReport {
  private BugReport() {}

  static String of(Throwable cause) {
    var trace = new StringWriter();
    cause.printStackTrace(new PrintWriter(trace));
    return String.join(
            "\n",
            "Sortkey " + Version.text(),
            "Java " + System.getProperty("java.version"),
            "JavaFX " + System.getProperty("javafx.version"),
            System.getProperty("os.name")
                + " "
                + System.getProperty("os.version")
                + " "
                + System.getProperty("os.arch"),
            "",
            trace.toString())
        .strip();
  }
}
