package dev.sortkey.ui.items;

import dev.sortkey.ui.kit.ProblemBanner;
import dev.sortkey.ui.workbench.Desk;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Everything below the page head once the table can be read.
final class ItemsBody {
  private final VBox root;
  private final QueryBar queryBar;
  private final ResultBar resultBar;
  private final ResultGrid grid;

  ItemsBody(Desk desk, ItemsViewModel items, QueryViewModel query, ProblemBanner banner) {
    var copying =
        new Copying(items.rows(), items.columns(), ItemsBody::toClipboard, desk.workbench()::toast);
    var menu = new RowMenu(copying, this::edit, this::duplicate, this::delete);
    queryBar = new QueryBar(query, items::knownAttributes, items::run);
    grid = new ResultGrid(items, desk.theme(), menu, this::edit);
    resultBar = new ResultBar(items.results(), items.rows(), new ColumnChooser(items.columns()));
    items.rows().orderProperty().addListener((_, _, _) -> resultBar.draw());
    VBox.setVgrow(grid.node(), Priority.ALWAYS);
    var left = new VBox(resultBar, new PauseBar(items.results()), grid.node());
    left.setMinWidth(320);
    var split = new SplitPane(left);
    VBox.setVgrow(split, Priority.ALWAYS);
    root = new VBox(queryBar, new PlanBar(query), banner, split);
  }

  Node node() {
    return root;
  }

  /// Puts the focus where work goes on.
  void focus() {
    queryBar.focusFirst();
  }

  void focusFilter() {
    resultBar.focusFilter();
  }

  void create() {}

  private void edit(int position) {}

  private void duplicate(int position) {}

  private void delete(int[] positions) {}

  private static void toClipboard(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
