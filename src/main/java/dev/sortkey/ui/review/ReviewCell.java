package dev.sortkey.ui.review;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.Merge;
import dev.sortkey.core.edit.Place;
import dev.sortkey.core.edit.Staged;
import dev.sortkey.core.edit.Standing;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.ui.editor.DiffSide;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.Tip;
import dev.sortkey.ui.kit.TypeBadge;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Draws one line of the review.
final class ReviewCell extends ListCell<ReviewRow> {
  private final ReviewViewModel model;
  private final Consumer<Change> code;

  /// @param code shows as code what will be written
  ReviewCell(ReviewViewModel model, Consumer<Change> code) {
    this.model = model;
    this.code = code;
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable ReviewRow row, boolean empty) {
    super.updateItem(row, empty);
    setGraphic(
        row == null || empty
            ? null
            : switch (row) {
              case ReviewRow.Head head -> head(head);
              case ReviewRow.Columns columns -> columns(columns);
              case ReviewRow.Path path -> path(path);
              case ReviewRow.Unchanged same -> unchanged(same);
              case ReviewRow.MergeColumns _ -> MergeLines.columns();
              case ReviewRow.MergePath path -> MergeLines.path(model, path);
              case ReviewRow.MergeFoot foot -> mergeFoot(foot);
              case ReviewRow.Stuck stuck -> stuck(stuck);
              case ReviewRow.Refused refused -> refused(refused);
            });
  }

