package dev.sortkey.ui.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.codegen.CodeSubject;
import dev.sortkey.core.codegen.CodeSubject.Operation;
import dev.sortkey.core.codegen.SourceFile;
import dev.sortkey.core.edit.Change;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.sample.SampleTable;
import dev.sortkey.core.sample.SampleTables;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.Desks;
import dev.sortkey.ui.RecordingWorkbench;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.codegen.CodeViewModel.Language;
import dev.sortkey.ui.codegen.CodeViewModel.Subject;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Destination;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Code as the person sees it, on DynamoDB Local.
class CodePanelTest {
  private static final QuerySpec QUERY =
      new QuerySpec(
          QuerySpec.Mode.QUERY,
          null,
          List.of(new Attr.S("1001")),
          List.of(),
          List.of(),
          List.of(),
          false,
          false,
          null);

  private static final Map<String, Attr> KEY =
      Map.of("OrderID", new Attr.S("1001"), "CustomerID", new Attr.S("C123"));

  @BeforeAll
  static void fill() {
    SampleTable orders =
        SampleTables.all().stream()
            .filter(table -> table.draft().name().equals("CustomerOrders"))
            .findFirst()
            .orElseThrow();
    try (var session = Desks.session()) {
      if (!session.tables().names().contains("CustomerOrders")) {
        session.tables().create(orders.draft());
        session.writer().putAll("CustomerOrders", orders.items().get(), Progress.none());
      }
    }
  }

  @Test
  void theQueryComesFirstAndTheTableIsOneStepAway() {
    try (var session = Desks.session()) {
      var model =
          new CodeViewModel("CustomerOrders", new CodeSubject.Query(QUERY), session, Work.direct());
      model.open();
      assertThat(model.languages()).contains(Language.CLI, Language.JAVA, Language.RUST);
      assertThat(names(model)).containsExactly("ReadCustomerOrders.java");
      model.subjectProperty().set(Subject.TABLE);
      model.languageProperty().set(Language.SPRING_BOOT);
      assertThat(names(model)).contains("src/main/java/com/example/orders/CustomerOrder.java");
      assertThat(model.sampledProperty().get()).isEqualTo(200);
      model.languageProperty().set(Language.CLOUDFORMATION);
      assertThat(model.files().getFirst().text()).contains("AWS::DynamoDB::Table");
      model.languageProperty().set(Language.TERRAFORM);
      assertThat(model.files().getFirst().text()).contains("resource \"aws_dynamodb_table\"");
      model.languageProperty().set(Language.CDK);
      assertThat(names(model)).containsExactly("table-stack.ts");
      model.subjectProperty().set(Subject.QUERY);
      assertThat(model.languageProperty().get())
          .as("a query has no template")
          .isEqualTo(Language.JAVA);
      model.languageProperty().set(Language.ENHANCED);
      assertThat(model.files().getFirst().text()).contains("QueryConditional.keyEqualTo");
    }
  }

  @Test
  void anItemIsOneOfThreeThings() {
    try (var session = Desks.session()) {
      var item = new Item(new LinkedHashMap<>(KEY));
      var model =
          new CodeViewModel(
              "CustomerOrders", new CodeSubject.OneItem(item, true, null), session, Work.direct());
      model.open();
      assertThat(model.subjects()).containsExactly(Subject.ITEM, Subject.TABLE);
      assertThat(names(model)).containsExactly("ReadCustomerOrders.java");
      model.operationProperty().set(Operation.DELETE);
      model.languageProperty().set(Language.CLI);
      assertThat(names(model)).containsExactly("delete-item.sh");

      Item edited = item.with("Status", new Attr.S("PAID"));
      model.ask(CodeSubject.OneItem.of(new Change.Update(item, edited)));
      assertThat(model.files().getFirst().text())
          .contains("aws dynamodb update-item", "attribute_not_exists", "PAID");
      model.ask(CodeSubject.OneItem.of(new Change.Update(item, item)));
      assertThat(model.files()).isEmpty();
      assertThat(model.problemProperty().get()).as("nothing differs").isNotNull();
      model.ask(new CodeSubject.Query(QUERY));
      assertThat(model.problemProperty().get()).isNull();
      assertThat(names(model)).containsExactly("read.sh");
      assertThat(model.subjects()).containsExactly(Subject.QUERY, Subject.ITEM, Subject.TABLE);
    }
  }

