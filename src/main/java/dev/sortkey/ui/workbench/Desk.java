package dev.sortkey.ui.workbench;

import dev.sortkey.core.library.RunRecord;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.text.Messages;
import dev.sortkey.store.Store;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Work;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// What every panel of one open connection is given.
///
/// @param tables the connection's tables as last described
/// @param theme for panels that draw by themselves
/// @param readOnly whether writes are refused; what begins one goes through [#writing] or binds to
///   this
/// @param changes what is staged on the connection
public record Desk(
    Session session,
    Tables tables,
    Store store,
    Work work,
    Workbench workbench,
    ObservableValue<Theme> theme,
    ReadOnlyBooleanProperty readOnly,
    Changes changes) {
  public Desk(
      Session session,
      Tables tables,
      Store store,
      Work work,
      Workbench workbench,
      ObservableValue<Theme> theme,
      ReadOnlyBooleanProperty readOnly) {
    this(
        session,
        tables,
        store,
        work,
        workbench,
        theme,
        readOnly,
        new Changes(session, store, work));
  }

  /// A desk that is free to write.
  public Desk(
      Session session,
      Tables tables,
      Store store,
      Work work,
      Workbench workbench,
      ObservableValue<Theme> theme) {
    this(session, tables, store, work, workbench, theme, new SimpleBooleanProperty());
  }

  /// Keeps a run in the history of this connection.
  public void remember(RunRecord run) {
    String connection = session.connection().id();
    work.write(
        Messages.text("library.writing"),
        _ -> {
          store.history().add(connection, run);
          return true;
        },
        outcome -> {
          if (outcome instanceof Outcome.Failed<Boolean>(Problem why)) {
            workbench.toast(why);
          }
        });
  }

  /// The control in a frame that disables it while the connection is read-only and says so. What
  /// else disables the control stays its own affair.
  public Node writing(Node control) {
    return new WriteFrame(control, readOnly);
  }

  /// For keys, which no disabled control holds back: says why and returns true while nothing may be
  /// written.
  public boolean refusesWrite() {
    if (readOnly.get()) {
      workbench.toast(
          Problem.of(
              Problem.Kind.READ_ONLY,
              Messages.text("workbench.read-only.title"),
              Messages.text("workbench.read-only.detail"),
              Problem.Remedy.ALLOW_WRITES));
    }
    return readOnly.get();
  }
}
