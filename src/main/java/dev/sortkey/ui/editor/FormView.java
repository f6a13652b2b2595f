package dev.sortkey.ui.editor;

import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.AttrType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The item as a form: a tree of rows, of which only those in sight are built.
final class FormView extends VBox {
  private static final double NAME_ALONE = 120;

  private final DraftViewModel model;
  private final FormRows rows = new FormRows();
  private final ListView<FormRows.Row> list = new ListView<>(rows.rows());
  private final DoubleBinding nameWidth;
  private final List<Cell> cells = new ArrayList<>();
  private final RowDrag drag = new RowDrag(this, list, this::inSight);
  private @Nullable DraftNode visited;
  private @Nullable Outside outside;

  FormView(DraftViewModel model) {
    this.model = model;
    nameWidth =
        Bindings.createDoubleBinding(
            () -> alone() ? NAME_ALONE : Math.clamp(list.getWidth() * 0.43, 120, 320),
            list.widthProperty(),
            model.structureProperty());
    getStyleClass().add("sk-form");
    list.getStyleClass().add("sk-form-rows");
    list.setFocusTraversable(false);
    list.setAccessibleText(Messages.text("editor.form"));
    list.setCellFactory(_ -> {
      var cell = new Cell();
      cells.add(cell);
      return cell;
    });
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().add(list);
    model.structureProperty().addListener((_, _, _) -> rows.sync(model.draft()));
    model.revisionProperty().addListener((_, _, _) -> refresh());
    model
        .nested()
        .openProperty()
        .addListener((_, before, now) -> {
          showNested(now);
          if (now == null && before != null && rows.indexOf(before.node()) >= 0) {
            focus(before.node(), RowView::focusValue);
          }
        });
    model.edits().askedProperty().addListener((_, _, _) -> refresh());
    ChangeListener<Node> visits = (_, _, now) -> visit(now);
    sceneProperty()
        .addListener((_, before, now) -> {
          if (before != null) {
            before.focusOwnerProperty().removeListener(visits);
          }
          if (now != null) {
            now.focusOwnerProperty().addListener(visits);
          }
        });
    rows.sync(model.draft());
  }

  /// Whether there is one row only, whose value then gets the room.
  private boolean alone() {
    DraftNode one = model.draft() == null ? null : model.draft().alone();
    return one != null && !one.type().isDocument();
  }

  /// Marks the row that the person has left, so that what is missing there may be said.
  private void visit(@Nullable Node focus) {
    RowView row = rowOf(focus);
    DraftNode here = row == null ? null : row.draft();
    DraftNode left = visited;
    if (focus != null && here != left) {
      visited = here;
      if (left != null && model.draft() != null) {
        model.touch(left);
      }
    }
  }

  DraftViewModel model() {
    return model;
  }

  @Nullable Outside outside() {
    return outside;
  }

  void setOutside(Outside now) {
    outside = now;
  }

  /// Edits the JSON in a string, in the place of the form.
  void openNested(DraftNode node) {
    model.nested().open(node);
  }

  private void showNested(NestedJson.@Nullable Open open) {
    if (open == null) {
      getChildren().setAll(list);
    } else {
      var view = new NestedJsonView(model, open);
      VBox.setVgrow(view, Priority.ALWAYS);
      getChildren().setAll(view);
      view.focus();
    }
  }

  FormRows rows() {
    return rows;
  }

  /// Puts the focus into the first field that can be typed in.
  void focusFirst() {
    for (FormRows.Row row : rows.rows()) {
      if (!model.valueGuarded(row.node()) && !row.node().removed()) {
        focus(row.node(), RowView::focusValue);
        return;
      }
    }
  }

  /// Brings a node into sight and puts the focus there.
  void focus(DraftNode node, Consumer<RowView> part) {
    rows.reveal(node);
    refresh();
    RowView view = inSight(node);
    if (view != null) {
      part.accept(view);
    }
  }

  void toggle(DraftNode node) {
    rows.open(node, !rows.isOpen(node));
    refresh();
  }

  void retype(DraftNode node, AttrType type) {
    settled(node, model.edits().convert(node, type));
  }

  /// Does what the row asked about.
  void agree(DraftNode node) {
    model.edits().agree();
    settled(node, true);
  }

  void dismiss(DraftNode node) {
    model.edits().dismiss();
    focus(node, RowView::focusValue);
  }

  void paste(DraftNode node) {
    settled(node, model.edits().paste(node, Clipboard.getSystemClipboard().getString()));
  }

