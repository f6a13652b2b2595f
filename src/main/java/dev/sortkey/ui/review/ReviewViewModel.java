package dev.sortkey.ui.review;

import dev.sortkey.core.edit.ChangeFilter;
import dev.sortkey.core.edit.ChangeSet;
import dev.sortkey.core.edit.CommitPlan;
import dev.sortkey.core.edit.Merge;
import dev.sortkey.core.edit.Place;
import dev.sortkey.core.edit.Staged;
import dev.sortkey.core.edit.Standing;
import dev.sortkey.core.edit.WriteUnits;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.TableChanges;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// What is staged, to be looked at change by change and path by path, and committed a table at a
/// time.
final class ReviewViewModel {
  /// As many changes show their paths without being asked.
  private static final int OPEN = 20;

  /// What a commit of the current table would be.
  ///
  /// @param waiting changes that need a merge first
  record Plan(CommitPlan commit, WriteUnits units, int all, int waiting) {}

  private final Desk desk;
  private final Slot planning;
  private final ObservableList<ReviewEntry> entries = FXCollections.observableArrayList();
  private final ObservableList<ReviewRow> rows = FXCollections.observableArrayList();
  private final ShownChanges shown;
  private final BooleanProperty together = new SimpleBooleanProperty(true);
  private final ReadOnlyObjectWrapper<@Nullable TableChanges> current =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Plan> plan = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable String> notice = new ReadOnlyObjectWrapper<>();
  private final Map<TableChanges, Subscription> followed = new HashMap<>();
  private final ListChangeListener<TableChanges> tables = _ -> follow();

  /// Changes whose paths the person opened or closed, against what is usual.
  private final Set<ItemKey> turned = new HashSet<>();

  private final Set<ItemKey> whole = new HashSet<>();
  private final Map<ItemKey, Merge> merges = new HashMap<>();

  ReviewViewModel(Desk desk) {
    this.desk = desk;
    this.planning = desk.work().slot();
    this.shown = new ShownChanges(desk, this::draw);
    desk.changes().tables().addListener(tables);
    together.addListener((_, _, _) -> plan());
    follow();
  }

  /// The changes of all tables, those of one after the other.
  ObservableList<ReviewEntry> entries() {
    return entries;
  }

  /// The lines of the current table's changes.
  ObservableList<ReviewRow> rows() {
    return rows;
  }

  ObjectProperty<ChangeFilter> filterProperty() {
    return shown.filterProperty();
  }

  /// Whether all of a commit shall be made or none of it.
  BooleanProperty togetherProperty() {
    return together;
  }

