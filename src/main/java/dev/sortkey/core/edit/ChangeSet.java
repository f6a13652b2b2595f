package dev.sortkey.core.edit;

import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.TableRules;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import dev.sortkey.core.value.ItemRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is staged for one table: for each item at most one change, in the order in which they were
/// staged. Immutable; each method that changes something gives another set.
///
/// @param entries by the key's value, see [ItemKey#byValue]
public record ChangeSet(SequencedMap<ItemKey, Staged> entries) {
  private static final ChangeSet EMPTY = new ChangeSet(new LinkedHashMap<>());

  /// How many changes there are of each kind, and how many of them wait for a merge.
  public record Counts(int edits, int inserts, int deletes, int conflicts) {
    public int all() {
      return edits + inserts + deletes;
    }
  }

  public ChangeSet {
    entries = Collections.unmodifiableSequencedMap(entries);
  }

  public static ChangeSet empty() {
    return EMPTY;
  }

  /// @param entries by the key's value, in any order
  public static ChangeSet of(Map<ItemKey, Staged> entries) {
    return new ChangeSet(sorted(entries));
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  public int size() {
    return entries.size();
  }

  /// In the order in which they were staged.
  public Collection<Staged> all() {
    return entries.values();
  }

  public @Nullable Staged get(ItemKey key) {
    return entries.get(key.byValue());
  }

  public Counts counts() {
    int edits = 0;
    int inserts = 0;
    int deletes = 0;
    int conflicts = 0;
    for (Staged staged : all()) {
      switch (staged.kind()) {
        case EDIT -> edits++;
        case INSERT -> inserts++;
        case DELETE -> deletes++;
      }
      conflicts += staged.conflicting() ? 1 : 0;
    }
    return new Counts(edits, inserts, deletes, conflicts);
  }

  /// Those that a commit can write: no merge is open, and something of them is left.
  public List<Staged> committable() {
    return all().stream()
        .filter(staged -> !staged.conflicting() && staged.effective().isPresent())
        .toList();
  }

  /// Stages a new item. Where the old one is staged to go, the new one takes its place.
  ///
  /// @throws IllegalArgumentException when DynamoDB would refuse the item, or one with its key is
  ///   staged already; the message is for the person
  public ChangeSet create(TableSchema table, Item item, Instant now) {
    check(table, item);
    ItemKey key = table.keyOf(item);
    Staged there = get(key);
    return switch (there == null ? null : there.change()) {
      case null -> with(key, fresh(new Change.Insert(item), null, now));
      case Change.Delete(Item original) -> edited(key, there, original, item);
      default -> throw new IllegalArgumentException(Messages.text("edit.key-staged"));
    };
  }

  /// Stages a copy of an item under another key.
  ///
  /// @throws IllegalArgumentException as in [#create]
  public ChangeSet duplicate(TableSchema table, Item item, ItemKey key, Instant now) {
    Item copy = item;
    for (var part : key.values().entrySet()) {
      copy = copy.with(part.getKey(), part.getValue());
    }
    return create(table, copy, now);
  }

  /// Stages an edit. Further edits of an item are made of what is staged, and what was read first
  /// stays the original. An edit that brings the original back takes the change out; a new item may
  /// get another key.
  ///
  /// @param original as it was read; does not matter for an item that is staged already
  /// @param edited with all changes that stand, the earlier ones too
  /// @throws IllegalArgumentException when DynamoDB would refuse the item, or the key of one that
  ///   is there differs; the message is for the person
  public ChangeSet edit(TableSchema table, Item original, Item edited, Instant read, Instant now) {
    check(table, edited);
    ItemKey old = table.keyOf(original);
    ItemKey key = table.keyOf(edited);
    Staged there = get(old);
    boolean moved = !key.byValue().equals(old.byValue());
    if (there != null && there.change() instanceof Change.Insert) {
      if (moved && get(key) != null) {
        throw new IllegalArgumentException(Messages.text("edit.key-staged"));
      }
      ChangeSet rest = moved ? without(old) : this;
      return rest.with(key, there.carriedOn(edited));
    }
    if (moved) {
      throw new IllegalArgumentException(
          Messages.text("edit.key-changed", String.join(", ", key.values().keySet())));
    }
    if (there == null) {
      Change change = new Change.Update(original, edited);
      return change.diff().isEmpty() ? this : with(key, fresh(change, read, now));
    }
    return edited(key, there, Objects.requireNonNull(there.change().before()), edited);
  }

  /// Stages a deletion; a new item that was staged is taken out instead.
  public ChangeSet delete(TableSchema table, Item original, Instant read, Instant now) {
    ItemKey key = table.keyOf(original);
    Staged there = get(key);
    return switch (there == null ? null : there.change()) {
      case null -> with(key, fresh(new Change.Delete(original), read, now));
      case Change.Insert _ -> without(key);
      case Change.Update(Item first, Item _) ->
          with(key, changed(there, new Change.Delete(first), Set.of()));
      case Change.Delete _ -> this;
    };
  }

  /// Leaves a place of a change out of what will be written.
  ///
  /// @throws IllegalArgumentException when the item cannot be without it; the message is for the
  ///   person
  public ChangeSet reject(TableSchema table, ItemKey key, Place place) {
    Staged staged = entry(key);
    boolean ofKey =
        table.keys().all().stream().anyMatch(part -> place.path().equals(AttrPath.of(part.name())));
    if (ofKey) {
      throw new IllegalArgumentException(Messages.text("edit.key-rejected", place.path()));
    }
    if (staged.kind() == Staged.Kind.DELETE || !staged.change().diff().places().contains(place)) {
      throw new IllegalArgumentException("no place of this change: " + place);
    }
    Set<Place> more = new LinkedHashSet<>(staged.rejected());
    more.add(place);
    return with(key, whole(staged.with(more)));
  }

  /// Takes a rejected place back in.
  ///
  /// @throws IllegalArgumentException when the item cannot be without it; the message is for the
  ///   person
  public ChangeSet restore(ItemKey key, Place place) {
    Staged staged = entry(key);
    Set<Place> fewer = new LinkedHashSet<>(staged.rejected());
    fewer.remove(place);
    return with(key, whole(staged.with(fewer)));
  }

  private static Staged whole(Staged staged) {
    if (staged.emptiesAnElement()) {
      throw new IllegalArgumentException(Messages.text("edit.set-emptied"));
    }
    return staged;
  }

  /// Takes changes out; their items stay as they are.
  public ChangeSet discard(Collection<ItemKey> keys) {
    var rest = new LinkedHashMap<>(entries);
    keys.forEach(key -> rest.remove(key.byValue()));
    return new ChangeSet(rest);
  }

  /// Stages what a merge has brought, with theirs as the new original; nothing where it is the same
  /// as theirs.
  ///
  /// @param theirs as it was found when the conflict was seen
  /// @throws IllegalArgumentException when DynamoDB would refuse the result
  public ChangeSet merged(TableSchema table, ItemKey key, Item theirs, Item result, Instant read) {
    check(table, result);
    return renewed(key, new Change.Update(theirs, result), read);
  }

  /// Stages an item anew whose original is gone: as a new one, with what the person made of it.
  public ChangeSet createdAnew(ItemKey key) {
    Item item = Objects.requireNonNull(entry(key).item());
    return renewed(key, new Change.Insert(item), null);
  }

  /// Stages a deletion anew, of what the item is now.
  public ChangeSet deletedAnew(ItemKey key, Item theirs, Instant read) {
    return renewed(key, new Change.Delete(theirs), read);
  }

  /// Stages changes that were made elsewhere, such as those that take a commit back.
  ///
  /// @param read when their originals were known to be so
  /// @throws IllegalArgumentException when something else is staged for one of the items; the
  ///   message is for the person
  public ChangeSet with(TableSchema table, List<Change> changes, Instant read, Instant now) {
    long taken = changes.stream().filter(change -> get(change.key(table)) != null).count();
    if (taken > 0) {
      throw new IllegalArgumentException(Messages.text("edit.staged-otherwise", taken));
    }
    var more = new LinkedHashMap<>(entries);
    long number = entries.isEmpty() ? 0 : entries.lastEntry().getValue().number();
    for (Change change : changes) {
      number++;
      more.put(
          change.key(table).byValue(),
          new Staged(
              number,
              change,
              Set.of(),
              change.before() == null ? null : read,
              now,
              new Standing.Ready()));
    }
    return new ChangeSet(more);
  }

  /// What is left after a commit: what was made goes, and so does what someone else has made just
  /// so; what was not stays, and knows why. A change that the person carried on with meanwhile is
  /// staged upon what was made.
  public ChangeSet settled(TableSchema table, WriteReport report, Instant now) {
    var rest = new LinkedHashMap<>(entries);
    for (WriteReport.Entry entry : report.entries()) {
      ItemKey key = entry.change().key(table).byValue();
      Staged staged = rest.get(key);
      if (staged == null) {
        continue;
      }
      Staged left = Settling.of(staged, entry, now);
      if (left == null) {
        rest.remove(key);
      } else {
        rest.put(key, left);
      }
    }
    return new ChangeSet(rest);
  }

  /// What leads from this set to another.
  public Step to(ChangeSet other) {
    List<Step.Swap> swaps = new ArrayList<>();
    Stream.concat(entries.keySet().stream(), other.entries.keySet().stream())
        .distinct()
        .forEach(key -> {
          Staged before = entries.get(key);
          Staged after = other.entries.get(key);
          if (before != after && !Objects.equals(before, after)) {
            swaps.add(new Step.Swap(key, before, after));
          }
        });
    return new Step(swaps);
  }

  /// The set after a step.
  public ChangeSet after(Step step) {
    var map = new LinkedHashMap<>(entries);
    boolean sorted = true;
    for (Step.Swap swap : step.swaps()) {
      Staged after = swap.after();
      if (after == null) {
        map.remove(swap.key());
      } else {
        Map.Entry<ItemKey, Staged> last = map.lastEntry();
        sorted &=
            map.containsKey(swap.key())
                || last == null
                || last.getValue().number() <= after.number();
        map.put(swap.key(), after);
      }
    }
    return new ChangeSet(sorted ? map : sorted(map));
  }

  private static LinkedHashMap<ItemKey, Staged> sorted(Map<ItemKey, Staged> entries) {
    var sorted = new LinkedHashMap<ItemKey, Staged>();
    entries.entrySet().stream()
        .sorted(Comparator.comparingLong(entry -> entry.getValue().number()))
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  private Staged fresh(Change change, @Nullable Instant read, Instant now) {
    Map.Entry<ItemKey, Staged> last = entries.lastEntry();
    long number = last == null ? 1 : last.getValue().number() + 1;
    return new Staged(number, change, Set.of(), read, now, new Standing.Ready());
  }

  private ChangeSet edited(ItemKey key, Staged there, Item original, Item edited) {
    Staged carried =
        there.kind() == Staged.Kind.DELETE
            ? changed(there, new Change.Update(original, edited), Set.of())
            : there.carriedOn(edited);
    return carried.change().diff().isEmpty() ? without(key) : with(key, carried);
  }

  private ChangeSet renewed(ItemKey key, Change change, @Nullable Instant read) {
    Staged there = entry(key);
    return change.diff().isEmpty()
        ? without(key)
        : with(
            key,
            new Staged(
                there.number(), change, Set.of(), read, there.staged(), new Standing.Ready()));
  }

  private static Staged changed(Staged there, Change change, Set<Place> rejected) {
    return new Staged(
        there.number(), change, rejected, there.read(), there.staged(), there.standing());
  }

  private Staged entry(ItemKey key) {
    Staged staged = get(key);
    if (staged == null) {
      throw new IllegalArgumentException("nothing is staged for this key");
    }
    return staged;
  }

  private ChangeSet with(ItemKey key, Staged staged) {
    return after(new Step(List.of(new Step.Swap(key.byValue(), get(key), staged))));
  }

  private ChangeSet without(ItemKey key) {
    return discard(List.of(key));
  }

  private static void check(TableSchema table, Item item) {
    Stream.concat(TableRules.checkKey(table, item).stream(), ItemRules.check(item).stream())
        .findFirst()
        .ifPresent(flaw -> {
          throw new IllegalArgumentException(
              flaw.path() == null ? flaw.message() : flaw.path() + ": " + flaw.message());
        });
  }
}
