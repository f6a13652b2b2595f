package dev.sortkey.core.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpressionsTest {
  private static final Attr ONE = new Attr.N("1");

  private static Condition is(String path) {
    return new Condition.Compare(AttrPath.parse(path), Condition.Comparison.EQ, ONE);
  }

  private static String text(Condition condition) {
    return new Expressions().condition(condition);
  }

  private static Condition and(Condition... parts) {
    return new Condition.And(List.of(parts));
  }

  private static Condition or(Condition... parts) {
    return new Condition.Or(List.of(parts));
  }

  @Test
  void everyNameAndValueGoesThroughAPlaceholder() {
    var expressions = new Expressions();
    assertThat(expressions.condition(is("size.`a.b`[3].size"))).isEqualTo("#n0.#n1[3].#n0 = :v0");
    assertThat(expressions.names()).containsEntry("#n0", "size").containsEntry("#n1", "a.b");
    assertThat(expressions.values()).containsExactly(Map.entry(":v0", ONE));
  }

  @Test
  void eachKindOfCondition() {
    AttrPath a = AttrPath.of("a");
    assertThat(text(new Condition.Between(a, ONE, ONE))).isEqualTo("#n0 BETWEEN :v0 AND :v1");
    assertThat(text(new Condition.In(a, List.of(ONE, ONE)))).isEqualTo("#n0 IN (:v0, :v1)");
    assertThat(text(new Condition.Exists(a))).isEqualTo("attribute_exists(#n0)");
    assertThat(text(new Condition.NotExists(a))).isEqualTo("attribute_not_exists(#n0)");
    assertThat(text(new Condition.HasType(a, AttrType.SS))).isEqualTo("attribute_type(#n0, :v0)");
    assertThat(text(new Condition.BeginsWith(a, ONE))).isEqualTo("begins_with(#n0, :v0)");
    assertThat(text(new Condition.Contains(a, ONE))).isEqualTo("contains(#n0, :v0)");
    assertThat(text(new Condition.Size(a, Condition.Comparison.GE, 3)))
        .isEqualTo("size(#n0) >= :v0");
  }

  @Test
  void groupsKeepTheirMeaning() {
    assertThat(text(or(and(is("a"), is("b")), is("c"))))
        .isEqualTo("(#n0 = :v0 AND #n1 = :v1) OR #n2 = :v2");
    assertThat(text(and(or(is("a"), is("b")), new Condition.Not(or(is("c"), is("d"))))))
        .isEqualTo("(#n0 = :v0 OR #n1 = :v1) AND NOT (#n2 = :v2 OR #n3 = :v3)");
    assertThat(text(new Condition.Not(new Condition.Not(is("a")))))
        .isEqualTo("NOT (NOT (#n0 = :v0))");
  }

  @Test
  void groupsOfOneAddNoBrackets() {
    assertThat(text(and(or(and(is("a")))))).isEqualTo("#n0 = :v0");
    assertThat(text(and(or(is("a")), is("b")))).isEqualTo("#n0 = :v0 AND #n1 = :v1");
    assertThat(text(new Condition.Not(and(or(is("a"), is("b"))))))
        .isEqualTo("NOT (#n0 = :v0 OR #n1 = :v1)");
    assertThat(text(and(or(and(is("a"), is("b"))), is("c"))))
        .isEqualTo("(#n0 = :v0 AND #n1 = :v1) AND #n2 = :v2");
  }

  @Test
  void whatDynamoDbCannotSayIsRefused() {
    AttrPath a = AttrPath.of("a");
    assertThat(text(new Condition.In(a, Collections.nCopies(100, ONE)))).contains(":v99");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> text(new Condition.In(a, Collections.nCopies(101, ONE))))
        .withMessageContaining("1 to 100");
    assertThatIllegalArgumentException().isThrownBy(() -> text(new Condition.In(a, List.of())));
    assertThatIllegalArgumentException().isThrownBy(() -> text(and()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> text(new Condition.Exists(AttrPath.of(""))))
        .withMessageContaining("empty");
  }

  @Test
  void updatesSetAndRemove() {
    var expressions = new Expressions();
    var set = new LinkedHashMap<AttrPath, Attr>();
    set.put(AttrPath.parse("a.b"), ONE);
    set.put(AttrPath.parse("c"), ONE);
    assertThat(expressions.update(set, List.of(AttrPath.parse("d"), AttrPath.parse("a.e"))))
        .isEqualTo("SET #n0.#n1 = :v0, #n2 = :v1 REMOVE #n3, #n0.#n4");
    assertThat(new Expressions().update(new LinkedHashMap<>(), List.of(AttrPath.of("d"))))
        .isEqualTo("REMOVE #n0");
    assertThat(new Expressions().projection(List.of(AttrPath.of("a"), AttrPath.parse("b[1]"))))
        .isEqualTo("#n0, #n1[1]");
  }

  @Test
  void limitsAreCounted() {
    Condition most = new Condition.And(Collections.nCopies(150, is("a")));
    assertThat(Expressions.fits(most, "")).isTrue();
    assertThat(Expressions.fits(and(most, is("a")), "")).isFalse();
    assertThat(Expressions.fits("x".repeat(4096))).isTrue();
    assertThat(Expressions.fits("x".repeat(4097))).isFalse();
    assertThat(Expressions.fits(is("a"), "x".repeat(4097))).isFalse();
  }
}
