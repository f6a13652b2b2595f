package dev.sortkey.ui.shell;

import java.net.URI;

/// Opens a page in the person's browser.
@FunctionalInterface
public interface Browser {
  void open(URI page);
}
