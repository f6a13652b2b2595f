package dev.sortkey.ui.indexes;

import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableRules;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Chips;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import dev.sortkey.ui.kit.Figures;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.Segmented;
import dev.sortkey.ui.kit.TypeBadge;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Describes a global index and asks for it.
final class NewIndexDialog extends StackPane {
  private static final double WIDTH = 560;
  private static final double HIGHEST = 500;

  /// Room for what can be done to a key attribute, so that the fields stand in line.
  private static final double TOOLS = 134;

  private static final KeyCombination CREATE =
      new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

  private final NewIndexViewModel form;
  private final IndexesViewModel model;
  private final Runnable close;
  private final Map<String, Label> errors = new TreeMap<>();
  private final List<TextField> keyInputs = new ArrayList<>();
  private final VBox partition = new VBox(6);
  private final VBox sort = new VBox(6);
  private final Label refusal = wrapped("", "sk-error-text");
  private final Button create = Controls.primary(Messages.text("indexes.create"), null, CREATE);
  private boolean attempted;

  NewIndexDialog(NewIndexViewModel form, IndexesViewModel model, Runnable close) {
    this.form = form;
    this.model = model;
    this.close = close;
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    Button cancel = Controls.button(Messages.text("indexes.cancel"), null, null);
    cancel.setOnAction(_ -> close.run());
    create.setId("create-index-confirm");
    create.setOnAction(_ -> create());
    create.disableProperty().bind(model.changingProperty());
    Controls.show(refusal, false);
    var body = new VBox(12);
    body.getChildren()
        .addAll(part("indexes.partition", partition), part("indexes.sort", sort), name());
    body.getChildren().add(projection());
    if (form.provisioned()) {
      body.getChildren().add(units());
    }
    var scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(HIGHEST);
    var whole = new VBox(12, scroll, error("indexes"), will(), refusal);
    var card = new DialogCard(Messages.text("indexes.create.title"), whole, cancel, create);
    card.setPrefWidth(WIDTH);
    card.setOnKeyPressed(event -> {
      if (CREATE.match(event)) {
        create();
        event.consume();
      }
    });
    getChildren().add(card);
    keys();
    form.revisionProperty().subscribe(_ -> tell());
  }

  private static VBox part(String key, VBox rows) {
    return new VBox(6, Controls.label(Messages.text(key), "sk-field-label"), rows);
  }

  private void keys() {
    keyInputs.clear();
    keys(partition, form.partition(), "partition", 1);
    keys(sort, form.sort(), "sort", 0);
  }

  private void keys(VBox rows, ObservableList<KeyField> keys, String field, int least) {
    rows.getChildren().clear();
    for (int i = 0; i < keys.size(); i++) {
      rows.getChildren().add(key(keys, i, field, least));
    }
    if (keys.isEmpty()) {
      rows.getChildren().add(add(keys, field, "indexes.sort.add"));
    } else if (keys.size() < NewIndexViewModel.MOST_KEYS) {
      var last = (HBox) rows.getChildren().getLast();
      ((HBox) last.getChildren().getLast())
          .getChildren()
          .add(add(keys, field, "indexes.attribute.add"));
    }
    rows.getChildren().add(error(field));
  }

  private Button add(ObservableList<KeyField> keys, String field, String text) {
    Button add = Controls.flat(Messages.text(text), Feather.PLUS, null);
    add.setId("add-" + field);
    add.setOnAction(_ -> {
      keys.add(new KeyField());
      keys();
      keyInputs.get(field.equals("sort") ? keyInputs.size() - 1 : keys.size() - 1).requestFocus();
    });
    return add;
  }

  private HBox key(ObservableList<KeyField> keys, int at, String field, int least) {
    KeyField key = keys.get(at);
    String name = Messages.text("indexes." + field) + (keys.size() > 1 ? " " + (at + 1) : "");
    TextField input = input(key.nameProperty(), name, field + "-" + at);
    HBox.setHgrow(input, Priority.ALWAYS);
    keyInputs.add(input);
    ComboBox<KeyType> type = type(key, name);
    HBox frame = Controls.explained(type, Messages.text("indexes.type.known"));
    key.nameProperty().subscribe(now -> type.setDisable(form.known(now.strip()).isPresent()));
    var tools = new HBox(4);
    tools.setAlignment(Pos.CENTER_LEFT);
    tools.setMinWidth(TOOLS);
    var row = new HBox(8, input, frame, tools);
    row.setAlignment(Pos.CENTER_LEFT);
    if (keys.size() > least) {
      Button remove = Controls.icon(Feather.X, Messages.text("indexes.attribute.remove"), null);
      remove.setOnAction(_ -> {
        keys.remove(key);
        keys();
        tell();
      });
      tools.getChildren().add(remove);
    }
    return row;
  }