  void pasteInside(DraftNode parent) {
    settled(parent, model.edits().pasteInside(parent, Clipboard.getSystemClipboard().getString()));
  }

  /// Shows what became of a node, or what its row asks.
  private void settled(DraftNode node, boolean done) {
    if (done) {
      rows.open(node, node.type().isDocument());
    }
    focus(node, done ? RowView::focusValue : RowView::focusAnswer);
  }

  /// Lets the person choose a type and adds an attribute to the item.
  void addAttribute(Node under) {
    ItemDraft draft = model.draft();
    if (draft != null && model.nested().close()) {
      TypeMenu.show(under, _ -> true, type -> add(draft.root(), type));
    }
  }

  void addInside(DraftNode parent, Node under) {
    if (parent.type().isSet()) {
      add(parent, parent.type());
    } else {
      TypeMenu.show(under, _ -> true, type -> add(parent, type));
    }
  }

  void remove(DraftNode node) {
    if (model.guarded(node) || model.anchored(node)) {
      return;
    }
    int index = rows.indexOf(node);
    model.remove(node);
    if (!rows.rows().isEmpty()) {
      focus(rows.rows().get(Math.min(index, rows.rows().size() - 1)).node(), RowView::focusValue);
    }
  }

  void undo(DraftNode node) {
    model.revert(node);
    focus(node, RowView::focusValue);
  }

  ContextMenu menu(DraftNode node) {
    return RowMenu.of(this, node);
  }

  /// Moves an element of a list by so many places.
  boolean move(DraftNode node, int by) {
    return moveTo(node, node.index() + by);
  }

  boolean moveTo(DraftNode node, int place) {
    boolean moved = model.move(node, place);
    if (moved) {
      focus(node, RowView::focusValue);
    }
    return moved;
  }

  RowDrag drag() {
    return drag;
  }

  private void add(DraftNode parent, AttrType type) {
    DraftNode added = model.add(parent, type);
    if (parent.parent() != null) {
      rows.open(parent, true);
    }
    if (type.isDocument()) {
      rows.open(added, true);
    }
    focus(added, added.named() ? RowView::focusName : RowView::focusValue);
  }

  private void key(KeyEvent event) {
    RowView row = focused();
    if (row == null) {
      return;
    }
    DraftNode node = row.draft();
    Node focus = getScene().getFocusOwner();
    boolean area = focus instanceof TextArea;
    boolean moved =
        switch (event.getCode()) {
          case TAB ->
              row.inName(focus) && !event.isShiftDown()
                  ? then(row::focusValue)
                  : step(node, event.isShiftDown() ? -1 : 1);
          case UP ->
              RowKeys.UP.match(event) && move(node, -1) || !area && plain(event) && step(node, -1);
          case DOWN ->
              RowKeys.DOWN.match(event) && move(node, 1) || !area && plain(event) && step(node, 1);
          case ENTER ->
              (opens(node, focus) && then(() -> toggle(node))) || enter(event, row, focus);
          case ESCAPE -> escape();
          case RIGHT -> opens(node, focus) && !rows.isOpen(node) && then(() -> toggle(node));
          case LEFT -> opens(node, focus) && rows.isOpen(node) && then(() -> toggle(node));
          default -> command(event, row, node);
        };
    if (moved) {
      event.consume();
    }
  }

  /// From a name to its value, from a value to the next row; areas and chips keep their Enter.
  private boolean enter(KeyEvent event, RowView row, Node focus) {
    if (!(focus instanceof TextField field) || !plain(event)) {
      return false;
    }
    if (row.inName(focus)) {
      return then(row::focusValue);
    }
    return !field.getStyleClass().contains("sk-chip-next")
        && !field.getStyleClass().contains("sk-chip-field")
        && step(row.draft(), 1);
  }

  private boolean command(KeyEvent event, RowView row, DraftNode node) {
    if (RowKeys.STEP_BACK.match(event) || RowKeys.STEP_AGAIN.match(event)) {
      return step(RowKeys.STEP_BACK.match(event));
    }
    if (RowKeys.TYPE.match(event)) {
      return !model.guarded(node) && then(row::chooseType);
    }
    boolean typing = getScene().getFocusOwner() instanceof TextInputControl;
    if (RowKeys.PASTE_JSON.match(event) || RowKeys.PASTE.match(event) && !typing) {
      return then(() -> paste(node));
    }
    if (RowKeys.LOOK.match(event)) {
      return then(row::lookOtherwise);
    }
    if (RowKeys.RENAME.match(event)) {
      return then(row::focusName);
    }
    if (RowKeys.REMOVE.match(event)) {
      return then(() -> remove(node));
    }
    if (RowKeys.UNDO.match(event)) {
      return then(() -> undo(node));
    }
    if (RowKeys.ADD_INSIDE.match(event)) {
      DraftNode parent = node.holdsChildren() ? node : node.parent();
      return parent != null && then(() -> addInside(parent, row));
    }
    return false;
  }

