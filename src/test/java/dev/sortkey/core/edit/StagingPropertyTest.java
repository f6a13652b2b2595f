package dev.sortkey.core.edit;

import static dev.sortkey.core.edit.Edits.TABLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever a person does, undo takes it back and redo makes it again, and each place of a change
/// can be had without the others.
class StagingPropertyTest {
  private static final Instant NOW = Instant.parse("2024-12-22T14:31:00Z");

  /// Something a person may do.
  record Act(int what, Item item, long seed) {}

  @Provide
  Arbitrary<List<Act>> acts() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 6), Edits.items(), Arbitraries.longs())
        .as(Act::new)
        .list()
        .ofMaxSize(12);
  }

  @Provide
  Arbitrary<Change.Update> updates() {
    return Edits.updates();
  }

  @Property(tries = 300)
  void undoAndRedoWalkThroughTheSameSets(@ForAll("acts") List<Act> acts) {
    Staging staging = Staging.of(ChangeSet.empty());
    List<ChangeSet> seen = new ArrayList<>(List.of(staging.now()));
    for (Act act : acts) {
      ChangeSet before = staging.now();
      staging = staging.then(done(before, act));
      if (!staging.now().equals(before)) {
        seen.add(staging.now());
      }
    }
    for (ChangeSet expected : seen.reversed()) {
      inOrder(staging.now(), expected);
      staging = staging.undo();
    }
    assertThat(staging.canUndo()).isFalse();
    for (ChangeSet expected : seen) {
      inOrder(staging.now(), expected);
      staging = staging.redo();
    }
    assertThat(staging.canRedo()).isFalse();
  }

  private static void inOrder(ChangeSet now, ChangeSet expected) {
    assertThat(List.copyOf(now.all())).isEqualTo(List.copyOf(expected.all()));
  }

  static ChangeSet done(ChangeSet set, Act act) {
    var random = new Random(act.seed());
    Staged there = set.get(TABLE.keyOf(act.item()));
    try {
      return switch (act.what()) {
        case 0 -> set.create(TABLE, act.item(), NOW);
        case 1 -> set.delete(TABLE, act.item(), NOW, NOW);
        case 2 -> set.discard(List.of(TABLE.keyOf(act.item())));
        case 3 -> {
          if (there == null || there.kind() == Staged.Kind.DELETE) {
            yield set;
          }
          List<Place> places = there.change().diff().places();
          yield set.reject(
              TABLE, TABLE.keyOf(act.item()), places.get(random.nextInt(places.size())));
        }
        case 4 ->
            there == null || there.rejected().isEmpty()
                ? set
                : set.restore(TABLE.keyOf(act.item()), there.rejected().iterator().next());
        default -> {
          Item shown = there == null || there.item() == null ? act.item() : there.item();
          yield set.edit(TABLE, act.item(), Edits.edited(shown, random), NOW, NOW);
        }
      };
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageNotContaining("no place of this change");
      return set;
    }
  }

  @Property(tries = 300)
  void whatIsNotRejectedIsWrittenAndTheRestStaysAsItWas(
      @ForAll("updates") Change.Update update, @ForAll Random random) {
    List<Place> places = update.diff().places();
    List<Place> rejected = new ArrayList<>();
    ChangeSet set = ChangeSet.empty().edit(TABLE, update.original(), update.edited(), NOW, NOW);
    for (Place place : places.stream().filter(_ -> random.nextBoolean()).toList()) {
      try {
        set = set.reject(TABLE, TABLE.keyOf(update.original()), place);
        rejected.add(place);
      } catch (IllegalArgumentException refused) {
        assertThat(refused).hasMessageContaining("a set in a list without members");
      }
    }
    Item item =
        set.isEmpty() ? update.original() : Change.orNothing(set.all().iterator().next().item());

    for (ItemDiff.PathChange path : update.diff().changes()) {
      for (Place place : path.places()) {
        Item like = rejected.contains(place) ? update.original() : update.edited();
        if (place.member() == null) {
          assertThat(ItemDiff.sameOrAbsent(item.get(path.path()), like.get(path.path()))).isTrue();
        } else {
          assertThat(has(item, place)).isEqualTo(has(like, place));
        }
      }
    }
    long others =
        ItemDiff.between(update.original(), item).changes().stream()
            .filter(path ->
                update.diff().changes().stream().noneMatch(p -> p.path().equals(path.path())))
            .count();
    assertThat(others).isZero();
    // what was put in last is taken out first, so that no set is empty on the way
    for (Place place : rejected.reversed()) {
      set = set.restore(TABLE.keyOf(update.original()), place);
    }
    assertThat(set)
        .isEqualTo(ChangeSet.empty().edit(TABLE, update.original(), update.edited(), NOW, NOW));
  }

  private static boolean has(Item item, Place place) {
    Attr set = item.get(place.path());
    return set != null
        && Members.of(set).stream()
            .map(Members::canonical)
            .anyMatch(Members.canonical(place.member())::equals);
  }

  @Property(tries = 300)
  void theDiffOfAValueHoldsAllOfBothSides(@ForAll("updates") Change.Update update) {
    for (ItemDiff.PathChange path : update.diff().changes()) {
      switch (ValueDiff.of(path.before(), path.after())) {
        case ValueDiff.Words(var before, var after) -> {
          assertThat(text(before)).isEqualTo(((Attr.S) path.before()).value());
          assertThat(text(after)).isEqualTo(((Attr.S) path.after()).value());
          assertThat(text(before.stream().filter(span -> !span.changed()).toList()).strip())
              .isNotEmpty();
        }
        case ValueDiff.Sets(var before, var after) -> {
          assertThat(before.stream().map(ValueDiff.Member::value))
              .isEqualTo(Members.of(path.before()));
          assertThat(after.stream().filter(ValueDiff.Member::changed).count())
              .isEqualTo(Members.without(path.after(), path.before()).size());
        }
        case ValueDiff.Lists(var rows) -> {
          assertThat(elements(rows.stream().map(ValueDiff.Row::before)))
              .isEqualTo(((Attr.L) path.before()).elements());
          assertThat(elements(rows.stream().map(ValueDiff.Row::after)))
              .isEqualTo(((Attr.L) path.after()).elements());
        }
        case ValueDiff.Whole(var before, var after) -> {
          assertThat(before).isEqualTo(path.before());
          assertThat(after).isEqualTo(path.after());
        }
      }
    }
  }

  private static String text(List<ValueDiff.Span> spans) {
    return String.join("", spans.stream().map(ValueDiff.Span::text).toList());
  }

  private static List<Attr> elements(Stream<ValueDiff.Element> elements) {
    return elements.filter(element -> element != null).map(ValueDiff.Element::value).toList();
  }
}
