package dev.sortkey.ui.editor;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EditorPicturesTest {
  private static Item item() {
    return Orders.order()
        .with("Status", new Attr.S("PENDING"))
        .with("Gift", new Attr.Bool(false))
        .with("Tags", Attr.SS.of(List.of("express", "eu")));
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void theEditorIsDrawnInAllItsStates(Theme theme) {
    Ui.start();
    var orders = new Orders(item());
    var model = orders.editor();
    HBox root =
        Ui.onFx(() -> {
          var view = new ItemEditorView(model, _ -> {});
          view.setPrefWidth(356);
          view.setMaxWidth(356);
          var rest = new Region();
          HBox.setHgrow(rest, Priority.ALWAYS);
          return new HBox(rest, view);
        });
    Stage stage = Ui.show(root, theme);
    Ui.run(() -> {
      model.show(item());
      model.setText(node(model, "Status"), "SHIPPED");
    });
    picture(stage, theme, "form");
    Ui.run(() -> {
      model.remove(node(model, "OrderDate"));
      model.setText(node(model, "TotalAmount"), "19x");
      model.setText(node(model, "Items[0].ProductID"), "first line\nsecond line");
    });
    picture(stage, theme, "form-flaws");
    Ui.run(() -> {
      model.setText(node(model, "TotalAmount"), "20");
      model.setMode(DraftViewModel.Mode.JSON);
    });
    picture(stage, theme, "json");
    Ui.run(() -> {
      model.typeJson(model.json().textProperty().get().replace("\"Gift\"", "Gift"));
    });
    picture(stage, theme, "json-fault");
    Ui.run(() -> {
      model.revertAll();
      model.setMode(DraftViewModel.Mode.FORM);
      model.setText(node(model, "Status"), "SHIPPED");
      model.setText(node(model, "Items[1].Quantity"), "3");
      model.retype(node(model, "Gift"), dev.sortkey.core.value.AttrType.S);
      model.setText(model.add(node(model, "Tags"), dev.sortkey.core.value.AttrType.S), "new");
      model.rename(model.add(model.draft().root(), dev.sortkey.core.value.AttrType.N), "Count");
      model.setText(node(model, "Count"), "12");
      model.review();
    });
    picture(stage, theme, "review");
    Ui.run(() -> {
      orders.items.put(
          Orders.TABLE.keyOf(item()),
          item().with("Status", new Attr.S("CANCELLED")).with("Carrier", new Attr.S("DHL")));
      model.confirm();
    });
    picture(stage, theme, "conflict");
    Ui.run(() -> {
      model.keepMine();
      model.requestLeave(() -> {});
    });
    picture(stage, theme, "rebased");
    Ui.run(() -> {
      model.clear();
      model.create();
    });
    picture(stage, theme, "new");
    Ui.sees("New item");
    Ui.hide(stage);
  }

  private static DraftNode node(ItemEditorViewModel model, String path) {
    return model.draft().at(AttrPath.parse(path));
  }

  private static void picture(Stage stage, Theme theme, String name) {
    Ui.pulse();
    Ui.pulse();
    Ui.picture(stage.getScene(), Path.of("target/pictures/editor-" + name + "-" + theme + ".png"));
  }
}