  @Test
  void savingTouchesNoFileThatIsThere(@TempDir Path folder) throws IOException {
    try (var session = Desks.session()) {
      var model = new CodeViewModel("CustomerOrders", null, session, Work.direct());
      model.open();
      model.languageProperty().set(Language.SPRING_BOOT);
      var saved = new boolean[1];
      model.save(folder, () -> saved[0] = true);
      assertThat(saved[0]).isTrue();
      assertThat(folder.resolve("src/main/resources/application.properties")).exists();
      assertThat(folder.resolve("dependencies.xml")).exists();

      Path mine = folder.resolve("src/main/java/com/example/orders/CustomerOrder.java");
      Files.writeString(mine, "mine");
      Files.delete(folder.resolve("dependencies.xml"));
      saved[0] = false;
      model.save(folder, () -> saved[0] = true);
      assertThat(saved[0]).isFalse();
      assertThat(model.problemProperty().get()).isNotNull();
      assertThat(mine).hasContent("mine");
      assertThat(folder.resolve("dependencies.xml")).as("all or nothing").doesNotExist();
    }
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void aPersonGoesFromFileToFile(Theme theme) {
    Ui.start();
    var workbench = new RecordingWorkbench();
    Desk desk = Ui.onFx(() -> Desks.open(Work.inBackground(), workbench, theme));
    CodePanel panel =
        Ui.onFx(() -> new CodePanel(desk, "CustomerOrders", new CodeSubject.Query(QUERY)));
    Stage stage = Ui.show(panel.node(), theme);
    try {
      Ui.run(panel::shown);
      ListView<?> files = Ui.onFx(() -> panel.files());
      Ui.until("the query", () -> files.getItems().size() == 1);
      Ui.picture(stage.getScene(), Path.of("target/pictures/code-query-" + theme + ".png"));
      Ui.click(Ui.text("The table"));
      Ui.click(Ui.text("Terraform"));
      Ui.until(
          "Terraform", () -> ((SourceFile) files.getItems().getFirst()).name().endsWith(".tf"));
      Ui.pulse();
      Ui.picture(stage.getScene(), Path.of("target/pictures/code-terraform-" + theme + ".png"));
      Ui.click(Ui.text("Spring Boot"));
      Ui.until("the files", () -> files.getItems().size() > 4);
      Ui.run(() -> files.getSelectionModel().select(3));
      Ui.pulse();
      Ui.picture(stage.getScene(), Path.of("target/pictures/code-spring-" + theme + ".png"));
      Ui.run(() ->
          panel.go(
              new Destination.Code("CustomerOrders", new CodeSubject.Query(QuerySpec.scan()))));
      Ui.until("the other query", () -> files.getItems().size() == 1);
      Item item = Item.of(KEY);
      Item edited = item.with("Status", new Attr.S("PAID")).with("Total", new Attr.N("19.90"));
      Ui.run(() ->
          panel.go(
              new Destination.Code(
                  "CustomerOrders", CodeSubject.OneItem.of(new Change.Update(item, edited)))));
      Ui.pulse();
      Ui.click(Ui.text("Python"));
      Ui.until(
          "the write", () -> ((SourceFile) files.getItems().getFirst()).name().endsWith(".py"));
      Ui.pulse();
      Ui.picture(stage.getScene(), Path.of("target/pictures/code-item-" + theme + ".png"));
    } finally {
      Ui.run(panel::closed);
      Ui.hide(stage);
      desk.session().close();
    }
  }

  private static List<String> names(CodeViewModel model) {
    return model.files().stream().map(SourceFile::name).toList();
  }
}
