package dev.sortkey.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import dev.sortkey.core.value.ItemSize;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The editor in a window, as a person uses it.
class ItemEditorTest {
  private final Orders orders = new Orders();
  private ItemEditorViewModel model;
  private ItemEditorView view;
  private Stage stage;

  @BeforeEach
  void open() {
    Ui.start();
    HBox root =
        Ui.onFx(() -> {
          model = orders.editor();
          view = new ItemEditorView(model, _ -> {});
          view.setPrefWidth(356);
          view.setMaxWidth(356);
          var rest = new Region();
          HBox.setHgrow(rest, Priority.ALWAYS);
          return new HBox(view, rest);
        });
    stage = Ui.show(root, Theme.LIGHT);
  }

  @AfterEach
  void close() {
    Ui.hide(stage);
  }

  @Test
  void theGuidesOrderIsTypedFromScratch() {
    Ui.run(() -> {
      model.create();
      view.focusFirst();
    });
    Ui.type("1001");
    Ui.press(KeyCode.TAB);
    Ui.type("C123");
    attribute("String", "OrderDate");
    Ui.type("2024-12-22");
    attribute("Number", "TotalAmount");
    Ui.type("199.99");
    attribute("List", "Items");
    Ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.I);
    Ui.press(KeyCode.M);
    field("String", "ProductID", "P-100");
    field("Number", "Quantity", "1");
    field("Number", "Price", "99.99");
    addInside("Items");
    Ui.click(Ui.find("#type-M"));
    mouseField("1", "String", "ProductID", "P-205");
    mouseField("1", "Number", "Quantity", "2");
    mouseField("1", "Number", "Price", "50.00");
    assertThat(Ui.onFx(() -> model.draft().toItem())).isEqualTo(Orders.order());

    Ui.press(KeyCode.CONTROL, KeyCode.J);
    assertThat(Ui.onFx(() -> model.json().textProperty().get())).contains("50.00");
    Ui.click(Ui.text("Form"));
    assertThat(Ui.onFx(() -> model.draft().toItem())).isEqualTo(Orders.order());

