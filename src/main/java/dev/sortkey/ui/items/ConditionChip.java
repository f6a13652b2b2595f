package dev.sortkey.ui.items;

import dev.sortkey.core.moments.DateForm;
import dev.sortkey.core.moments.DateWords;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.ui.items.ConditionDraft.Flaw;
import dev.sortkey.ui.items.ConditionDraft.Role;
import dev.sortkey.ui.items.ConditionDraft.Spot;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.Tip;
import dev.sortkey.ui.kit.TypeBadge;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One condition as a chip: name, type, operator, values, and what is wrong beneath.
final class ConditionChip extends VBox {
  private static final List<AttrType> TYPES = List.of(AttrType.values());

  /// What a condition needs of the panel around it.
  ///
  /// @param known the attributes seen so far
  /// @param usual the form in which an attribute, by its name, holds moments
  record Around(
      Supplier<List<NameField.Suggestion>> known,
      Function<String, Optional<DateForm>> usual,
      DateWords words,
      Runnable run) {}

  private final ConditionDraft draft;
  private final HBox chip = new HBox();
  private final HBox values = new HBox(6);
  private final @Nullable TextField name;
  private final TextField value;
  private final TextField high;
  private Node badge = new TypeBadge(AttrType.S);

  /// @param remove what the cross does to a filter
  ConditionChip(ConditionDraft draft, Around around, Runnable remove) {
    this.draft = draft;
    getStyleClass().add("sk-condition");
    chip.getStyleClass().add("sk-cond");
    Runnable run = around.run();
    value =
        field(
            new ValueField(
                draft, around.words(), () -> around.usual().apply(draft.nameProperty().get())),
            run);
    value.textProperty().bindBidirectional(draft.valueProperty());
    high = field(new TextField(draft.highProperty().get()), run);
    high.textProperty().bindBidirectional(draft.highProperty());
    name = draft.isKey() ? null : nameField(around.known(), run);
    values.getStyleClass().add("sk-cond-values");
    values.setAlignment(Pos.CENTER_LEFT);
    chip.getChildren().addAll(head(), operator(), values, cross(remove));
    Label flaw = Controls.label("", "sk-error-text");
    getChildren().addAll(chip, flaw);
    draft.operatorProperty().addListener((_, _, _) -> layValues());
    draft.typeProperty().addListener((_, _, _) -> layValues());
    draft.shownFlawProperty().addListener((_, _, now) -> show(now, flaw));
    show(draft.shownFlawProperty().get(), flaw);
    layValues();
  }

  ConditionDraft draft() {
    return draft;
  }

  void focus(Spot spot) {
    TextField target =
        switch (spot) {
          case NAME -> name == null ? value : name;
          case VALUE -> value;
          case HIGH -> high;
        };
    target.requestFocus();
    target.end();
  }

  private Node head() {
    if (draft.isKey()) {
      badge = new TypeBadge(draft.typeProperty().get());
    } else {
      badge =
          new ChoiceButton<>(
              Messages.text("items.filter.type"),
              draft.typeProperty(),
              () -> TYPES,
              TypeBadge::typeName,
              TypeBadge::new);
    }
    Node title = name == null ? Controls.label(draft.nameProperty().get(), "sk-cond-name") : name;
    var head = new HBox(6, title, badge);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("sk-cond-head");
    if (draft.isKey()) {
      String what = draft.role() == Role.PARTITION ? "items.key.partition" : "items.key.sort";
      Tooltip.install(head, new Tip(Messages.text(what)));
    }
    return head;
  }

  private Node operator() {
    if (draft.role() == Role.PARTITION) {
      Label equal = Controls.label(Operator.EQ.text(), "sk-cond-choice");
      equal.setMinWidth(USE_PREF_SIZE);
      return equal;
    }
    var operator =
        new ChoiceButton<>(
            Messages.text("items.filter.operator"),
            draft.operatorProperty(),
            draft::operators,
            Operator::text,
            _ -> null);
    operator.setId("operator-" + draft.nameProperty().get());
    return operator;
  }

  private Button cross(Runnable remove) {
    var cross = new Button(null, Icons.small(Feather.X));
    cross.getStyleClass().setAll("sk-cond-cross");
    String key = draft.isKey() ? "items.key.clear" : "items.filter.remove";
    cross.setAccessibleText(Messages.text(key, draft.nameProperty().get()));
    cross.setTooltip(new Tip(cross.getAccessibleText()));
    if (draft.isKey()) {
      cross.setOnAction(_ -> draft.clear());
      cross
          .visibleProperty()
          .bind(draft.valueProperty().isNotEmpty().or(draft.highProperty().isNotEmpty()));
      cross.managedProperty().bind(cross.visibleProperty());
    } else {
      cross.setOnAction(_ -> remove.run());
    }
    return cross;
  }

