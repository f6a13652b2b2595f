package dev.sortkey.ui.createtable;

import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableRules;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.Segmented;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// The step of the secondary indexes: a card for each.
final class IndexesPage extends VBox {
  /// The most attributes of each kind in a GSI's key (Developer Guide, multi-attribute keys).
  private static final int MOST_KEYS = 4;

  private final CreateTableViewModel model;
  private final Fields fields;

  /// What the cards at hand follow; they are built anew with each index that comes or goes.
  private Subscription watched = Subscription.EMPTY;

  private final Map<KeyForm, Node> inputs = new IdentityHashMap<>();

  IndexesPage(CreateTableViewModel model, Fields fields) {
    super(8);
    getStyleClass().add("sk-wizard-content");
    this.model = model;
    this.fields = fields;
    model.indexes().addListener((ListChangeListener<IndexForm>) _ -> build());
    build();
  }

  private void build() {
    fields.forget("index");
    watched.unsubscribe();
    watched = Subscription.EMPTY;
    inputs.clear();
    getChildren()
        .setAll(
            Controls.label(Step.INDEXES.title(), "sk-section"),
            Controls.label(Messages.text("createtable.indexes.lead"), "sk-secondary", "sk-hint"),
            section(Index.Kind.GSI));
    cards(Index.Kind.GSI);
    HBox local = section(Index.Kind.LSI);
    VBox.setMargin(local, new Insets(12, 0, 0, 0));
    getChildren().add(local);
    cards(Index.Kind.LSI);
    fields.refresh();
  }

