package dev.sortkey.ui.connections;

import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.SignIn.Standing;
import dev.sortkey.core.session.SignIn.Way;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Figures;
import dev.sortkey.ui.kit.Icons;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// Says in a profile's row whether one is signed in, and, for production, that it opens read-only.
record ProfileStanding(ProfilesViewModel.Row row) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.systemDefault());
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMM d").withZone(ZoneId.systemDefault());

  /// Whether a browser will be needed to open it.
  boolean signsIn() {
    return !row.flawed()
        && row.standing() instanceof Standing.SignedOut(Way way, _)
        && way == Way.SSO;
  }

  /// Empty where there is nothing to say of it.
  Optional<Label> label() {
    return switch (row.standing()) {
      case Standing.SignedIn(_, Instant until) ->
          Optional.of(
              dotted(
                  "sk-success",
                  Messages.text(
                      "connections.profiles.signed-in",
                      Figures.left(Duration.between(Instant.now(), until)))));
      case Standing.SignedOut(Way way, Instant since) when way == Way.SSO ->
          Optional.of(
              since == null
                  ? dotted("sk-muted", Messages.text("connections.profiles.signed-out"))
                  : dotted(
                      "sk-warning", Messages.text("connections.profiles.expired", when(since))));
      case Standing.Lasting _, Standing.SignedOut _ ->
          row.environment() == Environment.PRODUCTION ? Optional.of(readOnly()) : Optional.empty();
    };
  }

  private static String when(Instant since) {
    boolean today = Duration.between(since, Instant.now()).toHours() < 18;
    return (today ? TIME : DAY).format(since);
  }

  private static Label dotted(String colour, String text) {
    Label label = Controls.label(text, "sk-start-used", colour);
    Region dot = Controls.dot(colour);
    dot.getStyleClass().add("sk-small");
    label.setGraphic(dot);
    return label;
  }

  private static Label readOnly() {
    Label label = Controls.label(Messages.text("connections.profiles.read-only"), "sk-start-used");
    label.setGraphic(Icons.small(Feather.LOCK));
    return label;
  }
}
