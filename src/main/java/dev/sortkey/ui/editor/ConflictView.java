package dev.sortkey.ui.editor;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.Merge;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.TypeBadge;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Says that someone else was faster, shows original, theirs and yours side by side, and offers the
/// ways on. Nothing is lost by looking.
final class ConflictView extends VBox {
  private final ItemEditorViewModel model;

  ConflictView(ItemEditorViewModel model, ItemEditorViewModel.Conflict conflict) {
    this.model = model;
    getStyleClass().add("sk-conflict");
    boolean deleting = conflict.change() instanceof Change.Delete;
    String which = (conflict.theirs() == null ? "gone" : "changed") + (deleting ? "-delete" : "");
    Label title = Controls.label(Messages.text("editor.conflict." + which), "sk-section");
    Label detail =
        Controls.label(Messages.text("editor.conflict." + which + ".detail"), "sk-muted");
    for (Label label : new Label[] {title, detail}) {
      label.setWrapText(true);
      label.setMinHeight(Region.USE_PREF_SIZE);
    }
    var words = new VBox(4, title, detail, choices(conflict, deleting));
    words.getStyleClass().add("sk-conflict-head");
    getChildren().add(words);
    Merge merge = conflict.merge();
    if (merge != null) {
      var list = new ListView<Merge.Row>();
      list.getItems().setAll(merge.rows());
      list.getStyleClass().add("sk-diff-rows");
      list.setCellFactory(_ -> new Row(deleting));
      list.setAccessibleText(Messages.text("editor.conflict.rows"));
      VBox.setVgrow(list, Priority.ALWAYS);
      GridPane head = grid();
      head.getStyleClass().addAll("sk-diff-head", "sk-conflict-columns");
      head.add(Controls.label(Messages.text("editor.conflict.original"), "sk-secondary"), 0, 0);
      head.add(Controls.label(Messages.text("editor.conflict.theirs"), "sk-secondary"), 1, 0);
      head.add(
          Controls.label(
              Messages.text(deleting ? "editor.conflict.yours-gone" : "editor.conflict.yours"),
              "sk-secondary"),
          2,
          0);
      getChildren().addAll(head, list);
    }
  }

  private FlowPane choices(ItemEditorViewModel.Conflict conflict, boolean deleting) {
    var choices = new FlowPane(8, 6);
    choices.getStyleClass().add("sk-conflict-choices");
    if (conflict.theirs() == null) {
      if (!deleting) {
        choices.getChildren().add(choice("create-anew", true, model::createAnew));
      }
      choices.getChildren().add(choice("close", deleting, model::closeGone));
    } else if (deleting) {
      choices
          .getChildren()
          .addAll(
              choice("keep-theirs", true, model::takeTheirs),
              choice("delete-theirs", false, model::deleteTheirs));
    } else {
      choices
          .getChildren()
          .addAll(
              choice("keep-mine", true, model::keepMine),
              choice("take-theirs", false, model::takeTheirs));
    }
    if (!deleting) {
      choices.getChildren().add(choice("back", false, model::back));
    }
    return choices;
  }

  private static Button choice(String name, boolean first, Runnable action) {
    String text = Messages.text("editor.conflict." + name);
    Button button = first ? Controls.primary(text, null, null) : Controls.button(text, null, null);
    button.setId("conflict-" + name);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private static GridPane grid() {
    var grid = new GridPane();
    for (int i = 0; i < 3; i++) {
      var column = new ColumnConstraints();
      column.setPercentWidth(100 / 3.0);
      column.setMinWidth(0);
      grid.getColumnConstraints().add(column);
    }
    return grid;
  }

  /// One path in three versions.
  private static final class Row extends ListCell<Merge.Row> {
    private final boolean deleting;

    Row(boolean deleting) {
      this.deleting = deleting;
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(Merge.@Nullable Row row, boolean empty) {
      super.updateItem(row, empty);
      setGraphic(row == null || empty ? null : row(row));
    }

    private VBox row(Merge.Row row) {
      Label path = Controls.label(row.path().toString(), "sk-mono", "sk-diff-path");
      path.setMinWidth(0);
      var type =
          Stream.of(row.mine(), row.theirs(), row.original())
              .filter(value -> value != null)
              .findFirst()
              .orElseThrow()
              .type();
      Label side =
          Controls.label(
              Messages.text(
                  "editor.conflict.side."
                      + (deleting ? "theirs" : row.side().name().toLowerCase(Locale.ROOT))),
              "sk-secondary");
      side.setMinWidth(Region.USE_PREF_SIZE);
      var first = new HBox(8, path, new TypeBadge(type), Controls.spring(), side);
      first.setAlignment(Pos.CENTER_LEFT);
      GridPane values = grid();
      values.add(value(row.original(), null, null), 0, 0);
      values.add(value(row.theirs(), row.original(), false), 1, 0);
      values.add(value(deleting ? null : row.mine(), row.original(), false), 2, 0);
      var box = new VBox(first, values);
      box.getStyleClass().add("sk-conflict-row");
      if (row.side() == Merge.Side.OVERLAP && !deleting) {
        box.getStyleClass().add("sk-row-edited");
      }
      return box;
    }

    private static Label value(
        @Nullable Attr value, @Nullable Attr original, @Nullable Boolean compared) {
      boolean same = compared != null && value != null && value.equals(original);
      String text =
          value == null
              ? Messages.text("editor.absent")
              : same ? Messages.text("editor.same") : DiffSide.words(value);
      Label label =
          value == null || same
              ? Controls.label(text, "sk-secondary")
              : Controls.label(text, "sk-mono");
      label.setWrapText(true);
      label.setMinHeight(Region.USE_PREF_SIZE);
      label.setMaxHeight(160);
      return label;
    }
  }
}