  private HBox section(Index.Kind kind) {
    boolean global = kind == Index.Kind.GSI;
    String key = "createtable." + kind.name().toLowerCase(Locale.ROOT);
    int most = global ? TableRules.MOST_GSIS : TableRules.MOST_LSIS;
    Button add = Controls.button(Messages.text(key + ".add"), Feather.PLUS, null);
    add.setId(global ? "add-gsi" : "add-lsi");
    add.setOnAction(_ -> {
      model.addIndex(kind);
      IndexForm added =
          model.indexes().get(global ? (int) model.count(kind) - 1 : model.indexes().size() - 1);
      focus((global ? added.partition() : added.sort()).getFirst());
    });
    add.setDisable(model.count(kind) >= most);
    Label title = Controls.label(Messages.text(key + ".title"), "sk-strong");
    Label count =
        Controls.label(Messages.text("createtable.of", model.count(kind), most), "sk-pill");
    title.setMinWidth(USE_PREF_SIZE);
    count.setMinWidth(USE_PREF_SIZE);
    var row =
        new HBox(
            8,
            title,
            count,
            Controls.label(global ? "" : Messages.text("createtable.lsi.hint"), "sk-secondary"),
            Controls.spring(),
            add);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void cards(Index.Kind kind) {
    for (int i = 0; i < model.indexes().size(); i++) {
      IndexForm index = model.indexes().get(i);
      if (index.kind() == kind) {
        getChildren().add(card(index, "index[" + i + "]"));
      }
    }
  }

  private VBox card(IndexForm index, String field) {
    var body = new VBox(8);
    body.getStyleClass().add("sk-card-body");
    if (index.kind() == Index.Kind.GSI) {
      keys(body, index, index.partition(), field + ".partition", "createtable.partition", false);
    }
    keys(
        body,
        index,
        index.sort(),
        field + ".sort",
        "createtable.sort",
        index.kind() == Index.Kind.GSI);
    body.getChildren()
        .addAll(
            Fields.caption(Messages.text("createtable.projection"), false),
            projection(index, field));
    var card = new VBox(head(index, field), body);
    card.getStyleClass().add("sk-card");
    return card;
  }

  private HBox head(IndexForm index, String field) {
    VBox name =
        fields.text(
            field + ".name",
            Step.INDEXES,
            index.nameProperty(),
            Messages.text("createtable.index.name"),
            360);
    HBox.setHgrow(name, Priority.ALWAYS);
    var input = (TextField) name.getChildren().getFirst();
    Runnable prompt =
        () ->
            input.setPromptText(
                index.defaultName().isEmpty()
                    ? Messages.text("createtable.index.prompt")
                    : Messages.text("createtable.index.default", index.defaultName()));
    watched = watched.and(model.revisionProperty().subscribe(prompt));
    prompt.run();
    Button copy = Controls.icon(Feather.COPY, Messages.text("createtable.index.duplicate"), null);
    copy.setOnAction(_ -> model.duplicate(index));
    Button remove = Controls.icon(Feather.TRASH_2, Messages.text("createtable.index.remove"), null);
    remove.setOnAction(_ -> model.remove(index));
    var head =
        new HBox(
            8, Controls.label(index.kind().name(), "sk-badge", "sk-outline"), name, copy, remove);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("sk-card-head");
    return head;
  }

  private void keys(
      VBox body,
      IndexForm index,
      ObservableList<KeyForm> keys,
      String field,
      String label,
      boolean optional) {
    if (keys.isEmpty()) {
      Button add = Controls.flat(Messages.text("createtable.sort.add"), Feather.PLUS, null);
      add.setOnAction(_ -> extend(keys));
      body.getChildren().add(add);
      return;
    }
    body.getChildren().add(Fields.caption(Messages.text(label), optional));
    for (int i = 0; i < keys.size(); i++) {
      KeyForm key = keys.get(i);
      var tools = new HBox(4);
      boolean last = i == keys.size() - 1;
      if (last && index.kind() == Index.Kind.GSI && keys.size() < MOST_KEYS) {
        Button add = Controls.flat(Messages.text("createtable.attribute"), Feather.PLUS, null);
        add.setOnAction(_ -> extend(keys));
        tools.getChildren().add(add);
      }
      if (keys.size() > 1 || optional) {
        Button remove =
            Controls.icon(Feather.X, Messages.text("createtable.attribute.remove"), null);
        remove.setOnAction(_ -> {
          keys.remove(key);
          build();
        });
        tools.getChildren().add(remove);
      }
      String name = Messages.text(label) + (keys.size() > 1 ? " " + (i + 1) : "");
      VBox row = fields.key(field, Step.INDEXES, key, name, tools);
      inputs.put(key, row);
      body.getChildren().add(row);
    }
  }

  private void extend(ObservableList<KeyForm> keys) {
    keys.add(new KeyForm());
    build();
    focus(keys.getLast());
  }

  private void focus(KeyForm key) {
    Node row = inputs.get(key);
    if (row != null) {
      applyCss();
      row.lookup(".text-field").requestFocus();
    }
  }

  private VBox projection(IndexForm index, String field) {
    var choice =
        new Segmented<>(
            List.of(Projection.Kind.values()),
            kind -> Messages.text("createtable.projection." + kind.name().toLowerCase(Locale.ROOT)),
            index.projectionProperty().get());
    choice.valueProperty().bindBidirectional(index.projectionProperty());
    var chips = new FlowPane(6, 6);
    chips.getStyleClass().add("sk-chips");
    HBox.setHgrow(chips, Priority.ALWAYS);
    Label error = Controls.label("", "sk-error-text");
    error.setWrapText(true);
    Runnable refresh =
        () -> {
          Controls.show(chips, index.projectionProperty().get() == Projection.Kind.INCLUDE);
          String flaw =
              index.included().isEmpty()
                  ? ""
                  : model.flaws().stream()
                      .filter(f -> f.field().equals(field + ".projection"))
                      .map(f -> f.message())
                      .findFirst()
                      .orElse("");
          error.setText(flaw);
          Controls.show(error, !flaw.isEmpty());
        };
    var input = new TextField();
    input.getStyleClass().addAll("sk-bare", "sk-mono");
    input.setPromptText(Messages.text("createtable.projection.add"));
    input.setAccessibleText(Messages.text("createtable.projection.add"));
    input.setPrefWidth(140);
    Runnable draw = () -> drawChips(chips, index, input);
    input.setOnAction(_ -> take(index, input, draw));
    input
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused) {
            take(index, input, draw);
          }
        });
    input.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.BACK_SPACE
          && input.getText().isEmpty()
          && !index.included().isEmpty()) {
        index.included().removeLast();
        draw.run();
      }
    });
    draw.run();
    watched = watched.and(model.revisionProperty().subscribe(refresh));
    refresh.run();
    var row = new HBox(8, choice, chips);
    row.setAlignment(Pos.TOP_LEFT);
    return new VBox(
        4,
        row,
        error,
        Controls.label(Messages.text("createtable.projection.hint"), "sk-secondary"));
  }

  private static void take(IndexForm index, TextField input, Runnable draw) {
    String name = input.getText().strip();
    if (!name.isEmpty()) {
      if (!index.included().contains(name)) {
        index.included().add(name);
      }
      input.clear();
      draw.run();
    }
  }

  private static void drawChips(FlowPane chips, IndexForm index, TextField input) {
    boolean focused = input.isFocused();
    chips.getChildren().clear();
    for (String name : index.included()) {
      Button remove =
          Controls.icon(Feather.X, Messages.text("createtable.projection.remove", name), null);
      remove.getStyleClass().add("sk-chip-remove");
      remove.setGraphic(Icons.small(Feather.X));
      remove.setOnAction(_ -> {
        index.included().remove(name);
        drawChips(chips, index, input);
      });
      var chip = new HBox(2, Controls.label(name, "sk-mono"), remove);
      chip.setAlignment(Pos.CENTER_LEFT);
      chip.getStyleClass().add("sk-chip");
      chips.getChildren().add(chip);
    }
    chips.getChildren().add(input);
    if (focused) {
      input.requestFocus();
    }
  }
}
