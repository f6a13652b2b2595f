package dev.sortkey.core.calls;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The last calls of one session and its totals; safe on any thread.
public final class CallLog {
  /// How many records are kept.
  public static final int CAPACITY = 2_000;

  private final ArrayDeque<CallRecord> records = new ArrayDeque<>();
  private final CopyOnWriteArrayList<Consumer<CallRecord>> listeners = new CopyOnWriteArrayList<>();
  private double readUnits;
  private double writeUnits;
  private long count;

  public void add(CallRecord call) {
    synchronized (this) {
      if (records.size() == CAPACITY) {
        records.removeFirst();
      }
      records.addLast(call);
      readUnits += call.readUnits();
      writeUnits += call.writeUnits();
      count++;
    }
    listeners.forEach(listener -> listener.accept(call));
  }

  /// The kept records, oldest first.
  public synchronized List<CallRecord> records() {
    return new ArrayList<>(records);
  }

  public synchronized void clear() {
    records.clear();
  }

  /// Calls since the session was opened, kept or not.
  public synchronized long count() {
    return count;
  }

  /// Read capacity units since the session was opened.
  public synchronized double readUnits() {
    return readUnits;
  }

  /// Write capacity units since the session was opened.
  public synchronized double writeUnits() {
    return writeUnits;
  }

  /// Called on the thread that made the call.
  public void onCall(Consumer<CallRecord> listener) {
    listeners.add(listener);
  }

  public void removeListener(Consumer<CallRecord> listener) {
    listeners.remove(listener);
  }
}
