package dev.sortkey.ui.createtable;

import dev.sortkey.core.table.Index;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import java.util.IdentityHashMap;
import java.util.Map;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One secondary index: its name, keys, projection and, where the table is provisioned, its units.
final class IndexCard extends VBox {
  /// The most attributes of each kind in a GSI's key (Developer Guide, multi-attribute keys).
  private static final int MOST_KEYS = 4;

  private final TableForm form;
  private final Fields fields;
  private final IndexForm index;
  private final String field;
  private final Runnable duplicate;
  private final VBox body = new VBox(8);
  private final Map<KeyForm, Node> inputs = new IdentityHashMap<>();
  private final ProjectionField projection;
  private TextField name = new TextField();

  /// @param field how the rules call it: `index[2]`
  IndexCard(TableForm form, Fields fields, IndexForm index, String field, Runnable duplicate) {
    this.form = form;
    this.fields = fields;
    this.index = index;
    this.field = field;
    this.duplicate = duplicate;
    getStyleClass().add("sk-card");
    body.getStyleClass().add("sk-card-body");
    projection = new ProjectionField(form, index, field + ".projection");
    getChildren().addAll(head(), body);
    build();
    index.openProperty().subscribe(open -> Controls.show(body, open));
  }

  boolean isFor(IndexForm other) {
    return index == other;
  }

  void focusFirst() {
    body.lookup(".text-field").requestFocus();
  }

  /// Brings the card in line with the form.
  void refresh() {
    name.setPromptText(
        index.defaultName().isEmpty()
            ? Messages.text("createtable.index.prompt")
            : Messages.text("createtable.index.default", index.defaultName()));
    projection.refresh();
    boolean wrong =
        form.flaws().stream()
            .anyMatch(flaw ->
                flaw.field().startsWith(field + ".")
                    && (fields.attempted(Step.INDEXES)
                        || index.partition().stream()
                            .anyMatch(key -> form.conflict(key).isPresent())
                        || index.sort().stream().anyMatch(key -> form.conflict(key).isPresent())));
    getStyleClass().remove("sk-card-wrong");
    if (wrong) {
      getStyleClass().add("sk-card-wrong");
    }
  }

  private HBox head() {
    VBox input =
        fields.text(
            field + ".name",
            Step.INDEXES,
            index.nameProperty(),
            Messages.text("createtable.index.name"),
            360);
    name = (TextField) input.getChildren().getFirst();
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(input, Priority.ALWAYS);
    Button fold =
        Controls.icon(Feather.CHEVRON_DOWN, Messages.text("createtable.index.fold"), null);
    fold.setOnAction(_ -> index.openProperty().set(!index.openProperty().get()));
    index
        .openProperty()
        .subscribe(
            open -> fold.setGraphic(Icons.of(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT)));
    Button copy = Controls.icon(Feather.COPY, Messages.text("createtable.index.duplicate"), null);
    copy.setOnAction(_ -> duplicate.run());
    Button remove = Controls.icon(Feather.TRASH_2, Messages.text("createtable.index.remove"), null);
    remove.setOnAction(_ -> form.indexes().remove(index));
    Label kind = Controls.label(index.kind().name(), "sk-badge", "sk-outline");
    kind.setMinWidth(USE_PREF_SIZE);
    var head = new HBox(8, fold, kind, input, copy, remove);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("sk-card-head");
    return head;
  }

  private void build() {
    fields.forget(field + ".partition");
    fields.forget(field + ".sort");
    fields.forget(field + ".read");
    fields.forget(field + ".write");
    inputs.clear();
    body.getChildren().clear();
    boolean global = index.kind() == Index.Kind.GSI;
    if (global) {
      keys(index.partition(), field + ".partition", "createtable.partition", false);
    }
    keys(index.sort(), field + ".sort", "createtable.sort", global);
    body.getChildren()
        .addAll(Fields.caption(Messages.text("createtable.projection"), false), projection);
    if (global && index.sort().isEmpty()) {
      Button add = Controls.flat(Messages.text("createtable.sort.add"), Feather.PLUS, null);
      add.setOnAction(_ -> extend(index.sort()));
      projection.setTool(add);
    } else {
      projection.setTool(null);
    }
    if (global && !form.capacity().onDemandProperty().get()) {
      body.getChildren()
          .addAll(
              new HBox(
                  12,
                  units("read", index.readProperty(), form.capacity().read()),
                  units("write", index.writeProperty(), form.capacity().write())),
              fields.error(field + ".capacity", Step.INDEXES, null));
    }
    refresh();
  }

  private VBox units(String side, StringProperty value, UnitsForm table) {
    VBox units =
        fields.named(
            field + "." + side,
            Step.INDEXES,
            value,
            Messages.text("createtable." + side + "-units"),
            200);
    if (units.lookup(".text-field") instanceof TextField input) {
      table
          .unitsProperty()
          .subscribe(
              text -> input.setPromptText(Messages.text("createtable.index.units", text.strip())));
    }
    return units;
  }

  private void keys(ObservableList<KeyForm> keys, String of, String label, boolean optional) {
    if (keys.isEmpty()) {
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
          rebuild();
        });
        tools.getChildren().add(remove);
      }
      String keyName = Messages.text(label) + (keys.size() > 1 ? " " + (i + 1) : "");
      VBox row = fields.key(of, Step.INDEXES, key, keyName, last, tools);
      inputs.put(key, row);
      body.getChildren().add(row);
    }
  }

  private void extend(ObservableList<KeyForm> keys) {
    keys.add(new KeyForm());
    rebuild();
    Node row = inputs.get(keys.getLast());
    if (row != null) {
      applyCss();
      row.lookup(".text-field").requestFocus();
    }
  }

  private void rebuild() {
    build();
    fields.refresh();
  }
}
