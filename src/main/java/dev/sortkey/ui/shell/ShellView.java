package dev.sortkey.ui.shell;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.text.Messages;
import dev.sortkey.store.Settings;
import dev.sortkey.ui.connections.StartView;
import dev.sortkey.ui.connections.StartViewModel;
import dev.sortkey.ui.kit.Controls;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The whole window: the environment's bar, the start page or the connection in front, the status
/// bar, and over them dialogs, palette, activity and toasts.
public final class ShellView extends StackPane implements Front {
  /// The status bar and the highest footer of a panel, with some air.
  private static final double ABOVE_FOOT = 24 + 48 + 12;

  private final ShellViewModel model;
  private final Memory memory;
  private final Ports ports;
  private final Panels panels;
  private final Map<Workspace, WorkspaceView> views = new HashMap<>();
  private final StackPane content = new StackPane();
  private final Region bar = new Region();
  private final Node start;
  private final ModalLayer dialogs = new ModalLayer(Pos.CENTER, true);
  private final ModalLayer palette = new ModalLayer(Pos.TOP_CENTER, false);
  private final ActivityView activity;
  private final ToastLayer toasts;
  private @Nullable Node covered;

  /// @param clock the time of day, as the status bar shows it
  public ShellView(Ports ports, Appearance appearance, ObservableValue<String> clock) {
    this(ports, appearance, clock, Panels.all());
  }

  ShellView(Ports ports, Appearance appearance, ObservableValue<String> clock, Panels panels) {
    this.model = new ShellViewModel(ports, appearance, this::workspace);
    this.memory = new Memory(ports.store(), ports.work(), model::toast);
    this.ports = ports;
    this.panels = panels;
    setId("shell");
    var startModel =
        new StartViewModel(
            ports.profiles(),
            ports.connector(),
            ports.sandbox(),
            ports.store(),
            ports.work(),
            model::open,
            ports.signIn());
    start =
        new StartView(
            startModel,
            StartAction.of(
                Shortcut.PALETTE.label(), Shortcut.PALETTE, Feather.SEARCH, this::showPalette),
            StartAction.of(
                Shortcut.HELP.label(), Shortcut.HELP, Feather.HELP_CIRCLE, this::showHelp),
            StartAction.of(
                Messages.text("shell.shortcut.theme.short"),
                Shortcut.THEME,
                Feather.MOON,
                appearance::toggle));
    var jobs = new ActivityViewModel(ports.work());
    activity = new ActivityView(jobs, () -> showActivity(false));
    Controls.show(activity, false);
    activity.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    StackPane.setAlignment(activity, Pos.BOTTOM_RIGHT);
    StackPane.setMargin(activity, new Insets(0, 16, 36, 0));
    toasts = new ToastLayer(model, this::remedy);
    toasts.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    StackPane.setAlignment(toasts, Pos.BOTTOM_CENTER);
    bar.getStyleClass().add("sk-env-bar");
    VBox.setVgrow(content, Priority.ALWAYS);
    content.setMinSize(0, 0);
    var status = new StatusBar(model, jobs, clock, () -> showActivity(!activity.isVisible()));
    getChildren().addAll(new VBox(bar, content, status), toasts, activity, palette, dialogs);
    ListChangeListener<Workspace> changed = _ -> views.keySet().retainAll(model.workspaces());
    model.workspaces().addListener(changed);
    model.currentProperty().subscribe(_ -> fill());
    model.startShown().subscribe(_ -> fill());
    memory.sidebarWidth().subscribe(_ -> placeToasts());
    model.askingProperty().subscribe(this::askConnection);
    model
        .signInProperty()
        .addListener((_, _, now) -> {
          askSignIn(now);
          startModel.look();
        });
    clock.addListener((_, _, _) -> startModel.look());
    new Keys(this, model).install();
    appearance.choiceProperty().addListener((_, _, chosen) -> memory.appearance(chosen));
    ports.store().notices().forEach(this::notice);
  }

  /// What the window is called: table, connection, Sortkey.
  public ObservableValue<String> title() {
    ObservableValue<String> panel =
        model
            .currentProperty()
            .flatMap(workspace -> workspace.tabs().selectedProperty())
            .flatMap(tab -> tab.panel().title());
    BooleanBinding start = model.startShown();
    return Bindings.createStringBinding(
        () -> titleNow(start.get(), panel.getValue()), model.currentProperty(), start, panel);
  }

  /// Runs `exit` at once, or after the person has agreed to lose unsaved work.
  public void leave(Runnable exit) {
    if (model.unsaved() == 0) {
      exit.run();
      return;
    }
    List<Tab> unsaved =
        model.workspaces().stream().flatMap(open -> open.tabs().unsaved().stream()).toList();
    showDialog(
        Dialogs.unsaved(
            Messages.text("shell.unsaved.title"),
            Messages.text("shell.unsaved.exit", unsaved.size(), Dialogs.names(unsaved)),
            this::closeDialog,
            () -> {
              closeDialog();
              exit.run();
            }));
  }

  /// Closes every connection and remembers how the window stood.
  ///
  /// @param window where it was, or null when that is not worth remembering
  public void close(Settings.@Nullable Window window) {
    memory.window(window);
    model.closeAllNow();
  }

