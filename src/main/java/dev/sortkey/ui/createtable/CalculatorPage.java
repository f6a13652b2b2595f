package dev.sortkey.ui.createtable;

import dev.sortkey.core.table.MonthlyCost;
import dev.sortkey.core.table.MonthlyCost.Consistency;
import dev.sortkey.core.table.MonthlyCost.Load;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The capacity calculator: from the expected load to units and a monthly cost.
final class CalculatorPage {
  private static final double WIDTH = 200;

  private final TableForm form;
  private final Fields fields;
  private final Label reads = figure();
  private final Label writes = figure();
  private final Label cost = figure();

  private CalculatorPage(TableForm form, Fields fields) {
    this.form = form;
    this.fields = fields;
  }

  static Node of(TableForm form, Fields fields) {
    return new CalculatorPage(form, fields).build();
  }

  private Node build() {
    LoadForm load = form.load();
    var sizes =
        new HBox(
            12,
            number("load.item", load.itemKbProperty(), "createtable.load.item"),
            number("load.storage", load.storageGbProperty(), "createtable.load.storage"));
    var rates =
        new HBox(
            12,
            number("load.reads", load.readsProperty(), "createtable.load.reads"),
            number("load.writes", load.writesProperty(), "createtable.load.writes"));
    Button use = Controls.button(Messages.text("createtable.load.use"), null, null);
    use.setId("calculator-use");
    use.setOnAction(_ -> use());
    var result =
        new VBox(
            6,
            line("createtable.load.result.reads", reads),
            line("createtable.load.result.writes", writes),
            line("createtable.load.result.cost", cost));
    result.getStyleClass().addAll("sk-card", "sk-card-body");
    form.revisionProperty().subscribe(this::refresh);
    refresh();
    return Pages.page(
        Step.CALCULATOR,
        sizes,
        rates,
        Fields.caption(Messages.text("createtable.load.consistency"), false),
        Pages.segmented(
            List.of(Consistency.values()),
            each -> Messages.text("createtable.load." + each),
            load.consistencyProperty()),
        Pages.check("createtable.load.transactions", load.transactionsProperty()),
        Pages.hint("createtable.load.hint"),
        result,
        use,
        Pages.hint("createtable.cost.source"));
  }

  private VBox number(String field, StringProperty value, String name) {
    return fields.named(field, Step.CALCULATOR, value, Messages.text(name), WIDTH);
  }

  private void refresh() {
    Load load = form.load().load();
    reads.setText(units(load.reads(), MonthlyCost.readUnits(load)));
    writes.setText(units(load.writes(), MonthlyCost.writeUnits(load)));
    cost.setText(Messages.text("createtable.cost.dollars", form.cost().total()));
  }

  private static String units(double rate, double each) {
    return Messages.text("createtable.load.units", rate, each, Math.ceil(rate * each));
  }

  /// Takes the figures over as provisioned units.
  private void use() {
    Load load = form.load().load();
    CapacityForm capacity = form.capacity();
    capacity.onDemandProperty().set(false);
    set(capacity.read(), load.reads() * MonthlyCost.readUnits(load));
    set(capacity.write(), load.writes() * MonthlyCost.writeUnits(load));
  }

  private static void set(UnitsForm units, double wanted) {
    long whole = Math.max(1, (long) Math.ceil(wanted));
    units.unitsProperty().set(String.valueOf(whole));
    if (whole < units.scaling().least()) {
      units.leastProperty().set(String.valueOf(whole));
    }
    if (whole > units.scaling().most()) {
      units.mostProperty().set(String.valueOf(whole));
    }
  }

  private static HBox line(String name, Label value) {
    Label label = Controls.label(Messages.text(name), "sk-muted");
    label.setMinWidth(Region.USE_PREF_SIZE);
    var line = new HBox(8, label, Controls.spring(), value);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private static Label figure() {
    return Controls.label("", "sk-mono");
  }
}
