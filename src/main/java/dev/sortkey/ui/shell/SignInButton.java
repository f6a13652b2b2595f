package dev.sortkey.ui.shell;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.session.SignIn.Standing;
import dev.sortkey.core.session.SignIn.Way;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Figures;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.Tip;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;

/// Says in the status bar how long the sign-in holds, and signs in again when pressed.
final class SignInButton extends Button {
  private static final Duration SOON = Duration.ofMinutes(15);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.systemDefault());

  private final Clock clock;

  SignInButton(Workspace workspace, Clock clock) {
    this.clock = clock;
    setId("signed-in");
    getStyleClass().add("sk-status-button");
    setGraphic(Icons.small(Feather.CLOCK));
    setMinWidth(USE_PREF_SIZE);
    setOnAction(_ -> workspace.remedy(Problem.Remedy.SIGN_IN));
  }

  void show(Standing standing) {
    getStyleClass().remove("sk-warning");
    Controls.show(this, !(standing instanceof Standing.Lasting));
    switch (standing) {
      case Standing.Lasting _ -> {}
      case Standing.SignedOut _ ->
          say(Messages.text("shell.sign-in.out"), Messages.text("shell.sign-in.out.tip"), true);
      case Standing.SignedIn(Way way, var until) -> {
        Duration left = Duration.between(clock.instant(), until);
        say(
            Messages.text("shell.sign-in.left", word(way), Figures.left(left)),
            Messages.text("shell.sign-in.left.tip", TIME.format(until)),
            left.compareTo(SOON) < 0);
      }
    }
  }

  private void say(String words, String tip, boolean warning) {
    setText(words);
    setTooltip(new Tip(tip));
    setAccessibleText(words + ". " + tip);
    if (warning) {
      getStyleClass().add("sk-warning");
    }
  }

  private static String word(Way way) {
    return Messages.text("shell.sign-in.way." + (way == Way.SSO ? "sso" : "mfa"));
  }
}
