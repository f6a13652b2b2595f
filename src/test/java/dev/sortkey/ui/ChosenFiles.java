package dev.sortkey.ui;

import dev.sortkey.ui.workbench.FileChoice;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A person who always chooses the file that the test said last.
public final class ChosenFiles implements FileChoice {
  private volatile @Nullable Path next;

  /// What the names were that files to be written were proposed under.
  public volatile String proposed = "";

  public void choose(Path file) {
    next = file;
  }

  @Override
  public Optional<Path> open(String title) {
    return Optional.ofNullable(next);
  }

  @Override
  public Optional<Path> save(String title, String name) {
    proposed = name;
    return Optional.ofNullable(next);
  }

  @Override
  public Optional<Path> folder(String title) {
    return Optional.ofNullable(next);
  }
}
