package dev.sortkey.ui.shell;

import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Identity;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.KeyHint;
import dev.sortkey.ui.kit.Tip;
import java.time.Clock;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The line at the window's foot: where we are, who we are there, what runs, what it cost.
final class StatusBar extends HBox {
  private final ShellViewModel shell;
  private final ObservableValue<String> clock;
  private final HBox left = new HBox(20);
  private final Label units = Controls.label("", "sk-status-text");
  private Subscription subscription = Subscription.EMPTY;

  /// @param activity opens the activity list
  StatusBar(
      ShellViewModel shell,
      ActivityViewModel activity,
      ObservableValue<String> clock,
      Runnable showActivity) {
    super(20);
    this.shell = shell;
    this.clock = clock;
    getStyleClass().add("sk-status");
    setAlignment(Pos.CENTER_LEFT);
    left.setAlignment(Pos.CENTER_LEFT);
    left.setMinWidth(0);
    var running = new Button();
    running.setId("activity");
    running.getStyleClass().add("sk-status-button");
    running.setGraphic(Icons.small(Feather.ACTIVITY));
    running.textProperty().bind(activity.lineProperty());
    running
        .accessibleTextProperty()
        .bind(activity.lineProperty().map(line -> Messages.text("shell.activity.button", line)));
    running.setTooltip(
        new Tip(
            Messages.text("shell.activity.title")
                + "  "
                + KeyHint.words(Shortcut.ACTIVITY.keys())));
    running.setOnAction(_ -> showActivity.run());
    units.setId("units");
    Label time = Controls.label("", "sk-status-text");
    time.textProperty().bind(clock);
    for (Label label : new Label[] {units, time}) {
      label.setMinWidth(USE_PREF_SIZE);
    }
    running.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(left, Controls.spring(), running, units, time);
    shell.currentProperty().subscribe(_ -> fill());
    shell.startShown().subscribe(_ -> fill());
  }

  private void fill() {
    subscription.unsubscribe();
    subscription = Subscription.EMPTY;
    Workspace workspace = shell.currentProperty().get();
    Controls.show(units, workspace != null && !shell.startShown().get());
    if (workspace == null) {
      left.getChildren().setAll(Controls.label(Messages.text("shell.none"), "sk-status-text"));
    } else if (shell.startShown().get()) {
      left.getChildren().setAll(back(workspace));
    } else {
      show(workspace);
    }
  }

  private Button back(Workspace workspace) {
    Button back =
        new Button(
            Messages.text("shell.back", workspace.connection().name()),
            Icons.small(Feather.ARROW_LEFT));
    back.setId("back");
    back.getStyleClass().add("sk-status-button");
    back.setOnAction(_ -> shell.leaveStart());
    return back;
  }

  private void show(Workspace workspace) {
    Connection connection = workspace.connection();
    Label name = part(null, connection.name());
    Label who = part(Feather.USER, "");
    var signIn = new SignInButton(workspace, Clock.systemUTC());
    var writes = new WritesButton(workspace);
    left.getChildren().setAll(name, part(Feather.GLOBE, connection.region()), who, signIn, writes);
    subscription =
        Subscription.combine(
            workspace
                .caution()
                .environmentProperty()
                .subscribe(environment ->
                    name.setGraphic(Controls.dot(ConnectionHead.styleClass(environment)))),
            writes.follow(),
            workspace.status().standingProperty().subscribe(signIn::show),
            clock.subscribe(_ -> {
              workspace.status().look();
              signIn.show(workspace.status().standingProperty().get());
            }),
            workspace.status().identityProperty().subscribe(identity -> tell(who, identity)),
            workspace.status().unitsProperty().subscribe(units::setText));
  }

  private static void tell(Label who, @Nullable Identity identity) {
    Controls.show(who, identity != null);
    if (identity != null) {
      who.setText(identity.label());
      if (identity.arn() != null) {
        who.setTooltip(new Tip(identity.arn()));
      }
    }
  }

  private static Label part(@Nullable Feather icon, String text) {
    Label label = Controls.label(text, "sk-status-text");
    Node graphic = icon == null ? null : Icons.small(icon);
    label.setGraphic(graphic);
    label.setMinWidth(20);
    return label;
  }
}
