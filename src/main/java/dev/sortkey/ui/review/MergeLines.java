package dev.sortkey.ui.review;

import dev.sortkey.core.edit.ItemDiff;
import dev.sortkey.core.edit.Merge;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.typing.TypedValue;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.ui.editor.DiffSide;
import dev.sortkey.ui.kit.Controls;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// The lines of a merge: original, theirs, mine, and what will stand.
final class MergeLines {
  /// The types whose result can be typed here.
  private static final Set<AttrType> TYPED = Set.of(AttrType.S, AttrType.N);

  private MergeLines() {}

  static Node columns() {
    GridPane grid = grid();
    grid.getStyleClass().addAll("sk-diff-head", "sk-review-line");
    String[] keys = {
      "editor.diff.path",
      "",
      "editor.conflict.original",
      "editor.conflict.theirs",
      "editor.conflict.yours",
      "review.merge.result"
    };
    for (int i = 0; i < keys.length; i++) {
      if (!keys[i].isEmpty()) {
        grid.add(Controls.label(Messages.text(keys[i]), "sk-secondary"), i, 0);
      }
    }
    return grid;
  }

  static Node path(ReviewViewModel model, ReviewRow.MergePath line) {
    Merge.Row row = line.row();
    GridPane grid = grid();
    grid.getStyleClass().addAll("sk-diff-row", "sk-review-line", "sk-merge-row");
    boolean overlap = row.side() == Merge.Side.OVERLAP;
    if (overlap) {
      grid.getStyleClass().add("sk-row-edited");
    }
    grid.add(ReviewCell.pathLabel(row.path().toString()), 0, 0);
    grid.add(
        ReviewCell.badge(
            Stream.of(row.mine(), row.theirs(), row.original())
                .filter(value -> value != null)
                .findFirst()
                .orElseThrow()),
        1,
        0);
    grid.add(value(row.original(), false), 2, 0);
    Merge.Choice chosen = line.merge().choices().get(row.path());
    if (overlap) {
      grid.add(
          choice(model, line, row.theirs(), new Merge.Choice.Theirs(), chosen, "theirs"), 3, 0);
      grid.add(choice(model, line, row.mine(), new Merge.Choice.Mine(), chosen, "mine"), 4, 0);
      grid.add(result(model, line), 5, 0);
    } else {
      grid.add(value(row.theirs(), ItemDiff.sameOrAbsent(row.theirs(), row.original())), 3, 0);
      grid.add(value(row.mine(), ItemDiff.sameOrAbsent(row.mine(), row.original())), 4, 0);
      var stands = new HBox(8, value(line.merge().value(row), false), side(row.side()));
      stands.setAlignment(Pos.CENTER_LEFT);
      grid.add(stands, 5, 0);
    }
    return grid;
  }

  private static Label side(Merge.Side side) {
    return Controls.label(
        Messages.text("review.merge.side." + side.name().toLowerCase(Locale.ROOT)), "sk-secondary");
  }

  private static Node choice(
      ReviewViewModel model,
      ReviewRow.MergePath line,
      @Nullable Attr value,
      Merge.Choice choice,
      Merge.@Nullable Choice chosen,
      String which) {
    var button = new RadioButton(words(value));
    button.getStyleClass().addAll("sk-mono", "sk-merge-choice");
    button.setId("merge-" + which);
    button.setSelected(choice.equals(chosen));
    button.setAccessibleText(Messages.text("review.merge.take." + which, line.row().path()));
    button.setOnAction(_ -> model.choose(line.key(), line.row().path(), choice));
    button.setMinWidth(0);
    return button;
  }

  private static Node result(ReviewViewModel model, ReviewRow.MergePath line) {
    Merge.Row row = line.row();
    Attr now = line.merge().choices().containsKey(row.path()) ? line.merge().value(row) : null;
    Attr like = row.mine() != null ? row.mine() : row.theirs();
    if (like == null || !TYPED.contains(like.type()) || now != null && now.type() != like.type()) {
      return line.merge().choices().containsKey(row.path())
          ? value(now, false)
          : Controls.label(Messages.text("review.merge.choose"), "sk-warning-text");
    }
    var field = new TextField(now == null ? "" : TypedValue.write(now));
    field.setId("merge-result");
    field.getStyleClass().add("sk-mono");
    field.setPromptText(Messages.text("review.merge.choose"));
    field.setAccessibleText(Messages.text("review.merge.result-of", row.path()));
    Runnable take =
        () -> {
          String text = field.getText();
          if (text.equals(now == null ? "" : TypedValue.write(now))) {
            return;
          }
          try {
            Attr own = TypedValue.read(like.type(), text);
            model.choose(line.key(), row.path(), new Merge.Choice.Own(own));
          } catch (IllegalArgumentException _) {
            if (!field.getStyleClass().contains("sk-invalid")) {
              field.getStyleClass().add("sk-invalid");
            }
          }
        };
    field.setOnAction(_ -> take.run());
    field
        .focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            take.run();
          }
        });
    return field;
  }

  private static Label value(@Nullable Attr value, boolean same) {
    Label label =
        value == null || same
            ? Controls.label(
                Messages.text(value == null ? "editor.absent" : "editor.same"), "sk-secondary")
            : Controls.label(DiffSide.words(value), "sk-mono");
    label.setWrapText(true);
    label.setMaxHeight(160);
    label.getStyleClass().add("sk-merge-value");
    return label;
  }

  private static String words(@Nullable Attr value) {
    return value == null ? Messages.text("editor.absent") : DiffSide.words(value);
  }

  private static GridPane grid() {
    var grid = new GridPane();
    double[] widths = {190, 46, 0, 0, 0, 0};
    for (double width : widths) {
      var column = new ColumnConstraints();
      if (width > 0) {
        column.setMinWidth(width);
        column.setMaxWidth(width);
      } else {
        column.setMinWidth(0);
        column.setPrefWidth(100);
        column.setHgrow(Priority.ALWAYS);
      }
      grid.getColumnConstraints().add(column);
    }
    return grid;
  }
}
