package dev.sortkey.ui.tables;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.table.TableCatalog;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Tables;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Deletes one table once its name was typed, and follows it until it is gone.
public final class DeleteTableViewModel {
  /// A table of some size stays in DELETING for a while; this often is asked whether it is gone.
  private static final Duration PAUSE = Duration.ofMillis(700);

  private final TableCatalog catalog;
  private final Tables tables;
  private final Work work;
  private final String table;
  private final Runnable gone;
  private final Slot slot;
  private final StringProperty typed = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper isGone = new ReadOnlyBooleanWrapper();
  private final BooleanBinding ready;

  /// @param gone called once the table is no longer there
  public DeleteTableViewModel(
      TableCatalog catalog, Tables tables, Work work, String table, Runnable gone) {
    this.catalog = catalog;
    this.tables = tables;
    this.work = work;
    this.table = table;
    this.gone = gone;
    this.slot = work.slot();
    ready =
        Bindings.createBooleanBinding(
            () -> typed.get().equals(table) && !slot.busy() && !isProtected(),
            typed,
            slot.busyProperty());
  }

  String table() {
    return table;
  }

  Optional<TableSchema> schema() {
    return tables.schema(table);
  }

  /// True when DynamoDB would refuse, since the table's deletion protection is on.
  boolean isProtected() {
    return schema().map(TableSchema::deletionProtection).orElse(false);
  }

  StringProperty typedProperty() {
    return typed;
  }

  /// True once the name is typed exactly and nothing is under way.
  BooleanBinding ready() {
    return ready;
  }

  ReadOnlyBooleanProperty busyProperty() {
    return slot.busyProperty();
  }

  /// Why it could not be deleted, or null.
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// True once the table is no longer there.
  public ReadOnlyBooleanProperty goneProperty() {
    return isGone.getReadOnlyProperty();
  }

  void delete() {
    if (!ready.get()) {
      return;
    }
    problem.set(null);
    slot.write(
        Messages.text("tables.delete.job", table),
        progress -> {
          catalog.delete(table);
          return followed(progress);
        },
        this::settled);
  }

  private void settled(Outcome<Boolean> outcome) {
    switch (outcome) {
      case Outcome.Done<Boolean>(Boolean ended) when ended -> {
        tables.remove(table);
        isGone.set(true);
        gone.run();
      }
      case Outcome.Failed<Boolean>(Problem failure) -> problem.set(failure);
      case Outcome.Done<Boolean> _, Outcome.Cancelled<Boolean> _ -> tables.refresh(table, _ -> {});
    }
  }

  /// Waits until the endpoint no longer knows the table; false when the person stopped waiting.
  private boolean followed(Progress progress) throws InterruptedException {
    while (!progress.cancelled()) {
      try {
        TableSchema deleting = catalog.describe(table);
        work.onFx(() -> tables.put(deleting));
      } catch (ProblemException e) {
        if (e.problem().kind() == Problem.Kind.NOT_FOUND) {
          return true;
        }
        throw e;
      }
      Thread.sleep(PAUSE);
    }
    return false;
  }
}
