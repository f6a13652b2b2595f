package dev.sortkey.ui.backups;

import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.PagePart;
import dev.sortkey.ui.workbench.Section;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;

/// The page of a table's backups: point-in-time recovery, AWS backups, and what others add.
public final class BackupsSection implements Section {
  private final BackupsPage page;
  private final RecoveryCard recovery;

  /// @param further cards below those of AWS
  public BackupsSection(Desk desk, String table, List<PagePart> further) {
    this(desk, table, further, BackupsPage.EVERY);
  }

  /// @param every how often AWS is asked how far it is
  BackupsSection(Desk desk, String table, List<PagePart> further, Duration every) {
    page = new BackupsPage(desk, table, every);
    recovery =
        new RecoveryCard(
            desk,
            new RecoveryViewModel(desk.session().backups(), desk.work(), table),
            page.model(),
            page,
            page.moments());
    page.lay(List.of(recovery), further);
    page.node()
        .addEventHandler(
            KeyEvent.KEY_PRESSED,
            event -> {
              if (RecoveryCard.RESTORE.match(event)) {
                recovery.restore();
                event.consume();
              } else if (BackupsCard.CREATE.match(event)) {
                page.create();
                event.consume();
              }
            });
  }

  @Override
  public Parent node() {
    return page.node();
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
  public void refresh() {
    page.refresh();
  }

  @Override
  public void closed() {
    page.closed();
  }
}
