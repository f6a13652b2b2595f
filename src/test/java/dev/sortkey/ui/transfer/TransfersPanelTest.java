package dev.sortkey.ui.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.sample.SampleTable;
import dev.sortkey.core.sample.SampleTables;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.transfer.Export;
import dev.sortkey.core.transfer.FileForm;
import dev.sortkey.core.transfer.FileShape;
import dev.sortkey.core.transfer.Import;
import dev.sortkey.core.transfer.ImportMode;
import dev.sortkey.core.transfer.ImportPlan;
import dev.sortkey.core.transfer.ImportProgress;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.Desks;
import dev.sortkey.ui.RecordingWorkbench;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Destination;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransfersPanelTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Theme.class)
  void aTableIsExportedAndImportedThroughTheWindow(Theme theme) throws IOException {
    Ui.start();
    var workbench = new RecordingWorkbench();
    Desk desk = Desks.open(Work.inBackground(), workbench, theme);
    String source = table(desk, true);
    String target = table(desk, false);
    Ui.run(desk.tables()::reload);
    Ui.until("tables", () -> desk.tables().schema(source).isPresent());
    Ui.until("tables", () -> desk.tables().schema(target).isPresent());
    TransfersPanel panel = Ui.onFx(() -> new TransfersPanel(desk, new Destination.Transfers()));
    Stage stage = show(panel, theme);
    try {
      Path file = folder.resolve("orders.csv");
      workbench.files.choose(file);
      choose("#export-table", source);
      Ui.click(Ui.find("#export-choose"));
      assertThat(workbench.files.proposed).isEqualTo(source + ".jsonl");
      Ui.click(Ui.text("CSV"));
      Ui.until("named", () -> ((TextField) Ui.anywhere("#export-file")).getText().endsWith(".csv"));
      Ui.picture(stage.getScene(), Path.of("target/pictures/export-" + theme + ".png"));
      Ui.click(Ui.find("#export-start"));
      Ui.until("exported", () -> workbench.toasts.size() == 1);
      assertThat(Files.readAllLines(file).getFirst()).contains("OrderID:S").contains("Items:L");
      assertThat(Ui.onFx(() -> ((Button) Ui.anywhere("#export-start")).isDisabled()))
          .as("the file is there now")
          .isTrue();

      Files.writeString(file, Files.readString(file) + "1,2\r\n,C9,2024-01-01" + "\r\n");
      Ui.click(Ui.text("Import"));
      choose("#import-table", target);
      Ui.click(Ui.find("#import-choose"));
      Ui.until(
          "looked",
          () ->
              ((Labeled) Ui.anywhere("#import-summary")).getText().contains("2 would be rejected"));
      Ui.picture(stage.getScene(), Path.of("target/pictures/import-" + theme + ".png"));
      Ui.click(Ui.find("#import-start"));
      Ui.until("imported", () -> workbench.toasts.size() == 2);
      Ui.picture(stage.getScene(), Path.of("target/pictures/transfers-" + theme + ".png"));
      assertThat(Ui.onFx(() -> words("Done"))).isTrue();
      assertThat(count(desk, target)).isEqualTo(count(desk, source)).isPositive();
      assertThat(folder.resolve("orders.csv.rejected.jsonl")).exists();
      assertThat(desk.store().imports().get().begun()).isEmpty();

      Path foreign = folder.resolve("spreadsheet.csv");
      Files.writeString(
          foreign,
          "OrderID;CustomerID;Amount;Gift;Zip\nA1;C1;12.5;true;01234\nA2;C2;7;false;99999\n");
      workbench.files.choose(foreign);
      Ui.click(Ui.find("#import-choose"));
      Ui.find("#type-Amount");
      Ui.picture(stage.getScene(), Path.of("target/pictures/import-types-" + theme + ".png"));
    } finally {
      Ui.hide(stage);
      Ui.run(panel::closed);
      desk.session().tables().delete(source);
      desk.session().tables().delete(target);
      desk.session().close();
    }
  }

  @Test
  void aSelectionIsExportedWithoutReading() throws IOException {
    var workbench = new RecordingWorkbench();
    Desk desk = Desks.open(Work.direct(), workbench, Theme.LIGHT);
    String table = table(desk, false);
    try {
      var transfers = transfers(desk, workbench);
      var model = new ExportViewModel(transfers);
      assertThat(model.flawProperty().get()).isEqualTo("Choose a table.");
      model
          .givenProperty()
          .set(new Export.Source.Rows(desk.session().tables().describe(table), some(3)));
      model.formProperty().set(FileForm.DYNAMO_JSON);
      assertThat(model.proposal()).isEqualTo(table + ".json");
      Path file = folder.resolve("three.json.gz");
      model.fileProperty().set(file.toString());
      assertThat(model.flawProperty().get()).isEmpty();
      model.start();
      assertThat(transfers.transfers())
          .singleElement()
          .satisfies(done -> {
            assertThat(done.stateProperty().get()).isEqualTo(Transfer.State.DONE);
            assertThat(done.title()).startsWith("3 selected rows");
          });
      model.weigh();
      assertThat(model.flawProperty().get()).contains("already");
      model.overwriteProperty().set(true);
      assertThat(model.flawProperty().get()).isEmpty();

      var imports = new ImportViewModel(transfers, "other", desk.work());
      imports.tableProperty().set(desk.session().tables().describe(table));
      imports.fileProperty().set(file);
      assertThat(imports.lookedProperty().get()).isNotNull();
      assertThat(imports.lookedProperty().get().check().good()).isEqualTo(3);
      imports.start();
      assertThat(count(desk, table)).isEqualTo(3);
      assertThat(imports.fileProperty().get()).isNull();
    } finally {
      desk.session().tables().delete(table);
      desk.session().close();
    }
  }

  @Test
  void anImportThatFailedCanGoOnAlsoInAnotherRunOfSortkey() throws IOException {
    var workbench = new RecordingWorkbench();
    Desk desk = Desks.open(Work.direct(), workbench, Theme.LIGHT);
    String table = table(desk, false);
    try {
      var transfers = transfers(desk, workbench);
      Path file = folder.resolve("orders.jsonl");
      Files.writeString(file, "{\"OrderID\":\"1\",\"CustomerID\":\"C\"}\n");
      var imports = new ImportViewModel(transfers, "sandbox", desk.work());
      imports.tableProperty().set(desk.session().tables().describe(table));
      imports.fileProperty().set(file);
      desk.session().tables().delete(table);
      imports.start();
      assertThat(transfers.transfers().getFirst().stateProperty().get())
          .isEqualTo(Transfer.State.STOPPED);
      assertThat(desk.store().imports().get().of("sandbox")).hasSize(1);

      create(desk, table);
      var later = transfers(desk, workbench);
      Transfer stopped = later.stopped(file);
      assertThat(stopped).isNotNull();
      desk.tables().reload();
      later.goOn(stopped);
      assertThat(count(desk, table)).isEqualTo(1);
      assertThat(desk.store().imports().get().begun()).isEmpty();
      assertThat(later.transfers())
          .singleElement()
          .satisfies(done -> assertThat(done.stateProperty().get()).isEqualTo(Transfer.State.DONE));
    } finally {
      desk.session().tables().delete(table);
      desk.session().close();
    }
  }

  @Test
  void anImportThatStillRunsIsNotOfferedToGoOn() throws Exception {
    Ui.start();
    var workbench = new RecordingWorkbench();
    Desk desk = Desks.open(Work.inBackground(), workbench, Theme.LIGHT);
    var release = new CountDownLatch(1);
    try {
      Path file = folder.resolve("slow.jsonl");
      Files.writeString(file, "{\"OrderID\":\"1\",\"CustomerID\":\"C\"}\n");
      var plan =
          new ImportPlan(
              file.toString(),
              new FileShape(FileForm.JSON_LINES, FileShape.Layout.LINES, false, ','),
              null,
              "Slow",
              ImportMode.PUT);
      ImportProgress begun = Import.begin("one", "sandbox", plan, 1);
      desk.store().imports().update(all -> all.with(begun));
      Ui.run(() ->
          desk.work()
              .write(
                  "slow.jsonl → Slow",
                  _ -> {
                    release.await();
                    desk.store().imports().update(all -> all.without("one"));
                    return true;
                  },
                  _ -> {}));
      var model = Ui.onFx(() -> transfers(desk, workbench));
      Transfer shown = Ui.onFx(() -> model.transfers().getFirst());
      assertThat(shown.stateProperty().get()).isEqualTo(Transfer.State.RUNNING);
      assertThat(Ui.onFx(() -> model.stopped(file) == null)).isTrue();
      release.countDown();
      Ui.until("done", () -> shown.stateProperty().get() == Transfer.State.DONE);
    } finally {
      release.countDown();
      desk.session().close();
    }
  }

  private static TransfersViewModel transfers(Desk desk, RecordingWorkbench workbench) {
    return new TransfersViewModel(
        desk.session(), desk.tables(), desk.work(), desk.store().imports(), workbench.toasts::add);
  }

  private static Stage show(TransfersPanel panel, Theme theme) {
    var root = new StackPane(panel.node());
    panel.node().maxWidth(1048);
    root.setMaxWidth(1048);
    return Ui.show(root, theme);
  }

  private static void choose(String combo, String table) {
    Ui.find(combo);
    Ui.run(() -> {
      var box = (ComboBox<?>) Ui.anywhere(combo);
      for (int i = 0; i < box.getItems().size(); i++) {
        if (((TableSchema) box.getItems().get(i)).name().equals(table)) {
          box.getSelectionModel().select(i);
        }
      }
    });
  }

  private static boolean words(String text) {
    return Ui.anywhere("#transfers").lookupAll(".label").stream()
        .anyMatch(label -> ((Labeled) label).getText().equals(text));
  }

  private static SampleTable orders() {
    return SampleTables.all().stream()
        .filter(table -> table.draft().name().equals("CustomerOrders"))
        .findFirst()
        .orElseThrow();
  }

  private static List<Item> some(int count) {
    var items = new ArrayList<Item>();
    Iterator<Item> all = orders().items().get();
    while (items.size() < count) {
      items.add(all.next());
    }
    return items;
  }

  private static String table(Desk desk, boolean filled) {
    String name = "Orders-" + UUID.randomUUID().toString().substring(0, 8);
    create(desk, name);
    if (filled) {
      desk.session().writer().putAll(name, some(60).iterator(), Progress.none());
    }
    return name;
  }

  private static void create(Desk desk, String name) {
    TableDraft draft = orders().draft();
    desk.session()
        .tables()
        .create(new TableDraft(name, draft.keys(), draft.capacity(), draft.indexes(), false));
  }

  private static long count(Desk desk, String table) {
    try {
      return desk.session().tables().describe(table).itemCount();
    } catch (ProblemException e) {
      throw new AssertionError(e);
    }
  }
}