  /// Takes the draft's last step back or does it again, once the field in focus has no more to take
  /// back of its own.
  private boolean step(boolean back) {
    if (getScene().getFocusOwner() instanceof TextInputControl input
        && input.isEditable()
        && (back ? input.isUndoable() : input.isRedoable())) {
      return false;
    }
    DraftNode about = model.undo(back);
    if (about == null) {
      return false;
    }
    DraftNode shown = rows.indexOf(about) < 0 ? about.parent() : about;
    if (shown != null && rows.indexOf(shown) >= 0) {
      focus(shown, RowView::focusValue);
    }
    return true;
  }

  private boolean opens(DraftNode node, Node focus) {
    return FormRows.opens(node) && focus.getStyleClass().contains("sk-chevron");
  }

  private static boolean plain(KeyEvent event) {
    return !event.isAltDown() && !event.isShiftDown() && !event.isShortcutDown();
  }

  private static boolean then(Runnable action) {
    action.run();
    return true;
  }

  /// Goes to the next row that takes the focus; false at the ends, where the focus leaves.
  private boolean step(DraftNode from, int by) {
    for (int i = rows.indexOf(from) + by; i >= 0 && i < rows.rows().size(); i += by) {
      DraftNode node = rows.rows().get(i).node();
      if (!node.removed() && !model.valueGuarded(node) && node.type() != AttrType.NULL) {
        focus(node, RowView::focusValue);
        return true;
      }
    }
    return false;
  }

  /// Lets go of what a row is in the middle of; whether it was.
  boolean escape() {
    RowView row = focused();
    return drag.cancel()
        || row != null
            && row.inName(getScene().getFocusOwner())
            && !row.draft().name().isEmpty()
            && then(row::focusValue);
  }

  private @Nullable RowView focused() {
    return rowOf(getScene() == null ? null : getScene().getFocusOwner());
  }

  private static @Nullable RowView rowOf(@Nullable Node inside) {
    Node here = inside;
    while (here != null && !(here instanceof RowView)) {
      here = here.getParent();
    }
    return (RowView) here;
  }

  private @Nullable RowView inSight(DraftNode node) {
    if (getScene() == null) {
      return null;
    }
    // the form may have come onto the screen just now
    getScene().getRoot().applyCss();
    getScene().getRoot().layout();
    RowView view = view(node);
    if (view == null) {
      list.scrollTo(Math.max(0, rows.indexOf(node)));
      list.layout();
      view = view(node);
    }
    return view;
  }

  private @Nullable RowView view(DraftNode node) {
    return cells.stream()
        .filter(cell -> cell.view != null && cell.view.draft() == node && cell.isVisible())
        .map(cell -> cell.view)
        .findFirst()
        .orElse(null);
  }

  private List<RowView> inSight() {
    return cells.stream()
        .filter(cell -> cell.view != null && cell.isVisible() && !cell.isEmpty())
        .map(cell -> cell.view)
        .toList();
  }

  private void refresh() {
    cells.forEach(Cell::refresh);
  }

  /// Shows one row; keeps its nodes, and with them the focus, while the row stays the same.
  private final class Cell extends ListCell<FormRows.Row> {
    private @Nullable RowView view;

    /// As wide as the list, and no wider.
    Cell() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(FormRows.@Nullable Row row, boolean empty) {
      super.updateItem(row, empty);
      if (row == null || empty) {
        view = null;
        setGraphic(null);
      } else if (view == null || view.draft() != row.node() || !view.fits()) {
        view = new RowView(FormView.this, row, nameWidth);
        setGraphic(view);
      }
    }

    private void refresh() {
      RowView shown = view;
      FormRows.Row row = getItem();
      if (shown == null || row == null) {
        return;
      }
      if (shown.fits()) {
        shown.refresh();
      } else {
        view = new RowView(FormView.this, row, nameWidth);
        setGraphic(view);
      }
    }
  }
}