  /// Tells the person something that they may want to read twice.
  public void notice(String text) {
    model.toast(Toast.notice(text));
  }

  /// Shows a mistake of Sortkey's own.
  public void showBug(String report) {
    showDialog(Dialogs.bug(report, this::closeDialog));
  }

  @Override
  public void showDialog(Node node) {
    palette.close();
    dialogs.open(node);
  }

  @Override
  public boolean shows(Node node) {
    return dialogs.isDisplay() && dialogs.getContent() == node;
  }

  @Override
  public void closeDialog() {
    dialogs.close();
  }

  ShellViewModel model() {
    return model;
  }

  @Override
  public boolean dialogShown() {
    return dialogs.isDisplay();
  }

  void showPalette() {
    if (dialogs.isDisplay()) {
      return;
    }
    Workspace current = model.currentProperty().get();
    var entries = PaletteEntries.of(model, this::showHelp, () -> showActivity(true));
    var shown =
        new PaletteView(
            new PaletteViewModel(entries),
            current == null ? "" : Messages.text("shell.palette.in", current.connection().name()),
            palette::close);
    StackPane.setMargin(shown, new Insets(88, 0, 24, 0));
    palette.open(shown);
  }

  void showHelp() {
    showDialog(Dialogs.shortcuts(this::closeDialog));
  }

  void showActivity(boolean shown) {
    Controls.show(activity, shown);
    if (shown) {
      activity.requestFocus();
    }
  }

  boolean activityShown() {
    return activity.isVisible();
  }

  void focusFilter() {
    WorkspaceView view = views.get(model.currentProperty().get());
    if (view != null && !model.startShown().get()) {
      view.focusFilter();
    }
  }

  private Workspace workspace(ShellViewModel shell, Session session) {
    memory.used(session.connection());
    return new Workspace(session, ports, panels, shell, this, memory);
  }

  private void fill() {
    Workspace workspace = model.currentProperty().get();
    boolean onStart = model.startShown().get() || workspace == null;
    Controls.show(bar, !onStart);
    placeToasts();
    if (onStart) {
      content.getChildren().setAll(start);
      return;
    }
    colour(workspace);
    content.getChildren().setAll(views.computeIfAbsent(workspace, this::view));
  }

  private void colour(Workspace workspace) {
    if (model.currentProperty().get() == workspace) {
      bar.getStyleClass()
          .setAll("sk-env-bar", ConnectionHead.styleClass(workspace.connection().environment()));
    }
  }

  /// In the middle of what is right of the sidebar.
  private void placeToasts() {
    double left = bar.isVisible() ? memory.sidebarWidth().get() : 0;
    StackPane.setMargin(toasts, new Insets(0, 0, ABOVE_FOOT, left));
  }

  private WorkspaceView view(Workspace workspace) {
    workspace.tabs().askingProperty().subscribe(tab -> askTab(workspace, tab));
    workspace.caution().environmentProperty().subscribe(_ -> colour(workspace));
    return new WorkspaceView(workspace, model, memory.sidebarWidth(), this::showPalette);
  }

  /// Over whatever dialog was there, which comes back afterwards.
  private void askSignIn(@Nullable SignInViewModel now) {
    if (now != null) {
      covered = dialogs.isDisplay() ? dialogs.getContent() : null;
      showDialog(new SignInDialog(now));
    } else if (dialogs.getContent() instanceof SignInDialog) {
      if (covered == null) {
        closeDialog();
      } else {
        showDialog(covered);
        covered = null;
      }
    }
  }

  private void askTab(Workspace workspace, Tab tab) {
    if (tab != null) {
      showDialog(
          Dialogs.unsaved(
              Messages.text("shell.unsaved.title"),
              Messages.text("shell.unsaved.tab", tab.panel().title().getValue()),
              () -> {
                workspace.tabs().askingProperty().set(null);
                closeDialog();
              },
              () -> {
                closeDialog();
                workspace.tabs().closeNow(tab);
              }));
    }
  }

  private void askConnection() {
    Workspace workspace = model.askingProperty().get();
    if (workspace != null) {
      showDialog(
          Dialogs.unsaved(
              Messages.text("shell.unsaved.title"),
              Messages.text(
                  "shell.unsaved.connection",
                  workspace.connection().name(),
                  Dialogs.names(workspace.tabs().unsaved())),
              () -> {
                model.askingProperty().set(null);
                closeDialog();
              },
              () -> {
                closeDialog();
                model.closeNow(workspace);
              }));
    }
  }

  private void remedy(Problem.Remedy remedy) {
    Workspace current = model.currentProperty().get();
    if (current != null) {
      current.remedy(remedy);
    } else {
      model.showStart();
    }
  }

  /// Reads each value it depends on, since a mapped one that is never read falls silent.
  private String titleNow(boolean start, @Nullable String panel) {
    Workspace workspace = model.currentProperty().get();
    if (workspace == null || start) {
      return Messages.text("app.name");
    }
    return panel == null
        ? Messages.text("shell.title.connection", workspace.connection().name())
        : Messages.text("shell.title.tab", panel, workspace.connection().name());
  }
}