  /// The table whose changes are shown and committed, or null when nothing is staged.
  ReadOnlyObjectProperty<@Nullable TableChanges> currentProperty() {
    return current.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Plan> planProperty() {
    return plan.getReadOnlyProperty();
  }

  /// A word about why something was refused, or null.
  ReadOnlyObjectProperty<@Nullable String> noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  void dismissNotice() {
    notice.set(null);
  }

  /// Shows the changes of a table.
  void show(@Nullable String table) {
    if (table != null) {
      show(desk.changes().of(table));
    }
  }

  void show(TableChanges table) {
    if (table != current.get()) {
      choose(table);
      draw();
    }
  }

  private void choose(TableChanges table) {
    current.set(table);
    together.set(
        table.now().size() <= CommitPlan.MOST
            && CommitPlan.of(table.now().all(), true).batches().size() <= 1);
  }

  /// Opens a change, so that its paths are seen.
  ///
  /// @return the place of its first line
  int reveal(ItemKey key) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i) instanceof ReviewRow.Head head && head.key().equals(key)) {
        if (!head.open()) {
          toggle(key);
        }
        return i;
      }
    }
    return 0;
  }

  void toggle(ItemKey key) {
    if (!turned.remove(key)) {
      turned.add(key);
    }
    draw();
  }

  /// Shows or hides what of an item stays as it is.
  void toggleWhole(ItemKey key) {
    if (!whole.remove(key)) {
      whole.add(key);
    }
    draw();
  }

  boolean isWhole(ItemKey key) {
    return whole.contains(key);
  }

  @Nullable TableSchema schema() {
    TableChanges table = current.get();
    return table == null ? null : desk.tables().schema(table.table()).orElse(null);
  }

  /// Write units of one change by itself.
  long units(Staged staged) {
    TableSchema schema = schema();
    return schema == null
        ? 0
        : staged.effective().map(change -> WriteUnits.of(schema, change, false).total()).orElse(0L);
  }

  // ---- steps

  void reject(ItemKey key, Collection<Place> places) {
    TableSchema schema = schema();
    if (schema != null) {
      step(set -> {
        ChangeSet now = set;
        for (Place place : places) {
          now = now.reject(schema, key, place);
        }
        return now;
      });
    }
  }

  /// What a set gains comes back before what it loses goes, so that it is not empty on the way.
  void restore(ItemKey key, List<Place> places) {
    step(set -> {
      ChangeSet now = set;
      for (Place place : places.reversed()) {
        now = now.restore(key, place);
      }
      return now;
    });
  }

  void rejectItem(ItemKey key) {
    step(set -> set.discard(List.of(key)));
  }

  void discardAll() {
    step(set -> set.discard(List.copyOf(set.entries().keySet())));
  }

  void undo() {
    TableChanges table = current.get();
    if (table != null) {
      table.undo();
    }
  }

  void redo() {
    TableChanges table = current.get();
    if (table != null) {
      table.redo();
    }
  }

  // ---- merges

  void choose(ItemKey key, AttrPath path, Merge.Choice choice) {
    Merge merge = merges.get(key);
    if (merge != null) {
      merges.put(key, merge.choose(path, choice));
      draw();
    }
  }

  void chooseAll(ItemKey key, Merge.Choice choice) {
    Merge merge = merges.get(key);
    if (merge != null) {
      merges.put(key, merge.chooseAll(choice));
      draw();
    }
  }

  /// Stages what the merge has come to.
  void merged(ItemKey key) {
    Merge merge = merges.get(key);
    TableSchema schema = schema();
    TableChanges table = current.get();
    Staged staged = table == null ? null : table.now().get(key);
    if (merge != null
        && schema != null
        && staged != null
        && staged.standing() instanceof Standing.Changed(Item _, Instant seen)) {
      step(set -> set.merged(schema, key, merge.theirs(), merge.result(), seen));
    }
  }

  /// Goes on with a change whose item is gone, or whose deletion met another version.
  void anew(ItemKey key) {
    TableChanges table = current.get();
    Staged staged = table == null ? null : table.now().get(key);
    if (staged != null
        && staged.standing() instanceof Standing.Changed(Item theirs, Instant seen)) {
      step(set -> theirs == null ? set.createdAnew(key) : set.deletedAnew(key, theirs, seen));
    }
  }

  private void step(UnaryOperator<ChangeSet> step) {
    TableChanges table = current.get();
    if (table == null) {
      return;
    }
    try {
      notice.set(null);
      table.stage(step);
    } catch (IllegalArgumentException e) {
      notice.set(e.getMessage());
    }
  }

  // ---- commit

  void commit() {
    TableChanges table = current.get();
    TableSchema schema = schema();
    if (table != null && schema != null && !desk.refusesWrite()) {
      table.commit(schema, table.now().all(), together.get());
    }
  }

  void close() {
    planning.abandon();
    shown.close();
    desk.changes().tables().removeListener(tables);
    followed.values().forEach(Subscription::unsubscribe);
  }

  private void follow() {
    for (TableChanges table : desk.changes().tables()) {
      if (!followed.containsKey(table)) {
        followed.put(table, table.stagingProperty().subscribe((_, _) -> draw()));
      }
    }
    draw();
  }

  private void draw() {
    TableChanges now = current.get();
    if (now == null || now.now().isEmpty() && now.reportProperty().get() == null) {
      desk.changes().tables().stream()
          .filter(table -> !table.now().isEmpty())
          .findFirst()
          .ifPresent(this::choose);
    }
    shown.look();
    List<ReviewEntry> all = new ArrayList<>();
    List<Map.Entry<ItemKey, Staged>> here = List.of();
    for (TableChanges table : desk.changes().tables()) {
      if (!table.now().isEmpty()) {
        List<Map.Entry<ItemKey, Staged>> some = shown.of(table);
        all.add(new ReviewEntry.Table(table, table.now().size()));
        some.forEach(one -> all.add(new ReviewEntry.Change(table, one.getKey(), one.getValue())));
        here = table == current.get() ? some : here;
      }
    }
    if (!all.equals(entries)) {
      entries.setAll(all);
    }
    drawRows(here);
    plan();
  }

  private void drawRows(List<Map.Entry<ItemKey, Staged>> some) {
    TableChanges table = current.get();
    List<ReviewRow> lines = new ArrayList<>();
    if (table != null) {
      int at = 0;
      for (Map.Entry<ItemKey, Staged> one : some) {
        ItemKey key = one.getKey();
        Staged staged = one.getValue();
        boolean usual = staged.conflicting() || staged.kind() == Staged.Kind.EDIT && at < OPEN;
        boolean open = usual != turned.contains(key);
        lines.add(new ReviewRow.Head(key, staged, open));
        if (open) {
          ReviewLines.add(lines, key, staged, merge(key, staged), whole.contains(key));
        }
        at++;
      }
      merges.keySet().removeIf(key -> table.now().get(key) == null);
    }
    if (!lines.equals(rows)) {
      rows.setAll(lines);
    }
  }

  /// The merge of a change that someone else was faster than, as far as the person has come.
  private @Nullable Merge merge(ItemKey key, Staged staged) {
    if (!(staged.standing() instanceof Standing.Changed(Item theirs, Instant _))
        || theirs == null
        || staged.kind() == Staged.Kind.DELETE) {
      merges.remove(key);
      return null;
    }
    Merge known = merges.get(key);
    if (known == null || !known.theirs().equals(theirs)) {
      known = Merge.of(staged, theirs);
      merges.put(key, known);
    }
    return known;
  }

  private void plan() {
    TableChanges table = current.get();
    TableSchema schema = schema();
    if (table == null || schema == null || table.now().isEmpty()) {
      planning.abandon();
      plan.set(null);
      return;
    }
    ChangeSet now = table.now();
    boolean all = together.get();
    planning.read(
        Messages.text("review.planning"),
        _ -> {
          CommitPlan made = CommitPlan.of(now.all(), all);
          return new Plan(made, made.units(schema), now.size(), now.counts().conflicts());
        },
        (Outcome<Plan> outcome) -> {
          if (outcome instanceof Outcome.Done<Plan>(Plan made)) {
            plan.set(made);
          }
        });
  }
}
