package dev.sortkey.ui.settings;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.table.TableRules.Flaw;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.ProblemBanner;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Section;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The Settings page of a table.
public final class SettingsSection implements Section {
  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final KeyCombination REVIEW =
      new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);

  private final Desk desk;
  private final SettingsViewModel model;
  private final ExpiryViewModel expiry;
  private final FlawLabels flaws = new FlawLabels();
  private final BorderPane root = new BorderPane();
  private final ScrollPane scroll = new ScrollPane();
  private final ProblemBanner banner;
  private final Label words = Controls.label("", "sk-medium");
  private final Button review =
      Controls.primary(Messages.text("settings.review"), Feather.CHECK, REVIEW);
  private final HBox bar;

  public SettingsSection(Desk desk, String table) {
    this(desk, table, EVERY, Clock.systemUTC());
  }

  /// @param every how often a change under way is asked for
  SettingsSection(Desk desk, String table, Duration every, Clock clock) {
    this.desk = desk;
    model = new SettingsViewModel(desk, table, every);
    expiry = new ExpiryViewModel(desk, clock);
    banner = new ProblemBanner(this::remedy);
    scroll.setFitToWidth(true);
    scroll.setContent(cards());
    scroll.setVisible(false);
    bar = bar();
    root.setTop(banner);
    root.setCenter(scroll);
    root.setBottom(bar);
    root.setId("settings");
    root.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (REVIEW.match(event)) {
            review();
            event.consume();
          }
        });
    model.problemProperty().subscribe(banner::show);
    model.readingProperty().subscribe(now -> scroll.setVisible(now != null));
    model.revisionProperty().subscribe(this::lay);
    model.noticeProperty().subscribe(this::lay);
    model.busyProperty().subscribe(this::lay);
  }

  private Node cards() {
    var cards = new TableCards(model, flaws);
    var left = new VBox(12, cards.encryption(), cards.tableClass(), cards.warm());
    var right =
        new VBox(
            12,
            new ExpiryCard(model, expiry, flaws).node(),
            cards.protection(),
            new TagsCard(model, flaws).node());
    for (VBox column : new VBox[] {left, right}) {
      column.setPrefWidth(0);
      column.setMinWidth(0);
      HBox.setHgrow(column, Priority.ALWAYS);
    }
    var all = new VBox(new CapacityCard(model, flaws).node(), new HBox(12, left, right));
    all.getStyleClass().add("sk-cards");
    return all;
  }

  private HBox bar() {
    words.setMinWidth(0);
    words.setId("settings-words");
    Button discard = Controls.button(Messages.text("settings.discard"), null, null);
    discard.setId("settings-discard");
    discard.setOnAction(_ -> model.discard());
    review.setId("settings-review");
    review.setOnAction(_ -> review());
    var foot =
        new HBox(
            8,
            words,
            Controls.spring(),
            discard,
            desk.writing(Controls.explained(review, Messages.text("settings.mend"))));
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("sk-commit-bar");
    discard.visibleProperty().bind(model.editedProperty());
    discard.managedProperty().bind(model.editedProperty());
    review.visibleProperty().bind(model.editedProperty());
    review.managedProperty().bind(model.editedProperty());
    return foot;
  }

  private void lay() {
    boolean edited = model.editedProperty().get();
    String notice = model.noticeProperty().get();
    Controls.show(bar, edited || !notice.isEmpty());
    List<Flaw> found = model.flaws();
    flaws.show(found);
    review.setDisable(!found.isEmpty() || model.busyProperty().get());
    if (!edited) {
      words.setText(notice);
      return;
    }
    int lines = model.change().lines().size();
    int steps = model.change().steps().size();
    words.setText(
        found.isEmpty()
            ? Messages.text("settings.changed", lines, steps)
            : Messages.text("settings.flawed", found.size()));
  }

  private void review() {
    if (!desk.refusesWrite()) {
      model.review(applying -> desk.workbench().showDialog(new ReviewDialog(desk, applying)));
    }
  }

  private void remedy(Problem.Remedy remedy) {
    if (remedy == Problem.Remedy.RETRY) {
      model.read();
    } else {
      desk.workbench().remedy(remedy);
    }
  }

  @Override
  public Parent node() {
    return root;
  }

  @Override
  public ObservableValue<Boolean> unsaved() {
    return model.editedProperty();
  }

  @Override
  public void shown() {
    if (model.readingProperty().get() == null) {
      model.read();
    }
    scroll.requestFocus();
  }

  @Override
  public void refresh() {
    model.read();
  }

  @Override
  public void closed() {
    model.close();
    expiry.close();
  }
}
