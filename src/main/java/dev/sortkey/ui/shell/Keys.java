package dev.sortkey.ui.shell;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Does what the window's own shortcuts say, wherever the focus is.
final class Keys {
  private final ShellView view;
  private final ShellViewModel model;

  Keys(ShellView view, ShellViewModel model) {
    this.view = view;
    this.model = model;
  }

  void install() {
    view.addEventFilter(KeyEvent.KEY_PRESSED, this::early);
    view.addEventHandler(KeyEvent.KEY_PRESSED, this::late);
  }

  /// Keys that no control may swallow.
  private void early(KeyEvent event) {
    if (view.dialogShown()) {
      return;
    }
    boolean taken = true;
    if (Shortcut.PALETTE.keys().match(event)) {
      view.showPalette();
    } else if (Shortcut.NEXT_TAB.keys().match(event)) {
      step(1);
    } else if (Shortcut.PREVIOUS_TAB.keys().match(event)) {
      step(-1);
    } else {
      taken = false;
    }
    if (taken) {
      event.consume();
    }
  }

  /// Keys that the panel in front may use for itself.
  private void late(KeyEvent event) {
    if (view.dialogShown()) {
      return;
    }
    Workspace workspace = model.startShown().get() ? null : model.currentProperty().get();
    boolean taken = true;
    if (Shortcut.FILTER_TABLES.keys().match(event)) {
      view.focusFilter();
    } else if (Shortcut.OPEN_CONNECTION.keys().match(event)) {
      model.showStart();
    } else if (Shortcut.ACTIVITY.keys().match(event)) {
      view.showActivity(!view.activityShown());
    } else if (Shortcut.THEME.keys().match(event)) {
      model.appearance().toggle();
    } else if (Shortcut.HELP.keys().match(event)) {
      view.showHelp();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      taken = escape();
    } else {
      taken = workspace != null && inWorkspace(workspace, event);
    }
    if (taken) {
      event.consume();
    }
  }

  private boolean inWorkspace(Workspace workspace, KeyEvent event) {
    if (Shortcut.CLOSE_TAB.keys().match(event)) {
      Tab tab = workspace.tabs().selectedProperty().get();
      if (tab != null) {
        workspace.tabs().close(tab);
      }
      return true;
    }
    if (Shortcut.REFRESH_TABLES.keys().match(event)) {
      workspace.tables().reload();
      return true;
    }
    if (event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown()) {
      int digit = event.getCode().compareTo(KeyCode.DIGIT1);
      if (event.getCode().isDigitKey() && digit >= 0 && digit < 9) {
        workspace.tabs().select(digit);
        return true;
      }
    }
    return forwarded(workspace, event);
  }

  /// The shortcuts of the panel in front work wherever in the window the focus is.
  private static boolean forwarded(Workspace workspace, KeyEvent event) {
    Tab tab = workspace.tabs().selectedProperty().get();
    boolean shortcut =
        event.isShortcutDown() || event.isAltDown() || event.getCode().isFunctionKey();
    if (tab == null || !shortcut) {
      return false;
    }
    Node panel = tab.panel().node();
    Node here = event.getTarget() instanceof Node target ? target : null;
    while (here != null && here != panel) {
      here = here.getParent();
    }
    if (here == panel) {
      return false;
    }
    Event.fireEvent(panel, event.copyFor(panel, panel));
    return true;
  }

  private boolean escape() {
    if (view.activityShown()) {
      view.showActivity(false);
      return true;
    }
    if (model.startShown().get() && model.currentProperty().get() != null) {
      model.leaveStart();
      return true;
    }
    return false;
  }

  private void step(int by) {
    Workspace workspace = model.currentProperty().get();
    if (workspace != null && !model.startShown().get()) {
      workspace.tabs().step(by);
    }
  }
}
