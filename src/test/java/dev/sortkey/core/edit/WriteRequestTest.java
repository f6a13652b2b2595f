package dev.sortkey.core.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sortkey.core.json.JsonFault;
import dev.sortkey.core.json.PlainJson;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WriteRequestTest {
  private static final TableSchema TABLE =
      new TableSchema(
          "orders",
          "arn",
          TableSchema.ACTIVE,
          new KeySchema(
              List.of(new KeyAttribute("id", KeyType.S)),
              List.of(new KeyAttribute("at", KeyType.N))),
          List.of(),
          Capacity.onDemand(),
          "STANDARD",
          false,
          0,
          0,
          null);

  private static Item item(String fields) throws JsonFault {
    return PlainJson.readItem("{\"id\": \"1\", \"at\": 2" + fields + "}");
  }

  private static WriteRequest.Update update(String before, String after) throws JsonFault {
    return update(item(before), item(after));
  }

  private static WriteRequest.Update update(Item before, Item after) {
    return (WriteRequest.Update) WriteRequest.of(TABLE, new Change.Update(before, after));
  }

  @Test
  void anInsertRequiresAFreeKey() throws JsonFault {
    Item item = item(", \"x\": 1");
    assertThat(WriteRequest.of(TABLE, new Change.Insert(item)))
        .isEqualTo(
            new WriteRequest.Put(
                item,
                "attribute_not_exists(#n0)",
                new LinkedHashMap<>(Map.of("#n0", "id")),
                new LinkedHashMap<>()));
  }

  @Test
  void anUpdateTouchesOnlyTheChangedPaths() throws JsonFault {
    WriteRequest.Update request =
        update(
            ", \"same\": 1, \"m\": {\"x\": 1, \"gone\": [true]}, \"l\": [{\"x\": \"a\"}]",
            ", \"same\": 1, \"m\": {\"x\": 2}, \"l\": [{\"x\": \"b\"}], \"new\": {\"y\": 1}");
    assertThat(request.key().values().keySet()).containsExactly("id", "at");
    assertThat(request.update())
        .isEqualTo("SET #n0.#n1 = :v0, #n2[0].#n1 = :v1, #n3 = :v2 REMOVE #n0.#n4");
    assertThat(request.condition())
        .isEqualTo(
            "attribute_exists(#n5) AND #n0.#n1 = :v3 AND #n0.#n4 = :v4 AND #n2[0].#n1 = :v5"
                + " AND attribute_not_exists(#n3) AND size(#n2) = :v6");
    assertThat(request.names().values()).containsExactly("m", "x", "l", "new", "gone", "id");
    assertThat(request.values().get(":v2")).isEqualTo(Attr.M.of(Map.of("y", new Attr.N("1"))));
    assertThat(request.values().get(":v4")).isEqualTo(new Attr.L(List.of(new Attr.Bool(true))));
  }

  @Test
  void anEmptyFieldNameIsWrittenWithTheMapAroundIt() throws JsonFault {
    WriteRequest.Update request =
        update(
            ", \"a\": {\"m\": {\"\": 1, \"x\": 1, \"deep\": {\"y\": 1}}, \"z\": 1}",
            ", \"a\": {\"m\": {\"\": 2, \"x\": 2, \"deep\": {\"y\": 2}}, \"z\": 2}");
    assertThat(request.update()).isEqualTo("SET #n0.#n1 = :v0, #n0.#n2 = :v1");
    assertThat(request.names().values()).containsExactly("a", "m", "z", "id");
  }

  @Test
  void manyNestedChangesAreWrittenWithTheMapsAroundThem() {
    Item before = item(120, "old");
    Item after = item(120, "new");
    assertThat(update(before, after).names()).hasSize(3 + 120);
    before = item(150, "old");
    after = item(150, "new");
    WriteRequest.Update request = update(before, after);
    assertThat(request.update()).isEqualTo("SET #n0.#n1 = :v0");
    assertThat(request.condition()).isEqualTo("attribute_exists(#n2) AND #n0.#n1 = :v1");
    assertThat(request.values().get(":v0")).isEqualTo(after.get(AttrPath.parse("a.b")));
  }

  private static Item item(int fields, String value) {
    var map = new LinkedHashMap<String, Attr>();
    for (int i = 0; i < fields; i++) {
      map.put("f" + i, new Attr.S(value));
    }
    var item = new LinkedHashMap<String, Attr>();
    item.put("id", new Attr.S("1"));
    item.put("at", new Attr.N("2"));
    item.put("a", Attr.M.of(Map.of("b", new Attr.M(map))));
    return new Item(item);
  }

  @Test
  void moreTopLevelChangesThanFitAreSaid() {
    BiConsumer<Integer, LinkedHashMap<String, Attr>> fill =
        (count, item) -> {
          item.put("id", new Attr.S("1"));
          item.put("at", new Attr.N("2"));
          for (int i = 0; i < count; i++) {
            item.put("attribute" + i, new Attr.S("x"));
          }
        };
    var none = new LinkedHashMap<String, Attr>();
    fill.accept(0, none);
    var some = new LinkedHashMap<String, Attr>();
    fill.accept(120, some);
    assertThat(update(new Item(none), new Item(some)).update().length()).isLessThanOrEqualTo(4096);
    var many = new LinkedHashMap<String, Attr>();
    fill.accept(400, many);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> update(new Item(none), new Item(many)))
        .withMessageContaining("400 places differ");
  }

  @Test
  void aDeepPathIsCutAtThirtyTwoSteps() {
    Attr before = new Attr.S("old");
    Attr after = new Attr.S("new");
    for (int i = 0; i < 32; i++) {
      before = Attr.M.of(Map.of("m", before));
      after = Attr.M.of(Map.of("m", after));
    }
    Item base = Item.of(Map.of("id", new Attr.S("1"), "at", new Attr.N("2")));
    String update = update(base.with("a", before), base.with("a", after)).update();
    assertThat(update.chars().filter(c -> c == '#')).hasSize(32);
  }

  @Test
  void theKeyCannotChangeAndNothingIsNoUpdate() throws JsonFault {
    Item item = item(", \"x\": 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> update(item, item.with("at", new Attr.N("3"))))
        .withMessageContaining("at is part of the key");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> update(item, item.with("x", new Attr.N("1.0"))))
        .withMessageContaining("Nothing has changed");
  }

  @Test
  void aDeleteComparesWhatWasRead() throws JsonFault {
    WriteRequest request =
        WriteRequest.of(TABLE, new Change.Delete(item(", \"x\": {\"y\": [1]}, \"z\": null")));
    assertThat(request.condition()).isEqualTo("attribute_exists(#n0) AND #n1 = :v0 AND #n2 = :v1");
    assertThat(request.values()).hasSize(2);
  }

  @Test
  void aDeleteOfAWideItemComparesWhatFits() {
    var wide = new LinkedHashMap<String, Attr>();
    wide.put("id", new Attr.S("1"));
    wide.put("at", new Attr.N("2"));
    for (int i = 0; i < 500; i++) {
      wide.put("a" + i, new Attr.Null());
    }
    WriteRequest request = WriteRequest.of(TABLE, new Change.Delete(new Item(wide)));
    assertThat(request.condition().length()).isLessThanOrEqualTo(4096);
    assertThat(Pattern.compile(" = ").matcher(request.condition()).results()).hasSize(149);
    assertThat(request.names()).hasSize(150);
    assertThat(request.values()).hasSize(149);
  }
}
