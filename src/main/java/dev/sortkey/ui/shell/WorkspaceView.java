package dev.sortkey.ui.shell;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.EmptyState;
import dev.sortkey.ui.kit.ProblemBanner;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One open connection: its sidebar, its tabs, and the panel in front.
final class WorkspaceView extends BorderPane {
  private static final double NARROWEST = 180;
  private static final double WIDEST = 480;

  private final SidebarView sidebar;
  private final StackPane content = new StackPane();
  private final Workspace workspace;
  private final Parent empty;

  /// @param width of the sidebar, the same for all connections
  WorkspaceView(Workspace workspace, ShellViewModel shell, DoubleProperty width, Runnable palette) {
    this.workspace = workspace;
    this.sidebar = new SidebarView(workspace, new ConnectionHead(shell, workspace));
    sidebar.prefWidthProperty().bind(width);
    sidebar.setMinWidth(Region.USE_PREF_SIZE);
    sidebar.setMaxWidth(Region.USE_PREF_SIZE);
    Region grip = grip(width);
    var left = new StackPane(sidebar, grip);
    StackPane.setAlignment(grip, Pos.CENTER_RIGHT);
    var banner = new ProblemBanner(workspace::remedy);
    workspace.problemProperty().subscribe(banner::show);
    VBox.setVgrow(content, Priority.ALWAYS);
    content.setMinSize(0, 0);
    var main = new VBox(new TabStrip(workspace.tabs(), palette), banner, content);
    main.setMinWidth(0);
    HBox.setHgrow(main, Priority.ALWAYS);
    setLeft(left);
    setCenter(main);
    empty = empty(palette);
    workspace.tabs().selectedProperty().subscribe(_ -> showPanel());
  }

  void focusFilter() {
    sidebar.focusFilter();
  }

  Workspace workspace() {
    return workspace;
  }

  private void showPanel() {
    Tab tab = workspace.tabs().selectedProperty().get();
    Parent node = tab == null ? empty : tab.panel().node();
    if (!content.getChildren().contains(node)) {
      content.getChildren().setAll(node);
      // A split pane takes its parts in when it is first laid out; until then they take no focus.
      node.applyCss();
      node.layout();
      if (tab != null) {
        tab.panel().shown();
      }
    }
  }

  private static Parent empty(Runnable palette) {
    Button go =
        Controls.button(Messages.text("shell.palette.go"), Feather.SEARCH, Shortcut.PALETTE.keys());
    go.setOnAction(_ -> palette.run());
    return new EmptyState(
        Feather.LAYOUT,
        Messages.text("shell.workspace.empty"),
        Messages.text("shell.workspace.empty.detail"),
        go);
  }

  private static Region grip(DoubleProperty width) {
    var grip = new Region();
    grip.getStyleClass().add("sk-grip");
    grip.setMaxWidth(5);
    grip.setCursor(Cursor.H_RESIZE);
    grip.setOnMouseDragged(event ->
        width.set(
            Math.clamp(
                Math.round(event.getSceneX() - grip.getParent().localToScene(0, 0).getX()),
                NARROWEST,
                WIDEST)));
    return grip;
  }
}
