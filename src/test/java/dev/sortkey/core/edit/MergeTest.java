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
            new Merge.Row(AttrPath.of("a"), s("1"), s("theirs"), s("mine"), Merge.Side.OVERLAP));
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
