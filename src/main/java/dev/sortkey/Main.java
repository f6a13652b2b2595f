package dev.sortkey;

import dev.sortkey.app.DesktopApp;
import dev.sortkey.app.Places;
import dev.sortkey.app.Preflight;
import java.util.Optional;
import javafx.application.Application;

/// Starts Sortkey, or says in one line why no window can open here.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Optional<String> missing = Preflight.missing();
    if (missing.isPresent()) {
      System.err.println(missing.get());
      System.exit(Preflight.UNAVAILABLE);
    }
    System.setProperty("sortkey.log", Places.state().toString());
    Application.launch(DesktopApp.class, args);
  }
}
