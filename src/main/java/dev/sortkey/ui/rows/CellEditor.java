package dev.sortkey.ui.rows;

import dev.sortkey.core.text.Messages;
import dev.sortkey.core.typing.TypedValue;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.ui.editor.TypeMenu;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.TypeBadge;
import dev.sortkey.ui.kit.grid.Cell;
import dev.sortkey.ui.kit.grid.DataGrid;
import dev.sortkey.ui.kit.grid.GridColumn;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A field over a cell of the grid, in which a scalar is typed. What is no value of its type stays
/// in the field, which says why.
final class CellEditor {
  /// Takes what was typed.
  interface Taker {
    /// @throws IllegalArgumentException when it cannot be taken; the message is for the person
    void take(int row, AttrPath path, Attr value);
  }

  private static final Set<AttrType> TYPES =
      Set.of(AttrType.S, AttrType.N, AttrType.BOOL, AttrType.NULL, AttrType.B);
  private static final double LEAST_WIDTH = 150;
  private static final int LONGEST = 200;

  private final DataGrid grid;
  private final Taker taker;
  private final StackPane node;
  private final Pane over = new Pane();
  private final TextField field = new TextField();
  private final TypeBadge badge = new TypeBadge(AttrType.S);
  private final Button type = new Button(null, badge);
  private final Label flaw = Controls.label("", "sk-cell-flaw");
  private final HBox box = new HBox(type, field);
  private AttrType as = AttrType.S;
  private @Nullable Cell cell;
  private AttrPath path = AttrPath.of("");
  private String begun = "";
  private AttrType begunAs = AttrType.S;
  private boolean choosing;

  CellEditor(DataGrid grid, Taker taker) {
    this.grid = grid;
    this.taker = taker;
    node = new StackPane(grid, over);
    over.setPickOnBounds(false);
    field.setId("cell-editor");
    field.getStyleClass().addAll("sk-bare", "sk-mono");
    HBox.setHgrow(field, Priority.ALWAYS);
    type.getStyleClass().addAll("sk-button", "sk-flat", "sk-cell-type");
    type.setFocusTraversable(false);
    type.setId("cell-type");
    type.setOnAction(_ -> chooseType());
    box.getStyleClass().add("sk-cell-editor");
    box.setAlignment(Pos.CENTER_LEFT);
    flaw.setId("cell-flaw");
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    field.textProperty().subscribe(_ -> say(""));
    field
        .focusedProperty()
        .subscribe(focused -> {
          if (!focused && !choosing && cell != null) {
            leave();
          }
        });
    grid.addEventFilter(
        ScrollEvent.SCROLL,
        event -> {
          if (cell != null && !leave()) {
            event.consume();
          }
        });
  }

  /// The grid with the field over it.
  StackPane node() {
    return node;
  }

  /// Whether a value is typed in a cell rather than in a form: a field takes neither control
  /// characters nor line breaks, and shows little of a long text.
  static boolean fits(@Nullable Attr value) {
    return switch (value) {
      case Attr.S(String text) ->
          text.length() <= LONGEST && text.chars().noneMatch(c -> c < 0x20 || c == 0x7f);
      case Attr.B _ -> false;
      case null -> true;
      default -> TYPES.contains(value.type());
    };
  }

  /// Whether something typed may take the place of a value here.
  static boolean replaces(@Nullable Attr value) {
    return value == null || TYPES.contains(value.type());
  }

  /// @param typed the character that began it, which takes the place of what is there; or null
  boolean edit(Cell at, GridColumn column, @Nullable Attr value, @Nullable String typed) {
    Bounds bounds = grid.cellBounds(at.row(), at.column());
    if (bounds == null) {
      return false;
    }
    Bounds here = over.screenToLocal(bounds);
    cell = at;
    path = column.path();
    AttrType usual = column.type();
    begunAs =
        value != null ? value.type() : usual != null && TYPES.contains(usual) ? usual : AttrType.S;
    begun = value == null ? "" : TypedValue.write(value);
    as(begunAs);
    field.setText(typed == null ? begun : typed);
    field.setAccessibleText(Messages.text("items.cell.editing", column.name()));
    double width = Math.max(LEAST_WIDTH, here.getWidth());
    double left = Math.max(0, Math.min(here.getMinX(), over.getWidth() - width));
    box.resizeRelocate(left, here.getMinY(), width, here.getHeight());
    box.setManaged(false);
    flaw.setManaged(false);
    flaw.setVisible(false);
    over.getChildren().setAll(box, flaw);
    field.requestFocus();
    if (typed == null) {
      field.selectAll();
    } else {
      field.end();
    }
    return true;
  }

  private void as(AttrType now) {
    as = now;
    badge.setType(now);
    type.setAccessibleText(TypeBadge.typeName(now));
    field.setEditable(now != AttrType.NULL);
    field.setPromptText(now == AttrType.NULL ? Messages.text("items.cell.null") : "");
    if (now == AttrType.NULL) {
      field.clear();
    }
  }

  private void chooseType() {
    choosing = true;
    TypeMenu.show(
            type,
            TYPES::contains,
            chosen -> {
              as(chosen);
              say("");
            })
        .setOnHidden(_ -> {
          choosing = false;
          if (cell != null) {
            field.requestFocus();
          }
        });
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      close();
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN && event.isAltDown()) {
      chooseType();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.TAB) {
      Cell at = cell;
      if (at != null && take()) {
        close();
        int by = event.isShiftDown() ? -1 : 1;
        if (event.getCode() == KeyCode.ENTER) {
          grid.focusCell(at.row() + by, at.column());
        } else {
          grid.focusCell(at.row(), at.column() + by);
        }
      }
      event.consume();
    }
  }

  /// Takes what was typed when the focus goes elsewhere; what cannot be taken keeps the field.
  private boolean leave() {
    if (take()) {
      over.getChildren().clear();
      cell = null;
      return true;
    }
    field.requestFocus();
    return false;
  }

  private boolean take() {
    Cell at = cell;
    if (at == null || field.getText().equals(begun) && as == begunAs) {
      return true;
    }
    try {
      taker.take(at.row(), path, value());
      return true;
    } catch (IllegalArgumentException e) {
      say(String.valueOf(e.getMessage()));
      return false;
    }
  }

  private Attr value() {
    String text = field.getText();
    if (as == AttrType.BOOL && !text.strip().equals("true") && !text.strip().equals("false")) {
      throw new IllegalArgumentException(Messages.text("items.cell.bool"));
    }
    return TypedValue.read(as, as == AttrType.BOOL ? text.strip() : text);
  }

  private void say(String why) {
    box.getStyleClass().remove("sk-flawed");
    flaw.setVisible(!why.isEmpty());
    if (!why.isEmpty()) {
      box.getStyleClass().add("sk-flawed");
      flaw.setText(why);
      flaw.setWrapText(true);
      double width = Math.max(box.getWidth(), 280);
      double left = Math.max(0, Math.min(box.getLayoutX(), over.getWidth() - width));
      flaw.applyCss();
      double height = flaw.prefHeight(width);
      boolean below = box.getLayoutY() + box.getHeight() + height < over.getHeight();
      flaw.resizeRelocate(
          left,
          below ? box.getLayoutY() + box.getHeight() : box.getLayoutY() - height,
          width,
          height);
    }
  }

  private void close() {
    cell = null;
    over.getChildren().clear();
    grid.requestFocus();
  }
}
