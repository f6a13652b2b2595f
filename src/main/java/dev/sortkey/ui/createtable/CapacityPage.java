package dev.sortkey.ui.createtable;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Read and write capacity: on demand or provisioned, with maxima or auto scaling.
final class CapacityPage {
  private final CreateTableViewModel model;
  private final CapacityForm form;
  private final Fields fields;

  private CapacityPage(CreateTableViewModel model, Fields fields) {
    this.model = model;
    this.form = model.form().capacity();
    this.fields = fields;
  }

  static Node of(CreateTableViewModel model, Fields fields) {
    return new CapacityPage(model, fields).build();
  }

  private Node build() {
    var mode =
        Pages.segmented(
            List.of(true, false),
            onDemand ->
                Messages.text(
                    onDemand
                        ? "createtable.capacity.on-demand"
                        : "createtable.capacity.provisioned"),
            form.onDemandProperty());
    VBox onDemand = onDemand();
    VBox provisioned = provisioned();
    form.onDemandProperty()
        .subscribe(taken -> {
          Controls.show(onDemand, taken);
          Controls.show(provisioned, !taken);
        });
    VBox page = Pages.page(Step.CAPACITY, mode, onDemand, provisioned, warm());
    if (model.sandbox()) {
      page.getChildren().add(Pages.note("createtable.sandbox.capacity"));
    }
    return page;
  }

  private VBox onDemand() {
    var maxima =
        new HBox(
            12,
            optional("max.read", form.maxReadProperty(), "createtable.max.read"),
            optional("max.write", form.maxWriteProperty(), "createtable.max.write"));
    return new VBox(
        6,
        Pages.hint("createtable.capacity.on-demand.hint"),
        maxima,
        Pages.hint("createtable.max.hint"));
  }

  private VBox provisioned() {
    VBox read = units("read", form.read());
    VBox write = units("write", form.write());
    var cards = new HBox(12, read, write);
    cards.getChildren().forEach(card -> HBox.setHgrow(card, Priority.ALWAYS));
    return new VBox(
        8,
        Pages.hint("createtable.units.hint"),
        cards,
        Pages.check("createtable.scaling.indexes", form.indexesLikewiseProperty()),
        fields.error("capacity", Step.CAPACITY, null));
  }

  private VBox units(String side, UnitsForm units) {
    String name = Messages.text("createtable." + side + "-units");
    var bounds = new VBox(4);
    var row = new HBox(8);
    bounds.getChildren().add(row);
    bound(bounds, row, side + ".least", units.leastProperty(), "createtable.scaling.least");
    bound(bounds, row, side + ".most", units.mostProperty(), "createtable.scaling.most");
    bound(bounds, row, side + ".target", units.targetProperty(), "createtable.scaling.target");
    bounds.visibleProperty().bind(units.scaledProperty());
    bounds.managedProperty().bind(units.scaledProperty());
    var body =
        new VBox(
            8,
            Controls.label(Messages.text("createtable." + side + "-title"), "sk-strong"),
            fields.named("capacity." + side, Step.CAPACITY, units.unitsProperty(), name, 132),
            Pages.check("createtable.scaling", units.scaledProperty()),
            bounds);
    body.getStyleClass().addAll("sk-card", "sk-card-body");
    body.setPrefWidth(260);
    return body;
  }

  /// Three of them share a row, and what is wrong with each stands beneath it.
  private void bound(VBox box, HBox row, String field, StringProperty value, String key) {
    String name = Messages.text(key);
    TextField input = Fields.input(value, name);
    input.setPrefWidth(76);
    row.getChildren().add(new VBox(4, Fields.caption(name, false), input));
    box.getChildren().add(fields.error("scaling." + field, Step.CAPACITY, input));
  }

  private VBox optional(String field, StringProperty value, String name) {
    return new VBox(
        4,
        Fields.caption(Messages.text(name), true),
        fields.text(field, Step.CAPACITY, value, Messages.text(name), 200));
  }

  private VBox warm() {
    return new VBox(
        6,
        Controls.label(Messages.text("createtable.warm"), "sk-strong", "sk-above"),
        new HBox(
            12,
            optional("warm.read", form.warmReadProperty(), "createtable.warm.read"),
            optional("warm.write", form.warmWriteProperty(), "createtable.warm.write")),
        Pages.hint("createtable.warm.hint"));
  }
}
