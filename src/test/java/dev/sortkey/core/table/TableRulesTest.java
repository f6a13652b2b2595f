package dev.sortkey.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.table.TableDraft.IndexDraft;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.Item;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableRulesTest {
  private static final KeyAttribute ID = new KeyAttribute("OrderID", KeyType.S);
  private static final KeyAttribute CUSTOMER = new KeyAttribute("CustomerID", KeyType.S);
  private static final KeyAttribute DATE = new KeyAttribute("OrderDate", KeyType.N);
  private static final KeySchema KEYS = keys(ID, CUSTOMER);

  private static KeySchema keys(KeyAttribute partition, KeyAttribute... sort) {
    return new KeySchema(List.of(partition), List.of(sort));
  }

  private static IndexDraft gsi(String name, KeySchema keys) {
    return new IndexDraft(
        name, Index.Kind.GSI, keys, Projection.all(), new Capacity.Provisioned(1, 1));
  }

  private static IndexDraft lsi(String name, KeySchema keys) {
    return new IndexDraft(name, Index.Kind.LSI, keys, Projection.all(), Capacity.onDemand());
  }

  private static IndexDraft including(String name, List<String> attributes) {
    return new IndexDraft(
        name,
        Index.Kind.GSI,
        keys(DATE),
        new Projection(Projection.Kind.INCLUDE, attributes),
        Capacity.onDemand());
  }

  private static TableDraft draft(KeySchema keys, IndexDraft... indexes) {
    return new TableDraft("CustomerOrders", keys, Capacity.onDemand(), List.of(indexes), false);
  }

  private static List<TableRules.Flaw> of(TableDraft draft) {
    return TableRules.check(draft);
  }

  private static void onlyFlaw(TableDraft draft, String field, String message) {
    assertThat(of(draft))
        .singleElement()
        .satisfies(flaw -> {
          assertThat(flaw.field()).isEqualTo(field);
          assertThat(flaw.message()).contains(message);
        });
  }

  @Test
  void theGuidesTableIsGood() {
    assertThat(of(draft(KEYS, gsi("CustomerID-index", keys(CUSTOMER, DATE))))).isEmpty();
    assertThat(of(draft(KEYS, lsi("by-date", keys(ID, DATE))))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ab", "a b c", "Bestellüngen", "a/b/c"})
  void namesAreChecked(String name) {
    TableDraft good = draft(KEYS, gsi("index", keys(DATE)));
    assertThat(of(new TableDraft(name, KEYS, good.capacity(), good.indexes(), false)))
        .singleElement()
        .satisfies(flaw -> assertThat(flaw.field()).isEqualTo("name"));
    assertThat(of(draft(KEYS, gsi(name, keys(DATE)))))
        .singleElement()
        .satisfies(flaw -> assertThat(flaw.field()).isEqualTo("index[0].name"));
  }

  @Test
  void namesHave255CharactersAtMost() {
    for (int length : new int[] {3, 255}) {
      assertThat(of(draft(KEYS, gsi("x".repeat(length), keys(DATE))))).isEmpty();
    }
    onlyFlaw(draft(KEYS, gsi("x".repeat(256), keys(DATE))), "index[0].name", "this one has 256");
  }

  @Test
  void keysOfTheTable() {
    onlyFlaw(draft(new KeySchema(List.of(), List.of())), "partition", "partition key is missing");
    onlyFlaw(draft(keys(new KeyAttribute("", KeyType.S))), "partition", "is missing");
    onlyFlaw(draft(keys(ID, ID)), "sort", "in this key already");
    onlyFlaw(draft(new KeySchema(List.of(ID, DATE), List.of())), "partition", "one attribute");
    onlyFlaw(draft(keys(ID, CUSTOMER, DATE)), "sort", "one attribute");
    onlyFlaw(
        draft(keys(new KeyAttribute("x".repeat(256), KeyType.S))), "partition", "256 bytes long");
  }

  @Test
  void oneTypePerAttribute() {
    KeyAttribute number = new KeyAttribute("CustomerID", KeyType.N);
    onlyFlaw(
        draft(KEYS, gsi("index", keys(number))),
        "index[0].partition",
        "CustomerID is a String elsewhere in this table and a Number here");
  }

  @Test
  void indexesAreCountedAndNamedOnce() {
    IndexDraft[] twenty =
        IntStream.range(0, 20).mapToObj(i -> gsi("gsi" + i, keys(DATE))).toArray(IndexDraft[]::new);
    assertThat(of(draft(KEYS, twenty))).isEmpty();
    IndexDraft[] more =
        IntStream.range(0, 21).mapToObj(i -> gsi("gsi" + i, keys(DATE))).toArray(IndexDraft[]::new);
    onlyFlaw(draft(KEYS, more), "indexes", "20 global");
    IndexDraft[] local =
        IntStream.range(0, 6)
            .mapToObj(i -> lsi("lsi" + i, keys(ID, DATE)))
            .toArray(IndexDraft[]::new);
    onlyFlaw(draft(KEYS, local), "indexes", "5 local");
    onlyFlaw(
        draft(KEYS, gsi("same", keys(DATE)), lsi("same", keys(ID, DATE))),
        "index[1].name",
        "named same already");
  }

  @Test
  void localIndexes() {
    onlyFlaw(draft(KEYS, lsi("lsi", keys(CUSTOMER, DATE))), "index[0].partition", "OrderID");
    onlyFlaw(draft(keys(ID), lsi("lsi", keys(ID, DATE))), "index[0].partition", "with a sort key");
    onlyFlaw(draft(KEYS, lsi("lsi", keys(ID))), "index[0].sort", "needs a sort key");
  }

  @Test
  void globalIndexesTakeFourAndFour() {
    List<KeyAttribute> eight =
        IntStream.range(0, 8).mapToObj(i -> new KeyAttribute("a" + i, KeyType.S)).toList();
    assertThat(of(draft(KEYS, gsi("gsi", new KeySchema(eight.subList(0, 4), eight.subList(4, 8))))))
        .isEmpty();
    onlyFlaw(
        draft(KEYS, gsi("gsi", new KeySchema(eight.subList(0, 5), List.of()))),
        "index[0].partition",
        "4 attributes");
    onlyFlaw(
        draft(KEYS, gsi("gsi", new KeySchema(List.of(ID), eight.subList(0, 5)))),
        "index[0].sort",
        "4 attributes");
  }

  @Test
  void includedAttributes() {
    List<String> fifty = IntStream.range(0, 50).mapToObj(i -> "a" + i).toList();
    assertThat(of(draft(KEYS, including("one", fifty), including("two", fifty)))).isEmpty();
    onlyFlaw(
        draft(
            KEYS,
            including("one", fifty),
            including("two", fifty),
            including("three", List.of("a")),
            including("four", List.of("a"))),
        "index[2].projection",
        "100 attributes at most");
    onlyFlaw(draft(KEYS, including("one", List.of())), "index[0].projection", "No attribute");
    onlyFlaw(draft(KEYS, including("one", List.of(""))), "index[0].projection", "missing");
    onlyFlaw(
        draft(KEYS, including("one", Collections.nCopies(2, "a"))),
        "index[0].projection",
        "included twice");
  }

  @Test
  void capacityIsAtLeastOne() {
    TableDraft good = draft(KEYS, gsi("gsi", keys(DATE)));
    onlyFlaw(
        new TableDraft("abc", KEYS, new Capacity.Provisioned(0, 1), good.indexes(), false),
        "capacity",
        "at least 1");
    onlyFlaw(
        new TableDraft("abc", KEYS, new Capacity.OnDemand(null, 0L), good.indexes(), false),
        "capacity",
        "at least 1");
    Capacity one = new Capacity.Provisioned(1, 1);
    assertThat(of(new TableDraft("abc", KEYS, one, good.indexes(), false))).isEmpty();
    IndexDraft none =
        new IndexDraft(
            "gsi", Index.Kind.GSI, keys(DATE), Projection.all(), new Capacity.Provisioned(1, 0));
    onlyFlaw(
        new TableDraft("abc", KEYS, one, List.of(none), false), "index[0].capacity", "at least 1");
    onlyFlaw(
        new TableDraft("abc", KEYS, one, List.of(including("gsi", List.of("a"))), false),
        "index[0].capacity",
        "units of its own");
  }

  private static List<String> keyFlaws(Item item) {
    Index index =
        new Index(
            "gsi",
            Index.Kind.GSI,
            keys(CUSTOMER, DATE),
            Projection.all(),
            Capacity.onDemand(),
            "ACTIVE",
            false,
            0,
            0);
    var table =
        new TableSchema(
            "orders",
            "arn",
            TableSchema.ACTIVE,
            keys(ID, new KeyAttribute("bin", KeyType.B)),
            List.of(index),
            Capacity.onDemand(),
            "STANDARD",
            false,
            0,
            0,
            null);
    return TableRules.checkKey(table, item).stream()
        .map(flaw -> flaw.path() + ": " + flaw.message())
        .toList();
  }

  private static final Attr BINARY = new Attr.B(Bytes.of((byte) 1));

  @Test
  void aGoodKeyNeedsNoIndexKeys() {
    assertThat(keyFlaws(Item.of(Map.of("OrderID", new Attr.S("1"), "bin", BINARY)))).isEmpty();
    assertThat(
            keyFlaws(
                Item.of(
                    Map.of(
                        "OrderID", new Attr.S("x".repeat(2048)),
                        "bin", new Attr.B(Bytes.of(new byte[1024])),
                        "CustomerID", new Attr.S("C"),
                        "OrderDate", new Attr.N("1")))))
        .isEmpty();
  }

  @Test
  void missingAndEmptyKeys() {
    assertThat(keyFlaws(Item.of(Map.of("OrderID", new Attr.S("")))))
        .satisfiesExactly(
            flaw -> assertThat(flaw).startsWith("bin: ").contains("missing", "Binary"),
            flaw -> assertThat(flaw).startsWith("OrderID: ").contains("cannot be empty"));
    assertThat(keyFlaws(Item.of(Map.of("OrderID", new Attr.S("1"), "bin", new Attr.B(Bytes.of())))))
        .singleElement()
        .asString()
        .contains("bin is a key attribute and cannot be empty");
  }

  @Test
  void longKeysCountInBytes() {
    assertThat(
            keyFlaws(
                Item.of(
                    Map.of(
                        "OrderID", new Attr.S("é".repeat(1025)),
                        "bin", new Attr.B(Bytes.of(new byte[1025]))))))
        .satisfiesExactly(
            flaw -> assertThat(flaw).contains("OrderID is 2,050 bytes long", "2,048"),
            flaw -> assertThat(flaw).contains("bin is 1,025 bytes long", "1,024"));
  }

  @Test
  void typesOfKeysAndIndexKeys() {
    assertThat(
            keyFlaws(
                Item.of(
                    Map.of(
                        "OrderID", new Attr.N("1"),
                        "bin", BINARY,
                        "CustomerID", new Attr.Null(),
                        "OrderDate", new Attr.S("")))))
        .satisfiesExactly(
            flaw -> assertThat(flaw).startsWith("OrderID: ").contains("type String"),
            flaw -> assertThat(flaw).startsWith("CustomerID: ").contains("type String"),
            flaw -> assertThat(flaw).startsWith("OrderDate: ").contains("type Number"));
  }
}