    Ui.press(KeyCode.CONTROL, KeyCode.S);
    Ui.until("the diff", () -> model.phaseProperty().get() == ItemEditorViewModel.Phase.REVIEW);
    assertThat(orders.items).isEmpty();
    Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
    Ui.until("saved", () -> !orders.items.isEmpty());
    Item saved = orders.items.values().iterator().next();
    assertThat(saved).isEqualTo(Orders.order());
    assertThat(new ArrayList<>(saved.attributes().keySet()))
        .containsExactly("OrderID", "CustomerID", "OrderDate", "TotalAmount", "Items");
  }

  @Test
  void whatWillBeWrittenIsOfferedAsCode() {
    var asked = new ArrayList<Change>();
    Ui.run(() -> view.onCode(asked::add));
    show(Orders.order());
    Ui.fill(value("TotalAmount"), "1.50");
    Ui.press(KeyCode.CONTROL, KeyCode.S);
    Ui.until("the diff", () -> model.phaseProperty().get() == ItemEditorViewModel.Phase.REVIEW);
    Ui.pulse();
    Ui.picture(stage.getScene(), Path.of("target/pictures/review-code.png"));
    Ui.click(Ui.find("#review-code"));
    assertThat(asked)
        .containsExactly(
            new Change.Update(
                Orders.order(), Orders.order().with("TotalAmount", new Attr.N("1.50"))));
    assertThat(Ui.onFx(() -> model.phaseProperty().get()))
        .as("nothing is lost by looking")
        .isEqualTo(ItemEditorViewModel.Phase.REVIEW);
  }

  @Test
  void malformedJsonIsSaidAtItsLineAndStays() {
    show(Orders.order());
    Ui.click(Ui.text("JSON"));
    Ui.click(Ui.find("#json"));
    Ui.press(KeyCode.CONTROL, KeyCode.A);
    Ui.type("{");
    Ui.press(KeyCode.ENTER);
    Ui.type("\"OrderID\": \"1001\",");
    Ui.press(KeyCode.ENTER);
    Ui.type("\"a\" 1}");
    Ui.find("#json-fault");
    Ui.sees("Line 3");
    Ui.click(Ui.text("Form"));
    assertThat(Ui.onFx(() -> model.modeProperty().get())).isEqualTo(DraftViewModel.Mode.JSON);
    Ui.find("#editor-notice");
    assertThat(Ui.onFx(() -> model.json().textProperty().get())).endsWith("\"a\" 1}");
    Ui.click(Ui.find("#json-fault"));
    assertThat(Ui.onFx(() -> stage.getScene().getFocusOwner().getId())).isEqualTo("json");
  }

  @Test
  void aNumberOf39DigitsIsSaidBeneathItAndStays() {
    String digits = "123456789012345678901234567890123456789";
    show(Orders.order());
    Ui.fill(value("TotalAmount"), digits);
    Ui.sees("39 significant digits");
    Ui.press(KeyCode.CONTROL, KeyCode.S);
    Ui.find("#editor-notice");
    assertThat(value("TotalAmount").getText()).isEqualTo(digits);
    assertThat(Ui.onFx(() -> model.phaseProperty().get()))
        .isEqualTo(ItemEditorViewModel.Phase.EDITING);
  }

  @Test
  void setsAreEditedAsChips() {
    show(Orders.order().with("Tags", Attr.SS.of(List.of("express", "eu"))));
    Ui.click(value("Tags"));
    Ui.type("new");
    Ui.press(KeyCode.ENTER);
    Ui.type("eu");
    Ui.press(KeyCode.ENTER);
    Node twin = Ui.find(".sk-chip.sk-invalid");
    assertThat(twin).isNotNull();
    assertThat(Ui.onFx(() -> model.canSaveProperty().get())).isFalse();
    Ui.press(KeyCode.BACK_SPACE);
    Ui.type("x");
    Ui.press(KeyCode.ENTER);
    Ui.click(Ui.text("Remove express from the set"));
    assertThat(Ui.onFx(() -> model.draft().toItem().get("Tags")))
        .isEqualTo(Attr.SS.of(List.of("eu", "new", "eux")));
    assertThat(Ui.onFx(() -> model.canSaveProperty().get())).isTrue();
  }

  @Test
  void anEmptySetIsSaidOnceThePersonGoesOn() {
    show(Orders.order());
    Ui.click(value("TotalAmount"));
    attribute("String set", "Tags");
    assertThat(Ui.showsText("A set cannot be empty")).isFalse();
    Ui.click(value("TotalAmount"));
    Ui.until("the flaw", () -> Ui.showsText("set cannot be empty"));
  }

  @Test
  void anEmptyKeyIsSaidInItsRow() {
    Ui.run(() -> {
      model.create();
      view.focusFirst();
    });
    assertThat(Ui.showsText("cannot be empty")).isFalse();
    Ui.press(KeyCode.TAB);
    Ui.type("C1");
    Ui.until("the flaw", () -> Ui.showsText("OrderID is a key attribute and cannot be empty"));
  }

  @Test
  void lineBreaksOfAPastedTextSurvive() {
    Ui.run(() -> {
      model.show(Orders.order());
      var content = new ClipboardContent();
      content.putString("one\ntwo");
      Clipboard.getSystemClipboard().setContent(content);
    });
    Ui.click(value("OrderDate"));
    Ui.press(KeyCode.CONTROL, KeyCode.A);
    Ui.press(KeyCode.CONTROL, KeyCode.V);
    Ui.press(KeyCode.ENTER);
    Ui.type("three");
    assertThat(value("OrderDate")).isInstanceOf(TextArea.class);
    assertThat(Ui.onFx(() -> model.draft().toItem().get("OrderDate")))
        .isEqualTo(new Attr.S("one\ntwo\nthree"));
  }

  @Test
  void aTextWithControlCharactersIsLeftToJson() {
    Item item = Orders.order().with("Raw", new Attr.S("a\r\nb\u0000"));
    show(item);
    Ui.click(value("Raw"));
    Ui.type("x");
    assertThat(Ui.onFx(() -> model.draft().toItem())).isEqualTo(item);
  }

  @Test
  void theTypeIsChangedAndTheChangeTakenBack() {
    show(Orders.order());
    Ui.click(Ui.find("#type-of-TotalAmount"));
    Ui.click(Ui.text("String"));
    assertThat(Ui.onFx(() -> model.draft().toItem().get("TotalAmount")))
        .isEqualTo(new Attr.S("199.99"));
    Ui.sees("was Number 199.99");
    Ui.press(KeyCode.ALT, KeyCode.Z);
    assertThat(Ui.onFx(() -> model.draft().toItem())).isEqualTo(Orders.order());
  }

  @Test
  void rowsAreRemovedAndBroughtBackByKeyboard() {
    show(Orders.order());
    Ui.click(value("OrderDate"));
    Ui.press(KeyCode.ALT, KeyCode.DELETE);
    assertThat(Ui.onFx(() -> model.draft().toItem()))
        .isEqualTo(Orders.order().without("OrderDate"));
    Ui.click(Ui.text("Take this change back"));
    assertThat(Ui.onFx(() -> model.draft().toItem())).isEqualTo(Orders.order());
  }

  @Test
  void unsavedEditsAreAskedAboutInPlace() {
    var left = new ArrayList<String>();
    show(Orders.order());
    Ui.fill(value("OrderDate"), "x");
    Ui.run(() -> model.requestLeave(() -> left.add("left")));
    Ui.click(Ui.find("#keep-editing"));
    assertThat(left).isEmpty();
    assertThat(value("OrderDate").getText()).isEqualTo("x");
    Ui.click(Ui.find("#editor-close"));
    Ui.click(Ui.find("#discard"));
    assertThat(Ui.onFx(() -> model.draft())).isNull();
  }

  @Test
  void anItemOf400KilobytesBuildsOnlyTheRowsInSight() {
    var elements = new ArrayList<Attr>();
    for (int i = 0; i < 30_000; i++) {
      elements.add(new Attr.S("element " + i));
    }
    Item item = Orders.item("OrderID", new Attr.S("1"), "CustomerID", new Attr.S("2"));
    Item large = item.with("All", new Attr.L(elements));
    assertThat(ItemSize.of(large)).isGreaterThan(400_000);
    Ui.run(() -> {
      model.show(large);
      view.focusFirst();
    });
    Ui.press(KeyCode.ENTER);
    Ui.until("the rows", () -> Ui.showsText("30000") || Ui.showsText("30,000"));
    ListView<?> list = (ListView<?>) Ui.find(".sk-form-rows");
    assertThat(list.getItems()).hasSize(30_003);
    assertThat(Ui.onFx(() -> view.lookupAll(".sk-form-row").size())).isLessThan(80);
    Ui.press(KeyCode.DOWN);
    Ui.type("!");
    assertThat(Ui.onFx(() -> model.draft().at(AttrPath.parse("All[0]")).text()))
        .isEqualTo("element 0!");
  }

  @Test
  void anotherItemComesAfterJsonWithTheCaretAtItsEnd() {
    show(Orders.order());
    Ui.run(() -> model.setMode(DraftViewModel.Mode.JSON));
    Ui.run(view::focusFirst);
    Ui.press(KeyCode.CONTROL, KeyCode.END);
    var thrown = new ArrayList<Throwable>();
    Ui.run(() -> Thread.currentThread().setUncaughtExceptionHandler((_, e) -> thrown.add(e)));
    Ui.run(() -> model.clear());
    Ui.pulse();
    Ui.run(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
    assertThat(thrown).isEmpty();
  }

  private void show(Item item) {
    Ui.run(() -> model.show(item));
    Ui.pulse();
    Ui.pulse();
  }

  private TextInputControl value(String name) {
    return (TextInputControl) Ui.find("#value-" + name);
  }

  /// Ctrl+I, the type by its name, the attribute's name, and on to the value.
  private static void attribute(String type, String name) {
    Ui.press(KeyCode.CONTROL, KeyCode.I);
    Ui.click(Ui.text(type));
    Ui.type(name);
    Ui.press(KeyCode.TAB);
  }

  /// A field beside the one in focus, by keyboard alone.
  private static void field(String type, String name, String value) {
    Ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.I);
    Ui.press(type.equals("String") ? KeyCode.S : KeyCode.N);
    Ui.type(name);
    Ui.press(KeyCode.ENTER);
    Ui.type(value);
  }

  private void addInside(String name) {
    Node badge = Ui.find("#type-of-" + name);
    Ui.move(Ui.onFx(() -> row(badge)));
    Ui.click(Ui.find("#add-in-" + name));
  }

  private void mouseField(String map, String type, String name, String value) {
    addInside(map);
    Ui.click(Ui.text(type));
    Ui.type(name);
    Ui.press(KeyCode.TAB);
    Ui.type(value);
  }

  private static Node row(Node inside) {
    Node here = inside;
    while (!(here instanceof RowView)) {
      here = here.getParent();
    }
    return here;
  }
}
