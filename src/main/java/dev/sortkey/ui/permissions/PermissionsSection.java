package dev.sortkey.ui.permissions;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.editor.DiffView;
import dev.sortkey.ui.editor.JsonArea;
import dev.sortkey.ui.kit.Card;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import dev.sortkey.ui.kit.EmptyState;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.ProblemBanner;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Section;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/// The Permissions page of a table.
public final class PermissionsSection implements Section {
  private static final KeyCombination SAVE =
      new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);
  private static final Duration REST = Duration.millis(250);

  private final Desk desk;
  private final PolicyViewModel model;
  private final BorderPane root = new BorderPane();
  private final ProblemBanner banner;
  private final JsonArea area = new JsonArea();
  private final Card card = new Card(Messages.text("permissions.policy"));
  private final Label flaw = Controls.label("", "sk-error-text");
  private final Label words = Controls.label("", "sk-medium");
  private final Button save =
      Controls.primary(Messages.text("permissions.save"), Feather.CHECK, SAVE);
  private final Button delete =
      Controls.flat(Messages.text("permissions.delete"), Feather.TRASH_2, null);
  private final Button format =
      Controls.flat(Messages.text("permissions.format"), Feather.ALIGN_LEFT, null);
  private final HBox bar;
  private final PauseTransition rest = new PauseTransition(REST);

  public PermissionsSection(Desk desk, String table) {
    this.desk = desk;
    model = new PolicyViewModel(desk, table);
    banner = new ProblemBanner(this::remedy);
    bar = bar();
    delete.setId("policy-delete");
    delete.getStyleClass().add("sk-danger");
    delete.setOnAction(_ -> askDelete());
    format.setId("policy-format");
    format.setOnAction(_ -> {
      typed();
      model.format();
    });
    flaw.setGraphic(Icons.small(Feather.ALERT_TRIANGLE));
    flaw.setWrapText(true);
    flaw.setMinHeight(Region.USE_PREF_SIZE);
    flaw.setId("policy-flaw");
    rest.setOnFinished(_ -> typed());
    area.onTyped(rest::playFromStart);
    root.setId("permissions");
    root.setTop(banner);
    root.setBottom(bar);
    root.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (SAVE.match(event)) {
            review();
            event.consume();
          }
        });
    model
        .textProperty()
        .subscribe(text -> {
          area.show(text);
          lay();
        });
    model.problemProperty().subscribe(banner::show);
    model.readProperty().subscribe(this::lay);
    model.unsupportedProperty().subscribe(this::lay);
    model.conflictProperty().subscribe(this::lay);
    model.editedProperty().subscribe(this::lay);
    model.busyProperty().subscribe(this::lay);
  }

  private void typed() {
    rest.stop();
    model.textProperty().set(area.text());
  }

  private HBox bar() {
    words.setMinWidth(0);
    words.setId("policy-words");
    Button discard = Controls.button(Messages.text("permissions.discard"), null, null);
    discard.setId("policy-discard");
    discard.setOnAction(_ -> model.discard());
    save.setId("policy-save");
    save.setOnAction(_ -> review());
    var foot =
        new HBox(
            8,
            words,
            Controls.spring(),
            discard,
            desk.writing(Controls.explained(save, Messages.text("permissions.mend"))));
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("sk-commit-bar");
    return foot;
  }

  private void lay() {
    PolicyViewModel.Read now = model.readProperty().get();
    boolean edited = model.editedProperty().get();
    Controls.show(bar, edited);
    String wrong = model.flaw().orElse("");
    flaw.setText(wrong);
    Controls.show(flaw, !wrong.isEmpty());
    area.markFault(edited ? model.faultLine() : 0);
    save.setDisable(!model.ready());
    words.setText(
        Messages.text(
            model.conflictProperty().get()
                ? "permissions.theirs"
                : wrong.isEmpty() ? "permissions.edited" : "permissions.flawed"));
    if (model.unsupportedProperty().get()) {
      root.setCenter(
          new EmptyState(
              Feather.SHIELD,
              Messages.text("permissions.unsupported.title"),
              Messages.text("permissions.unsupported.detail"),
              null));
    } else if (now == null) {
      root.setCenter(null);
    } else if (now.policy() == null && !edited) {
      root.setCenter(none());
    } else {
      root.setCenter(editor(now));
    }
  }

  private Node none() {
    Button write = Controls.button(Messages.text("permissions.write"), Feather.EDIT_2, null);
    write.setId("policy-write");
    write.setOnAction(_ -> {
      model.template();
      area.focus();
    });
    return new EmptyState(
        Feather.SHIELD,
        Messages.text("permissions.none.title"),
        Messages.text("permissions.none.detail"),
        write);
  }

  private Node editor(PolicyViewModel.Read now) {
    if (card.getUserData() == null) {
      card.setUserData(area);
      VBox.setVgrow(area, Priority.ALWAYS);
      area.setMinHeight(120);
      var foot = new HBox(flaw);
      foot.getStyleClass().add("sk-policy-flaw");
      foot.visibleProperty().bind(flaw.visibleProperty());
      foot.managedProperty().bind(flaw.visibleProperty());
      var fill = new VBox(area, foot);
      fill.getStyleClass().add("sk-policy");
      VBox.setVgrow(fill, Priority.ALWAYS);
      card.setContent(fill);
      VBox.setVgrow(fill.getParent(), Priority.ALWAYS);
    }
    card.setFacts(
        Controls.label(
            now.policy() == null
                ? Messages.text("permissions.new")
                : Messages.text("permissions.revision", now.policy().revision()),
            "sk-secondary"));
    if (now.policy() == null) {
      card.setActions(format);
    } else {
      card.setActions(format, desk.writing(delete));
    }
    Label about = Controls.label(Messages.text("permissions.about"), "sk-secondary");
    about.setWrapText(true);
    var all = new VBox(about, card);
    all.getStyleClass().add("sk-cards");
    VBox.setVgrow(card, Priority.ALWAYS);
    return all;
  }

  private void review() {
    typed();
    if (!model.ready() || desk.refusesWrite()) {
      return;
    }
    var diff = new DiffView(model.diff());
    diff.setPrefHeight(360);
    var lockOut = new CheckBox(Messages.text("permissions.lock-out"));
    lockOut.setId("policy-lock-out");
    Button cancel = Controls.button(Messages.text("permissions.cancel"), null, null);
    cancel.setOnAction(_ -> desk.workbench().closeDialog());
    Button write = Controls.primary(Messages.text("permissions.save-now"), null, null);
    write.setId("policy-save-now");
    write.setDefaultButton(true);
    write.setOnAction(_ -> {
      desk.workbench().closeDialog();
      model.save(lockOut.isSelected());
    });
    dialog(
        Messages.text("permissions.review", model.table()),
        new VBox(12, diff, lockOut),
        720,
        cancel,
        write);
  }

  private void askDelete() {
    Label lost = Controls.label(Messages.text("permissions.delete.detail"), "sk-text");
    lost.setWrapText(true);
    Button cancel = Controls.button(Messages.text("permissions.cancel"), null, null);
    cancel.setOnAction(_ -> desk.workbench().closeDialog());
    Button sure = Controls.button(Messages.text("permissions.delete"), Feather.TRASH_2, null);
    sure.setId("policy-delete-now");
    sure.getStyleClass().add("sk-danger");
    sure.setOnAction(_ -> {
      desk.workbench().closeDialog();
      model.delete();
    });
    dialog(Messages.text("permissions.delete.title", model.table()), lost, 460, cancel, sure);
  }

  private void dialog(String title, Node body, double width, Button cancel, Button way) {
    var dialog = new DialogCard(title, body, cancel, way);
    dialog.setPrefWidth(width);
    var frame = new StackPane(dialog);
    frame.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    desk.workbench().showDialog(frame);
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
    if (model.readProperty().get() == null) {
      model.read();
    } else {
      area.focus();
    }
  }

  @Override
  public void refresh() {
    typed();
    model.read();
  }

  @Override
  public void closed() {
    rest.stop();
    model.close();
  }
}
