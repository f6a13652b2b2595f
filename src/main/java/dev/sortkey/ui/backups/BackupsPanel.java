package dev.sortkey.ui.backups;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.PagePart;
import dev.sortkey.ui.workbench.Panel;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// The backups of all tables of a connection, those of deleted tables too, and what others add.
public final class BackupsPanel implements Panel {
  private static final KeyCombination REFRESH =
      new KeyCodeCombination(KeyCode.R, KeyCombination.SHORTCUT_DOWN);

  private final BackupsPage page;
  private final BorderPane root = new BorderPane();

  /// @param further cards below those of AWS
  public BackupsPanel(Desk desk, List<PagePart> further) {
    page = new BackupsPage(desk, null, BackupsPage.EVERY);
    page.lay(List.of(), further);
    Button refresh = Controls.icon(Feather.REFRESH_CW, Messages.text("backups.refresh"), REFRESH);
    refresh.setId("refresh-backups");
    refresh.setOnAction(_ -> page.refresh());
    var head =
        new HBox(
            12,
            Controls.label(Messages.text("backups.title"), "sk-page"),
            Controls.spring(),
            refresh);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("sk-page-head");
    root.setTop(head);
    root.setCenter(page.node());
    root.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (REFRESH.match(event)) {
            page.refresh();
            event.consume();
          }
        });
  }

  @Override
  public ObservableValue<String> title() {
    return new SimpleStringProperty(Messages.text("backups.title"));
  }

  @Override
  public Feather icon() {
    return Feather.ARCHIVE;
  }

  @Override
  public Parent node() {
    return root;
  }

  @Override
  public ObservableValue<Boolean> unsaved() {
    return new SimpleBooleanProperty(false);
  }

  @Override
  public void shown() {
    page.refresh();
    page.focus();
  }

  @Override
  public void closed() {
    page.closed();
  }
}
