package dev.sortkey.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.json.JsonFault;
import dev.sortkey.core.json.PlainJson;
import dev.sortkey.core.value.AnyItem;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ItemDiffTest {
  private static List<String> paths(String before, String after) throws JsonFault {
    return ItemDiff.between(PlainJson.readItem(before), PlainJson.readItem(after))
        .changes()
        .stream()
        .map(change -> change.path().toString())
        .toList();
  }

  @Test
  void goesDownToTheNestedPath() throws JsonFault {
    assertThat(
            paths(
                "{\"a\": {\"b.c\": 1, \"d\": 2, \"gone\": 0}, \"l\": [1, {\"x\": 1}], \"s\": 1}",
                "{\"a\": {\"b.c\": 9, \"d\": 2}, \"l\": [1, {\"x\": 2}], \"s\": \"1\", \"n\": {}}"))
        .containsExactly("a.`b.c`", "a.gone", "l[1].x", "s", "n");
  }

  @Test
  void listsOfDifferentLengthsAreOneChange() throws JsonFault {
    assertThat(paths("{\"l\": [1, 2]}", "{\"l\": [2]}")).containsExactly("l");
    assertThat(paths("{\"l\": []}", "{\"l\": [2]}")).containsExactly("l");
  }

  @Test
  void setsAndTypeChangesAreOneChange() throws JsonFault {
    assertThat(
            paths(
                "{\"s\": {\"$SS\": [\"a\"]}, \"m\": {\"x\": 1}}",
                "{\"s\": {\"$SS\": [\"a\", \"b\"]}, \"m\": [1]}"))
        .containsExactly("s", "m");
  }

  @Test
  void whatDynamoDbHoldsToBeTheSameIsNoChange() throws JsonFault {
    assertThat(
            paths(
                "{\"n\": 1, \"m\": {\"a\": 1, \"b\": 2}, \"s\": {\"$NS\": [1, 2]}, \"l\": [[1.50]]}",
                "{\"l\": [[1.5]], \"s\": {\"$NS\": [2.0, 1e0]}, \"m\": {\"b\": 2, \"a\": 1},"
                    + " \"n\": 1.00}"))
        .isEmpty();
    assertThat(paths("{\"s\": {\"$NS\": [1]}}", "{\"s\": {\"$SS\": [\"1\"]}}"))
        .containsExactly("s");
    assertThat(paths("{\"l\": [[1, 2], 3]}", "{\"l\": [[1, 2, 4], 3]}")).containsExactly("l[0]");
  }

  @Test
  void aChangeSaysWhatWasAndWhatIs() throws JsonFault {
    assertThat(
            ItemDiff.between(
                    PlainJson.readItem("{\"gone\": 1, \"n\": 1}"),
                    PlainJson.readItem("{\"n\": 2, \"new\": null}"))
                .changes())
        .containsExactly(
            new ItemDiff.PathChange(AttrPath.of("gone"), new Attr.N("1"), null),
            new ItemDiff.PathChange(AttrPath.of("n"), new Attr.N("1"), new Attr.N("2")),
            new ItemDiff.PathChange(AttrPath.of("new"), null, new Attr.Null()));
  }

  @Provide
  Arbitrary<Item> items() {
    return AnyItem.items();
  }

  /// Two versions that share much: each attribute of the first is kept, dropped or replaced, at any
  /// level.
  @Provide
  Arbitrary<List<Item>> versions() {
    return Combinators.combine(AnyItem.items(), AnyItem.attrs(), Arbitraries.randoms())
        .as((item, other, random) ->
            List.of(
                item,
                new Item(
                    ((Attr.M) edited(new Attr.M(item.attributes()), other, random)).fields())));
  }

  private static Attr edited(Attr value, Attr other, Random random) {
    return switch (value) {
      case Attr.M(var fields) -> {
        var copy = new LinkedHashMap<String, Attr>();
        for (var field : fields.entrySet()) {
          switch (random.nextInt(4)) {
            case 0 -> {}
            case 1 -> copy.put(field.getKey(), other);
            default -> copy.put(field.getKey(), edited(field.getValue(), other, random));
          }
        }
        if (random.nextInt(3) == 0) {
          copy.put("added", other);
        }
        yield new Attr.M(copy);
      }
      case Attr.L(var elements) ->
          new Attr.L(elements.stream().map(each -> edited(each, other, random)).toList());
      default -> random.nextInt(3) == 0 ? other : value;
    };
  }

  @Property(tries = 500)
  void appliedToTheFirstItGivesTheSecond(@ForAll("versions") List<Item> versions) {
    Item before = versions.getFirst();
    Item after = versions.getLast();
    ItemDiff diff = ItemDiff.between(before, after);
    Attr result = new Attr.M(before.attributes());
    for (ItemDiff.PathChange change : diff.changes()) {
      assertThat(change.before()).isEqualTo(before.get(change.path()));
      assertThat(change.after()).isEqualTo(after.get(change.path()));
      result = applied(result, change.path().steps(), change.after());
    }
    assertThat(ItemDiff.same(result, new Attr.M(after.attributes()))).isTrue();
  }

  @Property(tries = 500)
  void noPathIsAPrefixOfAnother(@ForAll("versions") List<Item> versions) {
    List<AttrPath> paths =
        ItemDiff.between(versions.getFirst(), versions.getLast()).changes().stream()
            .map(ItemDiff.PathChange::path)
            .toList();
    for (AttrPath path : paths) {
      assertThat(paths.stream().filter(path::startsWith)).containsExactly(path);
    }
  }

  @Property(tries = 200)
  void anItemDoesNotDifferFromItself(@ForAll("items") Item item) {
    assertThat(ItemDiff.between(item, item).isEmpty()).isTrue();
  }

  private static Attr applied(Attr here, List<AttrPath.Step> steps, @Nullable Attr value) {
    AttrPath.Step step = steps.getFirst();
    List<AttrPath.Step> rest = steps.subList(1, steps.size());
    return switch (step) {
      case AttrPath.Name(String name) -> {
        Map<String, Attr> fields = new LinkedHashMap<>(((Attr.M) here).fields());
        Attr changed = rest.isEmpty() ? value : applied(fields.get(name), rest, value);
        if (changed == null) {
          fields.remove(name);
        } else {
          fields.put(name, changed);
        }
        yield Attr.M.of(fields);
      }
      case AttrPath.Index(int index) -> {
        List<Attr> elements = new ArrayList<>(((Attr.L) here).elements());
        elements.set(index, rest.isEmpty() ? value : applied(elements.get(index), rest, value));
        yield new Attr.L(elements);
      }
    };
  }
}
