package dev.sortkey.ui.review;

import dev.sortkey.core.edit.ChangeSet;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.ProblemBanner;
import dev.sortkey.ui.kit.Segmented;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Destination;
import dev.sortkey.ui.workbench.Panel;
import dev.sortkey.ui.workbench.TableChanges;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What is staged on the connection, to be looked at and committed; and what was committed.
public final class ReviewPanel implements Panel {
  private enum Page {
    STAGED,
    COMMITS
  }

  private final ReviewViewModel model;
  private final CommitsViewModel commits;
  private final ReviewView review;
  private final CommitsView made;
  private final Segmented<Page> pages =
      new Segmented<>(
          List.of(Page.values()), page -> Messages.text("review.page." + page), Page.STAGED);
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper();
  private final Label edits = Controls.label("", "sk-count-pill", "sk-edit-pill");
  private final Label fresh = Controls.label("", "sk-count-pill", "sk-add-pill");
  private final Label gone = Controls.label("", "sk-count-pill", "sk-delete-pill");
  private final Button undo =
      Controls.icon(Feather.CORNER_UP_LEFT, Messages.text("items.staged.undo"), ReviewKeys.UNDO);
  private final Button redo =
      Controls.icon(Feather.CORNER_UP_RIGHT, Messages.text("items.staged.redo"), ReviewKeys.REDO);
  private final Button discard = Controls.flat(Messages.text("items.staged.discard"), null, null);
  private final ProblemBanner banner = new ProblemBanner(this::remedy);
  private final Desk desk;
  private final VBox root = new VBox();
  private Subscription following = Subscription.EMPTY;

  /// @param table whose changes are shown first, or null
  public ReviewPanel(Desk desk, @Nullable String table) {
    this.desk = desk;
    this.model = new ReviewViewModel(desk);
    this.commits = new CommitsViewModel(desk);
    this.review = new ReviewView(desk, model);
    this.made =
        new CommitsView(
            desk,
            commits,
            () -> {
              pages.valueProperty().set(Page.STAGED);
              TableChanges now = desk.changes().of(revertedTable());
              model.show(now);
            });
    model.show(table);
    var body = new StackPane(review.node(), made.node());
    VBox.setVgrow(body, Priority.ALWAYS);
    root.getChildren().addAll(head(), banner, body);
    pages
        .valueProperty()
        .subscribe(page -> {
          show(review.node(), page == Page.STAGED);
          show(made.node(), page == Page.COMMITS);
          if (page == Page.COMMITS) {
            made.focus();
          } else if (root.getScene() != null) {
            review.focus();
          }
          draw();
        });
    model
        .currentProperty()
        .subscribe(now -> {
          following.unsubscribe();
          following = now == null ? Subscription.EMPTY : follow(now);
          draw();
        });
  }

  private String revertedTable() {
    var record = commits.recordProperty().get();
    return record == null ? "" : record.head().table();
  }

  private Subscription follow(TableChanges table) {
    return table
        .stagingProperty()
        .subscribe((_, _) -> draw())
        .and(table.committingProperty().subscribe((_, _) -> draw()))
        .and(table.problemProperty().subscribe(now -> banner.show(now)));
  }

  private static void show(Node node, boolean shown) {
    Controls.show(node, shown);
  }

  private HBox head() {
    undo.setId("review-undo");
    redo.setId("review-redo");
    undo.setOnAction(_ -> model.undo());
    redo.setOnAction(_ -> model.redo());
    discard.getStyleClass().add("sk-danger");
    discard.setId("review-discard");
    discard.setOnAction(_ -> model.discardAll());
    pages.setId("review-pages");
    var head =
        new HBox(
            8,
            Controls.label(Messages.text("review.title"), "sk-page"),
            pages,
            edits,
            fresh,
            gone,
            Controls.spring(),
            undo,
            redo,
            discard);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("sk-page-head");
    return head;
  }

  private void draw() {
    TableChanges table = model.currentProperty().get();
    ChangeSet.Counts counts =
        table == null ? new ChangeSet.Counts(0, 0, 0, 0) : table.now().counts();
    boolean staged = pages.valueProperty().get() == Page.STAGED;
    pill(edits, "items.staged.edits", staged ? counts.edits() : 0);
    pill(fresh, "items.staged.new", staged ? counts.inserts() : 0);
    pill(gone, "items.staged.deletes", staged ? counts.deletes() : 0);
    undo.setDisable(table == null || !table.canUndo());
    redo.setDisable(table == null || !table.canRedo());
    Controls.show(undo, staged);
    Controls.show(redo, staged);
    Controls.show(discard, staged && counts.all() > 0);
    int all = desk.changes().tables().stream().mapToInt(changes -> changes.now().size()).sum();
    title.set(Messages.text("review.tab", all));
  }

  private static void pill(Label pill, String key, int number) {
    pill.setText(Messages.text(key, number));
    Controls.show(pill, number > 0);
  }

  private void remedy(Problem.Remedy remedy) {
    if (remedy == Problem.Remedy.RETRY) {
      model.commit();
    } else {
      desk.workbench().remedy(remedy);
    }
  }

  @Override
  public ObservableValue<String> title() {
    return title.getReadOnlyProperty();
  }

  @Override
  public Feather icon() {
    return Feather.EDIT_2;
  }

  @Override
  public Parent node() {
    return root;
  }

  @Override
  public ObservableValue<Boolean> unsaved() {
    // What is staged is kept, so closing loses nothing.
    return new SimpleBooleanProperty(false);
  }

  @Override
  public void go(Destination destination) {
    if (destination instanceof Destination.Review(String table)) {
      pages.valueProperty().set(Page.STAGED);
      model.show(table);
    }
  }

  @Override
  public void shown() {
    if (pages.valueProperty().get() == Page.STAGED) {
      review.focus();
    } else {
      made.focus();
    }
  }

  @Override
  public void closed() {
    following.unsubscribe();
    review.close();
    model.close();
    commits.close();
  }
}
