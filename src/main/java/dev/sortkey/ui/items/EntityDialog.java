package dev.sortkey.ui.items;

import dev.sortkey.core.rows.EntityRule;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.items.EntityDraft.Field;
import dev.sortkey.ui.items.EntityDraft.Tried;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Asks for an entity's name and how its items are told, and shows which loaded rows that fits.
final class EntityDialog {
  private static final double WIDTH = 560;
  private static final double LABEL = 116;

  /// Room for five examples, so that the dialog keeps its size.
  private static final double EXAMPLES = 108;

  private final EntityDraft draft;
  private final DialogCard node;
  private final Map<Field, TextField> fields = new EnumMap<>(Field.class);
  private final Map<Field, Label> flaws = new EnumMap<>(Field.class);
  private final Label count = Controls.label("", "sk-strong");
  private final VBox examples = new VBox(2);

  EntityDialog(EntityDraft draft, Consumer<EntityRule> saved, Runnable close) {
    this.draft = draft;
    Button cancel = Controls.button(Messages.text("entities.cancel"), null, ItemsKeys.CANCEL);
    cancel.setId("entity-cancel");
    cancel.setOnAction(_ -> {
      draft.close();
      close.run();
    });
    Button save = Controls.primary(Messages.text("entities.save"), null, null);
    save.setId("entity-save");
    save.setDefaultButton(true);
    save.setOnAction(_ ->
        draft
            .rule()
            .ifPresent(rule -> {
              draft.close();
              saved.accept(rule);
            }));
    count.setId("entity-count");
    examples.setId("entity-examples");
    examples.getStyleClass().add("sk-entity-examples");
    examples.setMinHeight(EXAMPLES);
    examples.setPrefHeight(EXAMPLES);
    String sort = draft.entities().sortKey();
    var body =
        new VBox(
            8,
            row(Field.NAME, Messages.text("entities.name"), false),
            row(Field.PARTITION, draft.entities().partitionKey(), true));
    if (sort != null) {
      body.getChildren().add(row(Field.SORT, sort, true));
    }
    Label how = Controls.label(Messages.text("entities.how"), "sk-secondary");
    how.setWrapText(true);
    how.setMinHeight(Label.USE_PREF_SIZE);
    body.getChildren()
        .addAll(
            how,
            row(Field.ATTRIBUTE, Messages.text("entities.attribute"), true),
            row(Field.VALUE, Messages.text("entities.value"), true),
            count,
            examples);
    fields.get(Field.ATTRIBUTE).setPromptText(Messages.text("entities.attribute.prompt"));
    boolean fresh = draft.before().isEmpty();
    node =
        new DialogCard(
            fresh ? Messages.text("entities.new.title") : draft.before(), body, cancel, save);
    node.setPrefWidth(WIDTH);
    draft.flawsProperty().subscribe(this::draw);
    draft.triedProperty().subscribe(_ -> draw());
  }

  Node node() {
    return node;
  }

  void focus(Field field) {
    fields.get(field).requestFocus();
    if (field == Field.NAME) {
      fields.get(field).selectAll();
    } else {
      fields.get(field).end();
    }
  }

  private void draw() {
    Map<Field, String> wrong = draft.flawsProperty().get();
    // An untouched field is empty, not wrong.
    boolean untouched =
        draft.before().isEmpty() && draft.textProperty(Field.PARTITION).get().isEmpty();
    flaws.forEach((field, label) -> {
      String words = wrong.getOrDefault(field, "");
      boolean said = !words.isEmpty() && !(untouched && field == Field.PARTITION);
      label.setText(said ? words : "");
      Controls.show(label, said);
    });
    Tried tried = draft.triedProperty().get();
    examples.getChildren().clear();
    if (tried == null) {
      count.setText(Messages.text(wrong.isEmpty() ? "entities.trying" : "entities.untried"));
      return;
    }
    count.setText(Messages.text("entities.tried", tried.count(), tried.rows()));
    for (String key : tried.examples()) {
      Label line = Controls.label(key, "sk-mono-small");
      line.setMaxWidth(Double.MAX_VALUE);
      examples.getChildren().add(line);
    }
  }

  private Node row(Field field, String name, boolean mono) {
    var input = new TextField();
    input.setId("entity-field-" + field);
    input.setAccessibleText(name);
    input.textProperty().bindBidirectional(draft.textProperty(field));
    if (mono) {
      input.getStyleClass().add("sk-mono");
    }
    Label label = Controls.label(name, "sk-secondary");
    label.setPrefWidth(LABEL);
    label.setMinWidth(LABEL);
    label.setMaxWidth(LABEL);
    label.setLabelFor(input);
    HBox.setHgrow(input, Priority.ALWAYS);
    var line = new HBox(8, label, input);
    line.setAlignment(Pos.CENTER_LEFT);
    Label flaw = Controls.label("", "sk-error-text", "sk-entity-flaw");
    flaw.setWrapText(true);
    flaw.setMinHeight(Label.USE_PREF_SIZE);
    Controls.show(flaw, false);
    fields.put(field, input);
    flaws.put(field, flaw);
    return new VBox(2, line, flaw);
  }
}
