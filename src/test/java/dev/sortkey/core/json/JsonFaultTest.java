package dev.sortkey.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JsonFaultTest {
  private static JsonFault fault(JsonForm form, String text) {
    JsonFault fault = catchThrowableOfType(JsonFault.class, () -> form.readItem(text));
    assertThat(fault).as(text).isNotNull();
    assertThat(fault.getMessage())
        .doesNotContain("jackson", "token", "Token", "Exception", "[Source", "json.");
    return fault;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"a": {"S" "x"}}            | 1 | 12 | from " on
          {"a": {"S": "x"},}          | 1 | 18 | from } on
          {"a": {"S": "x"} "b": 1}    | 1 | 18 | from " on
          {"a": {"S": 'x'}}           | 1 | 13 | from ' on
          {a: {"S": "x"}}             | 1 | 2  | from a on
          {"a": {"S": "x"}            | 1 | 17 | ends too early
          {"a": {"S": "x              | 1 | 15 | ends too early
          {"a": {"S": "x"}} x         | 1 | 19 | from x on
          {"a": {"S": "x"}} {}        | 1 | 19 | Something follows
          {"a": {"S": "x"}, "a": {"S": "y"}}    | 1 | 19 | a is here twice
          {"a": {"M": {"b": {"NULL": true}, "b": {"NULL": true}}}} | 1 | 35 | b is here twice
          {"a": {"X": "x"}}           | 1 | 8  | X is no type
          {"a": {}}                   | 1 | 7  | exactly one type
          {"a": {"S": "x", "N": "1"}} | 1 | 18 | exactly one type
          {"a": "x"}                  | 1 | 7  | names its type
          []                          | 1 | 1  | An object in braces
          {"a": {"S": 1}}             | 1 | 13 | must be a string
          {"a": {"N": 1}}             | 1 | 13 | written in quotes
          {"a": {"N": "one"}}         | 1 | 13 | not a number
          {"a": {"NS": ["1", "x"]}}   | 1 | 20 | not a number
          {"a": {"BOOL": "true"}}     | 1 | 16 | true or false
          {"a": {"NULL": false}}      | 1 | 16 | must be true
          {"a": {"L": {}}}            | 1 | 13 | must be an array
          {"a": {"SS": "x"}}          | 1 | 14 | must be an array
          {"a": {"M": []}}            | 1 | 13 | An object in braces
          {"a": {"SS": ["x", "y", "x"]}} | 1 | 25 | x is in the set twice
          {"a": {"NS": ["1", "1"]}}   | 1 | 20 | 1 is in the set twice
          {"a": {"BS": ["YQ==", "YQ=="]}} | 1 | 23 | in the set twice
          {"a": {"B": "YQ"}}          | 1 | 13 | not Base64
          {"a": {"B": "Y!=="}}        | 1 | 13 | not Base64
          {"a": {"B": "YR=="}}        | 1 | 13 | not Base64
          """)
  void dynamoJsonSaysWhatIsWrongAndWhere(String text, int line, int column, String message) {
    JsonFault fault = fault(JsonForm.DYNAMO, text);
    assertThat(fault).hasMessageContaining(message);
    assertThat(fault.line() + ":" + fault.column()).isEqualTo(line + ":" + column);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"a": 01}                    | 7  | from 0 on
          {"a": +1}                    | 7  | from + on
          {"a": NaN}                   | 7  | from N on
          {"a": 1.}                    | 7  | from 1 on
          {"a": tru}                   | 7  | from t on
          {"a": "\\x"}                 | 9  | from x on
          {"a": 1 // note              | 9  | from / on
          "text"                       | 1  | An object in braces
          {"a": 1, "a": 2}             | 10 | a is here twice
          {"a": {"$SS": ["x", "x"]}}   | 21 | x is in the set twice
          {"a": {"$NS": [1, 2, 1]}}    | 22 | 1 is in the set twice
          {"a": {"$NS": [true]}}       | 16 | must be a string
          {"a": {"$BS": ["YQ"]}}       | 16 | not Base64
          {"a": {"$B": 1}}             | 14 | must be a string
          {"a": {"$N": 1}}             | 14 | must be a string
          {"a": {"$M": 1}}             | 14 | An object in braces
          {"a": {"$SS": {}}}           | 15 | must be an array
          """)
  void plainJsonSaysWhatIsWrongAndWhere(String text, int column, String message) {
    JsonFault fault = fault(JsonForm.PLAIN, text);
    assertThat(fault).hasMessageContaining(message);
    assertThat(fault.column()).isEqualTo(column);
  }

  @Test
  void linesAreCounted() {
    for (String end : new String[] {"\n", "\r\n", "\r"}) {
      JsonFault fault = fault(JsonForm.PLAIN, "{" + end + "  \"a\": 1," + end + "  \"a\": 2}");
      assertThat(fault.line()).isEqualTo(3);
      assertThat(fault.column()).isEqualTo(3);
    }
  }

  @Test
  void aLineBreakInsideAStringIsNamed() {
    assertThat(fault(JsonForm.PLAIN, "{\"a\": \"x\ny\"}"))
        .hasMessageContaining("write \\n or \\t")
        .satisfies(fault -> assertThat(fault.line()).isEqualTo(1));
  }

  @ParameterizedTest
  @EnumSource
  void nothingAtAll(JsonForm form) {
    assertThat(fault(form, "")).hasMessageContaining("no text");
    assertThat(fault(form, " \n ")).hasMessageContaining("no text");
  }

  @ParameterizedTest
  @EnumSource
  void aThousandLevelsAreRefused(JsonForm form) {
    for (String open : new String[] {"[", "{\"L\":[", "{\"a\":"}) {
      assertThat(fault(form, "{\"a\":" + open.repeat(1000))).hasMessageContaining("500 levels");
      assertThat(fault(form, "{\"a\":" + open.repeat(100_000))).hasMessageContaining("500 levels");
    }
  }

  @Test
  void messagesEndAsSentences() {
    assertThat(fault(JsonForm.DYNAMO, "{\"a\": 1}").getMessage())
        .matches(Pattern.compile("[A-Z].*\\.", Pattern.DOTALL));
  }
}
