package dev.sortkey.app;

import java.io.PrintWriter;
import java.io.StringWriter;

/// The text that a person can send to the makers: what ran where, and what failed.
final class BugReport {
  private BugReport() {}

  static String of(Throwable cause) {
    var trace = new StringWriter();
    cause.printStackTrace(new PrintWriter(trace));
    String version = BugReport.class.getPackage().getImplementationVersion();
    return String.join(
            "\n",
            "Sortkey " + (version == null ? "(development)" : version),
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
