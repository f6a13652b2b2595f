package dev.sortkey.core.partiql;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartiQlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM Orders",
        "select OrderID from \"Orders\".\"by-customer\" where CustomerID = ?",
        "  \n\t SeLeCt * FROM Orders WHERE Note = 'DELETE FROM Orders'",
        "-- which ones?\nSELECT * FROM Orders",
        "/* DELETE FROM Orders */ SELECT * FROM Orders",
        "SELECT \"Delete\", \"Set\" FROM Orders",
        "SELECT * FROM Orders WHERE Name = 'O''Brien -- not a comment'",
        "SELECT * FROM Orders WHERE Tags = <<'a', 'b'>> AND Lines[0].Price >= 1.5e3",
        "SELECT * FROM Orders WHERE OrderID IN ['1', '2'] AND begins_with(\"A\"\"B\", 'x')",
        "SELECT * FROM Orders WHERE Größe = 3"
      })
  void aSelectReads(String statement) {
    assertThat(PartiQl.onlyReads(statement)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "-- SELECT * FROM Orders",
        "DELETE FROM Orders WHERE OrderID = '1'",
        "dElEtE FROM Orders WHERE OrderID = '1'",
        "INSERT INTO Orders VALUE {'OrderID': '1'}",
        "UPDATE Orders SET Status = 'x' WHERE OrderID = '1'",
        "UPDATE Orders REMOVE Status WHERE OrderID = '1' RETURNING ALL OLD *",
        "/* SELECT */ DELETE FROM Orders WHERE OrderID = '1'",
        "-- SELECT\nDELETE FROM Orders WHERE OrderID = '1'",
        "-- SELECT\rDELETE FROM Orders WHERE OrderID = '1'",
        "'SELECT' DELETE FROM Orders",
        "\"SELECT\" * FROM Orders",
        "EXISTS (SELECT * FROM Orders WHERE OrderID = '1')",
        "(SELECT * FROM Orders)",
        "SELECT * FROM Orders; DELETE FROM Orders",
        "SELECT * FROM Orders WHERE a = 'open",
        "SELECT * FROM \"Orders",
        "SELECT * FROM Orders /* open",
        "SELECT * /* /* */ DELETE */ FROM Orders",
        "SELECT * FROM Orders /* ' */ ' */ DELETE FROM Orders",
        "SELECTED * FROM Orders",
        "SELECT\u00a0* FROM Orders",
        "\u200bSELECT * FROM Orders",
        "ＳＥＬＥＣＴ * FROM Orders",
        "SELECT `x` FROM Orders",
        "EXPLAIN SELECT * FROM Orders",
        "WITH x AS (DELETE FROM Orders) SELECT * FROM x"
      })
  void allElseCountsAsAWrite(String statement) {
    assertThat(PartiQl.onlyReads(statement)).isFalse();
  }

  @Property
  void noTextBreaksIt(@ForAll String text) {
    PartiQl.onlyReads(text);
    assertThat(PartiQl.onlyReads("DELETE " + text)).isFalse();
  }
}
