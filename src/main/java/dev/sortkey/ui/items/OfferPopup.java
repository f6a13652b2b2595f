package dev.sortkey.ui.items;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;

/// What a field offers beneath it while one types; anything else may be typed as well.
final class OfferPopup<T> {
  private static final int ROW = 26;

  private final TextField field;
  private final Supplier<List<T>> offers;
  private final Predicate<T> first;
  private final Consumer<T> taken;
  private final Popup popup = new Popup();
  private final ListView<T> list = new ListView<>();
  private boolean taking;

  /// @param first whether Enter takes the first offer
  OfferPopup(
      TextField field,
      double width,
      Supplier<List<T>> offers,
      Function<T, String> text,
      Function<T, Node> graphic,
      Predicate<T> first,
      Consumer<T> taken) {
    this.field = field;
    this.offers = offers;
    this.first = first;
    this.taken = taken;
    list.getStyleClass().addAll("sk-popup", "sk-suggestions");
    list.setFixedCellSize(ROW);
    list.setPrefWidth(width);
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new Cell(text, graphic));
    popup.getContent().add(list);
    popup.setAutoHide(true);
    popup.setConsumeAutoHidingEvents(false);
    field.textProperty().addListener((_, _, _) -> offer());
    field
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (focused) {
            offer();
          } else {
            popup.hide();
          }
        });
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
  }

  private void keys(KeyEvent event) {
    if (!popup.isShowing()) {
      return;
    }
    int at = list.getSelectionModel().getSelectedIndex();
    switch (event.getCode()) {
      case DOWN -> list.getSelectionModel().select(Math.min(at + 1, list.getItems().size() - 1));
      case UP -> list.getSelectionModel().select(Math.max(at - 1, 0));
      case ENTER, TAB -> {
        if (at < 0) {
          popup.hide();
          return;
        }
        take(list.getItems().get(at));
      }
      case ESCAPE -> popup.hide();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void offer() {
    List<T> fitting = taking || !field.isFocused() ? List.of() : offers.get();
    if (fitting.isEmpty() || field.getScene() == null) {
      popup.hide();
      return;
    }
    list.getItems().setAll(fitting);
    if (first.test(fitting.getFirst())) {
      list.getSelectionModel().select(0);
    }
    list.setPrefHeight(fitting.size() * ROW + 10);
    Bounds here = field.localToScreen(field.getBoundsInLocal());
    if (here != null) {
      popup.show(field, here.getMinX() - 8, here.getMaxY() + 6);
    }
  }

  private void take(T offer) {
    taking = true;
    taken.accept(offer);
    field.positionCaret(field.getText().length());
    taking = false;
    popup.hide();
  }

  private final class Cell extends ListCell<T> {
    private final Function<T, String> text;
    private final Function<T, Node> graphic;

    private Cell(Function<T, String> text, Function<T, Node> graphic) {
      this.text = text;
      this.graphic = graphic;
      setOnMousePressed(_ -> {
        if (getItem() != null) {
          take(getItem());
        }
      });
    }

    @Override
    protected void updateItem(T offer, boolean empty) {
      super.updateItem(offer, empty);
      setText(empty || offer == null ? null : text.apply(offer));
      setGraphic(empty || offer == null ? null : graphic.apply(offer));
    }
  }
}
