package dev.sortkey.ui.rows;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.editor.ItemEditorView;
import dev.sortkey.ui.kit.grid.Cell;
import dev.sortkey.ui.kit.grid.DataGrid;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.workbench.Desk;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// Rows with the item of one of them in the editor beside them, which follows the row that the
/// person rests on.
public final class InspectorPane {
  private static final double WIDTH = 356;
  private static final double LEAST_WIDTH = 320;

  private final Desk desk;
  private final InspectorViewModel inspector;
  private final StagedRows rows;
  private final DataGrid grid;
  private final PauseTransition resting = new PauseTransition(Duration.millis(250));
  private final SplitPane split;
  private final ItemEditorView editor;

  /// @param left what the grid is in
  public InspectorPane(
      Desk desk, InspectorViewModel inspector, StagedRows rows, DataGrid grid, Region left) {
    this.desk = desk;
    this.inspector = inspector;
    this.rows = rows;
    this.grid = grid;
    left.setMinWidth(LEAST_WIDTH);
    split = new SplitPane(left);
    editor = new ItemEditorView(inspector.editor(), desk.workbench()::remedy, desk.readOnly());
    editor.outside(desk.workbench().files(), desk.workbench()::browse);
    SplitPane.setResizableWithParent(editor, false);
    inspector.openProperty().addListener((_, _, open) -> show(open));
    inspector.onWritten(position -> grid.focusCell(position, 0));
    inspector.onFailed(desk.workbench()::toast);
    inspector.editor().phaseProperty().addListener((_, _, _) -> focusEditor());
    grid.focusedCellProperty()
        .addListener((_, before, now) -> {
          if (now != null && (before == null || before.row() != now.row())) {
            follow(now);
          }
        });
  }

  public SplitPane node() {
    return split;
  }

  /// Offers the change under review as code.
  public void onCode(Consumer<Change> show) {
    editor.onCode(show);
  }

  /// Opens an item, whether its row is loaded or not.
  public void open(ItemKey key) {
    resting.stop();
    inspector.open(key);
  }

  public void create() {
    resting.stop();
    inspector.create();
    editor.focusFirst();
  }

  public void duplicate(int position) {
    if (!desk.refusesWrite()) {
      resting.stop();
      inspector.duplicate(position);
    }
  }

  public void close() {
    resting.stop();
    rememberWidth();
    inspector.close();
  }

  /// Shows the row that the person rests on; each look costs a read, so that rows passed by are
  /// left alone.
  private void follow(Cell cell) {
    resting.setOnFinished(_ -> {
      if (cell.row() < rows.count() && grid.selectedRows().length <= 1) {
        inspector.follow(cell.row());
      }
    });
    resting.playFromStart();
  }

  private void focusEditor() {
    if (!grid.isFocused()) {
      editor.focusFirst();
    }
  }

  private void show(boolean open) {
    if (open) {
      double saved = desk.store().settings().get().inspectorWidth();
      editor.setPrefWidth(saved > 0 ? saved : WIDTH);
      split.getItems().add(editor);
      double width = split.getWidth() > 0 ? split.getWidth() : 1_048;
      split.setDividerPosition(0, 1 - editor.getPrefWidth() / width);
    } else {
      rememberWidth();
      split.getItems().remove(editor);
      grid.requestFocus();
    }
  }

  private void rememberWidth() {
    double width = Math.round(editor.getWidth());
    var settings = desk.store().settings();
    if (split.getItems().contains(editor)
        && width > 0
        && width != settings.get().inspectorWidth()) {
      desk.work()
          .write(
              Messages.text("items.remembering"),
              _ -> {
                settings.update(now -> now.withInspectorWidth(width));
                return true;
              },
              outcome -> {
                if (outcome instanceof Outcome.Failed<Boolean>(Problem why)) {
                  desk.workbench().toast(why);
                }
              });
    }
  }
}
