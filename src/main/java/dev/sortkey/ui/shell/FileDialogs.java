package dev.sortkey.ui.shell;

import dev.sortkey.ui.workbench.FileChoice;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The operating system's dialogs. They begin where the person last chose something.
public final class FileDialogs implements FileChoice {
  private @Nullable File last;

  @Override
  public Optional<Path> open(String title) {
    FileChooser chooser = chooser(title);
    return chosen(chooser.showOpenDialog(front()));
  }

  @Override
  public Optional<Path> save(String title, String name) {
    FileChooser chooser = chooser(title);
    chooser.setInitialFileName(name);
    return chosen(chooser.showSaveDialog(front()));
  }

  @Override
  public Optional<Path> folder(String title) {
    var chooser = new DirectoryChooser();
    chooser.setTitle(title);
    chooser.setInitialDirectory(start());
    return chosen(chooser.showDialog(front()));
  }

  private FileChooser chooser(String title) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialDirectory(start());
    return chooser;
  }

  private @Nullable File start() {
    return last != null && last.isDirectory() ? last : null;
  }

  private Optional<Path> chosen(@Nullable File file) {
    if (file != null) {
      last = file.isDirectory() ? file : file.getParentFile();
    }
    return Optional.ofNullable(file).map(File::toPath);
  }

  private static @Nullable Window front() {
    return Window.getWindows().stream().filter(Window::isFocused).findFirst().orElse(null);
  }
}
