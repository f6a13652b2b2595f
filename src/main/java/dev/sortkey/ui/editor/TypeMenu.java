package dev.sortkey.ui.editor;

import dev.sortkey.core.value.AttrType;
import dev.sortkey.ui.kit.TypeBadge;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyEvent;

/// Lets a person choose one of the ten types; by keyboard its first letter, or Down and Enter.
public final class TypeMenu {
  private static final List<AttrType> ORDER =
      List.of(
          AttrType.S,
          AttrType.N,
          AttrType.BOOL,
          AttrType.NULL,
          AttrType.M,
          AttrType.L,
          AttrType.SS,
          AttrType.NS,
          AttrType.B,
          AttrType.BS);

  private TypeMenu() {}

  public static ContextMenu show(
      Node under, Predicate<AttrType> allowed, Consumer<AttrType> chosen) {
    var menu = new ContextMenu();
    menu.getStyleClass().add("sk-type-menu");
    for (AttrType type : ORDER) {
      var item = new MenuItem(TypeBadge.typeName(type), new TypeBadge(type));
      item.setId("type-" + type);
      item.setDisable(!allowed.test(type));
      item.setOnAction(_ -> chosen.accept(type));
      menu.getItems().add(item);
    }
    // when typed, not when pressed: the letter must not reach what gets the focus next
    menu.addEventFilter(
        KeyEvent.KEY_TYPED,
        event -> {
          String letter = event.getCharacter().toUpperCase(Locale.ROOT);
          if (!letter.isBlank()) {
            menu.getItems().stream()
                .filter(item -> !item.isDisable() && item.getText().startsWith(letter))
                .findFirst()
                .ifPresent(item -> {
                  menu.hide();
                  item.fire();
                });
            event.consume();
          }
        });
    menu.show(under, Side.BOTTOM, 0, 4);
    return menu;
  }
}
