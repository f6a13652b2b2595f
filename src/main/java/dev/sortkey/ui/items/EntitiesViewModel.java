package dev.sortkey.ui.items;

import dev.sortkey.core.rows.Entities;
import dev.sortkey.core.rows.EntityRule;
import dev.sortkey.core.rows.EntityScan;
import dev.sortkey.core.rows.RowStore;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Work;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The entities in the loaded rows, recognised away from the FX thread as pages come in, and those
/// of them that are looked at.
final class EntitiesViewModel {
  /// Stands for the rows of no entity.
  static final String OTHERS = "";

  private final TableSchema table;
  private final ItemsViewModel items;
  private final Supplier<List<EntityRule>> saved;
  private final Slot looking;
  private final ReadOnlyObjectWrapper<Entities> entities =
      new ReadOnlyObjectWrapper<>(Entities.none());
  private final ReadOnlyObjectWrapper<Set<String>> chosen = new ReadOnlyObjectWrapper<>(Set.of());
  private @Nullable RowStore store;
  private EntityScan scan;

  /// Whether more came while a look was under way.
  private boolean again;

  /// @param saved the person's rules for the table, as of now
  EntitiesViewModel(
      TableSchema table, ItemsViewModel items, Supplier<List<EntityRule>> saved, Work work) {
    this.table = table;
    this.items = items;
    this.saved = saved;
    this.looking = work.slot();
    this.scan = scan(items.rows().store());
    items.rows().onStore(this::look);
    items
        .results()
        .loadingAllProperty()
        .addListener((_, _, loading) -> {
          if (!loading) {
            look();
          }
        });
    look();
  }

  /// What the loaded rows are, as far as they were looked at.
  ReadOnlyObjectProperty<Entities> entitiesProperty() {
    return entities.getReadOnlyProperty();
  }

  /// The names of the entities that are shown alone, or none for all rows.
  ReadOnlyObjectProperty<Set<String>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /// The attribute of the table's partition key.
  String partitionKey() {
    return table.keys().partition().getFirst().name();
  }

  /// That of its sort key, or null when it has none.
  @Nullable String sortKey() {
    return table.keys().sort().isEmpty() ? null : table.keys().sort().getFirst().name();
  }

  /// The entities to choose from: the person's own, and others that have rows.
  List<Entities.Entity> offered() {
    return entities.get().all().stream().filter(one -> one.saved() || one.count() > 0).toList();
  }

  /// Whether there is anything to choose.
  boolean offers() {
    List<Entities.Entity> all = offered();
    return all.size() > 1 || all.stream().anyMatch(Entities.Entity::saved);
  }

  /// Shows one entity alone, or all rows again when it was alone already.
  ///
  /// @param also whether it joins those that are shown, or leaves them
  void choose(String name, boolean also) {
    Set<String> next = new LinkedHashSet<>(chosen.get());
    if (also) {
      if (!next.remove(name)) {
        next.add(name);
      }
    } else if (next.equals(Set.of(name))) {
      next.clear();
    } else {
      next.clear();
      next.add(name);
    }
    chosen.set(Set.copyOf(next));
    show();
  }

  void chooseAll() {
    chosen.set(Set.of());
    show();
  }

  /// How many of the loaded rows belong to what is chosen.
  int chosenRows() {
    Entities now = entities.get();
    int rows = chosen.get().contains(OTHERS) ? now.others() : 0;
    for (Entities.Entity one : now.all()) {
      rows += chosen.get().contains(one.name()) ? one.count() : 0;
    }
    return rows;
  }

  /// The person's rules have changed.
  void rulesChanged() {
    look();
  }

  /// An entity that is shown has another name from the next look on.
  void renamed(String before, String after) {
    if (chosen.get().contains(before)) {
      Set<String> next = new HashSet<>(chosen.get());
      next.remove(before);
      next.add(after);
      chosen.set(Set.copyOf(next));
    }
  }

  /// A try of a rule on the loaded rows, for another thread.
  EntityScan scan() {
    return scan;
  }

  IntPredicate live() {
    return items.rows().live();
  }

  RowStore store() {
    return items.rows().store();
  }

  List<EntityRule> saved() {
    return saved.get();
  }

  void close() {
    looking.abandon();
  }

  private EntityScan scan(RowStore now) {
    store = now;
    return new EntityScan(now, partitionKey(), sortKey());
  }

  private void look() {
    if (store != store()) {
      scan = scan(store());
      looking.abandon();
      again = false;
      // What is chosen is of the rows before.
      items.rows().onlyProperty().set(null);
    }
    if (looking.busy()) {
      again = true;
      return;
    }
    EntityScan mine = scan;
    IntPredicate live = live();
    looking.read(
        Messages.text("entities.looking"),
        progress -> mine.look(saved.get(), live, progress),
        (Outcome<Entities> outcome) -> {
          if (outcome instanceof Outcome.Done<Entities>(Entities found)) {
            take(found);
          }
          if (again) {
            again = false;
            look();
          }
        });
  }

  private void take(Entities found) {
    entities.set(found);
    Set<String> still = new HashSet<>(chosen.get());
    Set<String> known = new HashSet<>();
    offered().forEach(one -> known.add(one.name()));
    if (found.others() > 0) {
      known.add(OTHERS);
    }
    still.retainAll(known);
    chosen.set(offers() ? Set.copyOf(still) : Set.of());
    boolean wait =
        items.results().loadingAllProperty().get() && items.rows().orderProperty().get() != null;
    if (!wait) {
      show();
    }
  }

  /// Shows the rows and columns of what is chosen.
  private void show() {
    Entities now = entities.get();
    if (chosen.get().isEmpty()) {
      items.columns().only(null);
      items.rows().onlyProperty().set(null);
      return;
    }
    Set<Integer> places = new HashSet<>();
    Set<String> attributes = new HashSet<>();
    for (int i = 0; i < now.all().size(); i++) {
      if (chosen.get().contains(now.all().get(i).name())) {
        places.add(i);
        attributes.addAll(now.all().get(i).attributes());
      }
    }
    if (chosen.get().contains(OTHERS)) {
      places.add(-1);
      attributes.addAll(now.otherAttributes());
    }
    items.columns().only(attributes);
    items.rows().onlyProperty().set(now.rowsOf(places));
  }
}
