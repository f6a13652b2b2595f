package dev.sortkey.ui.connections;

import dev.sortkey.core.text.Messages;
import dev.sortkey.core.text.Version;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.ProblemBanner;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The start page: the sandbox, the profiles, a custom endpoint.
public final class StartView extends HBox {
  /// @param actions buttons of the window's own, at the foot of the left column
  public StartView(StartViewModel model, Button... actions) {
    setId("start");
    getStyleClass().add("sk-start-view");
    VBox page = page(model);
    var scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    HBox.setHgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(side(model, actions), scroll);
    addEventHandler(KeyEvent.KEY_PRESSED, StartView::pressed);
    Reveal.focused(scroll);
  }

  private static Node side(StartViewModel model, Button... actions) {
    var recent = new RecentList(model);
    var recentScroll = new ScrollPane(recent);
    recentScroll.setFitToWidth(true);
    recentScroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    recentScroll.setFocusTraversable(false);
    VBox.setVgrow(recentScroll, Priority.ALWAYS);
    Reveal.focused(recentScroll);
    var side = new VBox(brand(), recentScroll);
    side.getStyleClass().add("sk-start-side");
    if (actions.length > 0) {
      var foot = new VBox(actions);
      foot.getStyleClass().add("sk-nav-box");
      side.getChildren().add(foot);
    }
    return side;
  }

  private static Node brand() {
    var bars = new VBox(3);
    bars.getStyleClass().add("sk-start-logo");
    for (int width : new int[] {14, 9, 12}) {
      var bar = new Region();
      bar.getStyleClass().add("sk-start-logo-bar");
      bar.setMinSize(width, 2);
      bar.setMaxSize(width, 2);
      bars.getChildren().add(bar);
    }
    Label name = Controls.label(Messages.text("app.name"), "sk-page");
    Label number = Controls.label(Version.text(), "sk-secondary");
    var words = new VBox(name, number);
    words.setAlignment(Pos.CENTER_LEFT);
    var brand = new HBox(12, bars, words);
    brand.getStyleClass().add("sk-start-brand");
    brand.setAlignment(Pos.CENTER_LEFT);
    return brand;
  }

  private static VBox page(StartViewModel model) {
    var title = Controls.label(Messages.text("connections.title"), "sk-start");
    var subtitle = Controls.label(Messages.text("connections.subtitle"), "sk-muted");
    var banner = new ProblemBanner(_ -> {});
    model.remembered().problemProperty().subscribe(banner::show);
    var page =
        new VBox(
            new VBox(4, title, subtitle),
            banner,
            new SandboxCard(model.sandbox()),
            new ProfilesView(model.profiles(), model.remembered()),
            new EndpointForm(model.endpoint()));
    page.getStyleClass().add("sk-start-page");
    page.setMaxWidth(1080);
    return page;
  }

  /// Enter presses a focused button, as Space does.
  private static void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof Button button) {
      button.fire();
      event.consume();
    }
  }
}
