package dev.sortkey.ui.connections;

import dev.sortkey.core.session.Profile;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.Regions;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One profile: what it is, what it is for, whether it was used, and the way into it.
final class ProfileRow extends RowList.Row {
  private final ProfilesViewModel model;
  private final ProfilesViewModel.Row row;
  private final boolean expanded;
  private final Button environment;
  private final Button open;
  private @Nullable ComboBox<String> region;
  private @Nullable Button openInRegion;

  ProfileRow(
      ProfilesViewModel model, ProfilesViewModel.Row row, boolean expanded, Remembered remembered) {
    this.model = model;
    this.row = row;
    this.expanded = expanded;
    Profile profile = row.profile();
    String used =
        row.used() == null
            ? Messages.text("connections.profiles.unused")
            : Messages.text("connections.profiles.used", remembered.when(row.used()));
    getStyleClass().add("sk-start-row");
    setAccessibleText(
        Messages.text("connections.profiles.row", profile.name(), profile.detail(), used));
    environment =
        Environments.chooser(
            row.environment(), profile.name(), chosen -> model.environment(row, chosen));
    environment.setMaxWidth(Double.MAX_VALUE);
    var standing = new ProfileStanding(row);
    String word = "connections.open";
    String named = "connections.open.named";
    if (row.flawed()) {
      word = "connections.profiles.show";
      named = "connections.profiles.show.named";
    } else if (standing.signsIn()) {
      word = "connections.profiles.sign-in";
      named = "connections.profiles.sign-in.named";
    }
    open =
        Controls.button(
            Messages.text(word), standing.signsIn() ? Feather.EXTERNAL_LINK : null, null);
    open.setAccessibleText(Messages.text(named, profile.name()));
    if (standing.signsIn()) {
      open.getStyleClass().add("sk-accent");
    }
    open.getStyleClass().add("sk-start-open");
    open.setOnAction(_ -> activate());
    Label status = row.flawed() ? incomplete() : standing.label().orElseGet(() -> used(used));
    Label name = Controls.label(profile.name(), "sk-medium");
    Label detail = Controls.label(profile.detail(), "sk-secondary");
    var words = new VBox(name, detail);
    words.setMinWidth(0);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    var middle = new StackPane(row.flawed() ? new Region() : environment);
    middle.getStyleClass().add("sk-start-middle");
    middle.setAlignment(Pos.CENTER_LEFT);
    var icon = new StackPane(Icons.of(icon(profile.kind())));
    icon.getStyleClass().add("sk-start-row-icon");
    var line = new HBox(icon, words, middle, status, open);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("sk-start-row-line");
    getChildren().add(line);
    if (expanded) {
      getChildren().add(row.flawed() ? flaw() : regionForm());
    }
    setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
        activate();
      }
    });
  }

  @Override
  void activate() {
    model.open(row);
  }

  @Override
  List<Button> buttons() {
    return Stream.of(environment, open, openInRegion).filter(button -> button != null).toList();
  }

  boolean shows(ProfilesViewModel.Row other, boolean otherExpanded) {
    return row.equals(other) && expanded == otherExpanded;
  }

  /// Goes to what the expanded row asks for.
  void focusField() {
    if (region != null) {
      region.requestFocus();
    }
  }

  private static Label incomplete() {
    Label label = Controls.label(Messages.text("connections.profiles.incomplete"));
    label.getStyleClass().addAll("sk-start-used", "sk-danger");
    label.setGraphic(Icons.small(Feather.ALERT_TRIANGLE));
    return label;
  }

  private static Label used(String text) {
    Label label = Controls.label(text, "sk-start-used");
    Region dot = Controls.dot("sk-muted");
    dot.getStyleClass().add("sk-small");
    label.setGraphic(dot);
    return label;
  }

  private Node flaw() {
    Label words =
        Controls.label(
            Messages.text("connections.profiles.flaw", row.profile().flaw()), "sk-start-detail");
    words.setWrapText(true);
    var box = new VBox(words);
    box.getStyleClass().add("sk-start-expanded");
    return box;
  }

  private Node regionForm() {
    Label ask = Controls.label(Messages.text("connections.profiles.region"), "sk-start-detail");
    ComboBox<String> field = Regions.combo(model.regionProperty(), () -> model.openInRegion(row));
    field.setId("profile-region");
    field.setPrefWidth(180);
    Button go = Controls.button(Messages.text("connections.open"), null, null);
    go.setId("profile-region-open");
    go.setOnAction(_ -> model.openInRegion(row));
    Label problem = Controls.label("", "sk-error-text");
    problem.textProperty().bind(model.regionProblemProperty());
    region = field;
    openInRegion = go;
    var form = new HBox(8, field, go, problem);
    form.setAlignment(Pos.CENTER_LEFT);
    var box = new VBox(6, ask, form);
    box.getStyleClass().add("sk-start-expanded");
    return box;
  }

  private static Feather icon(Profile.Kind kind) {
    return switch (kind) {
      case KEYS -> Feather.KEY;
      case SSO -> Feather.USER;
      case ROLE -> Feather.LINK;
      case PROCESS, ENVIRONMENT -> Feather.TERMINAL;
      case UNKNOWN -> Feather.FILE_TEXT;
    };
  }
}
