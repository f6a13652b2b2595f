package dev.sortkey.ui.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.bulk.BulkEdit;
import dev.sortkey.core.bulk.BulkRun;
import dev.sortkey.core.bulk.Operation;
import dev.sortkey.core.bulk.RunHead;
import dev.sortkey.core.edit.WriteReport;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.query.Planner;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import dev.sortkey.store.HeldRun;
import dev.sortkey.store.Store;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A bulk edit that an earlier Sortkey did not end, in the window of the next one.
class UnfinishedWindowTest {
  private static final int ITEMS = 60;

  @TempDir private Path folder;
  private final Session session = Window.sandbox();
  private final TableSchema table = table();

  private TableSchema table() {
    String name = "Counted-" + UUID.randomUUID().toString().substring(0, 8);
    var keys = new KeySchema(List.of(new KeyAttribute("Id", KeyType.S)), List.of());
    TableSchema made =
        session.tables().create(new TableDraft(name, keys, Capacity.onDemand(), List.of(), false));
    session
        .writer()
        .putAll(
            name,
            IntStream.range(0, ITEMS)
                .mapToObj(i -> {
                  var fields = new LinkedHashMap<String, Attr>();
                  fields.put("Id", new Attr.S("A-" + (100 + i)));
                  fields.put("Count", new Attr.N("0"));
                  return new Item(fields);
                })
                .iterator(),
            Progress.none());
    return made;
  }

  /// A run of which one batch was noted and one was sent, then the process ended.
  private void ended(Store store, Instant begun) {
    RunHead head =
        RunHead.of(
            session.connection().id(),
            table,
            Planner.plan(table, QuerySpec.scan()),
            new BulkEdit.Steps(List.of(new Operation.Add(AttrPath.of("Count"), "5"))),
            1_000,
            begun);
    var batches = new AtomicInteger();
    try (HeldRun run = store.bulkRuns().begin(head)) {
      new BulkRun(
              table,
              head,
              run.found(),
              run,
              session.reader(),
              batch -> {
                WriteReport made = session.writer().write(table, batch, Progress.none());
                if (batches.incrementAndGet() == 2) {
                  throw new IllegalStateException("as when the process ends");
                }
                return made;
              },
              System::nanoTime,
              _ -> {})
          .run(Progress.none(), _ -> {});
    } catch (IllegalStateException | InterruptedException _) {
      assertThat(batches).hasValue(2);
    }
  }

  private List<String> counts() {
    return IntStream.range(0, ITEMS)
        .mapToObj(i -> {
          var key = new LinkedHashMap<String, Attr>();
          key.put("Id", new Attr.S("A-" + (100 + i)));
          return ((Attr.N) session.reader().get(table, new ItemKey(key)).orElseThrow().get("Count"))
              .digits();
        })
        .distinct()
        .toList();
  }

  private static void noBar() {
    Ui.until("no bar", () -> !Ui.shows(node -> "unfinished".equals(node.getId())));
  }

