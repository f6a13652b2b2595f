package dev.sortkey.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.edit.ChangeSet;
import dev.sortkey.core.sample.SampleTable;
import dev.sortkey.core.sample.SampleTables;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.Desks;
import dev.sortkey.ui.RecordingWorkbench;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.TableChanges;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Looking for a text in what is staged, while more is staged.
class ReviewSearchWindowTest {
  private final Item[] items = new Item[3];
  private TableSchema table;
  private TableChanges changes;
  private ReviewPanel panel;
  private Stage stage;

  @BeforeEach
  void stageThree() {
    Ui.start();
    Desk desk =
        Ui.onFx(() -> Desks.open(Work.inBackground(), new RecordingWorkbench(), Theme.LIGHT));
    SampleTable sample =
        SampleTables.all().stream()
            .filter(each -> each.draft().name().equals("CustomerOrders"))
            .findFirst()
            .orElseThrow();
    // A table of its own: others look for items in the sample's.
    String name = "Reviewed-" + UUID.randomUUID().toString().substring(0, 8);
    table =
        desk.session()
            .tables()
            .create(
                new TableDraft(name, sample.draft().keys(), Capacity.onDemand(), List.of(), false));
    Ui.run(() -> desk.tables().put(table));
    changes = Ui.onFx(() -> desk.changes().of(name));
    Item any = sample.items().get().next();
    ChangeSet set = ChangeSet.empty();
    for (int i = 0; i < items.length; i++) {
      items[i] = any.with("OrderID", new Attr.S("order-" + i));
      set = noted(set, i, "checked " + i);
    }
    ChangeSet three = set;
    Ui.run(() -> changes.stage(_ -> three));
    Ui.until("staged", () -> changes.now().size() == 3);
    panel = Ui.onFx(() -> new ReviewPanel(desk, name));
    stage = Ui.show(new StackPane(panel.node()), Theme.LIGHT);
    Ui.run(panel::shown);
  }

  @AfterEach
  void close() {
    Ui.run(panel::closed);
    Ui.hide(stage);
  }

  private ChangeSet noted(ChangeSet set, int item, String note) {
    Item edited = items[item].with("Note", new Attr.S(note));
    return set.edit(table, items[item], edited, Instant.EPOCH, Instant.EPOCH);
  }

  /// The keys of the changes in the list beside.
  private static List<String> listed() {
    return Ui.onFx(() ->
        ((ListView<?>) Ui.find("#changes"))
            .getItems().stream()
                .filter(ReviewEntry.Change.class::isInstance)
                .map(entry -> ((ReviewEntry.Change) entry).staged())
                .map(staged -> ((Attr.S) staged.change().before().get("OrderID")).value())
                .toList());
  }

  private static void lists(String... orders) {
    Ui.until(String.join(" and ", orders), () -> listed().equals(List.of(orders)));
  }

  @Test
  void aTextIsFoundInValuesAndKeysAlsoInWhatIsStagedMeanwhile() {
    lists("order-0", "order-1", "order-2");
    Ui.click(Ui.find("#filter-changes"));
    Ui.type("Checked 2");
    lists("order-2");
    Ui.run(() -> changes.stage(set -> noted(set, 0, "checked 20")));
    lists("order-0", "order-2");
    Ui.run(() -> changes.undo());
    lists("order-2");

    Ui.fill(Ui.find("#filter-changes"), "ORDER-1");
    lists("order-1");
    Ui.run(() -> changes.stage(set -> set.discard(List.of(table.keyOf(items[1])))));
    lists();
    Ui.run(() -> changes.undo());
    lists("order-1");

    Ui.fill(Ui.find("#filter-changes"), "");
    lists("order-0", "order-1", "order-2");
    assertThat(((TextField) Ui.find("#filter-changes")).getText()).isEmpty();
  }
}
