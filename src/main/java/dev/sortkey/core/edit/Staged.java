package dev.sortkey.core.edit;

import dev.sortkey.core.edit.ItemDiff.PathChange;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A change that waits for its commit, with the places of it that the person has rejected.
///
/// @param number the order in which changes were staged
/// @param change all of it, the rejected places too, so that they can be taken back in
/// @param read when the original was read; null for a new item
public record Staged(
    long number,
    Change change,
    Set<Place> rejected,
    @Nullable Instant read,
    Instant staged,
    Standing standing) {
  /// What happens to the item.
  public enum Kind {
    EDIT,
    INSERT,
    DELETE
  }

  public Staged {
    rejected = Collections.unmodifiableSet(new LinkedHashSet<>(rejected));
  }

  public Kind kind() {
    return switch (change) {
      case Change.Update _ -> Kind.EDIT;
      case Change.Insert _ -> Kind.INSERT;
      case Change.Delete _ -> Kind.DELETE;
    };
  }

  public boolean conflicting() {
    return standing instanceof Standing.Changed;
  }

  /// The item with the changes that stand, or null where it goes.
  public @Nullable Item item() {
    if (rejected.isEmpty()) {
      return change.after();
    }
    return undone(Change.orNothing(change.before()), Change.orNothing(change.after()), rejected);
  }

  /// Whether a set in a list would be left without members. DynamoDB has no empty set, and without
  /// it the elements behind would move up, which nobody saw.
  boolean emptiesAnElement() {
    Item item = item();
    return item != null
        && rejected.stream()
            .anyMatch(place ->
                place.member() != null
                    && place.path().steps().getLast() instanceof AttrPath.Index
                    && value(
                            Change.orNothing(change.before()),
                            Change.orNothing(change.after()),
                            place.path(),
                            at(place.path(), rejected))
                        == null);
  }

  /// What will be written, without the rejected places; empty when nothing of it is left.
  public Optional<Change> effective() {
    if (rejected.isEmpty()) {
      return Optional.of(change);
    }
    Item item = Change.orNothing(item());
    return switch (change) {
      case Change.Update(Item original, Item _) ->
          ItemDiff.between(original, item).isEmpty()
              ? Optional.empty()
              : Optional.of(new Change.Update(original, item));
      case Change.Insert _ -> Optional.of(new Change.Insert(item));
      case Change.Delete _ -> Optional.of(change);
    };
  }

  /// The same edit carried on: the item as the person has it now, in which the rejected places look
  /// as they were read. What of them was not touched stays rejected.
  Staged carriedOn(Item now) {
    Item shown = Change.orNothing(item());
    Item before = Change.orNothing(change.before());
    Item raw = now;
    List<PathChange> touched = ItemDiff.between(shown, now).changes();
    Set<Place> left = new LinkedHashSet<>();
    for (Place place : rejected) {
      if (touched.stream().noneMatch(path -> overlaps(path.path(), place.path()))) {
        left.add(place);
      }
    }
    raw = undone(Change.orNothing(change.after()), raw, left);
    Change renewed =
        change instanceof Change.Insert ? new Change.Insert(raw) : new Change.Update(before, raw);
    left.retainAll(new LinkedHashSet<>(renewed.diff().places()));
    return new Staged(
        number, renewed, left, read, staged, conflicting() ? standing : new Standing.Ready());
  }

  Staged with(Set<Place> nowRejected) {
    return new Staged(number, change, nowRejected, read, staged, standing);
  }

  Staged with(Standing now) {
    return new Staged(number, change, rejected, read, staged, now);
  }

  /// An item in which some places are as they are in another; all of a path at once, since a set
  /// may be empty on the way.
  private static Item undone(Item like, Item item, Set<Place> places) {
    Item now = item;
    Set<AttrPath> paths = new LinkedHashSet<>();
    places.forEach(place -> paths.add(place.path()));
    for (AttrPath path : paths) {
      Attr value = value(like, now, path, at(path, places));
      now = value == null ? now.without(path) : now.with(path, value);
    }
    return now;
  }

  private static List<Place> at(AttrPath path, Set<Place> places) {
    return places.stream().filter(place -> place.path().equals(path)).toList();
  }

  /// What stands at a path when some places of it are as they are in another item.
  private static @Nullable Attr value(Item like, Item item, AttrPath path, List<Place> places) {
    Attr there = like.get(path);
    Attr here = item.get(path);
    Attr some = there == null ? here : there;
    if (some == null || places.stream().anyMatch(place -> place.member() == null)) {
      return there;
    }
    List<Attr> members = new ArrayList<>(here == null ? List.of() : Members.of(here));
    for (Place place : places) {
      Attr member = Objects.requireNonNull(place.member());
      Attr canonical = Members.canonical(member);
      members.removeIf(each -> Members.canonical(each).equals(canonical));
      if (there != null
          && Members.of(there).stream()
              .anyMatch(each -> Members.canonical(each).equals(canonical))) {
        members.add(member);
      }
    }
    return Members.set(some.type(), members);
  }

  private static boolean overlaps(AttrPath one, AttrPath other) {
    return one.startsWith(other) || other.startsWith(one);
  }
}
