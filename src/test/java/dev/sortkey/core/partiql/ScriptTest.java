package dev.sortkey.core.partiql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.expr.Condition.Comparison;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.AnyItem;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.Item;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ScriptTest {
  private static final TableSchema TABLE =
      new TableSchema(
          "My Table",
          "arn",
          TableSchema.ACTIVE,
          new KeySchema(
              List.of(new KeyAttribute("pk", KeyType.S)),
              List.of(new KeyAttribute("sk", KeyType.N))),
          List.of(),
          Capacity.onDemand(),
          "STANDARD",
          false,
          10,
          1_000,
          null);

  @Provide
  Arbitrary<QuerySpec> specs() {
    return Combinators.combine(conditions(2).list().ofMaxSize(3), paths().list().ofMaxSize(2))
        .as((conditions, attributes) ->
            new QuerySpec(
                QuerySpec.Mode.AUTO,
                null,
                List.of(),
                List.of(),
                conditions,
                attributes,
                false,
                false,
                null));
  }

  private static Arbitrary<AttrPath> paths() {
    return AnyItem.names()
        .flatMap(name ->
            Arbitraries.of(AttrPath.of(name), AttrPath.of("m").child(name).child(0).child(name)));
  }

  /// Values that have a literal.
  private static Arbitrary<Attr> values() {
    return AnyItem.attrs().filter(ScriptTest::written);
  }

  private static boolean written(Attr value) {
    return switch (value) {
      case Attr.B _, Attr.BS _ -> false;
      case Attr.N(String digits) -> !digits.startsWith("+") && !digits.endsWith(".");
      case Attr.NS(var digits) -> digits.stream().allMatch(d -> written(new Attr.N(d)));
      case Attr.L(var elements) -> elements.stream().allMatch(ScriptTest::written);
      case Attr.M(var fields) -> fields.values().stream().allMatch(ScriptTest::written);
      default -> true;
    };
  }

  private static Arbitrary<Condition> conditions(int depth) {
    Arbitrary<Condition> leaf =
        Combinators.combine(
                paths(),
                values(),
                values(),
                Arbitraries.of(Comparison.class),
                Arbitraries.of(AttrType.class),
                Arbitraries.integers().between(0, 8))
            .as((path, value, other, comparison, type, kind) ->
                switch (kind) {
                  case 0, 1 -> new Condition.Compare(path, comparison, value);
                  case 2 -> new Condition.Between(path, value, other);
                  case 3 -> new Condition.In(path, List.of(value, other));
                  case 4 -> new Condition.BeginsWith(path, new Attr.S("it's"));
                  case 5 -> new Condition.Contains(path, value);
                  case 6 -> new Condition.HasType(path, type);
                  case 7 -> new Condition.Size(path, comparison, 12);
                  default -> new Condition.NotExists(path);
                });
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<List<Condition>> parts = conditions(depth - 1).list().ofMinSize(2).ofMaxSize(3);
    return Arbitraries.oneOf(
        leaf, parts.map(Condition.Or::new), conditions(depth - 1).map(Condition.Not::new));
  }

  @Property(tries = 300)
  void aQueryIsWrittenAndReadWithoutAChange(@ForAll("specs") QuerySpec spec) {
    String text = SelectWriting.write(TABLE, spec);
    Script.Piece piece = Script.read(text).pieces().getFirst();
    assertThat(piece.fault()).as(text).isNull();
    assertThat(SelectReading.spec((Statement.Select) piece.statement())).as(text).isEqualTo(spec);
  }

  @Property(tries = 200)
  void anyItemIsWrittenAndReadAsItIs(@ForAll("items") Item item) {
    String text = "INSERT INTO t VALUE " + Literals.write(new Attr.M(item.attributes()));
    Statement read = Script.read(text).pieces().getFirst().statement();
    assertThat(read).as(text).isEqualTo(new Statement.Insert("t", new Attr.M(item.attributes())));
  }

  @Provide
  Arbitrary<Item> items() {
    return AnyItem.items().filter(item -> written(new Attr.M(item.attributes())));
  }

  @Example
  void severalStatementsStandEachAtItsPlace() {
    String text =
        "SELECT * FROM a; -- first\nUPDATE b SET x = 1 REMOVE y[2] WHERE pk = 'k;' /* ; */;\n\n"
            + "DELETE FROM \"c d\" WHERE pk = ? AND sk = -1.50";
    List<Script.Piece> pieces = Script.read(text, List.of(new Attr.N("9"))).pieces();
    assertThat(pieces).hasSize(3);
    assertThat(pieces.get(1).statement())
        .isEqualTo(
            new Statement.Update(
                "b",
                List.of(new Statement.Assignment(AttrPath.of("x"), new Attr.N("1"))),
                List.of(AttrPath.parse("y[2]")),
                new Condition.Compare(AttrPath.of("pk"), Comparison.EQ, new Attr.S("k;"))));
    assertThat(pieces.get(2).text()).startsWith("DELETE").endsWith("-1.50");
    assertThat(pieces.get(2).statement())
        .isEqualTo(
            new Statement.Delete(
                "c d",
                new Condition.And(
                    List.of(
                        new Condition.Compare(AttrPath.of("pk"), Comparison.EQ, new Attr.N("9")),
                        new Condition.Compare(
                            AttrPath.of("sk"), Comparison.EQ, new Attr.N("-1.50"))))));
    assertThat(Script.read(text).at(text.indexOf("UPDATE") + 3).text()).startsWith("UPDATE");
  }

  private static Fault fault(String text) {
    return Script.read(text).pieces().getFirst().fault();
  }

  @Example
  void whatIsWrongIsSaidWhereItIs() {
    assertThat(fault("SELEC * FROM t"))
        .isEqualTo(
            new Fault(
                0, 5, "A statement begins with SELECT," + " INSERT, UPDATE, DELETE or EXISTS."));
    assertThat(fault("SELECT * FROM t WHERE a = 'x").message()).contains("not closed");
    assertThat(fault("SELECT * FROM t WHERE a = 'x").from()).isEqualTo(26);
    assertThat(fault("SELECT * FROM t WHERE a = x").message()).contains("single quotes");
    assertThat(fault("SELECT * FROM t WHERE a == 1").from()).isEqualTo(25);
    assertThat(fault("SELECT * FROM t WHERE begins_with(a, 5)").message())
        .contains("begins_with works on strings");
    assertThat(fault("SELECT * FROM t WHERE upper(a) = 'A'").message()).contains("no function");
    assertThat(fault("SELECT * FROM t WHERE a = 1e999").message()).isNotEmpty();
    assertThat(fault("SELECT * FROM t LIMIT 5").message()).contains("LIMIT is too much");
    assertThat(fault("UPDATE t WHERE a = 1").message()).contains("SET or REMOVE");
    assertThat(fault("INSERT INTO t VALUE [1]").message()).contains("item");
    assertThat(fault("SELECT * FROM t WHERE a = <<1, 'b'>>").message()).contains("A set");
    assertThat(fault("SELECT * FROM t WHERE a = #").message()).contains("# means nothing");
    assertThat(Script.read("  -- nothing\n").pieces()).isEmpty();
  }

  @Example
  void binaryHasNoLiteral() {
    assertThatThrownBy(() -> Literals.write(new Attr.B(Bytes.of((byte) 1))))
        .hasMessageContaining("question mark");
  }

  @Example
  void aSelectWithoutItsPartitionKeyScans() {
    for (String where :
        List.of(
            "",
            " WHERE a = 1",
            " WHERE pk > 'a'",
            " WHERE pk = 'a' OR a = 1",
            " WHERE NOT pk = 'a'")) {
      assertThat(SelectReading.scans(select("SELECT * FROM t" + where), TABLE)).as(where).isTrue();
    }
    for (String where :
        List.of(
            " WHERE pk = 'a'", " WHERE a = 1 AND pk IN ['a', 'b']", " WHERE pk='a' OR pk='b'")) {
      assertThat(SelectReading.scans(select("SELECT * FROM t" + where), TABLE)).as(where).isFalse();
    }
  }

  private static Statement.Select select(String text) {
    return (Statement.Select) Script.read(text).pieces().getFirst().statement();
  }

  @Example
  void aWriteIsGuardedByWhatWasSeen() {
    String text =
        "UPDATE t SET a.b = 2, n = n + 1 REMOVE c WHERE pk = 'k' AND sk = 1 RETURNING ALL OLD *";
    Script.Piece piece = Script.read(text).pieces().getFirst();
    Item seen =
        Item.of(
            Map.of(
                "pk", new Attr.S("k"),
                "sk", new Attr.N("1"),
                "a", Attr.M.of(Map.of("b", new Attr.N("1"))),
                "n", new Attr.N("5")));
    assertThat(WriteGuard.key(piece.statement(), TABLE).orElseThrow().values())
        .containsEntry("sk", new Attr.N("1"));
    assertThat(WriteGuard.after((Statement.Update) piece.statement(), seen)).isNull();
    Statements.Ready ready =
        WriteGuard.guarded(new Statements.Ready(text, List.of()), piece.statement(), seen, TABLE);
    assertThat(ready.text())
        .isEqualTo(
            "UPDATE t SET a.b = 2, n = n + 1 REMOVE c WHERE pk = 'k' AND sk = 1 AND \"a\".\"b\" = ?"
                + " AND \"n\" = ? AND \"c\" IS MISSING RETURNING ALL OLD *");
    assertThat(ready.parameters()).containsExactly(new Attr.N("1"), new Attr.N("5"));
  }

  @Example
  void whatComesNextIsOffered() {
    var known =
        List.of(new Completion.Known("Orders", List.of("by-date"), List.of("OrderID", "Total")));
    assertThat(offers("sel", known)).containsExactly("SELECT ");
    assertThat(offers("SELECT * FROM ", known)).containsExactly("\"Orders\"");
    assertThat(offers("SELECT * FROM \"Or", known)).containsExactly("\"Orders\"");
    assertThat(offers("SELECT * FROM \"Orders\".", known)).containsExactly("\"by-date\"");
    assertThat(offers("SELECT * FROM \"Orders\" WHERE \"To", known)).containsExactly("\"Total\"");
    assertThat(offers("SELECT * FROM \"Orders\" WHERE beg", known)).containsExactly("begins_with(");
  }

  private static List<String> offers(String text, List<Completion.Known> known) {
    return Completion.at(text, text.length(), known).offers().stream()
        .map(Completion.Offer::text)
        .toList();
  }
}
