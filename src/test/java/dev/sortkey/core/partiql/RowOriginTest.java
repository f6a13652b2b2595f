package dev.sortkey.core.partiql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowOriginTest {
  private static final KeySchema KEYS =
      new KeySchema(List.of(new KeyAttribute("id", KeyType.S)), List.of());
  private static final Item ITEM =
      Item.of(
          Map.of(
              "id", new Attr.S("1"),
              "n", new Attr.N("2"),
              "info", Attr.M.of(Map.of("id", new Attr.S("x"), "owner", new Attr.S("Ada")))));

  private static RowOrigin of(String statement) {
    Statement read = Script.read(statement).pieces().getFirst().statement();
    assertThat(read).isNotNull();
    return RowOrigin.of(read);
  }

  @Test
  void aStarBringsWholeItemsFromATableOnly() {
    assertThat(of("SELECT * FROM T").whole()).isTrue();
    assertThat(of("SELECT * FROM T.byKind").whole()).isFalse();
    assertThat(of("SELECT id, n FROM T").whole()).isFalse();
    assertThat(of("DELETE FROM T WHERE id = '1' RETURNING ALL OLD *").whole()).isFalse();
    assertThat(of("SELECT * FROM T.byKind").keyed(KEYS)).isTrue();
  }

  @Test
  void onlyAnAttributeAskedForByItselfIsStored() {
    RowOrigin some = of("SELECT \"id\", n, info.owner FROM T");
    assertThat(some.stores("n")).isTrue();
    assertThat(some.stores("owner")).isFalse();
    assertThat(some.stores("other")).isFalse();
    assertThat(some.keyed(KEYS)).isTrue();
    assertThat(some.row(ITEM).attributes())
        .isEqualTo(Map.of("id", new Attr.S("1"), "n", new Attr.N("2"), "owner", new Attr.S("Ada")));
  }

  @Test
  void whatLooksLikeTheKeyIsNotTheKey() {
    assertThat(of("SELECT n, info.id FROM T").keyed(KEYS)).isFalse();
    assertThat(of("SELECT id, info.id FROM T").keyed(KEYS)).isFalse();
    assertThat(of("SELECT n FROM T").keyed(KEYS)).isFalse();
    assertThat(of("SELECT id, n[0] FROM T").stores("n")).isFalse();
  }
}
