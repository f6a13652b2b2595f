package dev.sortkey.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever two people did to an item, a merge loses nothing of either.
class MergePropertyTest {
  @Provide
  Arbitrary<Item> items() {
    return Edits.items();
  }

  @Property(tries = 400)
  void whereOnlyOneChangedAnythingTheResultIsThatOnes(
      @ForAll("items") Item original, @ForAll Random random) {
    Item edited = Edits.edited(original, random);
    assertSame(Merge.of(original, edited, original).result(), edited);
    assertSame(Merge.of(original, original, edited).result(), edited);
    Merge both = Merge.of(original, edited, edited);
    assertSame(both.result(), edited);
    assertThat(both.rows()).allMatch(row -> row.side() == Merge.Side.SAME);
  }

  @Property(tries = 400)
  void eachChangeStandsOrIsNamed(@ForAll("items") Item original, @ForAll Random random) {
    Item theirs = Edits.edited(original, random);
    Item mine = Edits.edited(original, random);
    Merge merge = Merge.of(original, theirs, mine);
    Item result = merge.result();

    for (Merge.Row row : merge.rows()) {
      switch (row.side()) {
        case MINE, OVERLAP ->
            assertThat(ItemDiff.sameOrAbsent(result.get(row.path()), row.mine())).isTrue();
        case THEIRS, SAME ->
            assertThat(ItemDiff.sameOrAbsent(result.get(row.path()), row.theirs())).isTrue();
        case BOTH -> {
          List<Attr> members = Members.of(result.get(row.path()));
          assertThat(members).containsAll(Members.without(row.mine(), row.original()));
          assertThat(Members.without(row.original(), row.theirs())).noneMatch(members::contains);
          assertThat(Members.without(row.original(), row.mine())).noneMatch(members::contains);
        }
      }
    }
    // Outside the rows nothing differs from theirs, nor theirs from the original.
    for (ItemDiff.PathChange change : ItemDiff.between(theirs, result).changes()) {
      assertThat(merge.rows())
          .anyMatch(
              row -> change.path().startsWith(row.path()) || row.path().startsWith(change.path()));
    }
    assertSame(merge.chooseAll(new Merge.Choice.Mine()).result(), result);
    Merge other = Merge.of(original, mine, theirs);
    assertThat(other.overlaps()).isEqualTo(merge.overlaps());
    assertSame(other.chooseAll(new Merge.Choice.Theirs()).result(), result);
  }

  private static void assertSame(Item one, Item other) {
    assertThat(ItemDiff.between(one, other).changes()).isEmpty();
  }
}
