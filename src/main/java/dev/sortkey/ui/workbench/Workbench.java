package dev.sortkey.ui.workbench;

import dev.sortkey.core.problem.Problem;
import java.net.URI;
import javafx.scene.Node;

/// What panels ask of the window around them.
public interface Workbench {
  /// Goes to the destination's tab, opening it when there is none.
  void open(Destination destination);

  /// Closes a panel, asking first when it has unsaved work.
  void close(Panel panel);

  /// A short word about something done aside.
  void toast(String text);

  /// Something that went wrong aside, where no panel can show it.
  void toast(Problem problem);

  /// Does what a remedy says as far as the window can: sign in again, restart the sandbox, refresh
  /// the tables. RETRY is the panel's own.
  void remedy(Problem.Remedy remedy);

  /// Shows a dialog over the window; the rest waits behind it. One at a time.
  void showDialog(Node content);

  void closeDialog();

  /// How the person names files.
  FileChoice files();

  /// Opens a page in the person's browser.
  void browse(URI page);

  /// Asks for the table's name and deletes it.
  void deleteTable(String table);

  /// Asks how to empty the table and for its name, and deletes all of its items.
  void purgeTable(String table);
}
