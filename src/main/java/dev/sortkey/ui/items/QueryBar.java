package dev.sortkey.ui.items;

import dev.sortkey.core.query.QuerySpec.Mode;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.items.ConditionDraft.Spot;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Segmented;
import dev.sortkey.ui.kit.Tip;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Where the person says what to read: how and from where above, the conditions as chips below.
final class QueryBar extends VBox {
  /// What the bar opens beside running.
  ///
  /// @param recent opens the runs of this table beneath a button
  record Actions(Runnable code, Runnable save, Consumer<Button> recent, Runnable partiql) {}

  private final QueryViewModel query;
  private final ConditionChip.Around around;
  private final Runnable run;
  private final Actions actions;
  private final FlowPane conditions = new FlowPane(8, 6);
  private final Map<Part, Node> chips = new HashMap<>();
  private final VBox attributes;
  private final Button addFilter;
  private final Button addGroup;
  private final Node match;

  QueryBar(QueryViewModel query, ConditionChip.Around around, Actions actions) {
    super(6);
    this.query = query;
    this.around = around;
    this.run = around.run();
    this.actions = actions;
    this.attributes = attributes();
    this.addFilter = Controls.flat(Messages.text("items.filter.add"), Feather.PLUS, null);
    getStyleClass().add("sk-query");
    setMinWidth(0);
    conditions.setRowValignment(VPos.TOP);
    addFilter.setId("add-filter");
    addFilter.setOnAction(_ -> query.addFilter());
    addGroup = Controls.flat(Messages.text("items.group.add"), Feather.PLUS, null);
    addGroup.setId("add-group");
    addGroup.getStyleClass().add("sk-muted-button");
    addGroup.setOnAction(_ -> query.addGroup(query.filters()));
    ChoiceButton<GroupDraft.Match> joined = GroupBox.match(query.filters());
    joined.setId("match");
    joined.getStyleClass().setAll("sk-button", "sk-small", "sk-match");
    match = joined;
    getChildren().addAll(choices(), conditions);
    ListChangeListener<Part> relaid = _ -> layConditions();
    query.keys().addListener(relaid);
    query.filters().parts().addListener(relaid);
    query.allAttributesProperty().addListener((_, _, _) -> layConditions());
    query.onFocus((draft, spot) -> focus(draft, spot));
    layConditions();
  }

  /// Puts the focus where typing goes on: into the first key without a value.
  ///
  /// @return false when none is empty
  boolean focusFirst() {
    Optional<ConditionDraft> empty =
        query.keys().stream()
            .filter(key -> chips.containsKey(key) && key.valueProperty().get().isEmpty())
            .findFirst();
    empty.ifPresent(key -> focus(key, Spot.VALUE));
    return empty.isPresent();
  }

  private void focus(ConditionDraft draft, Spot spot) {
    if (chips.get(draft) instanceof ConditionChip chip) {
      chip.focus(spot);
      return;
    }
    for (Node node : chips.values()) {
      if (node instanceof GroupBox box && box.chip(draft) instanceof ConditionChip chip) {
        chip.focus(spot);
      }
    }
  }

