package dev.sortkey.ui.indexes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.ui.Desks;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Tables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What can be done to an index in each of its states, which DynamoDB Local passes too fast.
class IndexRowsTest {
  private static final KeySchema KEY =
      new KeySchema(List.of(new KeyAttribute("pk", KeyType.S)), List.of());

  private final List<Node> writing = new ArrayList<>();

  private static Index index(String name, Index.Kind kind, String status, boolean filling) {
    return new Index(
        name, kind, KEY, Projection.all(), new Capacity.Provisioned(5, 5), status, filling, 0, 0);
  }

  private static Index global(String name, String status) {
    return index(name, Index.Kind.GSI, status, false);
  }

  private IndexRows rows(Index... indexes) {
    Ui.start();
    return Ui.onFx(() -> {
      try (Session session = Desks.session()) {
        var tables = new Tables(session.tables(), Work.direct());
        tables.put(
            new TableSchema(
                "Rows",
                "arn",
                "ACTIVE",
                KEY,
                List.of(indexes),
                new Capacity.Provisioned(5, 5),
                "STANDARD",
                false,
                0,
                0,
                null));
        var model =
            new IndexesViewModel(
                session.admin(), tables, Work.direct(), "Rows", Duration.ofSeconds(1));
        var rows =
            new IndexRows(
                model,
                _ -> {},
                _ -> {},
                node -> {
                  writing.add(node);
                  return node;
                });
        rows.show(List.of(indexes));
        return rows;
      }
    });
  }

  private static boolean offered(IndexRows rows, String id) {
    Node tool = rows.lookup(id);
    return tool != null && !tool.isDisable();
  }

  @Test
  void theUnitsOfAnActiveIndexCanBeChangedAndItCanBeDeleted() {
    IndexRows rows = rows(global("one", "ACTIVE"), global("other", "ACTIVE"));
    for (String name : List.of("one", "other")) {
      assertThat(offered(rows, "#provision-" + name)).isTrue();
      assertThat(offered(rows, "#delete-" + name)).isTrue();
    }
  }

  /// Only one index of a table can be created or deleted at a time.
  @ParameterizedTest
  @ValueSource(strings = {"CREATING", "UPDATING", "DELETING"})
  void whileOneMovesNoneCanBeDeleted(String status) {
    IndexRows rows = rows(global("moving", status), global("other", "ACTIVE"));
    assertThat(offered(rows, "#provision-moving")).isFalse();
    assertThat(offered(rows, "#delete-moving")).isFalse();
    assertThat(offered(rows, "#delete-other")).isFalse();
    assertThat(rows.lookup("#delete-other")).isNotNull();
  }

  @Test
  void anIndexThatIsBeingFilledCanBeGivenUp() {
    IndexRows rows =
        rows(index("filling", Index.Kind.GSI, "CREATING", true), global("other", "ACTIVE"));
    assertThat(offered(rows, "#delete-filling")).isTrue();
    assertThat(offered(rows, "#delete-other")).isFalse();
  }

  @Test
  void whatChangesAnIndexGoesThroughTheGuardAndALocalIndexOffersNothing() {
    IndexRows rows =
        rows(global("global", "ACTIVE"), index("local", Index.Kind.LSI, "ACTIVE", false));
    assertThat(writing)
        .singleElement()
        .satisfies(tools -> {
          assertThat(tools.lookup("#provision-global")).isNotNull();
          assertThat(tools.lookup("#delete-global")).isNotNull();
        });
    assertThat(rows.lookup("#provision-local")).isNull();
    assertThat(rows.lookup("#delete-local")).isNull();
  }
}
