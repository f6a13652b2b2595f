package dev.sortkey.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.edit.ItemDiff;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.AnyItem;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

class SdkAttrPropertyTest {
  @Provide
  Arbitrary<Item> items() {
    return AnyItem.items();
  }

  @Provide
  Arbitrary<List<Item>> batches() {
    return AnyItem.items().filter(item -> named(new Attr.M(item.attributes()))).list().ofSize(25);
  }

  /// DynamoDB Local refuses empty names in nested maps: "Empty attribute name".
  private static boolean named(Attr value) {
    return switch (value) {
      case Attr.M(var fields) ->
          !fields.containsKey("") && fields.values().stream().allMatch(f -> named(f));
      case Attr.L(var elements) -> elements.stream().allMatch(e -> named(e));
      default -> true;
    };
  }

  @Property(tries = 50)
  void attributesComeInTheOrderOfTheirNames(@ForAll("items") Item item) {
    assertThat(List.copyOf(SdkAttr.item(SdkAttr.toSdk(item.attributes())).attributes().keySet()))
        .isSorted();
  }

  @Property(tries = 500)
  void anyItemComesBackFromTheSdksForm(@ForAll("items") Item item) {
    assertThat(SdkAttr.item(SdkAttr.toSdk(item.attributes()))).isEqualTo(item);
  }

  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void anyItemComesBackFromDynamoDbUpToTheSpellingOfNumbers(@ForAll("batches") List<Item> items) {
    try (Session session = Sessions.fresh()) {
      TableSchema table = session.tables().create(Sessions.draft("any"));
      List<Item> keyed = new ArrayList<>();
      for (Item item : items) {
        keyed.add(
            item.with("pk", new Attr.S("p"))
                .with("sk", new Attr.N(Integer.toString(keyed.size()))));
      }

      assertThat(session.writer().putAll("any", keyed.iterator(), Progress.none())).isEqualTo(25);

      for (Item item : keyed) {
        Item back = session.reader().get(table, table.keyOf(item)).orElseThrow();
        assertThat(ItemDiff.between(back, item).isEmpty())
            .as("%s%n came back as %s", item, back)
            .isTrue();
      }
      session.tables().delete("any");
    }
  }

  @Property(tries = 1)
  void emptySetsKeepTheirTypeOnTheWayToTheEndpoint() {
    var fields = new LinkedHashMap<String, Attr>();
    fields.put("ss", Attr.SS.of(List.of()));
    fields.put("ns", Attr.NS.of(List.of()));
    fields.put("bs", Attr.BS.of(List.of()));
    fields.put("l", new Attr.L(List.of()));
    fields.put("m", new Attr.M(new LinkedHashMap<>()));
    fields.put("no", new Attr.Bool(false));
    var item = new Item(fields);

    assertThat(SdkAttr.item(SdkAttr.toSdk(fields))).isEqualTo(item);
  }
}