  private Node head(ReviewRow.Head row) {
    Staged staged = row.staged();
    var chevron =
        new Button(null, Icons.of(row.open() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
    chevron.getStyleClass().addAll("sk-button", "sk-flat", "sk-icon-button", "sk-small");
    chevron.setAccessibleText(
        Messages.text(row.open() ? "review.close" : "review.open", ReviewWords.key(row.key())));
    chevron.setOnAction(_ -> model.toggle(row.key()));
    var line =
        new HBox(
            8,
            chevron,
            sign(staged),
            Controls.label(ReviewWords.key(row.key()), "sk-mono", "sk-review-key"));
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("sk-review-head");
    line.setOnMouseClicked(event -> {
      if (event.getTarget() == line) {
        model.toggle(row.key());
      }
    });
    if (staged.standing() instanceof Standing.Changed(var theirs, var seen)) {
      line.getChildren()
          .addAll(
              Controls.dot("sk-danger"),
              Controls.label(
                  Messages.text(theirs == null ? "review.gone" : "review.changed"),
                  "sk-error-text"),
              Controls.label(times(staged, seen), "sk-secondary"));
    } else {
      Label detail =
          Controls.label(ReviewWords.detail(staged, model.units(staged)), "sk-secondary");
      detail.setMinWidth(0);
      line.getChildren().add(detail);
    }
    line.getChildren().add(Controls.spring());
    if (staged.conflicting()
        && row.open()
        && staged.kind() != Staged.Kind.DELETE
        && staged.standing() instanceof Standing.Changed(var theirs, var _)
        && theirs != null) {
      line.getChildren()
          .addAll(
              small(
                  "review.take-theirs",
                  null,
                  () -> model.chooseAll(row.key(), new Merge.Choice.Theirs())),
              small(
                  "review.take-mine",
                  null,
                  () -> model.chooseAll(row.key(), new Merge.Choice.Mine())));
    } else if (row.open() && staged.kind() == Staged.Kind.EDIT) {
      int same = ReviewLines.unchanged(staged).attributes().size();
      if (same > 0) {
        String key = model.isWhole(row.key()) ? "review.hide-same" : "review.show-same";
        Button whole = small(key, null, () -> model.toggleWhole(row.key()));
        whole.setText(Messages.text(key, same));
        line.getChildren().add(whole);
      }
    }
    staged
        .effective()
        .filter(_ -> row.open() && !staged.conflicting())
        .ifPresent(change -> {
          Button show = Controls.icon(Feather.CODE, Messages.text("editor.review.code"), null);
          show.getStyleClass().addAll("sk-small", "sk-review-code");
          show.setOnAction(_ -> code.accept(change));
          line.getChildren().add(show);
        });
    Button reject =
        small("review.reject-item", Feather.CORNER_UP_LEFT, () -> model.rejectItem(row.key()));
    reject.getStyleClass().add("sk-reject-item");
    line.getChildren().add(reject);
    return line;
  }

  private static String times(Staged staged, Instant seen) {
    return staged.read() == null
        ? ReviewWords.time(seen)
        : ReviewWords.time(staged.read()) + " → " + ReviewWords.time(seen);
  }

  static Label sign(Staged staged) {
    Label sign = Controls.label(ReviewWords.sign(staged), "sk-review-sign");
    sign.getStyleClass()
        .add(
            staged.conflicting()
                ? "sk-sign-conflict"
                : switch (staged.kind()) {
                  case EDIT -> "sk-sign-edit";
                  case INSERT -> "sk-sign-add";
                  case DELETE -> "sk-sign-delete";
                });
    return sign;
  }

  private static Node columns(ReviewRow.Columns row) {
    GridPane grid = grid();
    grid.getStyleClass().addAll("sk-diff-head", "sk-review-line");
    grid.add(Controls.label(Messages.text("editor.diff.path"), "sk-secondary"), 0, 0);
    if (row.before()) {
      grid.add(Controls.label(Messages.text("editor.diff.before"), "sk-secondary"), 2, 0);
    }
    if (row.after()) {
      grid.add(
          Controls.label(Messages.text("editor.diff.after"), "sk-secondary"),
          row.before() ? 3 : 2,
          0);
    }
    return grid;
  }

  private Node path(ReviewRow.Path row) {
    GridPane grid = grid();
    grid.getStyleClass().addAll("sk-diff-row", "sk-review-line");
    Attr before = row.change().before();
    Attr after = row.change().after();
    boolean insert = row.staged().kind() == Staged.Kind.INSERT;
    boolean delete = row.staged().kind() == Staged.Kind.DELETE;
    Label path = pathLabel(row.change().path().toString());
    grid.add(path, 0, 0);
    if (before == null || after == null || before.type() == after.type()) {
      grid.add(badge(Objects.requireNonNull(after != null ? after : before)), 1, 0);
    }
    boolean rejected = row.rejected();
    Node was = side(row, before, after, true);
    Node is = side(row, after, before, false);
    if (delete) {
      grid.add(was, 2, 0, 2, 1);
    } else if (insert) {
      grid.add(is, 2, 0, 2, 1);
    } else {
      grid.add(was, 2, 0);
      grid.add(is, 3, 0);
    }
    if (rejected) {
      grid.getStyleClass().add("sk-review-rejected");
    }
    if (row.rejectable()) {
      Button act =
          rejected
              ? small("review.restore", null, () -> model.restore(row.key(), row.places()))
              : small("review.reject", null, () -> model.reject(row.key(), row.places()));
      act.getStyleClass().add("sk-reject");
      act.setAccessibleText(act.getText() + " " + row.change().path());
      GridPane.setValignment(act, VPos.TOP);
      GridPane.setHalignment(act, HPos.RIGHT);
      GridPane.setMargin(act, new Insets(4, 0, 0, 0));
      grid.add(act, 4, 0);
    }
    return grid;
  }

  /// A value with, in a set, each changed member to be rejected or taken back in by a click.
  private Node side(
      ReviewRow.Path row, @Nullable Attr value, @Nullable Attr other, boolean before) {
    return DiffSide.of(
        value,
        other,
        before,
        (member, chip) -> {
          Place place = new Place(row.change().path(), member);
          if (!row.places().contains(place) || row.places().size() < 2) {
            return;
          }
          boolean out = row.staged().rejected().contains(place);
          if (out) {
            chip.getStyleClass().add("sk-review-out");
          }
          chip.getStyleClass().add("sk-review-chip");
          chip.setTooltip(
              new Tip(Messages.text(out ? "review.member.restore" : "review.member.reject")));
          chip.setOnMouseClicked(_ -> {
            if (out) {
              model.restore(row.key(), List.of(place));
            } else {
              model.reject(row.key(), List.of(place));
            }
          });
        });
  }

  private static Node unchanged(ReviewRow.Unchanged row) {
    GridPane grid = grid();
    grid.getStyleClass().addAll("sk-diff-row", "sk-review-line");
    Label path = pathLabel(row.name());
    path.getStyleClass().add("sk-secondary");
    grid.add(path, 0, 0);
    grid.add(badge(row.value()), 1, 0);
    Label value = Controls.label(DiffSide.words(row.value()), "sk-mono-small");
    value.setWrapText(true);
    value.getStyleClass().add("sk-diff-blank");
    grid.add(value, 2, 0, 2, 1);
    return grid;
  }

  private Node mergeFoot(ReviewRow.MergeFoot row) {
    Button use = Controls.button(Messages.text("review.merge.use"), null, ReviewKeys.MERGE);
    use.getStyleClass().add("sk-merge-use");
    use.setDisable(row.merge().undecided() > 0);
    use.setOnAction(_ -> model.merged(row.key()));
    var foot =
        new HBox(
            8,
            Controls.label(ReviewWords.merge(row.merge()), "sk-secondary"),
            Controls.spring(),
            Controls.explained(
                use, Messages.text("review.merge.undecided", row.merge().undecided())));
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("sk-merge-foot");
    return foot;
  }

  private Node stuck(ReviewRow.Stuck row) {
    boolean delete = row.staged().kind() == Staged.Kind.DELETE;
    String kind = row.gone() ? "review.stuck.gone" : "review.stuck.delete";
    Label words = Controls.label(Messages.text(kind), "sk-secondary");
    words.setWrapText(true);
    HBox.setHgrow(words, Priority.ALWAYS);
    var foot = new HBox(8, words);
    if (!(row.gone() && delete)) {
      Button anew =
          Controls.button(
              Messages.text(row.gone() ? "review.stuck.create" : "review.stuck.delete-anyway"),
              null,
              null);
      anew.getStyleClass().add("sk-small");
      anew.setOnAction(_ -> model.anew(row.key()));
      foot.getChildren().add(anew);
    }
    foot.getChildren().add(small("review.stuck.drop", null, () -> model.rejectItem(row.key())));
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("sk-merge-foot");
    return foot;
  }

  private static Node refused(ReviewRow.Refused row) {
    Label why = Controls.label(row.title() + " " + row.detail(), "sk-error-text");
    why.setWrapText(true);
    var box = new HBox(8, Icons.of(Feather.ALERT_TRIANGLE), why);
    box.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().add("sk-merge-foot");
    return box;
  }

  static Label pathLabel(String text) {
    Label path = Controls.label(text, "sk-mono", "sk-diff-path");
    path.setWrapText(true);
    path.setMinHeight(Region.USE_PREF_SIZE);
    Tip.later(path, text);
    GridPane.setValignment(path, VPos.TOP);
    return path;
  }

  static HBox badge(Attr value) {
    var badge = new HBox(new TypeBadge(value.type()));
    badge.setAlignment(Pos.TOP_LEFT);
    badge.getStyleClass().add("sk-diff-badge");
    return badge;
  }

  static Button small(String key, @Nullable Feather icon, Runnable action) {
    Button button = Controls.flat(Messages.text(key), icon, null);
    button.getStyleClass().add("sk-small");
    button.setOnAction(_ -> action.run());
    return button;
  }

  private static GridPane grid() {
    var grid = new GridPane();
    double[] fixed = {190, 46, 0, 0, 76};
    for (double width : fixed) {
      var column = new ColumnConstraints();
      if (width > 0) {
        column.setMinWidth(width);
        column.setMaxWidth(width);
      } else {
        column.setMinWidth(0);
        column.setPrefWidth(100);
        column.setHgrow(Priority.ALWAYS);
        column.setFillWidth(true);
      }
      grid.getColumnConstraints().add(column);
    }
    return grid;
  }
}
