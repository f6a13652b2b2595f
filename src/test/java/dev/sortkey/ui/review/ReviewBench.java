package dev.sortkey.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.edit.ChangeSet;
import dev.sortkey.core.sample.SampleTable;
import dev.sortkey.core.sample.SampleTables;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.Desks;
import dev.sortkey.ui.RecordingWorkbench;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.TableChanges;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How long a review of ten thousand staged changes takes to open, up to the first frame, and to
/// follow what is done in it.
@Tag("bench")
class ReviewBench {
  private static final int CHANGES = 10_000;
  private static final int TIMES = 12;

  @Test
  void tenThousandChanges() {
    Ui.start();
    Desk desk =
        Ui.onFx(() -> Desks.open(Work.inBackground(), new RecordingWorkbench(), Theme.LIGHT));
    SampleTable sample =
        SampleTables.all().stream()
            .filter(each -> each.draft().name().equals("CustomerOrders"))
            .findFirst()
            .orElseThrow();
    TableSchema table =
        desk.session().tables().names().contains("CustomerOrders")
            ? desk.session().tables().describe("CustomerOrders")
            : desk.session().tables().create(sample.draft());
    Ui.run(() -> desk.tables().put(table));
    ChangeSet set = staged(table, sample.items().get());
    TableChanges changes = Ui.onFx(() -> desk.changes().of("CustomerOrders"));
    Ui.run(() -> changes.stage(_ -> set));
    ItemKey first = set.entries().keySet().iterator().next();
    var root = new StackPane();
    Stage stage = Ui.show(root, Theme.LIGHT);
    long[] open = new long[TIMES];
    long[] reject = new long[TIMES];
    long[] undo = new long[TIMES];
    long[] filter = new long[TIMES];
    for (int i = 0; i < TIMES; i++) {
      var panel = new ReviewPanel[1];
      open[i] =
          time(() -> {
            panel[0] = new ReviewPanel(desk, "CustomerOrders");
            root.getChildren().setAll(panel[0].node());
            panel[0].shown();
          });
      assertThat(Ui.showsText("10,000")).isTrue();
      reject[i] = time(() -> changes.stage(now -> now.discard(List.of(first))));
      undo[i] = time(changes::undo);
      var search = (TextField) Ui.find("#filter-changes");
      filter[i] = time(() -> search.setText("checked 99"));
      Ui.sees("Note");
      Ui.run(panel[0]::closed);
    }
    Ui.hide(stage);
    report("opens", open);
    report("a change rejected", reject);
    report("and that undone", undo);
    report("a letter in its search", filter);
  }

  private static ChangeSet staged(TableSchema table, Iterator<Item> sample) {
    List<Item> items = new ArrayList<>();
    sample.forEachRemaining(items::add);
    var quantity = AttrPath.parse("Items[0].Quantity");
    ChangeSet set = ChangeSet.empty();
    for (int i = 0; i < CHANGES; i++) {
      Item item = items.get(i % items.size()).with("OrderID", new Attr.S("o" + i));
      Item edited = item.with(quantity, new Attr.N("77")).with("Note", new Attr.S("checked " + i));
      set = set.edit(table, item, edited, Instant.EPOCH, Instant.EPOCH);
    }
    return set;
  }

  private static long time(Runnable action) {
    long began = System.nanoTime();
    Ui.run(action);
    Ui.pulse();
    return System.nanoTime() - began;
  }

  private static void report(String what, long[] nanos) {
    long first = nanos[0];
    long[] sorted = Arrays.copyOfRange(nanos, 3, nanos.length);
    Arrays.sort(sorted);
    System.out.printf(
        "A review of 10,000 changes, %s: %.0f ms (p50), %.0f ms (longest), the very first time %.0f"
            + " ms%n",
        what, sorted[sorted.length / 2] / 1e6, sorted[sorted.length - 1] / 1e6, first / 1e6);
  }
}
