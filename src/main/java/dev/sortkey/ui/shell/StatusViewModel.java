package dev.sortkey.ui.shell;

import dev.sortkey.core.calls.CallLog;
import dev.sortkey.core.calls.CallRecord;
import dev.sortkey.core.session.Identity;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.session.SignIn;
import dev.sortkey.core.session.SignIn.Standing;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Work;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// What the status bar says of one connection: who we are there, and what was used so far.
final class StatusViewModel {
  private final CallLog calls;
  private final Work work;
  private final AtomicBoolean pending = new AtomicBoolean();
  private final Consumer<CallRecord> listener = this::called;
  private final ReadOnlyStringWrapper units = new ReadOnlyStringWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Identity> identity = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Standing> standing =
      new ReadOnlyObjectWrapper<>(new Standing.Lasting());
  private final Session session;
  private final SignIn signIn;
  private final Slot asking;
  private final Slot standings;

  StatusViewModel(Session session, SignIn signIn, Work work) {
    this.session = session;
    this.signIn = signIn;
    this.calls = session.calls();
    this.work = work;
    this.asking = work.slot();
    this.standings = work.slot();
    count();
    calls.onCall(listener);
    signedIn();
  }

  /// Asks anew who we are and how long that holds.
  void signedIn() {
    look();
    asking.read(
        Messages.text("shell.identity.asking"),
        _ -> session.identity(),
        outcome -> {
          if (outcome instanceof Outcome.Done<Identity>(Identity known)) {
            identity.set(known);
          }
        });
  }

  /// "12.5 RCU · 3 WCU this session".
  ReadOnlyStringProperty unitsProperty() {
    return units.getReadOnlyProperty();
  }

  /// Null until the endpoint has said.
  ReadOnlyObjectProperty<@Nullable Identity> identityProperty() {
    return identity.getReadOnlyProperty();
  }

  /// How long the sign-in holds.
  ReadOnlyObjectProperty<Standing> standingProperty() {
    return standing.getReadOnlyProperty();
  }

  /// Looks how long the sign-in holds; called now and then, since another program may have changed
  /// it.
  void look() {
    String profile = session.connection().profile();
    if (profile != null) {
      standings.read(
          Messages.text("shell.sign-in.looking"),
          _ -> signIn.standing(profile),
          outcome -> {
            if (outcome instanceof Outcome.Done<Standing>(Standing now)) {
              standing.set(now);
            }
          });
    }
  }

  /// A call that failed may have shown that the sign-in is over.
  private void called(CallRecord call) {
    countSoon();
    if (call.error() != null) {
      work.onFx(this::look);
    }
  }

  void close() {
    asking.abandon();
    standings.abandon();
    calls.removeListener(listener);
  }

  /// Thousands of calls a second make one update.
  private void countSoon() {
    if (pending.compareAndSet(false, true)) {
      work.onFx(() -> {
        pending.set(false);
        count();
      });
    }
  }

  private void count() {
    double read = calls.readUnits();
    double written = calls.writeUnits();
    units.set(
        written > 0
            ? Messages.text("shell.units.both", read, written)
            : Messages.text("shell.units.read", read));
  }
}
