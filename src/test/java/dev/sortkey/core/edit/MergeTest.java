package dev.sortkey.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergeTest {
  private final Item original =
      item(
          "a",
          s("1"),
          "b",
          s("1"),
          "l",
          new Attr.L(List.of(map("x", s("1"), "y", s("1")), s("2"))));

  @Test
  void whatDoesNotOverlapIsMergedByItself() {
    Merge merge =
        Merge.of(
            original,
            original.with("b", s("theirs")).with("new", s("theirs")),
            original.with("a", s("mine")));

    assertThat(merge.result())
        .isEqualTo(original.with("a", s("mine")).with("b", s("theirs")).with("new", s("theirs")));
    assertThat(merge.overlaps()).isZero();
    assertThat(sides(merge)).containsExactly("a MINE", "b THEIRS", "new THEIRS");
  }

  @Test
  void whereBothChangedTheSamePathMineStandsAndIsNamed() {
    Merge merge =
        Merge.of(original, original.with("a", s("theirs")), original.with("a", s("mine")));

    assertThat(merge.result().get("a")).isEqualTo(s("mine"));
    assertThat(merge.rows())
        .containsExactly(
            new Merge.Row(
                AttrPath.of("a"), s("1"), s("theirs"), s("mine"), Merge.Side.OVERLAP, s("mine")));
    assertThat(merge.undecided()).isOne();
    Merge theirs = merge.choose(AttrPath.of("a"), new Merge.Choice.Theirs());
    assertThat(theirs.undecided()).isZero();
    assertThat(theirs.result().get("a")).isEqualTo(s("theirs"));
    assertThat(merge.chooseAll(new Merge.Choice.Mine()).undecided()).isZero();
    assertThat(merge.choose(AttrPath.of("a"), new Merge.Choice.Own(s("own"))).result().get("a"))
        .isEqualTo(s("own"));
    assertThat(merge.choose(AttrPath.of("a"), new Merge.Choice.Own(null)).result())
        .isEqualTo(original.without("a"));
  }

  @Test
  void nestedPathsMergeInsideOneMap() {
    Item theirs =
        original.with("l", new Attr.L(List.of(map("x", s("theirs"), "y", s("1")), s("2"))));
    Item mine = original.with("l", new Attr.L(List.of(map("x", s("1"), "y", s("mine")), s("2"))));

    Merge merge = Merge.of(original, theirs, mine);

    assertThat(merge.result().get("l"))
        .isEqualTo(new Attr.L(List.of(map("x", s("theirs"), "y", s("mine")), s("2"))));
    assertThat(merge.overlaps()).isZero();
  }

  @Test
  void aPathInsideWhatTheyRemovedOverlaps() {
    Item mine = original.with("l", new Attr.L(List.of(map("x", s("mine"), "y", s("1")), s("2"))));

    Merge merge = Merge.of(original, original.without("l"), mine);

    assertThat(sides(merge)).containsExactly("l OVERLAP");
    assertThat(merge.result().get("l")).isEqualTo(mine.get("l"));
  }

  @Test
  void removalsOfMineAreKept() {
    Merge merge = Merge.of(original, original.with("b", s("theirs")), original.without("a"));

    assertThat(merge.result()).isEqualTo(original.with("b", s("theirs")).without("a"));
  }

  @Test
  void theSameChangeByBothIsNoOverlap() {
    Merge merge = Merge.of(original, original.with("a", s("x")), original.with("a", s("x")));

    assertThat(sides(merge)).containsExactly("a SAME");
    assertThat(merge.result()).isEqualTo(original.with("a", s("x")));
  }

  @Test
  void setsGoTogetherMemberByMember() {
    Item sets = original.with("s", Attr.SS.of(List.of("a", "b", "c")));
    Merge merge =
        Merge.of(
            sets,
            sets.with("s", Attr.SS.of(List.of("b", "c", "theirs"))),
            sets.with("s", Attr.SS.of(List.of("a", "b", "mine"))));

    assertThat(sides(merge)).containsExactly("s BOTH");
    assertThat(merge.result().get("s")).isEqualTo(Attr.SS.of(List.of("b", "theirs", "mine")));
    Merge nothingLeft =
        Merge.of(
            original.with("s", Attr.SS.of(List.of("a", "b"))),
            original.with("s", Attr.SS.of(List.of("a"))),
            original.with("s", Attr.SS.of(List.of("b"))));
    assertThat(sides(nothingLeft)).containsExactly("s OVERLAP");
  }

  @Test
  void anEditOfAnElementMergesWithOthersAddedBehindIt() {
    Item lists = original.with("l", new Attr.L(List.of(map("x", s("1")), map("x", s("1")))));
    Item theirs =
        original.with(
            "l", new Attr.L(List.of(map("x", s("1")), map("x", s("1")), map("x", s("theirs")))));
    Item mine = lists.with(AttrPath.parse("l[1].x"), s("mine"));

    Merge merge = Merge.of(lists, theirs, mine);
    assertThat(sides(merge)).containsExactly("l[1].x MINE", "l[2] THEIRS");
    assertThat(merge.result())
        .isEqualTo(
            original.with(
                "l",
                new Attr.L(List.of(map("x", s("1")), map("x", s("mine")), map("x", s("theirs"))))));
    Merge other = Merge.of(lists, mine, theirs);
    assertThat(sides(other)).containsExactly("l[1].x THEIRS", "l[2] MINE");
    assertThat(other.result()).isEqualTo(merge.result());
  }

  @Test
  void anElementAddedInFrontLeavesTheListToThePerson() {
    Item lists = original.with("l", new Attr.L(List.of(map("x", s("1"), "y", s("2")))));
    Item theirs =
        original.with(
            "l", new Attr.L(List.of(map("x", s("1"), "y", s("0")), map("x", s("1"), "y", s("2")))));
    Merge merge = Merge.of(lists, theirs, lists.with(AttrPath.parse("l[0].x"), s("mine")));
    assertThat(sides(merge)).containsExactly("l OVERLAP");
  }

  @Test
  void anInsertMeetsTheItemThatTookItsKey() {
    Item theirs = item("id", s("1"), "a", s("theirs"), "t", s("t"));
    Merge merge =
        Merge.of(new Item(map().fields()), theirs, item("id", s("1"), "a", s("mine"), "m", s("m")));
    assertThat(sides(merge)).containsExactly("id SAME", "a OVERLAP", "t THEIRS", "m MINE");
    assertThat(merge.result())
        .isEqualTo(item("id", s("1"), "a", s("mine"), "t", s("t"), "m", s("m")));
  }

  private static List<String> sides(Merge merge) {
    return merge.rows().stream().map(row -> row.path() + " " + row.side()).toList();
  }

  private static Attr s(String text) {
    return new Attr.S(text);
  }

  private static Item item(Object... pairs) {
    return new Item(map(pairs).fields());
  }

  private static Attr.M map(Object... pairs) {
    var fields = new LinkedHashMap<String, Attr>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put((String) pairs[i], (Attr) pairs[i + 1]);
    }
    return new Attr.M(fields);
  }
}
