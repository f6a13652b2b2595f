package dev.sortkey.ui.shell;

import dev.sortkey.core.calls.CallLog;
import dev.sortkey.core.calls.CallRecord;
import dev.sortkey.core.session.Identity;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.work.Outcome;
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
  private final Consumer<CallRecord> listener = _ -> countSoon();
  private final ReadOnlyStringWrapper units = new ReadOnlyStringWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Identity> identity = new ReadOnlyObjectWrapper<>();

  StatusViewModel(Session session, Work work) {
    this.calls = session.calls();
    this.work = work;
    count();
    calls.onCall(listener);
    work.read(
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

  void close() {
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
