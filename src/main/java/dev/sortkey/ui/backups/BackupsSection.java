package dev.sortkey.ui.backups;

import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.PagePart;
import dev.sortkey.ui.workbench.Section;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;

/// The page of a table's backups: point-in-time recovery, AWS backups, and what others add.
public final class BackupsSection implements Section {
  private final List<PagePart> parts = new ArrayList<>();
  private final CardsView root;

  /// @param further cards below those of AWS
  public BackupsSection(Desk desk, String table, List<PagePart> further) {
    parts.addAll(further);
    root = new CardsView(parts);
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
    refresh();
  }

  @Override
  public void refresh() {
    parts.forEach(PagePart::refresh);
  }

  @Override
  public void closed() {
    parts.forEach(PagePart::closed);
  }
}
