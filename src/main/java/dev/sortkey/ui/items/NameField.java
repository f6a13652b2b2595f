package dev.sortkey.ui.items;

import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.ui.kit.TypeBadge;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;

/// A field for an attribute's name that offers the attributes known so far; anything else may be
/// typed as well.
final class NameField extends TextField {
  /// An attribute that was seen, with its usual type.
  record Suggestion(String name, AttrType type) {}

  private static final int ROW = 26;
  private static final int MOST = 8;

  private final Popup popup = new Popup();
  private final ListView<Suggestion> list = new ListView<>();
  private final Supplier<List<Suggestion>> known;
  private final Consumer<Suggestion> taken;
  private boolean taking;

  NameField(Supplier<List<Suggestion>> known, Consumer<Suggestion> taken) {
    this.known = known;
    this.taken = taken;
    setAccessibleText(Messages.text("items.filter.name"));
    list.getStyleClass().addAll("sk-popup", "sk-suggestions");
    list.setFixedCellSize(ROW);
    list.setPrefWidth(220);
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new Cell());
    popup.getContent().add(list);
    popup.setAutoHide(true);
    textProperty().addListener((_, _, _) -> offer());
    focusedProperty()
        .addListener((_, _, focused) -> {
          if (focused) {
            offer();
          } else {
            popup.hide();
          }
        });
    addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
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
    String typed = getText().strip().toLowerCase(Locale.ROOT);
    List<Suggestion> fitting =
        known.get().stream()
            .filter(one -> one.name().toLowerCase(Locale.ROOT).contains(typed))
            .sorted(
                Comparator.comparing(one -> !one.name().toLowerCase(Locale.ROOT).startsWith(typed)))
            .limit(MOST)
            .toList();
    boolean done = fitting.size() == 1 && fitting.getFirst().name().equals(getText());
    if (taking || done || fitting.isEmpty() || !isFocused() || getScene() == null) {
      popup.hide();
      return;
    }
    list.getItems().setAll(fitting);
    if (!typed.isEmpty() && fitting.getFirst().name().toLowerCase(Locale.ROOT).startsWith(typed)) {
      list.getSelectionModel().select(0);
    }
    list.setPrefHeight(fitting.size() * ROW + 10);
    Bounds here = localToScreen(getBoundsInLocal());
    if (here != null) {
      popup.show(this, here.getMinX() - 8, here.getMaxY() + 6);
    }
  }

  private void take(Suggestion suggestion) {
    taking = true;
    taken.accept(suggestion);
    positionCaret(getText().length());
    taking = false;
    popup.hide();
  }

  private final class Cell extends ListCell<Suggestion> {
    private Cell() {
      setOnMousePressed(_ -> {
        if (getItem() != null) {
          take(getItem());
        }
      });
    }

    @Override
    protected void updateItem(Suggestion suggestion, boolean empty) {
      super.updateItem(suggestion, empty);
      setText(empty || suggestion == null ? null : suggestion.name());
      setGraphic(empty || suggestion == null ? null : new TypeBadge(suggestion.type()));
    }
  }
}
