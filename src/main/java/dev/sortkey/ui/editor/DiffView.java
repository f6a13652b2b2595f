package dev.sortkey.ui.editor;

import dev.sortkey.core.edit.ItemDiff;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Tip;
import dev.sortkey.ui.kit.TypeBadge;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The differences of an item, path by path, before beside after, as they will be written.
public final class DiffView extends VBox {
  public DiffView(ItemDiff diff) {
    getStyleClass().add("sk-diff");
    var list = new ListView<ItemDiff.PathChange>();
    list.getItems().setAll(diff.changes());
    list.getStyleClass().add("sk-diff-rows");
    boolean before = diff.changes().stream().anyMatch(change -> change.before() != null);
    boolean after = diff.changes().stream().anyMatch(change -> change.after() != null);
    list.setCellFactory(_ -> new Row(before, after));
    list.setAccessibleText(Messages.text("editor.diff"));
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(head(before, after), list);
  }

  /// A new item has no before, a deleted one no after: the other side then takes all the room.
  private static void lay(
      GridPane grid, Node before, Node after, boolean hasBefore, boolean hasAfter) {
    if (hasBefore) {
      grid.add(before, 2, 0, hasAfter ? 1 : 2, 1);
    }
    if (hasAfter) {
      grid.add(after, hasBefore ? 3 : 2, 0, hasBefore ? 1 : 2, 1);
    }
  }

  private static GridPane head(boolean before, boolean after) {
    GridPane grid = grid();
    grid.getStyleClass().add("sk-diff-head");
    grid.add(Controls.label(Messages.text("editor.diff.path"), "sk-secondary"), 0, 0);
    lay(
        grid,
        Controls.label(Messages.text("editor.diff.before"), "sk-secondary"),
        Controls.label(Messages.text("editor.diff.after"), "sk-secondary"),
        before,
        after);
    return grid;
  }

  private static GridPane grid() {
    var grid = new GridPane();
    for (double share : new double[] {30, 0, 0, 0}) {
      var column = new ColumnConstraints();
      column.setMinWidth(0);
      if (share > 0) {
        column.setPercentWidth(share);
      }
      grid.getColumnConstraints().add(column);
    }
    grid.getColumnConstraints().get(1).setMinWidth(46);
    grid.getColumnConstraints().get(1).setMaxWidth(46);
    for (int i : new int[] {2, 3}) {
      grid.getColumnConstraints().get(i).setHgrow(Priority.ALWAYS);
      grid.getColumnConstraints().get(i).setPrefWidth(80);
      grid.getColumnConstraints().get(i).setFillWidth(true);
    }
    return grid;
  }

  /// One changed path.
  private static final class Row extends ListCell<ItemDiff.PathChange> {
    private final boolean before;
    private final boolean after;

    Row(boolean before, boolean after) {
      this.before = before;
      this.after = after;
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(ItemDiff.@Nullable PathChange change, boolean empty) {
      super.updateItem(change, empty);
      setGraphic(change == null || empty ? null : row(change));
    }

    private GridPane row(ItemDiff.PathChange change) {
      GridPane grid = grid();
      grid.getStyleClass().add("sk-diff-row");
      Label path = Controls.label(change.path().toString(), "sk-mono", "sk-diff-path");
      path.setWrapText(true);
      path.setMinHeight(Region.USE_PREF_SIZE);
      GridPane.setValignment(path, VPos.TOP);
      path.setTooltip(new Tip(change.path().toString()));
      boolean retyped =
          change.before() != null
              && change.after() != null
              && change.before().type() != change.after().type();
      var badge = new HBox();
      badge.setAlignment(Pos.TOP_LEFT);
      badge.getStyleClass().add("sk-diff-badge");
      if (!retyped) {
        badge
            .getChildren()
            .add(
                new TypeBadge(
                    Objects.requireNonNull(
                            change.after() != null ? change.after() : change.before())
                        .type()));
      }
      grid.add(path, 0, 0);
      grid.add(badge, 1, 0);
      lay(
          grid,
          DiffSide.of(change.before(), change.after(), true),
          DiffSide.of(change.after(), change.before(), false),
          before,
          after);
      return grid;
    }
  }
}