  @Test
  void withoutAnUnfinishedRunThereIsNoBar() {
    try (var _ = new Window(session, table.name(), Theme.LIGHT, Store.open(folder))) {
      Ui.sees(ITEMS + " items");
      noBar();
    }
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void itIsOfferedGoneOnWithAndGoneOnceItEnded(Theme theme) {
    String suffix = "-" + theme.name().toLowerCase(Locale.ROOT);
    Store before = Store.open(folder);
    ended(before, Instant.now());
    Store store = Store.open(folder);
    try (var window = new Window(session, table.name(), theme, store)) {
      Ui.sees("is unfinished: 25 items changed so far");
      Ui.sees(ITEMS + " items");
      window.picture("unfinished" + suffix);
      Ui.click(Ui.find("#unfinished-go-on"));
      Ui.sees("Add 5 to Count");
      assertThat(Ui.<Boolean>onFx(() -> Ui.anywhere("#bulk-run").isDisabled())).isTrue();
      Ui.fill(Ui.find("#bulk-name"), table.name());
      window.picture("unfinished-go-on" + suffix);
      Ui.click(Ui.find("#bulk-run"));
      Ui.sees("Done: 60 read, 60 written, 0 left alone, 0 changed by someone else, 0 failed");
      window.picture("unfinished-ended" + suffix);
      Ui.click(Ui.find("#bulk-close"));
      noBar();
      assertThat(counts()).containsExactly("5");
      assertThat(store.commits().of(session.connection().id())).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void itIsForgottenOnceThatIsConfirmed(Theme theme) {
    Store store = Store.open(folder);
    ended(store, Instant.now());
    try (var window = new Window(session, table.name(), theme, store)) {
      Ui.sees("is unfinished: 25 items changed so far");
      Ui.run(() -> window.readOnly.set(true));
      Ui.sees("Read-only: it cannot go on.");
      assertThat(Ui.disabled(Ui.find("#unfinished-go-on"))).isTrue();
      window.picture("unfinished-read-only-" + theme.name().toLowerCase(Locale.ROOT));
      Ui.click(Ui.find("#unfinished-forget"));
      Ui.sees("Forget it? What was written stays written (25 items, perhaps 25 more)");
      window.picture("unfinished-forget-" + theme.name().toLowerCase(Locale.ROOT));
      Ui.click(Ui.find("#unfinished-keep"));
      Ui.sees("is unfinished: 25 items changed so far");
      Ui.click(Ui.find("#unfinished-forget"));
      Ui.click(Ui.find("#unfinished-sure"));
      noBar();
      assertThat(store.bulkRuns().of(session.connection().id(), table.name()).runs()).isEmpty();
      // What was sent was written, whether it was noted or not.
      assertThat(counts()).containsExactlyInAnyOrder("0", "5");
    }
  }

  @Test
  void onATableThatWasMadeAnewItIsSaidAndCanOnlyBeForgotten() {
    Store store = Store.open(folder);
    RunHead head =
        new RunHead(
            "one",
            Instant.now(),
            session.connection().id(),
            table.name(),
            table.arn(),
            Instant.EPOCH,
            Planner.plan(table, QuerySpec.scan()),
            new BulkEdit.Delete(),
            25);
    store.bulkRuns().begin(head).close();
    try (var _ = new Window(session, table.name(), Theme.LIGHT, store)) {
      Ui.sees("nothing changed so far. The table was made anew: it");
      assertThat(Ui.shows(node -> "unfinished-go-on".equals(node.getId()))).isFalse();
      Ui.click(Ui.find("#unfinished-forget"));
      Ui.click(Ui.find("#unfinished-sure"));
      noBar();
    }
  }

  @Test
  @SuppressWarnings("unchecked")
  void oneThatIsPausedAndClosedIsUnfinishedLikewise() {
    try (var _ = new Window(session, table.name(), Theme.LIGHT, Store.open(folder))) {
      Ui.sees(ITEMS + " items");
      Ui.run(Ui.find("#grid")::requestFocus);
      Ui.press(KeyCode.CONTROL, KeyCode.B);
      Ui.click(Ui.text("The whole result, beyond what is loaded"));
      var kinds = (ComboBox<BulkDraft.Kind>) Ui.anywhere("#bulk-kind");
      Ui.run(() -> kinds.setValue(BulkDraft.Kind.ADD));
      Ui.fill(Ui.find("#bulk-path"), "Count");
      Ui.fill(Ui.find("#bulk-value"), "5");
      Ui.fill(Ui.find("#bulk-rate"), "5");
      Ui.fill(Ui.find("#bulk-name"), table.name());
      Ui.click(Ui.find("#bulk-run"));
      // A batch takes five seconds at this rate; it is closed while the run waits for the next.
      Ui.sees("25 written");
      Ui.click(Ui.find("#bulk-close"));
      Ui.sees("is unfinished: 25 items changed so far");
      Ui.click(Ui.find("#unfinished-go-on"));
      assertThat(Ui.<String>onFx(() -> ((TextField) Ui.anywhere("#bulk-rate")).getText()))
          .isEqualTo("5");
      Ui.fill(Ui.find("#bulk-rate"), "10000");
      Ui.fill(Ui.find("#bulk-name"), table.name());
      Ui.click(Ui.find("#bulk-run"));
      Ui.sees("Done: 60 read, 60 written");
      Ui.click(Ui.find("#bulk-close"));
      noBar();
      assertThat(counts()).containsExactly("5");
    }
  }
}