  private NameField nameField(Supplier<List<NameField.Suggestion>> known, Runnable run) {
    var field =
        new NameField(
            known,
            taken -> {
              draft.nameProperty().set(taken.name());
              draft.typeProperty().set(taken.type());
              focus(Spot.VALUE);
            });
    field.getStyleClass().addAll("sk-bare", "sk-cond-name");
    field.setPromptText(Messages.text("items.filter.name-prompt"));
    field.textProperty().bindBidirectional(draft.nameProperty());
    field
        .prefWidthProperty()
        .bind(
            Bindings.createDoubleBinding(
                () ->
                    field.getText().isEmpty()
                        ? 64
                        : Math.clamp(field.getText().length() * 7.6 + 8, 36, 240),
                field.textProperty()));
    field.setOnAction(_ -> {
      if (draft.fields() > 0 && draft.valueProperty().get().isEmpty()) {
        focus(Spot.VALUE);
      } else {
        run.run();
      }
    });
    field
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused && draft.valueProperty().get().isEmpty()) {
            takeType(known.get());
          }
        });
    return field;
  }

  /// A name that was typed to its end has the type that the attribute was seen with.
  private void takeType(List<NameField.Suggestion> known) {
    String typed = draft.nameProperty().get().strip();
    if (draft.typeProperty().get() == AttrType.S) {
      known.stream()
          .filter(one -> one.name().equals(typed))
          .findFirst()
          .ifPresent(one -> draft.typeProperty().set(one.type()));
    }
  }

  private static TextField field(TextField field, Runnable run) {
    field.getStyleClass().addAll("sk-bare", "sk-mono");
    field.setOnAction(_ -> run.run());
    field
        .prefWidthProperty()
        .bind(
            Bindings.createDoubleBinding(
                () ->
                    Math.clamp(
                        Math.max(field.getText().length(), prompt(field)) * 7.52 + 4, 30, 280),
                field.textProperty(),
                field.promptTextProperty()));
    return field;
  }

  private static int prompt(TextField field) {
    return field.getPromptText() == null ? 0 : field.getPromptText().length();
  }

  private void layValues() {
    int count = draft.fields();
    Operator operator = draft.operatorProperty().get();
    Controls.show(badge, operator.typed());
    boolean flag = draft.typeProperty().get() == AttrType.BOOL;
    Controls.show(values, count > 0);
    String attribute = draft.nameProperty().get();
    value.setAccessibleText(
        Messages.text(count == 2 ? "items.value.low" : "items.value.one", attribute));
    high.setAccessibleText(Messages.text("items.value.high", attribute));
    value.setPromptText(prompt(count));
    high.setPromptText(count == 2 ? prompt(count) : "");
    if (draft.isKey()) {
      value.setId("key-" + attribute);
      high.setId("key-high-" + attribute);
    }
    if (operator == Operator.TYPE) {
      values.getChildren().setAll(typeName());
    } else if (flag && count == 1 && operator.typed()) {
      if (!draft.valueProperty().get().equals("false")) {
        draft.valueProperty().set("true");
      }
      values.getChildren().setAll(flag());
    } else if (count == 2) {
      values
          .getChildren()
          .setAll(value, Controls.label(Messages.text("items.value.and"), "sk-muted"), high);
    } else {
      values.getChildren().setAll(value);
    }
  }

  private Node flag() {
    var shown = new SimpleObjectProperty<>(draft.valueProperty().get());
    shown.addListener((_, _, now) -> draft.valueProperty().set(now));
    return new ChoiceButton<>(
        Messages.text("items.value.one", draft.nameProperty().get()),
        shown,
        () -> List.of("true", "false"),
        word -> word,
        _ -> null);
  }

  private Node typeName() {
    if (TYPES.stream().noneMatch(type -> type.name().equals(draft.valueProperty().get()))) {
      draft.valueProperty().set(AttrType.S.name());
    }
    var shown = new SimpleObjectProperty<>(AttrType.valueOf(draft.valueProperty().get()));
    shown.addListener((_, _, now) -> draft.valueProperty().set(now.name()));
    return new ChoiceButton<>(
        Messages.text("items.value.type", draft.nameProperty().get()),
        shown,
        () -> TYPES,
        TypeBadge::typeName,
        TypeBadge::new);
  }

  private String prompt(int count) {
    switch (draft.operatorProperty().get()) {
      case SIZE -> {
        return Messages.text("items.value.size");
      }
      case IN -> {
        return Messages.text("items.value.in");
      }
      default -> {}
    }
    switch (draft.typeProperty().get()) {
      case SS, NS, BS -> {
        return Messages.text("items.value.in");
      }
      case L, M -> {
        return Messages.text("items.value.json");
      }
      default -> {}
    }
    if (draft.typeProperty().get() == AttrType.B) {
      return Messages.text("items.value.base64");
    }
    if (draft.role() == Role.SORT && count == 1) {
      return Messages.text("items.value.any");
    }
    boolean emptyCounts = !draft.isKey() && draft.typeProperty().get() == AttrType.S;
    return Messages.text(emptyCounts ? "items.value.empty" : "items.value.prompt");
  }

  private void show(@Nullable Flaw flaw, Label line) {
    Controls.show(line, flaw != null);
    line.setText(flaw == null ? "" : flaw.message());
    chip.getStyleClass().remove("sk-invalid");
    if (flaw != null) {
      chip.getStyleClass().add("sk-invalid");
    }
  }
}