  private static ComboBox<KeyType> type(KeyField key, String of) {
    var combo = new ComboBox<KeyType>();
    combo.getItems().addAll(KeyType.values());
    combo.valueProperty().bindBidirectional(key.typeProperty());
    combo.setCellFactory(_ -> new TypeCell());
    combo.setButtonCell(new TypeCell());
    combo.setPrefWidth(116);
    combo.setAccessibleText(Messages.text("indexes.type-of", of));
    return combo;
  }

  /// A type with its badge.
  private static final class TypeCell extends ListCell<KeyType> {
    @Override
    protected void updateItem(@Nullable KeyType type, boolean empty) {
      super.updateItem(type, empty);
      setText(empty || type == null ? null : TypeBadge.typeName(type.attrType()));
      setGraphic(empty || type == null ? null : new TypeBadge(type.attrType()));
      setGraphicTextGap(8);
    }
  }

  private VBox name() {
    String label = Messages.text("indexes.name");
    TextField input = input(form.nameProperty(), label, "index-name");
    form.revisionProperty()
        .subscribe(_ ->
            input.setPromptText(
                form.defaultName().isEmpty()
                    ? ""
                    : Messages.text("indexes.name.default", form.defaultName())));
    return new VBox(6, Controls.label(label, "sk-field-label"), input, error("name"));
  }

  private VBox projection() {
    var choice =
        new Segmented<>(
            List.of(Projection.Kind.values()),
            kind -> Messages.text("indexes.projects." + kind.name().toLowerCase(Locale.ROOT)),
            Projection.Kind.ALL);
    choice.setId("projection");
    choice.valueProperty().bindBidirectional(form.projectionProperty());
    var chips =
        new Chips(
            form.included(),
            Messages.text("indexes.included.add"),
            Messages.text("indexes.included.remove"));
    form.projectionProperty()
        .subscribe(kind -> Controls.show(chips, kind == Projection.Kind.INCLUDE));
    return new VBox(
        6,
        Controls.label(Messages.text("indexes.projection"), "sk-field-label"),
        choice,
        chips,
        error("projection"),
        Controls.label(Messages.text("indexes.projection.hint"), "sk-secondary"));
  }

  private HBox units() {
    return new HBox(
        12,
        unit("indexes.read-units", form.readProperty(), "read"),
        unit("indexes.write-units", form.writeProperty(), "write"));
  }

  private VBox unit(String key, StringProperty value, String field) {
    String name = Messages.text(key);
    TextField input = input(value, name, "index-" + field);
    input.setPrefWidth(200);
    return new VBox(6, Controls.label(name, "sk-field-label"), input, error(field));
  }

  /// What creating the index means, before it is done.
  private HBox will() {
    Label words =
        wrapped(
            Messages.text(
                "indexes.create.will",
                Figures.count(form.table().itemCount()),
                Figures.bytes(form.table().sizeBytes())),
            "sk-secondary");
    HBox.setHgrow(words, Priority.ALWAYS);
    var will = new HBox(8, Icons.of(Feather.INFO), words);
    will.setAlignment(Pos.TOP_LEFT);
    return will;
  }

  private static TextField input(StringProperty value, String name, String id) {
    var input = new TextField();
    input.setId(id);
    input.getStyleClass().add("sk-mono");
    input.setAccessibleText(name);
    input.textProperty().bindBidirectional(value);
    return input;
  }

  private Label error(String field) {
    Label error = wrapped("", "sk-error-text");
    error.setId("error-" + field);
    error.setGraphic(Icons.small(Feather.ALERT_TRIANGLE));
    Controls.show(error, false);
    errors.put(field, error);
    return error;
  }

  /// Shows what is wrong: at once with what was typed, with empty fields once Create was pressed.
  private void tell() {
    List<TableRules.Flaw> flaws = form.flaws();
    errors.forEach((field, label) -> {
      String message =
          flaws.stream()
              .filter(flaw -> flaw.field().equals(field) && (attempted || typed(field)))
              .map(TableRules.Flaw::message)
              .findFirst()
              .orElse("");
      label.setText(message);
      Controls.show(label, !message.isEmpty());
    });
  }

  private boolean typed(String field) {
    return switch (field) {
      case "partition" ->
          form.partition().stream().anyMatch(key -> !key.attribute().name().isEmpty());
      case "name" -> !form.nameProperty().get().isEmpty();
      case "projection" -> !form.included().isEmpty();
      default -> true;
    };
  }

  private void create() {
    if (create.isDisabled()) {
      return;
    }
    attempted = true;
    tell();
    Controls.show(refusal, false);
    if (form.flaws().isEmpty()) {
      model.create(
          form.draft(),
          refused -> {
            if (refused.isEmpty()) {
              close.run();
            }
            refused.ifPresent(why -> {
              refusal.setText(why.title() + ". " + why.detail());
              Controls.show(refusal, true);
            });
          });
    }
  }

  private static Label wrapped(String text, String styleClass) {
    Label label = Controls.label(text, styleClass);
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    return label;
  }
}
