package dev.sortkey.ui.shell;

import dev.sortkey.core.codegen.CodeSubject;
import dev.sortkey.ui.backups.BackupsPanel;
import dev.sortkey.ui.backups.BackupsSection;
import dev.sortkey.ui.calls.CallsPanel;
import dev.sortkey.ui.codegen.CodePanel;
import dev.sortkey.ui.createtable.CreateTablePanel;
import dev.sortkey.ui.globaltables.GlobalTablesSection;
import dev.sortkey.ui.indexes.IndexesSection;
import dev.sortkey.ui.items.ItemsSection;
import dev.sortkey.ui.library.LibraryPanel;
import dev.sortkey.ui.monitor.MonitorSection;
import dev.sortkey.ui.overview.OverviewSection;
import dev.sortkey.ui.partiql.PartiQlPanel;
import dev.sortkey.ui.permissions.PermissionsSection;
import dev.sortkey.ui.review.ReviewPanel;
import dev.sortkey.ui.settings.SettingsSection;
import dev.sortkey.ui.snapshots.SnapshotsCard;
import dev.sortkey.ui.streams.StreamsSection;
import dev.sortkey.ui.tablepage.TablePanel;
import dev.sortkey.ui.transfer.TransfersPanel;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Destination;
import dev.sortkey.ui.workbench.Panel;
import dev.sortkey.ui.workbench.Section;
import dev.sortkey.ui.workbench.TablePage;
import java.util.List;

/// Makes the panel of each destination.
@FunctionalInterface
interface Panels {
  Panel make(Desk desk, Destination destination);

  /// The real ones.
  static Panels all() {
    return (desk, destination) ->
        switch (destination) {
          case Destination.Table place -> table(desk, place);
          case Destination.Query(String table, _, _) ->
              table(desk, new Destination.Table(table, TablePage.ITEMS));
          case Destination.OneItem(String table, _) ->
              table(desk, new Destination.Table(table, TablePage.ITEMS));
          case Destination.PartiQl _ -> new PartiQlPanel(desk);
          case Destination.Library _ -> new LibraryPanel(desk);
          case Destination.Backups _ ->
              new BackupsPanel(desk, List.of(new SnapshotsCard(desk, null)));
          case Destination.Transfers place -> new TransfersPanel(desk, place);
          case Destination.Code(String table, CodeSubject about) ->
              new CodePanel(desk, table, about);
          case Destination.CreateTable _ -> new CreateTablePanel(desk);
          case Destination.Review(String table) -> new ReviewPanel(desk, table);
          case Destination.Calls _ -> new CallsPanel(desk);
        };
  }

  private static Panel table(Desk desk, Destination.Table place) {
    return new TablePanel(desk, place, page -> section(desk, place.name(), page));
  }

  private static Section section(Desk desk, String table, TablePage page) {
    return switch (page) {
      case ITEMS -> new ItemsSection(desk, table);
      case OVERVIEW -> new OverviewSection(desk, table);
      case INDEXES -> new IndexesSection(desk, table);
      case STREAMS -> new StreamsSection(desk, table);
      case BACKUPS -> new BackupsSection(desk, table, List.of(new SnapshotsCard(desk, table)));
      case MONITOR -> new MonitorSection(desk, table);
      case SETTINGS -> new SettingsSection(desk, table);
      case GLOBAL_TABLES -> new GlobalTablesSection(desk, table);
      case PERMISSIONS -> new PermissionsSection(desk, table);
    };
  }
}
