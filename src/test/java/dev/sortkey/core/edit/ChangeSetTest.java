package dev.sortkey.core.edit;

import static dev.sortkey.core.edit.Edits.TABLE;
import static dev.sortkey.core.edit.Edits.item;
import static dev.sortkey.core.edit.Edits.l;
import static dev.sortkey.core.edit.Edits.m;
import static dev.sortkey.core.edit.Edits.n;
import static dev.sortkey.core.edit.Edits.s;
import static dev.sortkey.core.edit.Edits.ss;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChangeSetTest {
  private static final Instant READ = Instant.parse("2024-12-22T14:21:08Z");
  private static final Instant NOW = Instant.parse("2024-12-22T14:31:00Z");

  private final ChangeSet none = ChangeSet.empty();
  private final Item order =
      item(
          "1001",
          "Status",
          s("PENDING"),
          "Items",
          l(m("Quantity", n("1")), m("Quantity", n("1"), "Note", s("leave at the door"))),
          "Tags",
          ss("standard", "eu"),
          "TotalAmount",
          n("199.99"));

  private static ItemKey key(Item item) {
    return TABLE.keyOf(item);
  }

  private ChangeSet edit(ChangeSet set, Item edited) {
    return set.edit(TABLE, order, edited, READ, NOW);
  }

  private Staged only(ChangeSet set) {
    assertThat(set.size()).isOne();
    return set.all().iterator().next();
  }

  @Test
  void aSetInAListIsNeverLeftWithoutMembers() {
    Item one = Edits.item("a", "l", new Attr.L(List.of(Attr.NS.of(List.of("1")), new Attr.N("9"))));
    Item two = one.with(AttrPath.parse("l[0]"), Attr.NS.of(List.of("2")));
    ChangeSet set = ChangeSet.empty().edit(TABLE, one, two, READ, NOW);
    Place loses = new Place(AttrPath.parse("l[0]"), new Attr.N("1"));
    Place gains = new Place(AttrPath.parse("l[0]"), new Attr.N("2"));
    assertThatThrownBy(() -> set.reject(TABLE, key(one), gains))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a set in a list without members");
    ChangeSet both = set.reject(TABLE, key(one), loses).reject(TABLE, key(one), gains);
    assertThat(both.all().iterator().next().item()).isEqualTo(one);
    assertThat(both.restore(key(one), gains).restore(key(one), loses)).isEqualTo(set);
  }

  @Test
  void furtherEditsKeepWhatWasReadFirst() {
    ChangeSet once = edit(none, order.with("Status", s("SHIPPED")));
    ChangeSet twice = edit(once, order.with("Status", s("SENT")).with("More", n("1")));

    assertThat(only(twice).change())
        .isEqualTo(new Change.Update(order, order.with("Status", s("SENT")).with("More", n("1"))));
    assertThat(only(twice).read()).isEqualTo(READ);
    assertThat(edit(twice, order).isEmpty()).isTrue();
    assertThat(edit(none, order.with("TotalAmount", n("199.990"))).isEmpty())
        .as("the same number, written in another way, is no change")
        .isTrue();
  }

  @Test
  void aNewItemIsEditedMovedAndTakenOut() {
    Item fresh = item("1002", "x", n("1"));
    ChangeSet created = none.create(TABLE, fresh, NOW);
    Item moved = fresh.with("id", s("1003")).with("x", n("2"));
    ChangeSet edited = created.edit(TABLE, fresh, moved, READ, NOW);

    assertThat(only(edited).change()).isEqualTo(new Change.Insert(moved));
    assertThat(edited.get(key(fresh))).isNull();
    assertThat(edited.delete(TABLE, moved, READ, NOW).isEmpty()).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> created.create(TABLE, fresh.with("at", n("1.0")), NOW))
        .withMessageContaining("staged already");
  }

  @Test
  void aDeletedItemCreatedAnewIsAnEdit() {
    ChangeSet deleted = edit(none, order.with("x", n("1"))).delete(TABLE, order, READ, NOW);
    assertThat(only(deleted).change()).isEqualTo(new Change.Delete(order));

    Item fresh = item("1001", "Status", s("NEW"));
    assertThat(only(deleted.create(TABLE, fresh, NOW)).change())
        .isEqualTo(new Change.Update(order, fresh));
    assertThat(deleted.create(TABLE, order, NOW).isEmpty()).isTrue();
  }

  @Test
  void aCopyNeedsItsOwnKey() {
    ItemKey other = key(item("2002"));
    assertThat(only(none.duplicate(TABLE, order, other, NOW)).change())
        .isEqualTo(new Change.Insert(order.with("id", s("2002"))));
  }

  @Test
  void whatDynamoDbWouldRefuseIsNotStaged() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> none.create(TABLE, order.without("at"), NOW))
        .withMessageContaining("at");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> edit(none, order.with("TotalAmount", n("1,5"))))
        .withMessageStartingWith("TotalAmount: 1,5 is not a number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> edit(none, order.with("at", n("2"))))
        .withMessageContaining("a key cannot change");
  }

  @Test
  void eachPlaceCanBeRejectedAndRestored() {
    Item edited =
        order
            .with("Status", s("SHIPPED"))
            .with(AttrPath.parse("Items[1].Quantity"), n("2"))
            .with("Tags", ss("express", "eu"));
    ChangeSet set = edit(none, edited);
    assertThat(only(set).change().diff().places())
        .containsExactlyInAnyOrder(
            Place.of(AttrPath.of("Status")),
            Place.of(AttrPath.parse("Items[1].Quantity")),
            new Place(AttrPath.of("Tags"), s("standard")),
            new Place(AttrPath.of("Tags"), s("express")));

    ChangeSet some =
        set.reject(TABLE, key(order), Place.of(AttrPath.parse("Items[1].Quantity")))
            .reject(TABLE, key(order), new Place(AttrPath.of("Tags"), s("standard")));
    assertThat(only(some).effective())
        .contains(
            new Change.Update(
                order,
                order.with("Status", s("SHIPPED")).with("Tags", ss("standard", "express", "eu"))));
    assertThat(only(some).change()).as("all of it is still there").isEqualTo(only(set).change());
    assertThat(
            some.restore(key(order), Place.of(AttrPath.parse("Items[1].Quantity")))
                .restore(key(order), new Place(AttrPath.of("Tags"), s("standard"))))
        .isEqualTo(set);
  }

  @Test
  void aSetOfWhichNothingIsLeftGoes() {
    Item small = item("1", "Tags", ss("a"));
    ChangeSet set =
        none.edit(TABLE, small, small.with("Tags", ss("b")), READ, NOW)
            .reject(TABLE, key(small), new Place(AttrPath.of("Tags"), s("b")));
    assertThat(only(set).item()).isEqualTo(small.without("Tags"));
  }

  @Test
  void aNewItemCanLoseAnAttributeButNotItsKey() {
    ChangeSet set = none.create(TABLE, order, NOW);
    assertThat(only(set.reject(TABLE, key(order), Place.of(AttrPath.of("Tags")))).effective())
        .contains(new Change.Insert(order.without("Tags")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> set.reject(TABLE, key(order), Place.of(AttrPath.of("id"))))
        .withMessageContaining("part of the key");
  }

  @Test
  void anEditCarriedOnKeepsWhatWasRejectedElsewhere() {
    Place status = Place.of(AttrPath.of("Status"));
    Place total = Place.of(AttrPath.of("TotalAmount"));
    ChangeSet set =
        edit(none, order.with("Status", s("SHIPPED")).with("TotalAmount", n("1")))
            .reject(TABLE, key(order), status)
            .reject(TABLE, key(order), total);
    // The person sees PENDING and 199.99, and types another total.
    Staged staged = only(edit(set, order.with("TotalAmount", n("2"))));

    assertThat(staged.rejected()).containsExactly(status);
    assertThat(staged.change())
        .isEqualTo(
            new Change.Update(
                order, order.with("Status", s("SHIPPED")).with("TotalAmount", n("2"))));
    assertThat(staged.item()).isEqualTo(order.with("TotalAmount", n("2")));
  }

  @Test
  void countsAndWhatCanBeCommitted() {
    Item other = item("2");
    ChangeSet set =
        edit(none, order.with("Status", s("x")))
            .create(TABLE, item("3"), NOW)
            .delete(TABLE, other, READ, NOW);
    ChangeSet conflicting =
        set.settled(
            TABLE,
            report(new Change.Delete(other), new WriteOutcome.Conflict(other.with("y", n("1")))),
            NOW);

    assertThat(set.counts()).isEqualTo(new ChangeSet.Counts(1, 1, 1, 0));
    assertThat(conflicting.counts()).isEqualTo(new ChangeSet.Counts(1, 1, 1, 1));
    assertThat(conflicting.committable()).hasSize(2);
    ChangeSet rejected = set.reject(TABLE, key(order), Place.of(AttrPath.of("Status")));
    assertThat(rejected.committable()).hasSize(2);
  }

  @Test
  void whatWentThroughIsNoLongerStaged() {
    Item edited = order.with("Status", s("x"));
    ChangeSet set = edit(none, edited);
    Change change = new Change.Update(order, edited);

    assertThat(set.settled(TABLE, report(change, new WriteOutcome.Applied(1)), NOW).isEmpty())
        .isTrue();
    assertThat(set.settled(TABLE, report(change, new WriteOutcome.NotAttempted()), NOW))
        .isEqualTo(set);
    assertThat(
            set.settled(
                    TABLE, report(change, new WriteOutcome.Conflict(edited.with("y", n("1")))), NOW)
                .isEmpty())
        .as("someone else made it just so")
        .isTrue();
    var problem = Problem.of(Problem.Kind.THROTTLED, "a", "b");
    assertThat(
            only(set.settled(TABLE, report(change, new WriteOutcome.Rejected(problem)), NOW))
                .standing())
        .isEqualTo(new Standing.Refused(problem));
    assertThat(
            only(set.settled(TABLE, report(change, new WriteOutcome.Conflict(null)), NOW))
                .standing())
        .isEqualTo(new Standing.Changed(null, NOW));
  }

  @Test
  void whatWasTypedDuringTheCommitStaysStaged() {
    Item sent = order.with("Status", s("x"));
    Item later = sent.with("TotalAmount", n("5"));
    ChangeSet set = edit(edit(none, sent), later);

    ChangeSet left =
        set.settled(
            TABLE, report(new Change.Update(order, sent), new WriteOutcome.Applied(1)), NOW);
    assertThat(only(left).change()).isEqualTo(new Change.Update(sent, later));

    ChangeSet created = none.create(TABLE, item("9", "x", n("1")), NOW);
    Item more = item("9", "x", n("2"));
    ChangeSet carried = created.edit(TABLE, item("9"), more, READ, NOW);
    assertThat(
            only(carried.settled(
                    TABLE,
                    report(new Change.Insert(item("9", "x", n("1"))), new WriteOutcome.Applied(1)),
                    NOW))
                .change())
        .isEqualTo(new Change.Update(item("9", "x", n("1")), more));
  }

  @Test
  void aConflictIsSettledInEachWay() {
    Item mine = order.with("Status", s("mine"));
    Item theirs = order.with("Status", s("theirs"));
    ChangeSet set =
        edit(none, mine)
            .settled(
                TABLE,
                report(new Change.Update(order, mine), new WriteOutcome.Conflict(theirs)),
                NOW);

    Staged merged = only(set.merged(TABLE, key(order), theirs, mine, NOW));
    assertThat(merged.change()).isEqualTo(new Change.Update(theirs, mine));
    assertThat(merged.standing()).isEqualTo(new Standing.Ready());
    assertThat(merged.read()).isEqualTo(NOW);
    assertThat(set.merged(TABLE, key(order), theirs, theirs, NOW).isEmpty()).isTrue();
    assertThat(only(set.createdAnew(key(order))).change()).isEqualTo(new Change.Insert(mine));
    assertThat(only(set.deletedAnew(key(order), theirs, NOW)).change())
        .isEqualTo(new Change.Delete(theirs));
  }

  @Test
  void changesAreFoundByWhatTheyTouch() {
    Staged staged =
        only(edit(none, order.with(AttrPath.parse("Items[1].Note"), s("leave at the Reception"))));
    List<String> keys = List.of("id", "at");

    assertThat(shows("reception", staged)).isTrue();
    assertThat(shows("DOOR", staged)).isTrue();
    assertThat(shows("items[1].note", staged)).isTrue();
    assertThat(shows("1001", staged)).isTrue();
    assertThat(shows("pending", staged)).as("it is not touched").isFalse();
    assertThat(new ChangeFilter("", Set.of(Staged.Kind.DELETE), false).shows(staged, keys))
        .isFalse();
    assertThat(new ChangeFilter("", Set.of(Staged.Kind.EDIT), true).shows(staged, keys)).isFalse();
  }

  private static boolean shows(String text, Staged staged) {
    return new ChangeFilter(text, Set.of(Staged.Kind.values()), false)
        .shows(staged, List.of("id", "at"));
  }

  private static WriteReport report(Change change, WriteOutcome outcome) {
    return new WriteReport(List.of(new WriteReport.Entry(change, outcome)));
  }

  @Test
  void aSetMemberThatIsANumberIsComparedByValue() {
    Item before = item("1", "s", Attr.NS.of(List.of("1", "2.0")));
    Item after = item("1", "s", Attr.NS.of(List.of("1.0", "3")));
    assertThat(ItemDiff.between(before, after).places())
        .containsExactly(
            new Place(AttrPath.of("s"), n("2.0")), new Place(AttrPath.of("s"), n("3")));
  }
}
