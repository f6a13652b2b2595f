package dev.sortkey.ui.workbench;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.text.Messages;
import dev.sortkey.store.StagedChanges;
import dev.sortkey.store.Store;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Work;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What is staged on one connection, table by table; what an earlier Sortkey left is there again.
public final class Changes {
  private final Session session;
  private final Store store;
  private final Work work;
  private final ObservableList<TableChanges> tables = FXCollections.observableArrayList();
  // Kept, since an unmodifiable view follows its list only as long as someone holds the view.
  private final ObservableList<TableChanges> view =
      FXCollections.unmodifiableObservableList(tables);
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private volatile @Nullable String identity;

  public Changes(Session session, Store store, Work work) {
    this.session = session;
    this.store = store;
    this.work = work;
  }

  /// The tables that were asked for or have something staged.
  public ObservableList<TableChanges> tables() {
    return view;
  }

  /// Why what was staged earlier could not be read, or null.
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Looks on the disk for what was staged earlier.
  public void recall() {
    String connection = session.connection().id();
    work.read(
        Messages.text("workbench.staged.recalling"),
        _ ->
            store.staged().all().stream()
                .filter(where -> where.connection().equals(connection))
                .map(StagedChanges.Where::table)
                .toList(),
        (Outcome<List<String>> outcome) -> {
          switch (outcome) {
            case Outcome.Done<List<String>>(List<String> names) -> names.forEach(this::of);
            case Outcome.Failed<List<String>>(Problem why) -> problem.set(why);
            case Outcome.Cancelled<List<String>> _ -> {}
          }
        });
  }

  /// What is staged for a table.
  public TableChanges of(String table) {
    for (TableChanges known : tables) {
      if (known.table().equals(table)) {
        return known;
      }
    }
    var fresh = new TableChanges(table, session, store, work, this::who);
    tables.add(fresh);
    return fresh;
  }

  /// Under which identity writes are sent; blocks the first time.
  private String who() {
    String known = identity;
    if (known == null) {
      try {
        known = session.identity().label();
        identity = known;
      } catch (ProblemException e) {
        // The write will say what is wrong.
        known = session.connection().name();
      }
    }
    return known;
  }
}
