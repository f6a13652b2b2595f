package dev.sortkey.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.ItemDiff;
import dev.sortkey.core.edit.WriteOutcome;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.AnyItem;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.Item;
import dev.sortkey.core.value.ItemRules;
import dev.sortkey.core.value.ItemSize;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/// What the core says that DynamoDB takes or refuses, asked of DynamoDB Local.
class RulesOnDynamoDbTest {
  private static final Item KEY = Item.of(Map.of("pk", new Attr.S("p"), "sk", new Attr.N("1")));

  private static Session session;
  private static TableSchema table;

  @BeforeContainer
  static void open() {
    session = Sessions.fresh();
    table = session.tables().create(Sessions.draft("rules"));
  }

  @AfterContainer
  static void close() {
    session.close();
  }

  @Provide
  Arbitrary<Item> items() {
    return AnyItem.items().map(RulesOnDynamoDbTest::keyed);
  }

  private static Item keyed(Item item) {
    return item.with("pk", new Attr.S("p")).with("sk", new Attr.N("1"));
  }

  private static WriteOutcome write(Change change) {
    return session
        .writer()
        .write(table, List.of(change), Progress.none())
        .entries()
        .getFirst()
        .outcome();
  }

  /// Puts the item as a new one; the key is free before and after.
  private static boolean takes(Item item) {
    WriteOutcome outcome = write(new Change.Insert(item));
    if (outcome instanceof WriteOutcome.Applied) {
      assertThat(write(new Change.Delete(KEY))).isInstanceOf(WriteOutcome.Applied.class);
      return true;
    }
    assertThat(outcome).isInstanceOf(WriteOutcome.Rejected.class);
    return false;
  }

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void anUpdateTurnsOneItemIntoTheOtherAndADeleteEndsIt(
      @ForAll("items") Item before, @ForAll("items") Item after) {
    assertThat(write(new Change.Insert(before))).isInstanceOf(WriteOutcome.Applied.class);
    if (!ItemDiff.between(before, after).isEmpty()) {
      assertThat(write(new Change.Update(before, after))).isInstanceOf(WriteOutcome.Applied.class);
    }
    Item stored = session.reader().get(table, table.keyOf(after)).orElseThrow();
    assertThat(ItemDiff.between(stored, after).changes()).isEmpty();
    Item other = after.with("more", new Attr.Null());
    assertThat(write(new Change.Delete(other))).isInstanceOf(WriteOutcome.Conflict.class);
    assertThat(write(new Change.Delete(after))).isInstanceOf(WriteOutcome.Applied.class);
  }

  @Property(tries = 1)
  void theRulesAgree() {
    var values = new LinkedHashMap<String, Attr>();
    for (String digits :
        List.of(
            "+1",
            "+1.",
            ".5",
            "007",
            "-0",
            "0e999",
            " 1",
            "1 ",
            "",
            "x",
            "1E-130",
            "1.5E-130",
            "9.9E-131",
            "9.9E+125",
            "1E+126",
            "1e999999999",
            "1".repeat(38),
            "1".repeat(39))) {
      values.put("number " + digits, new Attr.N(digits));
    }
    for (int levels : new int[] {30, 31, 32, 33}) {
      values.put(levels + " lists", nested(levels, new Attr.S("x")));
      values.put(levels + " lists, the last empty", nested(levels - 1, new Attr.L(List.of())));
    }
    values.put("numbers twice", Attr.NS.of(List.of("1", "1.0")));
    values.put("empty set", Attr.SS.of(List.of()));
    values.put("empty text in a set", Attr.SS.of(List.of("")));
    values.put("empty binary", new Attr.B(Bytes.of()));
    values.put("nameless", Attr.M.of(Map.of("", new Attr.Null())));
    values.put("long name", Attr.M.of(Map.of("x".repeat(65535), new Attr.Null())));
    values.put("longer name", Attr.M.of(Map.of("x".repeat(65536), new Attr.Null())));
    values.forEach((what, value) -> {
      Item item = KEY.with("a", value);
      assertThat(ItemRules.check(item).isEmpty()).as(what).isEqualTo(takes(item));
    });
  }

  private static Attr nested(int levels, Attr inside) {
    Attr value = inside;
    for (int i = 0; i < levels; i++) {
      value = new Attr.L(List.of(value));
    }
    return value;
  }

  @Provide
  Arbitrary<Attr> attrs() {
    return AnyItem.attrs();
  }

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void sizesAreThoseOfDynamoDbToTheByte(@ForAll("attrs") Attr value) {
    Item item = KEY.with("a", value);
    int room = ItemSize.LIMIT - ItemSize.of(item) - ItemSize.of("fill");
    assertThat(takes(item.with("fill", new Attr.S("x".repeat(room))))).as("fits").isTrue();
    assertThat(takes(item.with("fill", new Attr.S("x".repeat(room + 1))))).as("over").isFalse();
  }
}
