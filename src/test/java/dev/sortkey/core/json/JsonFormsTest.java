package dev.sortkey.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.Item;
import dev.sortkey.core.value.ItemRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonFormsTest {
  private static Item item() {
    var fields = new LinkedHashMap<String, Attr>();
    fields.put("w", new Attr.N("1.10"));
    fields.put("empty", Attr.M.of(Map.of()));
    var item = new LinkedHashMap<String, Attr>();
    item.put("Price", new Attr.N("99.99"));
    item.put("odd", new Attr.N("+1."));
    item.put("tags", Attr.SS.of(List.of("b", "a")));
    item.put("nums", Attr.NS.of(List.of("2", ".5")));
    item.put("bin", new Attr.B(Bytes.of((byte) 'a')));
    item.put("list", new Attr.L(List.of(new Attr.Null(), new Attr.Bool(true), Attr.M.of(fields))));
    item.put("none", new Attr.L(List.of()));
    item.put("like", Attr.M.of(Map.of("$SS", new Attr.S("x"))));
    return Item.of(item);
  }

  @Test
  void dynamoJsonHasOneElementALine() {
    assertThat(DynamoJson.write(item(), true))
        .isEqualTo(
            """
            {
              "Price": {"N": "99.99"},
              "odd": {"N": "+1."},
              "tags": {"SS": [
                "b",
                "a"
              ]},
              "nums": {"NS": [
                "2",
                ".5"
              ]},
              "bin": {"B": "YQ=="},
              "list": {"L": [
                {"NULL": true},
                {"BOOL": true},
                {"M": {
                  "w": {"N": "1.10"},
                  "empty": {"M": {}}
                }}
              ]},
              "none": {"L": []},
              "like": {"M": {
                "$SS": {"S": "x"}
              }}
            }\
            """);
  }

  @Test
  void plainJsonHasOneElementALine() {
    assertThat(PlainJson.write(item(), true))
        .isEqualTo(
            """
            {
              "Price": 99.99,
              "odd": {"$N": "+1."},
              "tags": {"$SS": [
                "b",
                "a"
              ]},
              "nums": {"$NS": [
                2,
                ".5"
              ]},
              "bin": {"$B": "YQ=="},
              "list": [
                null,
                true,
                {
                  "w": 1.10,
                  "empty": {}
                }
              ],
              "none": [],
              "like": {"$M": {
                "$SS": "x"
              }}
            }\
            """);
  }

  @Test
  void compactHasNoSpaces() {
    assertThat(DynamoJson.write(item(), false)).doesNotContain(" ", "\n");
    assertThat(PlainJson.write(item(), false)).startsWith("{\"Price\":99.99,\"odd\":{\"$N\":");
  }

  @Test
  void brokenValuesComeBackForTheRulesToJudge() throws JsonFault {
    Item broken =
        Item.of(
            Map.of(
                "n",
                new Attr.N("1".repeat(39)),
                "set",
                Attr.SS.of(List.of()),
                "",
                new Attr.Null()));
    for (JsonForm form : JsonForm.values()) {
      Item read = form.readItem(form.write(broken, true));
      assertThat(read).isEqualTo(broken);
      assertThat(ItemRules.check(read)).hasSize(3);
    }
    var word = new Attr.N("no number");
    assertThat(PlainJson.readAttr(PlainJson.write(word, false))).isEqualTo(word);
  }

  @Test
  void thirtyThreeLevelsAreReadSoThatTheRuleCanShowThem() throws JsonFault {
    Attr value = new Attr.S("deep");
    for (int i = 0; i < 33; i++) {
      value = Attr.M.of(Map.of("$M", value));
    }
    Item deep = Item.of(Map.of("a", value));
    for (JsonForm form : JsonForm.values()) {
      String text = form.write(deep, true);
      Item read = form.readItem(text);
      assertThat(read).isEqualTo(deep);
      AttrPath path = ItemRules.check(read).getFirst().path();
      assertThat(JsonPositions.of(text, form).line(path)).isEqualTo(33);
    }
  }

  @Test
  void numbersAreNeverComputed() throws JsonFault {
    assertThat(PlainJson.readItem("{\"a\": 1e999999999, \"b\": 0.10, \"c\": -0}").attributes())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("a", new Attr.N("1e999999999"), "b", new Attr.N("0.10"), "c", new Attr.N("-0")));
    String digits = "1".repeat(400_000);
    assertThat(PlainJson.readAttr(digits)).isEqualTo(new Attr.N(digits));
  }

  @Test
  void onlyAnObjectWithThatOneFieldIsAnEscape() throws JsonFault {
    assertThat(PlainJson.readAttr("{\"$SS\": [\"x\"], \"more\": 1}")).isInstanceOf(Attr.M.class);
    assertThat(PlainJson.readAttr("{\"$M\": {\"$SS\": [\"x\"]}}"))
        .isEqualTo(Attr.M.of(Map.of("$SS", new Attr.L(List.of(new Attr.S("x"))))));
    assertThat(PlainJson.readItem("{\"$N\": 5}")).isEqualTo(Item.of(Map.of("$N", new Attr.N("5"))));
  }

  @Test
  void whatWasPastedIsRecognised() {
    assertThat(JsonForm.detect("{\"a\": {\"S\": \"x\"}, \"b\": {\"L\": []}}"))
        .isEqualTo(JsonForm.DYNAMO);
    assertThat(JsonForm.detect("{\"a\": {\"S\": \"x\"}, \"b\": 1}")).isEqualTo(JsonForm.PLAIN);
    assertThat(JsonForm.detect("{\"a\": {\"S\": \"x\", \"N\": 1}}")).isEqualTo(JsonForm.PLAIN);
    assertThat(JsonForm.detect("{}")).isEqualTo(JsonForm.PLAIN);
    assertThat(JsonForm.detect("[]")).isEqualTo(JsonForm.PLAIN);
    assertThat(JsonForm.detect("no JSON")).isEqualTo(JsonForm.PLAIN);
  }

  @Test
  void positionsAreFoundInBothForms() throws JsonFault {
    AttrPath width = AttrPath.parse("list[2].w");
    assertThat(JsonPositions.of(DynamoJson.write(item(), true), JsonForm.DYNAMO).line(width))
        .isEqualTo(17);
    assertThat(JsonPositions.of(PlainJson.write(item(), true), JsonForm.PLAIN).line(width))
        .isEqualTo(17);
    JsonPositions positions = JsonPositions.of(PlainJson.write(item(), true), JsonForm.PLAIN);
    assertThat(positions.line(AttrPath.parse("like.`$SS`"))).isEqualTo(23);
    assertThat(positions.line(AttrPath.parse("list[9].gone"))).isEqualTo(13);
    assertThat(positions.line(AttrPath.parse("gone"))).isEqualTo(1);
  }
}
