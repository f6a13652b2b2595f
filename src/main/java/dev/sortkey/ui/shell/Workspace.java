package dev.sortkey.ui.shell;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.purge.Purging;
import dev.sortkey.ui.tables.DeleteTableDialog;
import dev.sortkey.ui.tables.DeleteTableViewModel;
import dev.sortkey.ui.tables.SampleFilling;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Destination;
import dev.sortkey.ui.workbench.FileChoice;
import dev.sortkey.ui.workbench.Panel;
import dev.sortkey.ui.workbench.Tables;
import dev.sortkey.ui.workbench.Workbench;
import java.net.URI;
import java.time.Duration;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// One open connection with all that hangs on it: its tables, its tabs, its totals.
final class Workspace implements Workbench {
  private final Session session;
  private final Ports ports;
  private final ShellViewModel shell;
  private final Front front;
  private final Memory memory;
  private final SampleFilling samples;
  private final Tables tables;
  private final TabsViewModel tabs;
  private final SidebarViewModel sidebar;
  private final StatusViewModel status;
  private final Caution caution;
  private final Desk desk;
  private final Purging purging;
  private final ObjectProperty<@Nullable Problem> problem = new SimpleObjectProperty<>();

  Workspace(
      Session session,
      Ports ports,
      Panels panels,
      ShellViewModel shell,
      Front front,
      Memory memory) {
    this.session = session;
    this.ports = ports;
    this.shell = shell;
    this.front = front;
    this.memory = memory;
    Work work = ports.work();
    String id = session.connection().id();
    tables = new Tables(session.tables(), work);
    caution = new Caution(session, memory);
    desk =
        new Desk(
            session,
            tables,
            ports.store(),
            work,
            this,
            shell.appearance().theme(),
            caution.readOnlyProperty());
    purging = new Purging(desk, front::shows, front::dialogShown, Duration.ofMillis(700));
    tabs = new TabsViewModel(destination -> panels.make(desk, destination));
    sidebar =
        new SidebarViewModel(
            tables,
            work,
            memory.favourites(id),
            (table, marked) -> memory.favourite(id, table, marked));
    status = new StatusViewModel(session, ports.signIn(), work);
    samples = new SampleFilling(session, tables, work);
    tables.reload();
    desk.changes().recall();
    purging.offer();
    Memory.Layout layout = memory.layout(id);
    tabs.restore(layout.tabs(), layout.front());
  }

  Connection connection() {
    return caution.connection();
  }

  /// Goes on with the same server at another address; tabs and what is typed stay.
  void moveTo(URI endpoint) {
    session.moveTo(endpoint);
  }

  Tables tables() {
    return tables;
  }

  TabsViewModel tabs() {
    return tabs;
  }

  SidebarViewModel sidebar() {
    return sidebar;
  }

  StatusViewModel status() {
    return status;
  }

  /// What the connection is for, and whether it may write.
  Caution caution() {
    return caution;
  }

  /// What panels are given.
  Desk desk() {
    return desk;
  }

  /// Lets writes through after a word of the person's.
  void askToAllowWrites() {
    showDialog(
        WritesDialog.of(
            connection().name(), caution.isProduction(), this::closeDialog, caution::allowWrites));
  }

  /// What is wrong with the connection as a whole, such as a sandbox that ended; or null.
  ObjectProperty<@Nullable Problem> problemProperty() {
    return problem;
  }

  /// Reads anew what failed for want of a sign-in; what is typed stays.
  void signedIn() {
    status.signedIn();
    Problem why = tables.problemProperty().get();
    boolean undescribed =
        tables.entries().stream()
            .map(Tables.Entry::problem)
            .anyMatch(p -> p != null && p.kind() == Problem.Kind.CREDENTIALS_EXPIRED);
    if (undescribed || (why != null && why.kind() == Problem.Kind.CREDENTIALS_EXPIRED)) {
      tables.reload();
    }
    tabs.tabs().forEach(tab -> tab.panel().signedIn());
  }

  @Override
  public void open(Destination destination) {
    tabs.open(destination);
  }

  @Override
  public void close(Panel panel) {
    tabs.of(panel).ifPresent(tabs::close);
  }

  @Override
  public void toast(String text) {
    shell.toast(new Toast(text, null));
  }

  @Override
  public void toast(Problem problem) {
    shell.toast(new Toast(problem.title() + " " + problem.detail(), problem));
  }

  @Override
  public void remedy(Problem.Remedy remedy) {
    switch (remedy) {
      case SIGN_IN -> {
        String profile = connection().profile();
        if (profile == null) {
          shell.showStart();
        } else {
          shell.signIn(profile, () -> {});
        }
      }
      case EDIT_CONNECTION -> shell.showStart();
      case REFRESH_TABLES -> tables.reload();
      case RESTART_SANDBOX -> shell.restartSandbox(this);
      case ALLOW_WRITES -> askToAllowWrites();
      case RETRY, COPY_REPORT -> {}
    }
  }

  @Override
  public void showDialog(Node content) {
    front.showDialog(content);
  }

  @Override
  public void closeDialog() {
    front.closeDialog();
  }

  @Override
  public FileChoice files() {
    return ports.files();
  }

  @Override
  public void browse(URI page) {
    ports.browser().open(page);
  }

  @Override
  public void deleteTable(String table) {
    if (desk.refusesWrite()) {
      return;
    }
    // The dialog may be left while the table is still being deleted; what comes then is a toast.
    var model =
        new DeleteTableViewModel(
            session.tables(),
            tables,
            ports.work(),
            table,
            () -> {
              tabs.closeItemsOf(table);
              toast(Messages.text("tables.delete.done", table));
            });
    var dialog = new DeleteTableDialog(model, this::closeDialog);
    model
        .goneProperty()
        .addListener((_, _, gone) -> {
          if (gone && front.shows(dialog)) {
            closeDialog();
          }
        });
    model
        .problemProperty()
        .subscribe(failure -> {
          if (failure != null && !front.shows(dialog)) {
            toast(failure);
          }
        });
    showDialog(dialog);
  }

  @Override
  public void purgeTable(String table) {
    purging.purge(table);
  }

  boolean isSandbox() {
    return connection().kind() == Connection.Kind.SANDBOX;
  }

  ReadOnlyBooleanProperty fillingProperty() {
    return samples.busyProperty();
  }

  /// Puts the sample tables into the sandbox.
  void fillWithSamples() {
    if (desk.refusesWrite()) {
      return;
    }
    samples.fill(outcome -> {
      switch (outcome) {
        case Outcome.Done<Long>(Long written) when written == 0 ->
            toast(Messages.text("tables.samples.all-there"));
        case Outcome.Done<Long>(Long written) ->
            toast(Messages.text("tables.samples.done", written));
        case Outcome.Failed<Long>(Problem failure) -> toast(failure);
        case Outcome.Cancelled<Long> _ -> {}
      }
    });
  }

  /// Closes every panel and the session, whatever would be lost.
  void closeNow() {
    rememberLayout();
    status.close();
    tabs.closeAllNow();
    tables.close();
    samples.close();
    ports
        .work()
        .write(
            Messages.text("shell.closing", connection().name()),
            _ -> {
              session.close();
              return true;
            },
            _ -> {});
  }

  private void rememberLayout() {
    Tab selected = tabs.selectedProperty().get();
    memory.layout(
        connection().id(),
        new Memory.Layout(
            tabs.tabs().stream().map(Tab::place).toList(),
            selected == null ? null : selected.place()));
  }
}
