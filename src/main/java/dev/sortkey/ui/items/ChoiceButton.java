package dev.sortkey.ui.items;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// A choice inside a chip: what is taken shows, a press or Down opens the others.
final class ChoiceButton<T> extends Button {
  private final ObjectProperty<T> value;
  private final Supplier<List<T>> choices;
  private final Function<T, String> words;
  private final Function<T, @Nullable Node> picture;

  /// @param picture drawn in place of the words on the button and before them in the menu, or null
  ChoiceButton(
      String name,
      ObjectProperty<T> value,
      Supplier<List<T>> choices,
      Function<T, String> words,
      Function<T, @Nullable Node> picture) {
    this.value = value;
    this.choices = choices;
    this.words = words;
    this.picture = picture;
    getStyleClass().setAll("sk-cond-choice");
    setMinWidth(USE_PREF_SIZE);
    value.addListener((_, _, _) -> draw(name));
    draw(name);
    setOnAction(_ -> open());
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.DOWN) {
            open();
            event.consume();
          }
        });
  }

  private void draw(String name) {
    T now = value.get();
    Node drawn = picture.apply(now);
    setGraphic(drawn);
    setText(drawn == null ? words.apply(now) : null);
    setAccessibleText(name + " " + words.apply(now));
  }

  private void open() {
    var menu = new ContextMenu();
    for (T choice : choices.get()) {
      var item = new MenuItem(words.apply(choice), picture.apply(choice));
      item.setOnAction(_ -> value.set(choice));
      menu.getItems().add(item);
    }
    menu.show(this, Side.BOTTOM, 0, 2);
  }
}
