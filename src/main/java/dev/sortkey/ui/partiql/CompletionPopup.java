package dev.sortkey.ui.partiql;

import dev.sortkey.core.partiql.Completion;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.editor.CodeEditor;
import dev.sortkey.ui.kit.Controls;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;

/// What may come next in a statement, beneath the line that is typed.
final class CompletionPopup {
  private static final int ROW = 26;
  private static final double WIDTH = 300;
  private static final int SHORTEST = 2;
  private static final double LINE = 20;
  private static final double LETTER = 7.52;
  private static final double GUTTER = 52;

  private final CodeEditor editor;
  private final Supplier<Completion.Offers> offers;
  private final Popup popup = new Popup();
  private final ListView<Completion.Offer> list = new ListView<>();
  private int from;
  private boolean putting;

  CompletionPopup(CodeEditor editor, Supplier<Completion.Offers> offers) {
    this.editor = editor;
    this.offers = offers;
    list.getStyleClass().addAll("sk-popup", "sk-suggestions");
    list.setFixedCellSize(ROW);
    list.setPrefWidth(WIDTH);
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new Cell());
    popup.getContent().add(list);
    popup.setAutoHide(true);
    popup.setConsumeAutoHidingEvents(false);
    editor.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  /// After a letter: offers once enough of a word is there.
  void typed() {
    if (putting) {
      return;
    }
    Completion.Offers now = offers.get();
    if (editor.caret() - now.from() >= SHORTEST) {
      show(now);
    } else {
      popup.hide();
    }
  }

  /// Asked for.
  void open() {
    show(offers.get());
  }

  void hide() {
    popup.hide();
  }

  private void show(Completion.Offers now) {
    if (now.offers().isEmpty() || editor.getScene() == null) {
      popup.hide();
      return;
    }
    from = now.from();
    list.getItems().setAll(now.offers());
    list.getSelectionModel().select(0);
    list.setPrefHeight(now.offers().size() * ROW + 10);
    String before = editor.text().substring(0, from);
    int line = (int) before.chars().filter(c -> c == '\n').count();
    int column = before.length() - before.lastIndexOf('\n') - 1;
    Bounds here = editor.localToScreen(editor.getBoundsInLocal());
    double x = Math.min(here.getMinX() + GUTTER + column * LETTER, here.getMaxX() - WIDTH);
    double y = Math.min(here.getMinY() + (line + 1) * LINE + 8, here.getMaxY());
    popup.show(editor, x, y);
  }

  private void key(KeyEvent event) {
    if (!popup.isShowing()) {
      return;
    }
    int at = list.getSelectionModel().getSelectedIndex();
    KeyCode code = event.getCode();
    switch (code) {
      case DOWN -> list.getSelectionModel().select(Math.min(at + 1, list.getItems().size() - 1));
      case UP -> list.getSelectionModel().select(Math.max(at - 1, 0));
      case ENTER, TAB -> {
        if (event.isShortcutDown()) {
          popup.hide();
          return;
        }
        put(list.getItems().get(at));
      }
      case ESCAPE -> popup.hide();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void put(Completion.Offer offer) {
    putting = true;
    popup.hide();
    editor.replace(from, editor.caret(), offer.text());
    putting = false;
  }

  private final class Cell extends ListCell<Completion.Offer> {
    private Cell() {
      setOnMousePressed(_ -> {
        if (getItem() != null) {
          put(getItem());
        }
      });
    }

    @Override
    protected void updateItem(Completion.Offer offer, boolean empty) {
      super.updateItem(offer, empty);
      setText(empty || offer == null ? null : offer.text().strip());
      setGraphic(
          empty || offer == null
              ? null
              : Controls.label(Messages.text("partiql.offer." + offer.kind()), "sk-muted"));
    }
  }
}
