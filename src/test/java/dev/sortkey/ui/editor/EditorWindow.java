package dev.sortkey.ui.editor;

import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/// The editor alone in a window, as wide as the inspector.
final class EditorWindow implements AutoCloseable {
  final Orders orders = new Orders();
  final ItemEditorViewModel model;
  final ItemEditorView view;
  final Stage stage;
  private final Theme theme;

  EditorWindow(Theme theme) {
    Ui.start();
    this.theme = theme;
    model = Ui.onFx(orders::editor);
    view = Ui.onFx(() -> new ItemEditorView(model, _ -> {}));
    HBox root =
        Ui.onFx(() -> {
          view.setPrefWidth(356);
          view.setMaxWidth(356);
          var rest = new Region();
          HBox.setHgrow(rest, Priority.ALWAYS);
          return new HBox(view, rest);
        });
    stage = Ui.show(root, theme);
  }

  void show(Item item) {
    Ui.run(() -> model.show(item));
    Ui.pulse();
    Ui.pulse();
  }

  DraftNode node(String path) {
    return Ui.onFx(() -> model.draft().at(AttrPath.parse(path)));
  }

  Item item() {
    return Ui.onFx(() -> model.draft().toItem());
  }

  /// The row of a node that is in sight.
  RowView row(String path) {
    DraftNode node = node(path);
    return (RowView)
        Ui.find("the row of " + path, shown -> shown instanceof RowView row && row.draft() == node);
  }

  /// A part of a row, also one that only shows under the pointer.
  Node in(String path, String selector) {
    RowView row = row(path);
    Ui.move(row);
    return Ui.find(selector + " of " + path, node -> row.lookupAll(selector).contains(node));
  }

  void picture(String name) {
    Ui.pulse();
    Ui.pulse();
    Ui.picture(stage.getScene(), Path.of("target/pictures/editor-" + name + "-" + theme + ".png"));
  }

  @Override
  public void close() {
    Ui.hide(stage);
  }
}
