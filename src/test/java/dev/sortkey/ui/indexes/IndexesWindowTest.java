package dev.sortkey.ui.indexes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableDraft.IndexDraft;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.Desks;
import dev.sortkey.ui.PageWindow;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.workbench.TablePage;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// On DynamoDB Local, which creates and deletes indexes as AWS does, only faster.
class IndexesWindowTest {
  private static KeyAttribute key(String name) {
    return new KeyAttribute(name, KeyType.S);
  }

  private static void table(Session session, String name, Capacity capacity) {
    var keys = new KeySchema(List.of(key("OrderID")), List.of(key("CustomerID")));
    session
        .tables()
        .create(
            new TableDraft(
                name,
                keys,
                capacity,
                List.of(
                    new IndexDraft(
                        "OrderDate-local",
                        Index.Kind.LSI,
                        new KeySchema(keys.partition(), List.of(key("OrderDate"))),
                        new Projection(Projection.Kind.KEYS_ONLY, List.of()),
                        capacity)),
                false));
    session
        .writer()
        .putAll(
            name,
            IntStream.range(0, 200).mapToObj(IndexesWindowTest::order).iterator(),
            Progress.none());
  }

  private static Item order(int i) {
    var values = new LinkedHashMap<String, Attr>();
    values.put("OrderID", new Attr.S("o" + i));
    values.put("CustomerID", new Attr.S("c" + i % 7));
    values.put("OrderDate", new Attr.S("2024-12-" + (10 + i % 20)));
    return new Item(values);
  }

  @Test
  void anIndexIsCreatedFollowedUntilActiveChangedAndDeleted() {
    Theme theme = Theme.LIGHT;
    String name = "Indexed" + theme;
    try (Session session = Desks.session()) {
      table(session, name, new Capacity.Provisioned(5, 5));
      try (var window =
          new PageWindow(
              session,
              name,
              TablePage.INDEXES,
              theme,
              (desk, table) -> new IndexesSection(desk, table, Duration.ofMillis(50)))) {
        Ui.text("No global indexes yet");
        window.picture("indexes-empty-" + theme);
        create(window, theme);
        Ui.until("the index is active", () -> active(window, name));
        assertThat(session.tables().describe(name).index("CustomerID-OrderDate-index"))
            .hasValueSatisfying(index -> {
              assertThat(index.itemCount()).isEqualTo(200);
              assertThat(index.projection().included()).containsExactly("Total");
            });
        window.picture("indexes-" + theme);
        provision(window, theme);
        Ui.until(
            "the units are changed",
            () ->
                session
                    .tables()
                    .describe(name)
                    .index("CustomerID-OrderDate-index")
                    .orElseThrow()
                    .capacity()
                    .equals(new Capacity.Provisioned(9, 5)));
        Ui.until("active again", () -> active(window, name));
        delete(window, theme);
        Ui.text("No global indexes yet");
        assertThat(session.tables().describe(name).indexes())
            .extracting(Index::name)
            .containsExactly("OrderDate-local");
      }
    }
  }

  @Test
  void theDialogInTheDark() {
    try (Session session = Desks.session()) {
      table(session, "IndexedDark", Capacity.onDemand());
      try (var window =
          new PageWindow(
              session, "IndexedDark", TablePage.INDEXES, Theme.DARK, IndexesSection::new)) {
        Ui.click(Ui.find("#create-index"));
        Ui.fill(Ui.find("#partition-0"), "Total");
        Ui.click(Ui.find("#add-partition"));
        Ui.fill(Ui.find("#partition-1"), "Total");
        Ui.until(
            "the doubled attribute is said",
            () -> ((Label) Ui.anywhere("#error-partition")).getText().contains("Total"));
        window.picture("indexes-create-DARK");
      }
    }
  }

  private static boolean active(PageWindow window, String table) {
    return window
        .desk
        .tables()
        .schema(table)
        .flatMap(schema -> schema.index("CustomerID-OrderDate-index"))
        .filter(index -> index.status().equals(TableSchema.ACTIVE))
        .isPresent();
  }

  private static void create(PageWindow window, Theme theme) {
    Ui.click(Ui.find("#create-index"));
    Ui.click(Ui.find("#create-index-confirm"));
    Ui.until(
        "the missing key is said",
        () -> !((Label) Ui.anywhere("#error-partition")).getText().isEmpty());
    Ui.fill(Ui.find("#partition-0"), "CustomerID");
    assertThat(Ui.find("#partition-0").isFocused()).isTrue();
    Ui.fill(Ui.find("#sort-0"), "OrderDate");
    Ui.click(Ui.text("Include"));
    Ui.fill(Ui.find(".sk-chips .text-field"), "Total");
    Ui.press(KeyCode.ENTER);
    window.picture("indexes-create-" + theme);
    Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
    Ui.find("#index-CustomerID-OrderDate-index");
  }

  private static void provision(PageWindow window, Theme theme) {
    Ui.until(
        "the units can be changed",
        () -> !Ui.anywhere("#provision-CustomerID-OrderDate-index").isDisabled());
    Ui.click(Ui.find("#provision-CustomerID-OrderDate-index"));
    Ui.fill(Ui.find("#provision-read"), "9");
    assertThat(((Label) Ui.find("#provision-says")).getText()).contains("5 / 5").contains("9 / 5");
    window.picture("indexes-units-" + theme);
    Ui.click(Ui.find("#provision-apply"));
    Ui.until(
        "the dialog is closed", () -> !Ui.shows(node -> "provision-apply".equals(node.getId())));
  }

  private static void delete(PageWindow window, Theme theme) {
    Ui.click(Ui.find("#delete-CustomerID-OrderDate-index"));
    Node confirm = Ui.find("#delete-index-confirm");
    assertThat(confirm.isDisabled()).isTrue();
    Ui.fill(Ui.find("#delete-index-name"), "CustomerID-OrderDate-inde");
    assertThat(confirm.isDisabled()).isTrue();
    Ui.type("x");
    window.picture("indexes-delete-" + theme);
    Ui.press(KeyCode.ENTER);
  }
}
