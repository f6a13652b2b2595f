package dev.sortkey.ui.calls;

import dev.sortkey.core.calls.CallLog;
import dev.sortkey.core.calls.CallRecord;
import dev.sortkey.ui.work.Work;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The calls of one session, newest first, as far as the filter lets them through.
final class CallsViewModel {
  private final CallLog log;
  private final Work work;
  private final Consumer<CallRecord> listener = _ -> changed();
  private final AtomicBoolean pending = new AtomicBoolean();
  private final ObservableList<CallRecord> calls = FXCollections.observableArrayList();
  private final StringProperty filter = new SimpleStringProperty("");
  private final BooleanProperty errorsOnly = new SimpleBooleanProperty();
  private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper();

  CallsViewModel(CallLog log, Work work) {
    this.log = log;
    this.work = work;
    log.onCall(listener);
    filter.addListener(_ -> refresh());
    errorsOnly.addListener(_ -> refresh());
    refresh();
  }

  ObservableList<CallRecord> calls() {
    return calls;
  }

  StringProperty filterProperty() {
    return filter;
  }

  BooleanProperty errorsOnlyProperty() {
    return errorsOnly;
  }

  /// All calls since the session was opened, kept or not.
  ReadOnlyLongProperty totalProperty() {
    return total.getReadOnlyProperty();
  }

  double readUnits() {
    return log.readUnits();
  }

  double writeUnits() {
    return log.writeUnits();
  }

  void clear() {
    log.clear();
    refresh();
  }

  void close() {
    log.removeListener(listener);
  }

  /// Many calls a moment make one refresh.
  private void changed() {
    if (pending.compareAndSet(false, true)) {
      work.onFx(() -> {
        pending.set(false);
        refresh();
      });
    }
  }

  private void refresh() {
    String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
    List<CallRecord> shown =
        log.records().reversed().stream()
            .filter(call -> !errorsOnly.get() || call.error() != null)
            .filter(call -> wanted.isEmpty() || matches(call, wanted))
            .toList();
    total.set(log.count());
    if (!shown.equals(calls)) {
      calls.setAll(shown);
    }
  }

  private static boolean matches(CallRecord call, String wanted) {
    return Stream.of(call.operation(), call.table(), call.error())
        .anyMatch(part -> part != null && part.toLowerCase(Locale.ROOT).contains(wanted));
  }
}
