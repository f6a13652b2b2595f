package dev.sortkey.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MatchingTest {
  @Test
  void eachWordMustBeSomewhere() {
    assertThat(Matching.match("cust ord", "CustomerOrders"))
        .hasValueSatisfying(match ->
            assertThat(match.spans())
                .containsExactly(new Matching.Span(0, 4), new Matching.Span(8, 11)));
    assertThat(Matching.match("ord cust", "CustomerOrders")).isPresent();
    assertThat(Matching.match("cust xyz", "CustomerOrders")).isEmpty();
    assertThat(Matching.match("  ", "CustomerOrders")).isPresent();
  }

  @Test
  void whereAWordBeginsBeatsItsInside() {
    assertThat(Matching.match("s", "TestSuite").orElseThrow().spans())
        .containsExactly(new Matching.Span(4, 5));
    assertThat(score("ord", "Orders")).isLessThan(score("ord", "Records"));
    assertThat(score("2024", "Audit-2024")).isLessThan(score("024", "Audit-2024"));
  }

  @Test
  void overlappingHitsAreDrawnOnce() {
    assertThat(Matching.match("cust customer", "CustomerOrders").orElseThrow().spans())
        .containsExactly(new Matching.Span(0, 8));
  }

  private static int score(String query, String title) {
    return Matching.match(query, title).orElseThrow().score();
  }
}
