package dev.sortkey.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableDraft.IndexDraft;
import dev.sortkey.ui.Desks;
import dev.sortkey.ui.PageWindow;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.workbench.Destination;
import dev.sortkey.ui.workbench.TablePage;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.Test;

class OverviewWindowTest {
  private static KeyAttribute key(String name, KeyType type) {
    return new KeyAttribute(name, type);
  }

  private static void table(Session session, String name, List<IndexDraft> indexes) {
    session
        .tables()
        .create(
            new TableDraft(
                name,
                new KeySchema(
                    List.of(key("OrderID", KeyType.S)), List.of(key("CustomerID", KeyType.S))),
                Capacity.onDemand(),
                indexes,
                true));
  }

  private static IndexDraft gsi(int i) {
    return new IndexDraft(
        i == 3
            ? "Warehouse-Country-Region-City-Street-Status-At-index"
            : "Attribute" + i + "-index",
        Index.Kind.GSI,
        i == 3
            ? new KeySchema(
                List.of(
                    key("Warehouse", KeyType.S),
                    key("Country", KeyType.S),
                    key("Region", KeyType.S)),
                List.of(key("City", KeyType.S), key("At", KeyType.N)))
            : new KeySchema(
                List.of(key("Attribute" + i, KeyType.values()[i % 3])),
                i % 2 == 0 ? List.of(key("OrderDate", KeyType.S)) : List.of()),
        i % 3 == 0
            ? Projection.all()
            : i % 3 == 1
                ? new Projection(Projection.Kind.KEYS_ONLY, List.of())
                : new Projection(Projection.Kind.INCLUDE, List.of("Total", "Status")),
        Capacity.onDemand());
  }

  private static IndexDraft lsi(int i) {
    return new IndexDraft(
        "Local" + i,
        Index.Kind.LSI,
        new KeySchema(List.of(key("OrderID", KeyType.S)), List.of(key("Local" + i, KeyType.N))),
        Projection.all(),
        Capacity.onDemand());
  }

  private static String fact(String id) {
    return Ui.onFx(() -> ((Label) Ui.anywhere("#fact-" + id)).getText());
  }

  @Test
  void keysIndexesAndFactsAreShownAndLeadToTheirPages() {
    try (Session session = Desks.session()) {
      table(session, "Overviewed", List.of(gsi(2), lsi(1)));
      try (var window =
          new PageWindow(
              session, "Overviewed", TablePage.OVERVIEW, Theme.LIGHT, OverviewSection::new)) {
        Ui.until("recovery is told", () -> fact("recovery").contains("not offered"));
        Ui.until(
            "the rest is known", () -> fact("ttl").equals("Off") && fact("stream").equals("Off"));
        window.picture("overview-two-LIGHT");
        assertThat(fact("protection")).isEqualTo("On");
        assertThat(fact("encryption")).isEqualTo("AWS owned key");
        Node diagram = Ui.find("#key-diagram");
        assertThat(diagram.getAccessibleText())
            .contains("partition key OrderID (String), sort key CustomerID (String)")
            .contains("Global secondary index Attribute2-index")
            .contains("Local secondary index Local1");
        Ui.click(Ui.find("#copy-arn"));
        assertThat(Ui.onFx(() -> Clipboard.getSystemClipboard().getString()))
            .startsWith("arn:aws:dynamodb:")
            .endsWith("table/Overviewed");
        Ui.click(Ui.text("Go to Streams"));
        assertThat(window.opened)
            .containsExactly(new Destination.Table("Overviewed", TablePage.STREAMS));
      }
    }
  }

  @Test
  void itStaysReadableWithoutIndexesAndWithAllThatATableTakes() {
    try (Session session = Desks.session()) {
      table(session, "OverviewBare", List.of());
      List<IndexDraft> many = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        many.add(gsi(i));
      }
      for (int i = 0; i < 5; i++) {
        many.add(lsi(i));
      }
      table(session, "OverviewFull", many);
      try (var window =
          new PageWindow(
              session, "OverviewBare", TablePage.OVERVIEW, Theme.DARK, OverviewSection::new)) {
        Ui.until("recovery is told", () -> fact("recovery").contains("not offered"));
        Ui.sees("No indexes. Items are found by the table's key");
        window.picture("overview-none-DARK");
      }
      try (var window =
          new PageWindow(
              session, "OverviewFull", TablePage.OVERVIEW, Theme.DARK, OverviewSection::new)) {
        Ui.until("recovery is told", () -> fact("recovery").contains("not offered"));
        window.picture("overview-many-DARK");
        Node first = Ui.find("#diagram-Attribute0-index");
        Node last = Ui.anywhere("#diagram-Local4");
        assertThat(last.getBoundsInParent().getMinY())
            .as("each index has its place below the other")
            .isGreaterThan(first.getBoundsInParent().getMaxY() + 23 * 40);
        assertThat(last.getBoundsInParent().getMaxY())
            .isLessThanOrEqualTo(last.getParent().getLayoutBounds().getHeight());
      }
    }
  }
}
