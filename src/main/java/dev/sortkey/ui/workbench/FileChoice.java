package dev.sortkey.ui.workbench;

import java.nio.file.Path;
import java.util.Optional;

/// Asks the person for a place on this computer, by the system's own dialogs. Called on the FX
/// thread; empty when the person chose none.
public interface FileChoice {
  /// A file to read.
  Optional<Path> open(String title);

  /// A file to write, which may already be there.
  ///
  /// @param name what it would be called
  Optional<Path> save(String title, String name);

  Optional<Path> folder(String title);
}
