package dev.sortkey.ui.shell;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// One tab of the strip: icon, title, a dot for unsaved work, a cross to close it.
final class TabHandle extends HBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final Tab tab;
  private final Subscription subscription;
  private final Region dot;
  private final Button cross;
  private boolean selected;

  TabHandle(Tab tab, TabsViewModel model) {
    super(8);
    this.tab = tab;
    getStyleClass().add("sk-tab");
    setAlignment(Pos.CENTER_LEFT);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TAB_ITEM);
    Label title = Controls.label("", "sk-tab-title");
    title.setMinWidth(24);
    dot = Controls.dot("sk-warning");
    dot.getStyleClass().add("sk-small");
    cross = Controls.icon(Feather.X, Messages.text("shell.tab.close"), Shortcut.CLOSE_TAB.keys());
    cross.getStyleClass().addAll("sk-tiny", "sk-tab-close");
    cross.setFocusTraversable(false);
    cross.setOnAction(_ -> model.close(tab));
    var end = new StackPane(dot, cross);
    end.getStyleClass().add("sk-tab-end");
    getChildren().addAll(Icons.of(tab.panel().icon()), title, end);
    StringProperty text = title.textProperty();
    subscription =
        Subscription.combine(
            tab.panel()
                .title()
                .subscribe(now -> {
                  text.set(now);
                  tell();
                }),
            tab.panel().unsaved().subscribe(_ -> tell()));
    // The dot gives way to the cross while the mouse is there.
    hoverProperty().subscribe(_ -> tell());
    setOnMousePressed(event -> {
      if (event.getButton() == MouseButton.PRIMARY) {
        model.select(tab);
      } else if (event.getButton() == MouseButton.MIDDLE) {
        model.close(tab);
      }
    });
    setOnKeyPressed(event -> {
      List<Tab> tabs = model.tabs();
      switch (event.getCode()) {
        case KeyCode.LEFT -> model.step(-1);
        case KeyCode.RIGHT -> model.step(1);
        case KeyCode.ENTER, KeyCode.SPACE -> model.select(tab);
        case KeyCode.DELETE -> model.close(tabs.get(tabs.indexOf(tab)));
        default -> {
          return;
        }
      }
      event.consume();
    });
  }

  Tab tab() {
    return tab;
  }

  void select(boolean nowSelected) {
    selected = nowSelected;
    pseudoClassStateChanged(SELECTED, selected);
    tell();
  }

  void close() {
    subscription.unsubscribe();
  }

  private void tell() {
    dot.setVisible(tab.unsaved() && !isHover());
    cross.setVisible(isHover() || selected && !tab.unsaved());
    String title = tab.panel().title().getValue();
    setAccessibleText(tab.unsaved() ? Messages.text("shell.tab.unsaved", title) : title);
  }
}
