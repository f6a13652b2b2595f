package dev.sortkey.ui.backups;

import dev.sortkey.core.backup.Backup;
import dev.sortkey.core.backup.Recovery;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Card;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.ProblemBanner;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.PagePart;
import java.time.Instant;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Point-in-time recovery of one table: whether it is on, how far back it reaches, and the time to
/// go back to.
final class RecoveryCard implements PagePart {
  static final KeyCombination RESTORE =
      new KeyCodeCombination(KeyCode.T, KeyCombination.SHORTCUT_DOWN);

  private final Desk desk;
  private final RecoveryViewModel model;
  private final BackupsViewModel backups;
  private final BackupsCard.Page page;
  private final Card card = new Card(Messages.text("backups.recovery"));
  private final StackPane body = new StackPane();
  private final ProblemBanner banner;
  private final Timeline timeline;
  private final Button enable;
  private final Button period;
  private final Button disable;
  private final Button restore;

  RecoveryCard(
      Desk desk,
      RecoveryViewModel model,
      BackupsViewModel backups,
      BackupsCard.Page page,
      Moments moments) {
    this.desk = desk;
    this.model = model;
    this.backups = backups;
    this.page = page;
    banner = new ProblemBanner(this::remedy);
    timeline = new Timeline(moments, model::choose);
    enable = Controls.button(Messages.text("backups.recovery.enable"), null, null);
    enable.setId("recovery-enable");
    enable.setOnAction(_ -> edit());
    period = Controls.flat(Messages.text("backups.recovery.period"), null, null);
    period.setId("recovery-period");
    period.setOnAction(_ -> edit());
    disable = Controls.flat(Messages.text("backups.recovery.disable"), null, null);
    disable.setId("recovery-disable");
    disable.setOnAction(_ ->
        desk.workbench().showDialog(new DisableRecoveryDialog(model, desk.workbench(), moments)));
    restore =
        Controls.button(Messages.text("backups.recovery.restore"), Feather.CORNER_UP_LEFT, RESTORE);
    restore.setId("recovery-restore");
    restore.setOnAction(_ -> restore());
    card.setId("recovery");
    card.setContent(banner, body);
    model.recoveryProperty().subscribe(_ -> lay());
    model.problemProperty().subscribe(_ -> lay());
    model.chosenProperty().subscribe(_ -> draw());
    backups.backups().addListener((ListChangeListener<Backup>) _ -> draw());
  }

  @Override
  public Node node() {
    return card;
  }

  @Override
  public void refresh() {
    model.reload();
  }

  @Override
  public void closed() {
    model.close();
  }

  /// Opens the form of a restore to the chosen time.
  void restore() {
    Recovery recovery = model.recoveryProperty().get();
    if (recovery != null && recovery.usable() && !desk.refusesWrite()) {
      page.restore(
          new RestoreSource.ToTime(model.table(), recovery, model.chosenProperty().get()),
          timeline);
    }
  }

  private void edit() {
    desk.workbench().showDialog(new RecoveryPeriodDialog(model, desk.workbench()));
  }

  private void lay() {
    Problem problem = model.problemProperty().get();
    boolean none = problem != null && problem.kind() == Problem.Kind.UNSUPPORTED_BY_ENDPOINT;
    Recovery recovery = none ? null : model.recoveryProperty().get();
    banner.show(none ? null : problem);
    if (none) {
      card.setFacts();
      card.setActions();
      body.getChildren()
          .setAll(
              empty(
                  Messages.text("backups.recovery.unsupported"),
                  Messages.text("backups.recovery.unsupported.detail")));
      return;
    }
    if (recovery == null) {
      card.setFacts();
      card.setActions();
      body.getChildren().clear();
      return;
    }
    if (!recovery.enabled()) {
      card.setFacts(state("sk-off", Messages.text("backups.recovery.off")));
      card.setActions(desk.writing(enable));
      body.getChildren()
          .setAll(
              empty(
                  Messages.text("backups.recovery.none"),
                  Messages.text("backups.recovery.none.detail")));
      return;
    }
    card.setFacts(
        state("sk-success", Messages.text("backups.recovery.on")),
        Controls.label(Messages.text("backups.recovery.about", recovery.days()), "sk-secondary"));
    restore.setDisable(!recovery.usable());
    card.setActions(
        desk.writing(disable),
        desk.writing(period),
        desk.writing(Controls.explained(restore, Messages.text("backups.recovery.not-yet"))));
    if (recovery.usable()) {
      body.getChildren().setAll(timeline);
      draw();
    } else {
      body.getChildren()
          .setAll(
              empty(
                  Messages.text("backups.recovery.starting"),
                  Messages.text("backups.recovery.starting.detail")));
    }
  }

  private void draw() {
    Recovery recovery = model.recoveryProperty().get();
    if (recovery != null && recovery.earliest() != null && recovery.latest() != null) {
      timeline.show(
          recovery.earliest(),
          recovery.latest(),
          model.chosenProperty().get(),
          created(),
          backups.backups());
    }
  }

  private @Nullable Instant created() {
    return desk.tables().schema(model.table()).map(TableSchema::created).orElse(null);
  }

  private static Node state(String colour, String word) {
    var dot = Controls.dot(colour);
    dot.getStyleClass().add("sk-small");
    Label label = Controls.label(word, "sk-status-word", colour);
    var box = new HBox(6, dot, label);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private static Node empty(String title, String detail) {
    return new CardLine(Feather.CLOCK, title, detail);
  }

  private void remedy(Problem.Remedy remedy) {
    if (remedy == Problem.Remedy.RETRY) {
      model.reload();
    } else {
      desk.workbench().remedy(remedy);
    }
  }
}
