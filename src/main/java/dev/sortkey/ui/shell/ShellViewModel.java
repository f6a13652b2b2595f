package dev.sortkey.ui.shell;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Sandbox;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.session.SignIn.Standing;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Work;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The open connections and which of them is in front, or the start page.
final class ShellViewModel {
  private final Ports ports;
  private final Appearance appearance;
  private final BiFunction<ShellViewModel, Session, Workspace> maker;
  private final ObservableList<Workspace> workspaces = FXCollections.observableArrayList();
  // Kept, since an unmodifiable view follows its list only as long as someone holds the view.
  private final ObservableList<Workspace> shownWorkspaces =
      FXCollections.unmodifiableObservableList(workspaces);
  private final Map<Workspace, Keys> openedWith = new HashMap<>();
  private final ReadOnlyObjectWrapper<@Nullable Workspace> current = new ReadOnlyObjectWrapper<>();
  private final BooleanProperty startWanted = new SimpleBooleanProperty();
  private final BooleanBinding startShown;
  private final ObservableList<Toast> toasts = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable SignInViewModel> signIn =
      new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<@Nullable Workspace> asking = new SimpleObjectProperty<>();

  /// @param maker makes the workspace of a session that was opened
  ShellViewModel(
      Ports ports, Appearance appearance, BiFunction<ShellViewModel, Session, Workspace> maker) {
    this.ports = ports;
    this.appearance = appearance;
    this.maker = maker;
    startShown =
        Bindings.createBooleanBinding(
            () -> startWanted.get() || current.get() == null, startWanted, current);
    ports.sandbox().onChange(state -> ports.work().onFx(() -> sandboxIs(state)));
  }

  Appearance appearance() {
    return appearance;
  }

  Work work() {
    return ports.work();
  }

  ObservableList<Workspace> workspaces() {
    return shownWorkspaces;
  }

  ReadOnlyObjectProperty<@Nullable Workspace> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /// True when the start page is in front: on demand, and while no connection is open.
  BooleanBinding startShown() {
    return startShown;
  }

  ObservableList<Toast> toasts() {
    return toasts;
  }

  /// The connection whose closing waits for the person's word; or null.
  ObjectProperty<@Nullable Workspace> askingProperty() {
    return asking;
  }

  /// Goes to the connection, opening it when it is not open yet.
  void open(Connection connection, @Nullable Keys keys) {
    Optional<Workspace> known = of(connection);
    if (known.isPresent()) {
      boolean sameKeys = keys == null || keys.equals(openedWith.get(known.get()));
      if (sameKeys && known.get().connection().equals(connection)) {
        show(known.get());
        return;
      }
      // The new one would take the place of the open one, and what is typed there would be lost.
      if (!known.get().tabs().unsaved().isEmpty()) {
        if (sameKeys) {
          close(known.get());
        } else {
          show(known.get());
          toast(heldBack(connection));
        }
        return;
      }
    }
    String profile = connection.profile();
    if (profile == null) {
      connect(connection, keys);
      return;
    }
    work()
        .read(
            Messages.text("shell.sign-in.looking"),
            _ -> ports.signIn().standing(profile),
            (Outcome<Standing> outcome) -> {
              if (outcome instanceof Outcome.Done<Standing>(Standing.SignedOut _)) {
                signIn(profile, () -> connect(connection, keys));
              } else {
                connect(connection, keys);
              }
            });
  }

  /// The sign-in under way, or null.
  ReadOnlyObjectProperty<@Nullable SignInViewModel> signInProperty() {
    return signIn.getReadOnlyProperty();
  }

  /// Signs in to the profile and goes on where the work was; asked for again meanwhile, there is
  /// still but one.
  void signIn(String profile, Runnable then) {
    SignInViewModel running = signIn.get();
    if (running != null) {
      if (running.profile().equals(profile)) {
        running.then(then);
      }
      return;
    }
    var begun = new SignInViewModel(profile, ports, () -> signIn.set(null));
    begun.then(this::signedIn);
    begun.then(then);
    signIn.set(begun);
    begun.start();
  }

  /// One sign-in may serve several connections.
  private void signedIn() {
    toasts.removeIf(ShellViewModel::asksForSignIn);
    workspaces.stream()
        .filter(open -> open.connection().profile() != null)
        .forEach(Workspace::signedIn);
  }

  private static boolean asksForSignIn(Toast toast) {
    return toast.problem() != null && toast.problem().kind() == Problem.Kind.CREDENTIALS_EXPIRED;
  }

