package dev.sortkey.core.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPatternTest {
  @ParameterizedTest
  @CsvSource({
    "*, anything#at all, true",
    "PROFILE, PROFILE, true",
    "PROFILE, PROFILE2, false",
    "USER#{text}, USER#ana, true",
    "USER#{text}, USER#, false",
    "USER#{text}, USER#ana_b:c/d, true",
    "USER#{text}, USER#1#ORDER#2, false",
    "USER#*, USER#1#ORDER#2, true",
    "USER#{number}#PROFILE, USER#17#PROFILE, true",
    "USER#{number}, USER#17a, false",
    "ORDER#{date}#{number}, ORDER#2024-12-22#1001, true",
    "ORDER#{date}#{number}, ORDER#2024-12-22T10:15:00.123Z#1001, true",
    "ORDER#{date}#{number}, ORDER#2024-13-22#1001, false",
    "ORDER#{date}, ORDER#2024-12-22T10:15:00+01:00, true",
    "ORDER#{date}, ORDER#2024-12-22 10:15, true",
    "ORDER#{date}, ORDER#2024-12, true",
    "user_{text}, user_john, true",
    "user_{text}, user_john_smith, false",
    "user_{text}, user_john#smith:x, true",
    "T#{uuid}, T#0f8fad5b-d9cb-469f-a165-70867728950e, true",
    "T#{uuid}, T#0f8fad5b-d9cb-469f-a165-70867728950, false",
    "T#{uuid}, T#0f8fad5bxd9cb-469f-a165-70867728950e, false",
    "*#{text}, a#b#c, true",
    "{number}a{text}, 12ab, true",
    "{text}1{number}, 1111, true",
    "*a*b*, xaybz, true",
    "*a*b*, xbya, false",
    "é#{text}, é#ü, true",
  })
  void aKeyFitsOrNot(String pattern, String key, boolean fits) {
    assertThat(KeyPattern.parse(pattern).matches(key)).isEqualTo(fits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{text", "{name}", "a\\", "{text}{number}", "**"})
  void whatCannotBeReadIsRefusedInWords(String pattern) {
    assertThatThrownBy(() -> KeyPattern.parse(pattern))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("[A-Z{].+\\..*");
  }

  @Test
  void aBackslashMakesACharacterPlain() {
    KeyPattern pattern = KeyPattern.parse("\\{text\\}\\*\\\\{number}");
    assertThat(pattern.matches("{text}*\\5")).isTrue();
    assertThat(KeyPattern.parse(pattern.toString())).isEqualTo(pattern);
  }

  @Provide
  Arbitrary<String> literals() {
    return Arbitraries.strings().withChars("ab#_{}*\\é").ofMaxLength(8);
  }

  @Property(tries = 300)
  void aLiteralFitsItselfAlone(@ForAll("literals") String literal, @ForAll("literals") String key) {
    if (!literal.isEmpty()) {
      KeyPattern pattern = KeyPattern.parse(KeyPattern.escape(literal));
      assertThat(pattern.matches(literal)).isTrue();
      assertThat(pattern.matches(key)).isEqualTo(key.equals(literal));
    }
  }

  @Test
  void noPatternTakesLong() {
    KeyPattern pattern = KeyPattern.parse("*a".repeat(12) + "*b");
    String key = "a".repeat(1024);
    assertThat(java.util.concurrent.CompletableFuture.supplyAsync(() -> pattern.matches(key)))
        .succeedsWithin(Duration.ofSeconds(5))
        .isEqualTo(false);
  }

  @Test
  void itsBeginningMarksIt() {
    assertThat(KeyPattern.parse("ORDER#{date}#{number}").lead()).isEqualTo("ORDER#");
    assertThat(KeyPattern.parse("PROFILE").lead()).isEmpty();
    assertThat(KeyPattern.parse("*").lead()).isEmpty();
  }
}
