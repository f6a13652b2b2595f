package dev.sortkey.ui.review;

import dev.sortkey.core.codegen.CodeSubject;
import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.ChangeFilter;
import dev.sortkey.core.edit.Staged;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.EmptyState;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Destination;
import dev.sortkey.ui.workbench.TableChanges;
import java.util.EnumSet;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The changes of all tables beside the paths of those of one table.
final class ReviewView {
  private static final double LIST = 248;

  private final ReviewViewModel model;
  private final VBox root = new VBox();
  private final TextField search = new TextField();
  private final ListView<ReviewEntry> entries;
  private final ListView<ReviewRow> rows;
  private final CommitBar commitBar;
  private boolean marking;

  ReviewView(Desk desk, ReviewViewModel model) {
    this.model = model;
    entries = new ListView<>(model.entries());
    entries.setId("changes");
    entries.setAccessibleText(Messages.text("review.list"));
    entries.getStyleClass().add("sk-review-list");
    entries.setCellFactory(_ -> new Entry());
    entries.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
    entries
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, now) -> {
          if (now != null && !marking) {
            chosen(now);
          }
        });
    entries.setPlaceholder(new Region());
    entries.setOnKeyPressed(event -> {
      if (ReviewKeys.REJECT.match(event)
          && entries.getSelectionModel().getSelectedItem() instanceof ReviewEntry.Change change) {
        model.rejectItem(change.key());
        event.consume();
      }
    });
    rows = new ListView<>(model.rows());
    rows.setId("review");
    rows.setAccessibleText(Messages.text("review.paths"));
    rows.getStyleClass().addAll("sk-diff-rows", "sk-review-rows");
    rows.setCellFactory(_ -> new ReviewCell(model, change -> code(desk, change)));
    rows.setPlaceholder(
        new EmptyState(
            Feather.CHECK_CIRCLE,
            Messages.text("review.empty"),
            Messages.text("review.empty.detail"),
            null));
    model
        .rows()
        .addListener(
            (ListChangeListener<ReviewRow>)
                _ -> {
                  // The lines are built anew; the focus must not go with the old ones.
                  if (holdsFocus()) {
                    rows.requestFocus();
                  }
                });
    commitBar = new CommitBar(desk, model);
    var notice = new StackPane();
    Label said = Controls.label("", "sk-error-text");
    said.setId("review-notice");
    said.setWrapText(true);
    notice.getChildren().add(said);
    notice.getStyleClass().add("sk-merge-foot");
    notice.setAlignment(Pos.CENTER_LEFT);
    model
        .noticeProperty()
        .subscribe(now -> {
          said.setText(now == null ? "" : now);
          Controls.show(notice, now != null);
        });
    var right = new VBox(notice, rows);
    VBox.setVgrow(rows, Priority.ALWAYS);
    right.setMinWidth(320);
    var split = new SplitPane(left(), right);
    split.setDividerPositions(0);
    SplitPane.setResizableWithParent(split.getItems().getFirst(), false);
    VBox.setVgrow(split, Priority.ALWAYS);
    root.getChildren().addAll(split, commitBar);
    // before the lists, which take Enter with any modifier
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  Node node() {
    return root;
  }

  void focus() {
    entries.requestFocus();
    if (entries.getSelectionModel().isEmpty() && !model.entries().isEmpty()) {
      entries.getSelectionModel().select(Math.min(1, model.entries().size() - 1));
    }
  }

  private void code(Desk desk, Change change) {
    TableChanges table = model.currentProperty().get();
    if (table != null) {
      desk.workbench().open(new Destination.Code(table.table(), CodeSubject.OneItem.of(change)));
    }
  }

  private boolean holdsFocus() {
    Node here = rows.getScene() == null ? null : rows.getScene().getFocusOwner();
    while (here != null && here != rows) {
      here = here.getParent();
    }
    return here != null;
  }

  void close() {
    commitBar.close();
  }

  private VBox left() {
    search.setId("filter-changes");
    search.setPromptText(Messages.text("review.filter"));
    search.setAccessibleText(Messages.text("review.filter"));
    search
        .textProperty()
        .addListener((_, _, now) -> {
          ChangeFilter was = model.filterProperty().get();
          model.filterProperty().set(new ChangeFilter(now.strip(), was.kinds(), was.conflicts()));
        });
    HBox field = Controls.searchField(search, null);
    HBox.setHgrow(field, Priority.ALWAYS);
    Button kinds = Controls.icon(Feather.FILTER, Messages.text("review.kinds"), null);
    kinds.setId("filter-kinds");
    kinds.setOnAction(_ -> kinds(kinds));
    var top = new HBox(8, field, kinds);
    top.setAlignment(Pos.CENTER_LEFT);
    top.getStyleClass().add("sk-review-filter");
    Label promise = Controls.label(Messages.text("review.promise"), "sk-secondary");
    promise.setWrapText(true);
    promise.setMinHeight(Region.USE_PREF_SIZE);
    var foot = new HBox(8, Icons.of(Feather.INFO), promise);
    foot.getStyleClass().add("sk-review-promise");
    VBox.setVgrow(entries, Priority.ALWAYS);
    var left = new VBox(top, entries, foot);
    left.setMinWidth(LIST);
    return left;
  }

  private void kinds(Node under) {
    var menu = new ContextMenu();
    for (Staged.Kind kind : Staged.Kind.values()) {
      var item = new CheckMenuItem(Messages.text("review.kind." + kind));
      item.setSelected(model.filterProperty().get().kinds().contains(kind));
      item.setOnAction(_ -> {
        ChangeFilter was = model.filterProperty().get();
        Set<Staged.Kind> all = EnumSet.noneOf(Staged.Kind.class);
        all.addAll(was.kinds());
        if (item.isSelected()) {
          all.add(kind);
        } else {
          all.remove(kind);
        }
        model.filterProperty().set(new ChangeFilter(was.text(), all, was.conflicts()));
      });
      menu.getItems().add(item);
    }
    var conflicts = new CheckMenuItem(Messages.text("review.kind.conflicts"));
    conflicts.setSelected(model.filterProperty().get().conflicts());
    conflicts.setOnAction(_ -> {
      ChangeFilter was = model.filterProperty().get();
      model.filterProperty().set(new ChangeFilter(was.text(), was.kinds(), conflicts.isSelected()));
    });
    menu.getItems().add(conflicts);
    menu.show(under, Side.BOTTOM, 0, 4);
  }

  private void chosen(ReviewEntry entry) {
    marking = true;
    try {
      model.show(entry.changes());
      if (entry instanceof ReviewEntry.Change change) {
        rows.scrollTo(model.reveal(change.key()));
      }
    } finally {
      marking = false;
    }
  }

  private void key(KeyEvent event) {
    boolean typing = event.getTarget() instanceof TextField;
    if (ReviewKeys.COMMIT.match(event)) {
      model.commit();
    } else if (ReviewKeys.FIND.match(event)) {
      search.requestFocus();
    } else if (ReviewKeys.MERGE.match(event)) {
      ItemKey key = merging();
      if (key == null) {
        return;
      }
      model.merged(key);
    } else if (!typing && ReviewKeys.REDO.match(event)) {
      model.redo();
    } else if (!typing && ReviewKeys.UNDO.match(event)) {
      model.undo();
    } else {
      return;
    }
    event.consume();
  }

  /// The change whose merge Ctrl+Enter takes: the chosen one, else the only one there is.
  private @Nullable ItemKey merging() {
    if (entries.getSelectionModel().getSelectedItem() instanceof ReviewEntry.Change change
        && change.staged().conflicting()) {
      return change.key();
    }
    var open = model.rows().stream().filter(row -> row instanceof ReviewRow.MergeFoot).toList();
    return open.size() == 1 ? open.getFirst().key() : null;
  }

  /// A line of the list beside.
  private static final class Entry extends ListCell<ReviewEntry> {
    Entry() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable ReviewEntry entry, boolean empty) {
      super.updateItem(entry, empty);
      setGraphic(
          entry == null || empty
              ? null
              : switch (entry) {
                case ReviewEntry.Table(var changes, int count) -> {
                  var line =
                      new HBox(
                          8,
                          Controls.label(changes.table(), "sk-secondary"),
                          Controls.label(String.valueOf(count), "sk-secondary"));
                  line.setAlignment(Pos.CENTER_LEFT);
                  line.setMinHeight(20);
                  yield line;
                }
                case ReviewEntry.Change change -> change(change);
              });
    }

    private static Node change(ReviewEntry.Change change) {
      Label brief = Controls.label(ReviewWords.brief(change.staged()), "sk-secondary");
      if (change.staged().conflicting()) {
        brief.getStyleClass().setAll("label", "sk-error-text");
      }
      Label key = Controls.label(ReviewWords.key(change.key()), "sk-mono");
      key.setMinWidth(0);
      var words = new VBox(2, key, brief);
      var line = new HBox(8, ReviewCell.sign(change.staged()), words);
      line.setAlignment(Pos.TOP_LEFT);
      line.setMinHeight(36);
      line.getStyleClass().add("sk-review-entry");
      return line;
    }
  }
}
