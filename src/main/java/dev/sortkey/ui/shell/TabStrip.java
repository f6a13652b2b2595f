package dev.sortkey.ui.shell;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// The row of tabs over the panels, with the way to anything at its end.
final class TabStrip extends HBox {
  private final TabsViewModel model;
  private final Map<Tab, TabHandle> handles = new HashMap<>();
  private final HBox row = new HBox();
  private final ScrollPane scroll = new ScrollPane(row);

  /// @param palette opens the command palette
  TabStrip(TabsViewModel model, Runnable palette) {
    this.model = model;
    getStyleClass().add("sk-tabs");
    setAlignment(Pos.CENTER_LEFT);
    scroll.getStyleClass().add("sk-tab-scroll");
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    scroll.setOnScroll(event -> scroll(event.getDeltaY() + event.getDeltaX()));
    Button more =
        Controls.icon(Feather.PLUS, Messages.text("shell.tab.new"), Shortcut.PALETTE.keys());
    more.setId("tab-new");
    more.setOnAction(_ -> palette.run());
    Button anything =
        Controls.flat(Messages.text("shell.palette.go"), Feather.SEARCH, Shortcut.PALETTE.keys());
    anything.setId("go-to-anything");
    anything.getStyleClass().addAll("sk-small", "sk-quiet");
    anything.setOnAction(_ -> palette.run());
    Region spring = Controls.spring();
    getChildren().addAll(scroll, more, spring, anything);
    ListChangeListener<Tab> changed = _ -> rebuild();
    model.tabs().addListener(changed);
    model.selectedProperty().subscribe(this::mark);
    rebuild();
  }

  /// The tabs take the room that their titles need now, also when these get shorter.
  @Override
  protected void layoutChildren() {
    scroll.setPrefViewportWidth(row.prefWidth(-1));
    super.layoutChildren();
  }

  private void rebuild() {
    List<Tab> tabs = model.tabs();
    handles
        .entrySet()
        .removeIf(entry -> {
          boolean gone = !tabs.contains(entry.getKey());
          if (gone) {
            entry.getValue().close();
          }
          return gone;
        });
    row.getChildren()
        .setAll(
            tabs.stream()
                .map(tab -> handles.computeIfAbsent(tab, key -> new TabHandle(key, model)))
                .toList());
    mark();
  }

  private void mark() {
    Tab selected = model.selectedProperty().get();
    handles.forEach((tab, handle) -> handle.select(tab == selected));
    if (selected != null) {
      reveal(handles.get(selected));
    }
  }

  private void reveal(TabHandle handle) {
    double hidden = row.getWidth() - scroll.getViewportBounds().getWidth();
    if (handle != null && hidden > 0) {
      double from = handle.getBoundsInParent().getMinX();
      double to = handle.getBoundsInParent().getMaxX() - scroll.getViewportBounds().getWidth();
      double at = scroll.getHvalue() * hidden;
      scroll.setHvalue(Math.min(from, Math.max(to, at)) / hidden);
    }
  }

  private void scroll(double by) {
    double hidden = row.getWidth() - scroll.getViewportBounds().getWidth();
    if (hidden > 0) {
      scroll.setHvalue(Math.clamp(scroll.getHvalue() - by / hidden, 0, 1));
    }
  }
}
