package dev.sortkey.ui.shell;

import dev.sortkey.core.session.Connection;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.store.Settings;
import dev.sortkey.ui.kit.Figures;
import dev.sortkey.ui.workbench.Destination;
import dev.sortkey.ui.workbench.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Gathers what the command palette offers at this moment.
final class PaletteEntries {
  private final ShellViewModel shell;
  private final Runnable help;
  private final Runnable activity;
  private final List<PaletteEntry> entries = new ArrayList<>();

  private PaletteEntries(ShellViewModel shell, Runnable help, Runnable activity) {
    this.shell = shell;
    this.help = help;
    this.activity = activity;
  }

  /// @param help shows the list of keys
  /// @param activity shows the running jobs
  static List<PaletteEntry> of(ShellViewModel shell, Runnable help, Runnable activity) {
    var made = new PaletteEntries(shell, help, activity);
    Workspace current = shell.currentProperty().get();
    if (current != null) {
      made.tables(current);
    }
    made.connections(current);
    made.actions(current);
    return made.entries;
  }

  private void tables(Workspace workspace) {
    for (Tables.Entry entry : workspace.tables().entries()) {
      add(
          PaletteEntry.Group.TABLES,
          Feather.LAYOUT,
          entry.name(),
          detail(entry.schema()),
          null,
          () -> {
            shell.show(workspace);
            workspace.open(Destination.items(entry.name()));
          });
    }
  }

  private static String detail(@Nullable TableSchema schema) {
    if (schema == null) {
      return "";
    }
    String keys =
        schema.keys().all().stream().map(KeyAttribute::name).collect(Collectors.joining(" · "));
    return Messages.text(
        "shell.palette.table", keys, schema.itemCount(), Figures.count(schema.itemCount()));
  }

  private void connections(@Nullable Workspace current) {
    for (Workspace open : shell.workspaces()) {
      if (open != current || shell.startShown().get()) {
        Connection connection = open.connection();
        add(
            PaletteEntry.Group.CONNECTIONS,
            Feather.DATABASE,
            connection.name(),
            ConnectionHead.place(connection),
            null,
            () -> shell.show(open));
      }
    }
    add(
        PaletteEntry.Group.CONNECTIONS,
        Feather.PLUS,
        Messages.text("shell.connection.another"),
        "",
        Shortcut.OPEN_CONNECTION,
        shell::showStart);
  }

  private void actions(@Nullable Workspace workspace) {
    if (workspace != null) {
      String place = workspace.connection().name();
      action(
          Feather.PLUS,
          "shell.action.create-table",
          Messages.text("shell.action.in", place),
          null,
          () -> {
            if (!workspace.desk().refusesWrite()) {
              workspace.open(new Destination.CreateTable());
            }
          });
      boolean readOnly = workspace.caution().readOnlyProperty().get();
      action(
          readOnly ? Feather.UNLOCK : Feather.LOCK,
          readOnly ? "shell.writes.allow.dots" : "shell.writes.forbid",
          Messages.text("shell.action.in", place),
          null,
          readOnly ? workspace::askToAllowWrites : workspace.caution()::forbidWrites);
      action(
          Feather.TERMINAL,
          "shell.nav.partiql",
          "",
          null,
          () -> workspace.open(new Destination.PartiQl()));
      action(
          Feather.BOOK_OPEN,
          "shell.nav.library",
          "",
          null,
          () -> workspace.open(new Destination.Library()));
      action(
          Feather.ARCHIVE,
          "shell.nav.backups",
          "",
          null,
          () -> workspace.open(new Destination.Backups()));
      action(
          Feather.REPEAT,
          "shell.nav.transfers",
          "",
          null,
          () -> workspace.open(new Destination.Transfers()));
      action(
          Feather.LIST, "shell.nav.calls", "", null, () -> workspace.open(new Destination.Calls()));
      action(
          Feather.ROTATE_CW,
          "shell.tables.refresh",
          "",
          Shortcut.REFRESH_TABLES,
          () -> workspace.tables().reload());
      if (workspace.isSandbox()) {
        action(Feather.DOWNLOAD, "tables.samples.fill", "", null, workspace::fillWithSamples);
      }
      if (workspace.tabs().selectedProperty().get() instanceof Tab tab
          && tab.destination() instanceof Destination.Table(String table, _)) {
        add(
            PaletteEntry.Group.ACTIONS,
            Feather.TRASH_2,
            Messages.text("shell.action.purge-table", table),
            Messages.text("shell.action.delete-table.detail"),
            null,
            () -> workspace.purgeTable(table));
        add(
            PaletteEntry.Group.ACTIONS,
            Feather.TRASH_2,
            Messages.text("shell.action.delete-table", table),
            Messages.text("shell.action.delete-table.detail"),
            null,
            () -> workspace.deleteTable(table));
      }
      add(
          PaletteEntry.Group.ACTIONS,
          Feather.LOG_OUT,
          Messages.text("shell.connection.close", place),
          "",
          null,
          () -> shell.close(workspace));
    }
    action(Feather.ACTIVITY, "shell.action.activity", "", Shortcut.ACTIVITY, activity);
    action(Feather.MOON, "shell.action.theme", "", Shortcut.THEME, shell.appearance()::toggle);
    action(
        Feather.MONITOR,
        "shell.action.theme-system",
        "",
        null,
        () -> shell.appearance().choiceProperty().set(Settings.Appearance.SYSTEM));
    action(Feather.HELP_CIRCLE, "shell.action.help", "", Shortcut.HELP, help);
  }

  private void action(
      Feather icon, String key, String detail, @Nullable Shortcut shortcut, Runnable run) {
    add(PaletteEntry.Group.ACTIONS, icon, Messages.text(key), detail, shortcut, run);
  }

  private void add(
      PaletteEntry.Group group,
      Feather icon,
      String title,
      String detail,
      @Nullable Shortcut shortcut,
      Runnable run) {
    entries.add(new PaletteEntry(group, icon, title, detail, shortcut, run));
  }
}