  private Node choices() {
    var mode =
        new Segmented<>(
            List.of(Mode.AUTO, Mode.QUERY, Mode.SCAN),
            choice -> Messages.text("items.mode." + choice.name().toLowerCase(Locale.ROOT)),
            query.modeProperty().get());
    mode.valueProperty().bindBidirectional(query.modeProperty());
    mode.valueProperty()
        .addListener((_, _, now) -> {
          if (now == Mode.QUERY) {
            focusFirst();
          }
        });
    mode.setId("mode");
    mode.setMinWidth(USE_PREF_SIZE);

    Button reset = Controls.flat(Messages.text("items.reset"), null, null);
    reset.setId("reset");
    reset.setOnAction(_ -> query.reset());
    Button asCode = Controls.icon(Feather.CODE, Messages.text("items.code"), ItemsKeys.CODE);
    asCode.setId("query-code");
    asCode.setOnAction(_ -> actions.code().run());
    Button save = Controls.icon(Feather.STAR, Messages.text("items.save"), ItemsKeys.SAVE);
    save.setId("save-query");
    save.setOnAction(_ -> actions.save().run());
    Button recent = Controls.icon(Feather.CLOCK, Messages.text("items.recent"), null);
    recent.setId("recent-runs");
    recent.setOnAction(_ -> actions.recent().accept(recent));
    Button partiql = Controls.flat(Messages.text("items.mode.partiql"), Feather.TERMINAL, null);
    partiql.setId("as-partiql");
    partiql.setTooltip(new Tip(Messages.text("items.partiql.tip")));
    partiql.setOnAction(_ -> actions.partiql().run());
    Button start = Controls.primary(Messages.text("items.run"), Feather.PLAY, ItemsKeys.RUN);
    start.setId("run");
    start.setOnAction(_ -> run.run());

    var row =
        new HBox(
            8,
            mode,
            partiql,
            new IndexChoice(query),
            projection(),
            options(),
            Controls.spring(),
            reset,
            asCode,
            save,
            recent,
            start);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private ComboBox<Boolean> projection() {
    var box = new ComboBox<Boolean>();
    box.getItems().setAll(true, false);
    box.setConverter(
        new Words<>(all -> Messages.text(all ? "items.attributes.all" : "items.attributes.some")));
    box.setId("projection");
    box.setAccessibleText(Messages.text("items.attributes"));
    box.setPrefWidth(132);
    box.setMinWidth(110);
    Property<Boolean> all = query.allAttributesProperty().asObject();
    box.valueProperty().bindBidirectional(all);
    box.getProperties().put(Property.class, all);
    return box;
  }

  /// What is seldom set, behind a button that says how much of it is.
  private Node options() {
    Button open = Controls.button(Messages.text("items.options"), Feather.SLIDERS, null);
    open.setId("options");
    var content = new VBox(10, descending(), consistent(), limit());
    content.getStyleClass().addAll("sk-popup", "sk-options");
    var popup = new Popup();
    popup.getContent().add(content);
    popup.setAutoHide(true);
    popup.setHideOnEscape(true);
    open.setOnAction(_ -> {
      Bounds here = open.localToScreen(open.getBoundsInLocal());
      popup.show(open, here.getMinX(), here.getMaxY() + 4);
    });
    Runnable draw =
        () -> {
          int set = query.optionsSet();
          open.setText(
              set == 0 ? Messages.text("items.options") : Messages.text("items.options.set", set));
        };
    query.previewProperty().addListener((_, _, _) -> draw.run());
    draw.run();
    return open;
  }

  private Node descending() {
    var box = new CheckBox(Messages.text("items.descending"));
    box.setId("descending");
    box.selectedProperty().bindBidirectional(query.descendingProperty());
    box.disableProperty().bind(query.modeProperty().isEqualTo(Mode.SCAN));
    box.setMinWidth(USE_PREF_SIZE);
    return Controls.explained(box, Messages.text("items.descending.query-only"));
  }

  private Node consistent() {
    var box = new CheckBox(Messages.text("items.consistent"));
    box.setId("consistent");
    box.selectedProperty().bindBidirectional(query.consistentProperty());
    box.disableProperty().bind(query.consistentAllowedProperty().not());
    box.setMinWidth(USE_PREF_SIZE);
    return Controls.explained(box, Messages.text("items.consistent.not-global"));
  }

  private Node limit() {
    var field = new TextField();
    field.setId("limit");
    field.getStyleClass().add("sk-mono");
    field.setPromptText(Messages.text("items.limit.none"));
    field.setPrefWidth(62);
    field.setMinWidth(50);
    field.textProperty().bindBidirectional(query.limitProperty());
    field.setOnAction(_ -> run.run());
    Label label = Controls.label(Messages.text("items.limit"), "sk-muted");
    label.setLabelFor(field);
    label.setMinWidth(USE_PREF_SIZE);
    field.setAccessibleText(Messages.text("items.limit"));
    mark(field, query.limitFlawProperty());
    return new HBox(6, label, field);
  }

  private VBox attributes() {
    var field = new TextField();
    field.setId("attributes");
    field.getStyleClass().addAll("sk-bare", "sk-mono");
    field.setPromptText(Messages.text("items.attributes.prompt"));
    field.setAccessibleText(Messages.text("items.attributes"));
    field.setPrefWidth(280);
    field.textProperty().bindBidirectional(query.attributesProperty());
    field.setOnAction(_ -> run.run());
    var name = new HBox(Controls.label(Messages.text("items.attributes"), "sk-cond-name"));
    name.setAlignment(Pos.CENTER_LEFT);
    name.getStyleClass().add("sk-cond-head");
    var value = new HBox(field);
    value.setAlignment(Pos.CENTER_LEFT);
    value.getStyleClass().add("sk-cond-values");
    var chip = new HBox(name, value);
    chip.getStyleClass().add("sk-cond");
    Label flaw = Controls.label("", "sk-error-text");
    flaw.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> field.getText().isEmpty() ? "" : query.attributesFlawProperty().get(),
                query.attributesFlawProperty(),
                field.textProperty()));
    flaw.visibleProperty().bind(flaw.textProperty().isNotEmpty());
    flaw.managedProperty().bind(flaw.visibleProperty());
    var box = new VBox(chip, flaw);
    box.getStyleClass().add("sk-condition");
    return box;
  }

  private static void mark(TextField field, ReadOnlyObjectProperty<@Nullable String> flaw) {
    var tooltip = new Tip();
    flaw.addListener((_, _, now) -> {
      field.getStyleClass().remove("sk-invalid");
      field.setTooltip(null);
      if (now != null) {
        field.getStyleClass().add("sk-invalid");
        tooltip.setText(now);
        field.setTooltip(tooltip);
      }
    });
  }

  private void layConditions() {
    GroupDraft filters = query.filters();
    chips.keySet().removeIf(part -> !isKey(part) && !filters.parts().contains(part));
    conditions.getChildren().clear();
    query.keys().forEach(key -> conditions.getChildren().add(node(key)));
    filters.parts().forEach(part -> conditions.getChildren().add(node(part)));
    if (!query.allAttributesProperty().get()) {
      conditions.getChildren().add(attributes);
    }
    conditions.getChildren().addAll(addFilter, addGroup);
    if (filters.parts().size() > 1) {
      conditions.getChildren().add(match);
    }
  }

  private static boolean isKey(Part part) {
    return part instanceof ConditionDraft draft && draft.isKey();
  }

  private Node node(Part part) {
    return chips.computeIfAbsent(
        part,
        _ ->
            switch (part) {
              case ConditionDraft draft ->
                  new ConditionChip(draft, around, () -> query.removeFilter(draft));
              case GroupDraft group -> grouped(new GroupBox(group, query, around, 1));
            });
  }

  private GroupBox grouped(GroupBox box) {
    box.widestProperty().bind(widthProperty().subtract(40));
    return box;
  }
}
