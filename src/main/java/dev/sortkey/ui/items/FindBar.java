package dev.sortkey.ui.items;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.Tip;
import dev.sortkey.ui.kit.grid.DataGrid;
import dev.sortkey.ui.rows.EditKeys;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// Where the person types what to find in the grid below, and goes from one cell to the next.
final class FindBar extends HBox {
  private static final PseudoClass NOTHING = PseudoClass.getPseudoClass("nothing");

  private final FindViewModel find;
  private final DataGrid grid;
  private final TextField text = new TextField();
  private final Label words = Controls.label("", "sk-find-words");
  private final Button previous =
      Controls.icon(
          Feather.CHEVRON_UP, Messages.text("items.find.previous"), ItemsKeys.FIND_PREVIOUS);
  private final Button next =
      Controls.icon(Feather.CHEVRON_DOWN, Messages.text("items.find.next"), ItemsKeys.FIND_NEXT);

  FindBar(FindViewModel find, DataGrid grid) {
    super(6);
    this.find = find;
    this.grid = grid;
    setId("find");
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("sk-find");
    text.setId("find-text");
    text.getStyleClass().add("sk-bare");
    text.setPromptText(Messages.text("items.find"));
    text.setAccessibleText(Messages.text("items.find"));
    text.setMinWidth(70);
    text.setPrefWidth(70);
    text.textProperty().bindBidirectional(find.textProperty());
    HBox.setHgrow(text, Priority.ALWAYS);
    words.setId("find-words");
    words.setMinWidth(60);
    words.setMaxWidth(260);
    var box = new HBox(6, Icons.small(Feather.SEARCH), text, words);
    box.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().addAll("sk-field-box", "sk-small");
    box.setMaxWidth(420);
    HBox.setHgrow(box, Priority.ALWAYS);
    previous.setId("find-previous");
    previous.setOnAction(_ -> find.previous());
    next.setId("find-next");
    next.setOnAction(_ -> find.next());
    Button close = Controls.icon(Feather.X, Messages.text("items.find.close"), ItemsKeys.CANCEL);
    close.setId("find-close");
    close.setOnAction(_ -> close());
    for (Button button : new Button[] {previous, next, close}) {
      button.getStyleClass().add("sk-small");
    }
    getChildren()
        .addAll(
            box,
            previous,
            next,
            option("case", find.matchCaseProperty()),
            option("whole", find.wholeProperty()),
            option("column", find.onlyColumnProperty()),
            Controls.spring(),
            close);
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    find.openProperty().subscribe(now -> Controls.show(this, now));
    find.stateProperty().subscribe(this::draw);
    find.onMarks(grid::foundChanged);
    find.onGo(cell -> grid.focusCell(cell.row(), cell.column()));
  }

  private static ToggleButton option(String name, BooleanProperty on) {
    String key = "items.find." + name;
    var option = new ToggleButton(Messages.text(key));
    option.setId("find-" + name);
    option.getStyleClass().add("sk-option");
    option.setTooltip(new Tip(Messages.text(key + ".tip")));
    option.setAccessibleText(Messages.text(key + ".tip"));
    option.setMinWidth(USE_PREF_SIZE);
    option.selectedProperty().bindBidirectional(on);
    return option;
  }

  /// Shows the bar, with what was looked for last, to be typed over.
  void open() {
    find.open();
    text.requestFocus();
    text.selectAll();
  }

  /// Goes on, or asks what to find.
  void next() {
    if (find.stateProperty().get().any()) {
      find.next();
    } else {
      open();
    }
  }

  void previous() {
    if (find.stateProperty().get().any()) {
      find.previous();
    } else {
      open();
    }
  }

  /// Closes the bar and gives the focus back to the grid; false when it is not open.
  boolean close() {
    boolean was = find.openProperty().get();
    if (was) {
      grid.requestFocus();
      find.close();
    }
    return was;
  }

  private void key(KeyEvent event) {
    boolean typing = event.getTarget() == text;
    if (typing && EditKeys.EDIT.match(event)) {
      find.next();
    } else if (typing && ItemsKeys.BACKWARDS.match(event)) {
      find.previous();
    } else if (ItemsKeys.CANCEL.match(event)) {
      close();
    } else {
      return;
    }
    event.consume();
  }

  private void draw(FindViewModel.State state) {
    words.setText(state.words());
    words.pseudoClassStateChanged(NOTHING, state.nothing());
    previous.setDisable(state.nothing() || !state.any());
    next.setDisable(state.nothing() || !state.any());
  }
}
