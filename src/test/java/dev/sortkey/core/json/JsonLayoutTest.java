package dev.sortkey.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLayoutTest {
  private static final String ODD = "{ \"a\":1.0,\"b\" : [1,2 ,3],\t\"c\":\"\\u00e9\\/x\" }\n";

  @Test
  void itIsLaidOutWithoutTouchingALetter() throws JsonFault {
    assertThat(JsonLayout.pretty("{\"a\":1.0,\"b\":[],\"c\":[1,{\"d\":\"\\u00e9\"}],\"e\":{}}"))
        .isEqualTo(
            """
            {
              "a": 1.0,
              "b": [],
              "c": [
                1,
                {
                  "d": "\\u00e9"
                }
              ],
              "e": {}
            }\
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        " [ ] ",
        "{\"a\":1}",
        "{\"a\": 1, \"b\": [1, 2]}",
        "{\n\t\"a\": 1e400,\r\n  \"b\":-0}",
        "[\"\\\"}\\\\\", \"[\", null,true , 1.50E+2]"
      })
  void nothingChangedIsTheVerySameText(String text) throws JsonFault {
    assertThat(JsonLayout.rewrite(text, JsonLayout.pretty(text))).isEqualTo(text);
    assertThat(JsonLayout.rewrite(ODD, JsonLayout.pretty(ODD))).isEqualTo(ODD);
  }

  @Test
  void compactStaysCompact() throws JsonFault {
    assertThat(edit("{\"a\":7,\"b\":[1,2]}", "7,", "{\"x\": [true, null]},"))
        .isEqualTo("{\"a\":{\"x\":[true,null]},\"b\":[1,2]}");
  }

  @Test
  void oneLineStaysOneLine() throws JsonFault {
    assertThat(edit("{\"a\": 1, \"b\": 2}", "2", "[2, 3]")).isEqualTo("{\"a\": 1, \"b\": [2, 3]}");
  }

  @Test
  void indentedStaysIndentedAsItWas() throws JsonFault {
    assertThat(edit("{\r\n\t\"a\": 1,\r\n\t\"b\": 2\r\n}", "2", "{\"c\": 3}, \"d\": []"))
        .isEqualTo("{\r\n\t\"a\": 1,\r\n\t\"b\": {\r\n\t\t\"c\": 3\r\n\t},\r\n\t\"d\": []\r\n}");
  }

  @Test
  void whatIsNotChangedKeepsItsBlanks() throws JsonFault {
    assertThat(edit(ODD, "\\u00e9\\/x", "y")).isEqualTo(ODD.replace("\\u00e9\\/x", "y"));
    assertThat(edit(ODD.replace("1.0", "7"), "7", "8")).isEqualTo(ODD.replace("1.0", "8"));
    String both = JsonLayout.pretty(ODD).replace("1.0", "8").replace("\\u00e9", "z");
    assertThat(JsonLayout.rewrite(ODD, both))
        .isEqualTo(ODD.replace("1.0", "8").replace("\\u00e9", "z"));
  }

  @Test
  void whatIsNoJsonIsRefused() {
    assertThatThrownBy(() -> JsonLayout.rewrite("{}", "{\n\"a\" 1}"))
        .isInstanceOfSatisfying(JsonFault.class, fault -> assertThat(fault.line()).isEqualTo(2));
    assertThat(JsonLayout.isDocument("{\"a\": 1}")).isTrue();
    assertThat(JsonLayout.isDocument(" [1] ")).isTrue();
    assertThat(JsonLayout.isDocument("{a}")).isFalse();
    assertThat(JsonLayout.isDocument("1")).isFalse();
    assertThat(JsonLayout.isDocument("")).isFalse();
  }

  private static String edit(String before, String part, String other) throws JsonFault {
    return JsonLayout.rewrite(before, JsonLayout.pretty(before).replace(part, other));
  }
}
