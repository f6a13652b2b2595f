package dev.sortkey.ui.backups;

import dev.sortkey.core.backup.Backup;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Card;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.KeyHint;
import dev.sortkey.ui.kit.ProblemBanner;
import dev.sortkey.ui.kit.Tip;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.PagePart;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// AWS's on-demand backups: the list, and what can be done with each.
final class BackupsCard implements PagePart {
  static final KeyCombination CREATE =
      new KeyCodeCombination(KeyCode.B, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination RESTORE = new KeyCodeCombination(KeyCode.ENTER);
  private static final KeyCombination DETAILS = new KeyCodeCombination(KeyCode.SPACE);
  private static final KeyCombination DELETE = new KeyCodeCombination(KeyCode.DELETE);
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  /// What a card asks of the page around it.
  interface Page {
    /// Shows the form of a restore near the node.
    void restore(RestoreSource source, Node near);
  }

  private final Desk desk;
  private final BackupsViewModel model;
  private final Page page;
  private final Moments moments;
  private final Card card = new Card(Messages.text("backups.aws"));
  private final Label count = Controls.label("", "sk-pill");
  private final StackPane body = new StackPane();
  private final ProblemBanner banner;
  private final TableView<Backup> table;
  private final Node create;

  BackupsCard(Desk desk, BackupsViewModel model, Page page, Moments moments) {
    this.desk = desk;
    this.model = model;
    this.page = page;
    this.moments = moments;
    this.banner = new ProblemBanner(this::remedy);
    this.table = BackupList.of(model, moments, this::restoreFrom, this::menu);
    card.setId("aws-backups");
    card.setFacts(count, Controls.label(Messages.text("backups.aws.about"), "sk-secondary"));
    Button button = Controls.button(Messages.text("backups.create"), Feather.PLUS, null);
    button.setId("create-backup");
    button.setTooltip(new Tip(Messages.text("backups.create") + "  " + KeyHint.words(CREATE)));
    button.setOnAction(_ -> create());
    create = desk.writing(button);
    card.setContent(banner, body);
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    table.setContextMenu(menu());
    model.problemProperty().subscribe(_ -> lay());
    model.loadedProperty().subscribe(_ -> lay());
    model.backups().addListener((ListChangeListener<Backup>) _ -> lay());
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

  void focus() {
    if (table.getScene() != null && !table.getItems().isEmpty()) {
      if (table.getSelectionModel().isEmpty()) {
        table.getSelectionModel().select(0);
      }
      table.requestFocus();
    } else {
      create.requestFocus();
    }
  }

  /// Asks for a name and makes a backup; only on the page of a table.
  void create() {
    String of = model.table();
    if (of != null && !unsupported() && !desk.refusesWrite()) {
      desk.workbench().showDialog(new CreateBackupDialog(of, model, desk.workbench()));
    }
  }

  private boolean unsupported() {
    Problem problem = model.problemProperty().get();
    return problem != null && problem.kind() == Problem.Kind.UNSUPPORTED_BY_ENDPOINT;
  }

  private void lay() {
    Problem problem = model.problemProperty().get();
    boolean none = unsupported();
    banner.show(none ? null : problem);
    boolean offered = !none && model.table() != null;
    card.setActions(offered ? new Node[] {create} : new Node[0]);
    count.setText(String.valueOf(model.backups().size()));
    Controls.show(count, model.loadedProperty().get() && !none);
    body.getChildren().setAll(content(none, problem));
  }

  private Node content(boolean none, @Nullable Problem problem) {
    if (none) {
      return empty(
          Feather.ARCHIVE,
          Messages.text("backups.unsupported"),
          Messages.text("backups.unsupported.detail"));
    }
    if (!model.loadedProperty().get()) {
      return problem == null
          ? empty(
              Feather.ARCHIVE,
              Messages.text("backups.reading"),
              Messages.text("backups.reading.detail"))
          : new Region();
    }
    return model.backups().isEmpty()
        ? empty(
            Feather.ARCHIVE,
            Messages.text("backups.none"),
            Messages.text(model.table() == null ? "backups.none.all" : "backups.none.detail"))
        : table;
  }

  private static Node empty(Feather icon, String title, String detail) {
    return new CardLine(icon, title, detail);
  }

  private void remedy(Problem.Remedy remedy) {
    if (remedy == Problem.Remedy.RETRY) {
      model.reload();
    } else {
      desk.workbench().remedy(remedy);
    }
  }

  private @Nullable Backup selected() {
    return table.getSelectionModel().getSelectedItem();
  }

  private void key(KeyEvent event) {
    Backup backup = selected();
    if (backup == null) {
      return;
    }
    boolean taken = true;
    if (RESTORE.match(event)) {
      restore(backup);
    } else if (DETAILS.match(event)) {
      details(backup);
    } else if (DELETE.match(event)) {
      delete(backup);
    } else if (COPY.match(event)) {
      copy(backup);
    } else {
      taken = false;
    }
    if (taken) {
      event.consume();
    }
  }

  private void restoreFrom(Backup backup) {
    table.getSelectionModel().select(backup);
    restore(backup);
  }

  private void restore(Backup backup) {
    if (!backup.available()) {
      desk.workbench().toast(Messages.text("backups.not-yet", backup.name()));
    } else if (!desk.refusesWrite()) {
      page.restore(new RestoreSource.FromBackup(backup), table);
    }
  }

  private void details(Backup backup) {
    desk.workbench().showDialog(new BackupDetailsDialog(backup, model, desk.workbench(), moments));
  }

  private void delete(Backup backup) {
    if (!desk.refusesWrite()) {
      desk.workbench().showDialog(new DeleteBackupDialog(backup, model, desk.workbench(), moments));
    }
  }

  private void copy(Backup backup) {
    var content = new ClipboardContent();
    content.putString(backup.arn());
    Clipboard.getSystemClipboard().setContent(content);
    desk.workbench().toast(Messages.text("backups.copied"));
  }

  private ContextMenu menu(Backup backup) {
    table.getSelectionModel().select(backup);
    return menu();
  }

  private ContextMenu menu() {
    var restore = item("backups.restore", RESTORE, "backup-restore");
    var details = item("backups.details", DETAILS, "backup-details");
    var copy = item("backups.copy-arn", COPY, "backup-copy");
    var delete = item("backups.delete", DELETE, "backup-delete");
    delete.getStyleClass().add("sk-danger");
    restore.setOnAction(_ -> withSelected(this::restore));
    details.setOnAction(_ -> withSelected(this::details));
    copy.setOnAction(_ -> withSelected(this::copy));
    delete.setOnAction(_ -> withSelected(this::delete));
    var menu = new ContextMenu(restore, details, copy, new SeparatorMenuItem(), delete);
    menu.setOnShowing(_ -> {
      Backup backup = selected();
      menu.getItems().forEach(item -> item.setDisable(backup == null));
      restore.setDisable(backup == null || !backup.available());
      delete.setDisable(
          backup == null || !backup.available() || backup.type() == Backup.Type.AWS_BACKUP);
    });
    return menu;
  }

  private void withSelected(Consumer<Backup> action) {
    Backup backup = selected();
    if (backup != null) {
      action.accept(backup);
    }
  }

  private static MenuItem item(String key, KeyCombination keys, String id) {
    var item = new MenuItem(Messages.text(key));
    item.setAccelerator(keys);
    item.setId(id);
    return item;
  }
}
