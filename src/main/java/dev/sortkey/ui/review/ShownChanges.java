package dev.sortkey.ui.review;

import dev.sortkey.core.edit.ChangeFilter;
import dev.sortkey.core.edit.ChangeSet;
import dev.sortkey.core.edit.Staged;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.TableChanges;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Which of the staged changes the person's filter lets through. A text is looked for in the
/// background, since it may stand anywhere in any of ten thousand changes; until it is found or
/// not, the list is what it was.
final class ShownChanges {
  private final Desk desk;
  private final Runnable onFound;
  private final Slot searching;
  private final ObjectProperty<ChangeFilter> filter =
      new SimpleObjectProperty<>(ChangeFilter.all());

  /// What was looked through last, or is being looked through; null while no text is looked for.
  private @Nullable Search search;

  /// Those that hold the text; null while none is looked for, or the first answer is not there yet.
  private @Nullable Map<TableChanges, Set<ItemKey>> found;

  private record Search(ChangeFilter filter, Map<TableChanges, ChangeSet> sets) {
    boolean sameAs(@Nullable Search other) {
      return other != null
          && filter.equals(other.filter)
          && sets.keySet().equals(other.sets.keySet())
          && sets.entrySet().stream()
              .allMatch(one -> one.getValue() == other.sets.get(one.getKey()));
    }
  }

  /// @param onFound called when others are shown than before
  ShownChanges(Desk desk, Runnable onFound) {
    this.desk = desk;
    this.onFound = onFound;
    this.searching = desk.work().slot();
    filter.addListener((_, _, _) -> onFound.run());
  }

  ObjectProperty<ChangeFilter> filterProperty() {
    return filter;
  }

  /// Takes note of what is staged now.
  void look() {
    ChangeFilter now = filter.get();
    if (now.text().isEmpty()) {
      search = null;
      found = null;
      searching.abandon();
      return;
    }
    Map<TableChanges, ChangeSet> sets =
        desk.changes().tables().stream()
            .collect(Collectors.toMap(Function.identity(), TableChanges::now));
    var wanted = new Search(now, sets);
    if (!wanted.sameAs(search)) {
      search = wanted;
      search(now, sets);
    }
  }

  private void search(ChangeFilter now, Map<TableChanges, ChangeSet> sets) {
    Map<TableChanges, List<String>> keys =
        sets.keySet().stream().collect(Collectors.toMap(Function.identity(), this::keys));
    searching.read(
        Messages.text("review.searching"),
        progress -> {
          Map<TableChanges, Set<ItemKey>> all = new HashMap<>();
          for (TableChanges table : sets.keySet()) {
            Set<ItemKey> holding = new HashSet<>();
            for (var entry : sets.get(table).entries().entrySet()) {
              if (progress.cancelled()) {
                return all;
              }
              if (now.shows(entry.getValue(), keys.get(table))) {
                holding.add(entry.getKey());
              }
            }
            all.put(table, holding);
          }
          return all;
        },
        (Outcome<Map<TableChanges, Set<ItemKey>>> outcome) -> {
          if (outcome instanceof Outcome.Done<Map<TableChanges, Set<ItemKey>>>(var all)) {
            found = all;
            onFound.run();
          }
        });
  }

  private List<String> keys(TableChanges table) {
    return desk.tables()
        .schema(table.table())
        .map(schema -> schema.keys().all().stream().map(KeyAttribute::name).toList())
        .orElse(List.of());
  }

  /// A table's changes that are shown.
  List<Map.Entry<ItemKey, Staged>> of(TableChanges table) {
    ChangeFilter now = filter.get();
    var rest = new ChangeFilter("", now.kinds(), now.conflicts());
    Set<ItemKey> holding = found == null ? null : found.getOrDefault(table, Set.of());
    return table.now().entries().entrySet().stream()
        .filter(entry -> holding == null || holding.contains(entry.getKey()))
        .filter(entry -> rest.shows(entry.getValue(), List.of()))
        .toList();
  }

  void close() {
    searching.abandon();
  }
}
