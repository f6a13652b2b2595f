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

  /// As many as fill the panel, so that what is more than these is what ten thousand cost.
  private static final int FEW = 30;

  private static final int TIMES = Integer.getInteger("times", 20);

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
    var root = new StackPane();
    Stage stage = Ui.show(root, Theme.LIGHT);
    var few = new Times(FEW);
    var many = new Times(CHANGES);
    for (Times times : List.of(few, many)) {
      ChangeSet set = staged(table, sample.items().get(), times.changes);
      TableChanges changes = Ui.onFx(() -> desk.changes().of("CustomerOrders"));
      Ui.run(() -> changes.stage(_ -> set));
      Ui.until("staged", () -> changes.now().size() == times.changes);
      for (int i = 0; i < TIMES; i++) {
        round(desk, root, changes, times);
      }
    }
    Ui.hide(stage);
    report("opens", few.open, many.open);
    report("a change rejected", few.reject, many.reject);
    report("and that undone", few.undo, many.undo);
    report("a letter in its search", few.search, many.search);
  }

  private static void round(Desk desk, StackPane root, TableChanges changes, Times times) {
    ItemKey first = changes.now().entries().keySet().iterator().next();
    var panel = new ReviewPanel[1];
    times.open.add(
        time(() -> {
          panel[0] = new ReviewPanel(desk, "CustomerOrders");
          root.getChildren().setAll(panel[0].node());
          panel[0].shown();
        }));
    assertThat(Ui.showsText(times.changes == FEW ? "30" : "10,000")).isTrue();
    times.reject.add(time(() -> changes.stage(now -> now.discard(List.of(first)))));
    times.undo.add(time(changes::undo));
    var search = (TextField) Ui.find("#filter-changes");
    times.search.add(time(() -> search.setText("checked 9")));
    Ui.sees("Note");
    Ui.run(panel[0]::closed);
  }

  /// What took how long, in nanoseconds.
  private static final class Times {
    final int changes;
    final List<Long> open = new ArrayList<>();
    final List<Long> reject = new ArrayList<>();
    final List<Long> undo = new ArrayList<>();
    final List<Long> search = new ArrayList<>();

    Times(int changes) {
      this.changes = changes;
    }
  }

  private static ChangeSet staged(TableSchema table, Iterator<Item> sample, int changes) {
    List<Item> items = new ArrayList<>();
    sample.forEachRemaining(items::add);
    var quantity = AttrPath.parse("Items[0].Quantity");
    ChangeSet set = ChangeSet.empty();
    for (int i = 0; i < changes; i++) {
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

  private static void report(String what, List<Long> few, List<Long> many) {
    System.out.printf(
        "A review of 10,000 changes, %s: %.0f ms (p50), %.0f ms (longest), %.0f ms the first time;"
            + " of 30: %.0f ms (p50), %.0f ms the first time in the JVM%n",
        what,
        middle(many),
        many.stream().mapToLong(Long::longValue).max().orElseThrow() / 1e6,
        many.getFirst() / 1e6,
        middle(few),
        few.getFirst() / 1e6);
  }

  private static double middle(List<Long> nanos) {
    return nanos.stream().sorted().skip(nanos.size() / 2).findFirst().orElseThrow() / 1e6;
  }
}