  private void connect(Connection connection, @Nullable Keys keys) {
    work()
        .read(
            Messages.text("shell.opening", connection.name()),
            _ -> ports.connector().open(connection, keys),
            (Outcome<Session> outcome) -> {
              switch (outcome) {
                case Outcome.Done<Session>(Session session) -> put(session, keys);
                case Outcome.Failed<Session>(Problem problem) ->
                    toast(new Toast(problem.title() + " " + problem.detail(), problem));
                case Outcome.Cancelled<Session> _ -> {}
              }
            });
  }

  void show(Workspace workspace) {
    current.set(workspace);
    startWanted.set(false);
  }

  void showStart() {
    startWanted.set(true);
  }

  /// Back from the start page to the connection that was in front.
  void leaveStart() {
    startWanted.set(false);
  }

  /// Closes at once when nothing is lost by it; otherwise asks.
  void close(Workspace workspace) {
    if (workspace.tabs().unsaved().isEmpty()) {
      closeNow(workspace);
    } else {
      show(workspace);
      asking.set(workspace);
    }
  }

  void closeNow(Workspace workspace) {
    asking.set(null);
    int at = workspaces.indexOf(workspace);
    workspaces.remove(workspace);
    openedWith.remove(workspace);
    if (current.get() == workspace) {
      current.set(
          workspaces.isEmpty() ? null : workspaces.get(Math.min(at, workspaces.size() - 1)));
    }
    workspace.closeNow();
  }

  /// How many tabs of all connections hold something that would be lost.
  int unsaved() {
    return workspaces.stream().mapToInt(open -> open.tabs().unsaved().size()).sum();
  }

  void closeAllNow() {
    List.copyOf(workspaces).forEach(this::closeNow);
  }

  /// Of those that ask for a sign-in, one is enough.
  void toast(Toast toast) {
    if (asksForSignIn(toast) && toasts.stream().anyMatch(ShellViewModel::asksForSignIn)) {
      return;
    }
    toasts.add(toast);
  }

  void dismiss(Toast toast) {
    toasts.remove(toast);
  }

  /// Starts the sandbox again; where it answers on another port, the workspace follows.
  void restartSandbox(Workspace workspace) {
    work()
        .read(
            Messages.text("shell.sandbox.restarting"),
            _ -> ports.sandbox().start(),
            (Outcome<Sandbox.State.Running> outcome) -> {
              switch (outcome) {
                case Outcome.Done<Sandbox.State.Running>(Sandbox.State.Running running) ->
                    sandboxRuns(workspace, running);
                case Outcome.Failed<Sandbox.State.Running>(Problem problem) ->
                    workspace.problemProperty().set(problem);
                case Outcome.Cancelled<Sandbox.State.Running> _ -> {}
              }
            });
  }

  private void sandboxRuns(Workspace workspace, Sandbox.State.Running running) {
    sandboxIs(running);
    workspace.tables().reload();
  }

  private void sandboxIs(Sandbox.State state) {
    for (Workspace workspace : workspaces) {
      if (workspace.connection().kind() == Connection.Kind.SANDBOX) {
        switch (state) {
          case Sandbox.State.Died _ -> workspace.problemProperty().set(sandboxDied());
          case Sandbox.State.Running(URI endpoint, Keys _) -> {
            workspace.moveTo(endpoint);
            workspace.problemProperty().set(null);
          }
          default -> {}
        }
      }
    }
  }

  private static Problem sandboxDied() {
    return Problem.of(
        Problem.Kind.NETWORK,
        Messages.text("shell.sandbox.died.title"),
        Messages.text("shell.sandbox.died.detail"),
        Problem.Remedy.RESTART_SANDBOX);
  }

  /// Shows a session that was just opened, in the place of an older one of the same connection.
  private void put(Session session, @Nullable Keys keys) {
    Optional<Workspace> older = of(session.connection());
    Workspace workspace = maker.apply(this, session);
    if (keys != null) {
      openedWith.put(workspace, keys);
    }
    if (older.isPresent()) {
      workspaces.set(workspaces.indexOf(older.get()), workspace);
    } else {
      workspaces.add(workspace);
    }
    show(workspace);
    older.ifPresent(replaced -> {
      openedWith.remove(replaced);
      replaced.closeNow();
    });
  }

  private static Toast heldBack(Connection connection) {
    Problem problem =
        Problem.of(
            Problem.Kind.CREDENTIALS_INVALID,
            Messages.text("shell.rekey.title", connection.name()),
            Messages.text("shell.rekey.detail"));
    return new Toast(problem.title() + " " + problem.detail(), problem);
  }

  private Optional<Workspace> of(Connection connection) {
    return workspaces.stream()
        .filter(open -> open.connection().id().equals(connection.id()))
        .findFirst();
  }
}
