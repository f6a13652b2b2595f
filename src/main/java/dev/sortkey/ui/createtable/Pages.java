package dev.sortkey.ui.createtable;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Segmented;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The simple pages of the wizard.
final class Pages {
  private Pages() {}

  static Node details(CreateTableViewModel model, Fields fields) {
    return page(
        "details",
        Fields.caption(Messages.text("createtable.name"), false),
        withId(
            fields.text(
                "name", Step.DETAILS, model.nameProperty(), Messages.text("createtable.name"), 404),
            "table-name"),
        hint("createtable.name.hint"),
        Fields.caption(Messages.text("createtable.partition"), false),
        withId(
            fields.key(
                "partition",
                Step.DETAILS,
                model.partition(),
                Messages.text("createtable.partition")),
            "partition-key"),
        hint("createtable.partition.hint"),
        Fields.caption(Messages.text("createtable.sort"), true),
        withId(
            fields.key("sort", Step.DETAILS, model.sort(), Messages.text("createtable.sort")),
            "sort-key"),
        hint("createtable.sort.hint"));
  }

  static Node capacity(CreateTableViewModel model, Fields fields) {
    var mode =
        new Segmented<>(
            List.of(true, false),
            onDemand ->
                Messages.text(
                    onDemand
                        ? "createtable.capacity.on-demand"
                        : "createtable.capacity.provisioned"),
            model.onDemandProperty().get());
    mode.valueProperty().addListener((_, _, onDemand) -> model.onDemandProperty().set(onDemand));
    var units =
        new VBox(
            6,
            Fields.caption(Messages.text("createtable.read-units"), false),
            fields.text(
                "capacity.read",
                Step.CAPACITY,
                model.readUnitsProperty(),
                Messages.text("createtable.read-units"),
                140),
            Fields.caption(Messages.text("createtable.write-units"), false),
            fields.text(
                "capacity.write",
                Step.CAPACITY,
                model.writeUnitsProperty(),
                Messages.text("createtable.write-units"),
                140),
            hint("createtable.units.hint"));
    Label onDemandHint = hint("createtable.capacity.on-demand.hint");
    Runnable swap =
        () -> {
          Controls.show(units, !model.onDemandProperty().get());
          Controls.show(onDemandHint, model.onDemandProperty().get());
        };
    model.onDemandProperty().addListener(_ -> swap.run());
    swap.run();
    return page("capacity", mode, onDemandHint, units);
  }

  static Node protection(CreateTableViewModel model) {
    var box = new CheckBox(Messages.text("createtable.protection"));
    box.selectedProperty().bindBidirectional(model.deletionProtectionProperty());
    return page("protection", box, hint("createtable.protection.hint"));
  }

  /// A page's title and first sentence above its fields.
  static VBox page(String step, Node... content) {
    var page =
        new VBox(
            6,
            Controls.label(Messages.text("createtable.step." + step), "sk-section"),
            hint("createtable." + step + ".lead"));
    page.getStyleClass().add("sk-wizard-content");
    page.getChildren().addAll(content);
    return page;
  }

  private static Label hint(String key) {
    Label hint = Controls.label(Messages.text(key), "sk-secondary", "sk-hint");
    hint.setWrapText(true);
    return hint;
  }

  private static VBox withId(VBox field, String id) {
    Node input = field.getChildren().getFirst();
    if (input instanceof HBox row) {
      input = row.getChildren().getFirst();
    }
    input.setId(id);
    return field;
  }
}
