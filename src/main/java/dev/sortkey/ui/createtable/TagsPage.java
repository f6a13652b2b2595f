package dev.sortkey.ui.createtable;

import dev.sortkey.core.table.TableRules;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The step of the tags: a row for each.
final class TagsPage {
  private static final double WIDTH = 240;

  private final TableForm form;
  private final Fields fields;
  private final VBox rows = new VBox(8);
  private final Label count = Controls.label("", "sk-pill");
  private final Button add =
      Controls.button(Messages.text("createtable.tags.add"), Feather.PLUS, null);

  private TagsPage(TableForm form, Fields fields) {
    this.form = form;
    this.fields = fields;
  }

  static Node of(CreateTableViewModel model, Fields fields) {
    return new TagsPage(model.form(), fields).build(model);
  }

  private Node build(CreateTableViewModel model) {
    add.setId("add-tag");
    add.setOnAction(_ -> {
      form.settings().tags().add(new TagForm());
      rows.applyCss();
      rows.getChildren().getLast().lookup(".text-field").requestFocus();
    });
    var head =
        new HBox(
            8,
            Controls.label(Messages.text("createtable.step.tags"), "sk-strong"),
            count,
            Controls.spring(),
            Controls.explained(add, Messages.text("createtable.tags.full", TableRules.MOST_TAGS)));
    head.setAlignment(Pos.CENTER_LEFT);
    VBox page = Pages.page(Step.TAGS, head, rows);
    if (model.sandbox()) {
      page.getChildren().add(Pages.note("createtable.sandbox.tags"));
    }
    form.settings().tags().addListener((ListChangeListener<TagForm>) _ -> draw());
    draw();
    return page;
  }

  private void draw() {
    fields.forget("tag");
    int size = form.settings().tags().size();
    count.setText(Messages.text("createtable.of", size, TableRules.MOST_TAGS));
    add.setDisable(size >= TableRules.MOST_TAGS);
    rows.getChildren().clear();
    if (size == 0) {
      rows.getChildren()
          .add(Controls.label(Messages.text("createtable.tags.none"), "sk-secondary"));
    }
    for (int i = 0; i < size; i++) {
      rows.getChildren().add(row(form.settings().tags().get(i), "tag[" + i + "]."));
    }
    fields.refresh();
  }

  private HBox row(TagForm tag, String field) {
    Button remove = Controls.icon(Feather.X, Messages.text("createtable.tags.remove"), null);
    remove.setOnAction(_ -> form.settings().tags().remove(tag));
    var row =
        new HBox(
            8,
            fields.text(
                field + "key",
                Step.TAGS,
                tag.keyProperty(),
                Messages.text("createtable.tags.key"),
                WIDTH),
            fields.text(
                field + "value",
                Step.TAGS,
                tag.valueProperty(),
                Messages.text("createtable.tags.value"),
                WIDTH),
            remove);
    prompt(row, 0, "createtable.tags.key");
    prompt(row, 1, "createtable.tags.value");
    return row;
  }

  private static void prompt(HBox row, int at, String key) {
    if (((VBox) row.getChildren().get(at)).getChildren().getFirst() instanceof TextField input) {
      input.setPromptText(Messages.text(key));
    }
  }
}
