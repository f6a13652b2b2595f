package dev.sortkey.core.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DynamoNumberTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "0e999999999999999999999",
        "+1",
        "1.",
        ".5",
        "007",
        "1.10",
        "-12.5E-3",
        "12345678901234567890123456789012345678",
        "0.00012345678901234567890123456789012345678000",
        "1E-130",
        "9.9999999999999999999999999999999999999E+125",
        "0.1E126",
        "10E-131"
      })
  void takesWhatDynamoDbTakes(String digits) {
    assertThat(DynamoNumber.flaw(digits)).isEmpty();
  }

  @Test
  void refusesThirtyNineDigits() {
    assertThat(DynamoNumber.flaw("123456789012345678901234567890123456789"))
        .hasValueSatisfying(flaw -> assertThat(flaw).contains("39 significant digits"));
    assertThat(DynamoNumber.flaw("1." + "0".repeat(37) + "1")).isPresent();
  }

  @Test
  void refusesWhatIsTooLargeOrTooSmall() {
    assertThat(DynamoNumber.flaw("1E126"))
        .hasValueSatisfying(f -> assertThat(f).contains("too large"));
    assertThat(DynamoNumber.flaw("-1E126"))
        .hasValueSatisfying(f -> assertThat(f).contains("too large"));
    assertThat(DynamoNumber.flaw("9.9E-131"))
        .hasValueSatisfying(f -> assertThat(f).contains("too close to zero"));
    assertThat(DynamoNumber.flaw("1e999999999")).isPresent();
    assertThat(DynamoNumber.flaw("1e-99999999999999999999")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a",
        "1a",
        "1 ",
        " 1",
        "-",
        "+",
        ".",
        "e5",
        "1e",
        "1e+",
        "1e1.5",
        "1..2",
        "--1",
        "0x10",
        "NaN",
        "Infinity",
        "1,5",
        "\u0661",
        "1_000"
      })
  void refusesWhatIsNoNumber(String digits) {
    assertThat(DynamoNumber.flaw(digits)).isPresent();
    assertThat(DynamoNumber.isNumber(digits)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1.0, 0",
    "1, 1e0, 0",
    "100, 1E+2, 0",
    "0, -0.00, 0",
    "0.5, .50, 0",
    "1, 2, -1",
    "10, 9, 1",
    "-10, 9, -1",
    "-10, -9, -1",
    "0, -1, 1",
    "0, 1e-130, -1",
    "1.23, 1.2, 1",
    "9007199254740993, 9007199254740992, 1",
    "1e999999999, 1e999999998, 1"
  })
  void comparesByValue(String one, String other, int expected) {
    assertThat(DynamoNumber.compare(one, other)).isEqualTo(expected);
    assertThat(DynamoNumber.compare(other, one)).isEqualTo(-expected);
    assertThat(DynamoNumber.same(one, other)).isEqualTo(expected == 0);
  }

  @Test
  void whatIsNoNumberIsTheSameOnlyAsItself() {
    assertThat(DynamoNumber.same("abc", "abc")).isTrue();
    assertThat(DynamoNumber.same("abc", "abd")).isFalse();
    assertThat(DynamoNumber.same("abc", "0")).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> DynamoNumber.compare("1", "abc"));
  }
}
