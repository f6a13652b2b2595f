package dev.sortkey.ui.review;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.CommitRecord;
import dev.sortkey.core.edit.CommitRecord.Fate;
import dev.sortkey.core.edit.ItemDiff;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.editor.DiffView;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.EmptyState;
import dev.sortkey.ui.kit.ProblemBanner;
import dev.sortkey.ui.workbench.Desk;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The commits of this computer, what each changed, and the way back.
final class CommitsView {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MMM d, HH:mm:ss", Locale.ENGLISH)
          .withZone(ZoneId.systemDefault());

  private final CommitsViewModel model;
  private final TableView<CommitRecord.Head> table = new TableView<>();
  private final ListView<Integer> changes = new ListView<>();
  private final StackPane diff = new StackPane();
  private final Label summary = Controls.label("", "sk-muted");
  private final VBox root = new VBox();

  /// @param reverted called once what takes a commit back is staged
  CommitsView(Desk desk, CommitsViewModel model, Runnable reverted) {
    this.model = model;
    table.setItems(model.heads());
    table.setId("commits");
    table.setFixedCellSize(28);
    table.getStyleClass().add("sk-table");
    table.setAccessibleText(Messages.text("review.commits"));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    column("review.commits.time", 150, head -> TIME.format(head.at()));
    column("review.commits.table", 190, CommitRecord.Head::table);
    column("review.commits.who", 240, CommitRecord.Head::who);
    column("review.commits.changes", 120, head -> "" + head.changes());
    table.setPlaceholder(
        new EmptyState(
            Feather.GIT_COMMIT,
            Messages.text("review.commits.empty"),
            Messages.text("review.commits.empty.detail"),
            null));
    table.getSelectionModel().selectedItemProperty().addListener((_, _, now) -> model.look(now));
    Button revert = Controls.button(Messages.text("review.revert"), Feather.ROTATE_CCW, null);
    revert.setId("revert-commit");
    revert.setOnAction(_ -> {
      if (model.revert()) {
        reverted.run();
      }
    });
    changes.setId("commit-changes");
    changes.getStyleClass().add("sk-review-list");
    changes.setCellFactory(_ -> new Line());
    changes.getSelectionModel().selectedItemProperty().addListener((_, _, now) -> showDiff(now));
    var foot = new HBox(8, summary, Controls.spring(), desk.writing(revert));
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("sk-commit-bar");
    var below = new SplitPane(changes, diff);
    below.setDividerPositions(0.3);
    model
        .recordProperty()
        .subscribe(record -> {
          Controls.show(below, record != null);
          Controls.show(foot, record != null);
          show(record);
        });
    var banner = new ProblemBanner(_ -> model.reload());
    model.problemProperty().addListener((_, _, now) -> banner.show(now));
    VBox.setVgrow(table, Priority.SOMETIMES);
    VBox.setVgrow(below, Priority.SOMETIMES);
    root.getChildren().addAll(banner, table, below, foot);
  }

  Node node() {
    return root;
  }

  void focus() {
    model.reload();
    table.requestFocus();
  }

  private void show(@Nullable CommitRecord record) {
    if (record == null) {
      changes.getItems().clear();
      return;
    }
    changes.getItems().setAll(IntStream.range(0, record.changes().size()).boxed().toList());
    changes.getSelectionModel().selectFirst();
    summary.setText(
        Messages.text(
            "review.commits.sum",
            record.count(Fate.MADE),
            record.count(Fate.NOT_MADE),
            record.count(Fate.UNKNOWN)));
  }

  private void showDiff(@Nullable Integer at) {
    CommitRecord record = model.recordProperty().get();
    diff.getChildren().clear();
    if (record != null && at != null && at < record.changes().size()) {
      diff.getChildren().add(new DiffView(record.changes().get(at).diff()));
    }
  }

  private void column(String key, double width, Function<CommitRecord.Head, String> text) {
    var column = new TableColumn<CommitRecord.Head, String>(Messages.text(key));
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.getStyleClass().add("sk-text-column");
    table.getColumns().add(column);
  }

  /// One change of the commit.
  private final class Line extends ListCell<Integer> {
    Line() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Integer at, boolean empty) {
      super.updateItem(at, empty);
      CommitRecord record = model.recordProperty().get();
      if (at == null || empty || record == null || at >= record.changes().size()) {
        setGraphic(null);
        return;
      }
      Change change = record.changes().get(at);
      Label key = Controls.label(model.key(change), "sk-mono");
      Label fate =
          Controls.label(
              Messages.text("review.fate." + record.fates().get(at))
                  + " · "
                  + Messages.text("review.commits.paths", paths(change)),
              "sk-secondary");
      var box = new VBox(2, key, fate);
      box.setMinHeight(36);
      setGraphic(box);
    }

    private static int paths(Change change) {
      ItemDiff diff = change.diff();
      return diff.changes().size();
    }
  }
}
