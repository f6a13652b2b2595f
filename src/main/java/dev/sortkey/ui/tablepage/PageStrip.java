package dev.sortkey.ui.tablepage;

import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.KeyHint;
import dev.sortkey.ui.kit.Tip;
import dev.sortkey.ui.workbench.TablePage;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// The row of a table's pages.
final class PageStrip extends HBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final TableTabViewModel model;
  private final Map<TablePage, HBox> handles = new EnumMap<>(TablePage.class);
  private final Label indexes = Controls.label("", "sk-pill");

  PageStrip(TableTabViewModel model) {
    this.model = model;
    getStyleClass().add("sk-pages");
    for (TablePage page : TablePage.values()) {
      getChildren().add(handle(page));
    }
    model.pageProperty().subscribe(this::select);
    model.tableProperty().subscribe(this::count);
  }

  /// The key that goes to a page: Alt and the page's number.
  static KeyCodeCombination keys(TablePage page) {
    KeyCode digit = KeyCode.valueOf("DIGIT" + (page.ordinal() + 1));
    return new KeyCodeCombination(digit, KeyCombination.ALT_DOWN);
  }

  void focus(TablePage page) {
    handles.get(page).requestFocus();
  }

  private HBox handle(TablePage page) {
    String title =
        Messages.text("tablepage." + page.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    var handle = new HBox(6, Controls.label(title, "sk-page-title"));
    if (page == TablePage.INDEXES) {
      handle.getChildren().add(indexes);
    }
    handle.setId("page-" + page.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    handle.getStyleClass().add("sk-page-handle");
    handle.setAlignment(Pos.CENTER);
    handle.setMinWidth(USE_PREF_SIZE);
    handle.setFocusTraversable(true);
    handle.setAccessibleRole(AccessibleRole.TAB_ITEM);
    handle.setAccessibleText(title);
    Tooltip.install(handle, new Tip(title + "  " + KeyHint.words(keys(page))));
    handle.setOnMousePressed(_ -> model.pageProperty().set(page));
    handle.setOnKeyPressed(event -> key(event, page));
    handles.put(page, handle);
    return handle;
  }

  private void key(KeyEvent event, TablePage page) {
    List<TablePage> pages = List.of(TablePage.values());
    switch (event.getCode()) {
      case ENTER, SPACE -> model.pageProperty().set(page);
      case LEFT, RIGHT -> {
        int step = event.getCode() == KeyCode.LEFT ? -1 : 1;
        handles.get(pages.get(Math.floorMod(page.ordinal() + step, pages.size()))).requestFocus();
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void select(TablePage now) {
    handles.forEach((page, handle) -> handle.pseudoClassStateChanged(SELECTED, page == now));
  }

  private void count(@Nullable TableSchema table) {
    List<Index> all = table == null ? List.of() : table.indexes();
    indexes.setText(Integer.toString(all.size()));
    Controls.show(indexes, !all.isEmpty());
  }
}
