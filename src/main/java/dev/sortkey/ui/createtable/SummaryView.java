package dev.sortkey.ui.createtable;

import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.TypeBadge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What has been described so far, always in sight.
final class SummaryView extends VBox {
  private final CreateTableViewModel model;

  SummaryView(CreateTableViewModel model) {
    this.model = model;
    getStyleClass().add("sk-summary");
    model.revisionProperty().addListener(_ -> refresh());
    refresh();
  }

  private void refresh() {
    var table = new VBox();
    table.getStyleClass().add("sk-summary-part");
    table
        .getChildren()
        .addAll(
            Controls.label(Messages.text("createtable.summary"), "sk-section"),
            line("createtable.summary.table", mono(model.nameProperty().get())),
            key("createtable.partition", model.partition()),
            key("createtable.sort", model.sort()),
            line("createtable.summary.capacity", Controls.label(capacity(model))),
            line(
                "createtable.summary.indexes",
                Controls.label(String.valueOf(model.indexes().size()))));
    getChildren().setAll(table, definitions());
  }

  /// The capacity mode in words.
  static String capacity(CreateTableViewModel model) {
    return model.onDemandProperty().get()
        ? Messages.text("createtable.capacity.on-demand")
        : Messages.text(
            "createtable.capacity.provisioned-units",
            model.readUnitsProperty().get().strip(),
            model.writeUnitsProperty().get().strip());
  }

  private VBox definitions() {
    var part = new VBox();
    part.getStyleClass().add("sk-summary-part");
    part.getChildren()
        .add(Controls.label(Messages.text("createtable.summary.definitions"), "sk-strong"));
    Map<String, List<KeyAttribute>> byName = new LinkedHashMap<>();
    for (KeyAttribute definition : model.definitions()) {
      byName.computeIfAbsent(definition.name(), _ -> new ArrayList<>()).add(definition);
    }
    if (byName.isEmpty()) {
      part.getChildren()
          .add(Controls.label(Messages.text("createtable.summary.none"), "sk-secondary"));
    }
    byName.forEach((name, types) -> {
      var badges = new HBox(4);
      badges.setAlignment(Pos.CENTER_RIGHT);
      types.forEach(type -> badges.getChildren().add(new TypeBadge(type.type().attrType())));
      boolean conflict = types.size() > 1;
      badges
          .getChildren()
          .add(
              Controls.label(
                  conflict
                      ? Messages.text("createtable.summary.conflict")
                      : TypeBadge.typeName(types.getFirst().type().attrType())));
      HBox line = row(Controls.label(name, "sk-summary-name"), badges);
      if (conflict) {
        line.getStyleClass().add("sk-summary-wrong");
      }
      part.getChildren().add(line);
    });
    return part;
  }

  private static HBox key(String label, KeyForm key) {
    if (key.blank()) {
      return line(label, Controls.label(Messages.text("createtable.summary.none"), "sk-subtle"));
    }
    var value = new HBox(6, mono(key.name()), new TypeBadge(key.typeProperty().get().attrType()));
    value.setAlignment(Pos.CENTER_RIGHT);
    return line(label, value);
  }

  private static HBox line(String label, Node value) {
    return row(Controls.label(Messages.text(label), "sk-muted"), value);
  }

  private static HBox row(Label name, Node value) {
    name.setMinWidth(USE_PREF_SIZE);
    var line = new HBox(8, name, Controls.spring(), value);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("sk-summary-line");
    return line;
  }

  private static Label mono(String text) {
    Label label = Controls.label(text.isBlank() ? "–" : text.strip(), "sk-mono");
    label.setMinWidth(0);
    return label;
  }
}
