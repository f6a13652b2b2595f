package dev.sortkey.ui;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.ui.workbench.Destination;
import dev.sortkey.ui.workbench.FileChoice;
import dev.sortkey.ui.workbench.Panel;
import dev.sortkey.ui.workbench.Workbench;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;

/// A workbench without a window that remembers what panels asked of it.
public final class RecordingWorkbench implements Workbench {
  public final List<Destination> opened = new ArrayList<>();
  public final List<Panel> closed = new ArrayList<>();
  public final List<String> toasts = new ArrayList<>();
  public final List<Problem> problems = new ArrayList<>();
  public final List<Problem.Remedy> remedies = new ArrayList<>();
  public final List<Node> dialogs = new ArrayList<>();
  public final List<String> deleted = new ArrayList<>();
  public final List<String> purged = new ArrayList<>();
  public final List<URI> pages = new ArrayList<>();
  public final ChosenFiles files = new ChosenFiles();

  @Override
  public void open(Destination destination) {
    opened.add(destination);
  }

  @Override
  public void close(Panel panel) {
    closed.add(panel);
  }

  @Override
  public void toast(String text) {
    toasts.add(text);
  }

  @Override
  public void toast(Problem problem) {
    problems.add(problem);
  }

  @Override
  public void remedy(Problem.Remedy remedy) {
    remedies.add(remedy);
  }

  @Override
  public void showDialog(Node content) {
    dialogs.add(content);
  }

  @Override
  public void closeDialog() {
    dialogs.clear();
  }

  @Override
  public FileChoice files() {
    return files;
  }

  @Override
  public void browse(URI page) {
    pages.add(page);
  }

  @Override
  public void purgeTable(String table) {
    purged.add(table);
  }

  @Override
  public void deleteTable(String table) {
    deleted.add(table);
  }
}
