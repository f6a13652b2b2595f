package dev.sortkey.ui.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableDraft.IndexDraft;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.workbench.Destination;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a bulk edit leaves alone is told item by item, and one that would meet its own items again
/// is refused.
class BulkRunWindowTest {
  private static final int ITEMS = 40;

  private final Session session = Window.sandbox();
  private final String table = "Stock-" + UUID.randomUUID().toString().substring(0, 8);

  BulkRunWindowTest() {
    var byShelf =
        new IndexDraft(
            "ByShelf",
            Index.Kind.GSI,
            new KeySchema(List.of(new KeyAttribute("Shelf", KeyType.N)), List.of()),
            Projection.all(),
            Capacity.onDemand());
    var keys = new KeySchema(List.of(new KeyAttribute("Id", KeyType.S)), List.of());
    session
        .tables()
        .create(new TableDraft(table, keys, Capacity.onDemand(), List.of(byShelf), false));
    session
        .writer()
        .putAll(
            table,
            IntStream.range(0, ITEMS).mapToObj(BulkRunWindowTest::item).iterator(),
            Progress.none());
  }

  /// Every eighth one has no number to add to.
  private static Item item(int i) {
    var fields = new LinkedHashMap<String, Attr>();
    fields.put("Id", new Attr.S("A-" + (100 + i)));
    fields.put("Shelf", new Attr.N("7"));
    fields.put("Count", i % 8 == 0 ? new Attr.S("many") : new Attr.N("1"));
    return new Item(fields);
  }

  @SuppressWarnings("unchecked")
  private void add(String path) {
    Ui.run(Ui.find("#grid")::requestFocus);
    Ui.press(KeyCode.CONTROL, KeyCode.B);
    Ui.click(Ui.text("The whole result, beyond what is loaded"));
    var kinds = (ComboBox<BulkDraft.Kind>) Ui.anywhere("#bulk-kind");
    Ui.run(() -> kinds.setValue(BulkDraft.Kind.ADD));
    Ui.fill(Ui.find("#bulk-path"), path);
    Ui.fill(Ui.find("#bulk-value"), "5");
    Ui.fill(Ui.find("#bulk-rate"), "10000");
    Ui.fill(Ui.find("#bulk-name"), table);
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void whatWasLeftAloneIsToldItemByItem(Theme theme) {
    try (var window = new Window(session, table, theme)) {
      Ui.sees(ITEMS + " items");
      add("Count");
      assertThat(Ui.shows(node -> "bulk-reasons".equals(node.getId()))).isFalse();
      Ui.click(Ui.find("#bulk-run"));
      Ui.sees("Done: 40 read, 35 written, 5 left alone");
      String reasons = Ui.typed(Ui.find("#bulk-reasons"));
      assertThat(reasons.lines())
          .hasSize(5)
          .contains("A-108: Count is of type S, not N.", "A-132: Count is of type S, not N.");
      window.picture("bulk-reasons-" + theme.name().toLowerCase(Locale.ROOT));
      Ui.click(Ui.find("#bulk-close"));
    }
  }

  @Test
  void theKeyOfTheIndexThatIsReadIsNotChangedOnTheWay() {
    try (var window = new Window(session, table, Theme.LIGHT)) {
      Ui.sees(ITEMS + " items");
      var overTheIndex =
          new QuerySpec(
              QuerySpec.Mode.SCAN,
              "ByShelf",
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              false,
              false,
              null);
      Ui.run(() -> window.panel.go(new Destination.Query(table, overTheIndex, true)));
      Ui.sees("every item of the index is read");
      Ui.until("its rows", () -> Ui.showsText("estimated 0.5 RCU"));
      add("Shelf");
      Ui.sees("could be changed twice");
      assertThat(Ui.<Boolean>onFx(() -> Ui.anywhere("#bulk-run").isDisabled())).isTrue();
      window.picture("bulk-refused");
      Ui.click(Ui.find("#bulk-close"));
    }
  }
}
