package dev.sortkey.ui.createtable;

import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.MonthlyCost;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableRules.Flaw;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Tip;
import dev.sortkey.ui.kit.TypeBadge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What has been described so far, what is wrong with it, and what it will cost; always in sight.
final class SummaryView extends ScrollPane {
  private final CreateTableViewModel model;
  private final Fields fields;
  private final VBox parts = new VBox();

  SummaryView(CreateTableViewModel model, Fields fields) {
    this.model = model;
    this.fields = fields;
    getStyleClass().add("sk-summary");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setContent(parts);
    setFocusTraversable(false);
  }

  void refresh() {
    parts.getChildren().setAll(table(), definitions(), cost());
  }

  private VBox table() {
    TableForm form = model.form();
    List<Flaw> flaws = form.flaws();
    Words words = new Words(form);
    VBox part = part("createtable.summary", "sk-section");
    part.getChildren()
        .addAll(
            marked(
                line("createtable.summary.table", mono(form.nameProperty().get())), "name", flaws),
            marked(key("createtable.partition", form.partition()), "partition", flaws),
            marked(key("createtable.sort", form.sort()), "sort", flaws),
            line("createtable.summary.class", text(words.tableClass())),
            marked(line("createtable.summary.capacity", text(words.capacity())), "capacity", flaws),
            marked(
                line("createtable.summary.encryption", text(words.encryption())),
                "encryption",
                flaws));
    if (form.customizedProperty().get()) {
      part.getChildren()
          .add(
              marked(
                  line("createtable.summary.indexes", text(String.valueOf(form.indexes().size()))),
                  "index",
                  flaws));
      if (form.settings().protectionProperty().get()) {
        part.getChildren()
            .add(
                line(
                    "createtable.summary.protection",
                    text(Messages.text("createtable.summary.on"))));
      }
      words
          .extras()
          .forEach(extra ->
              part.getChildren()
                  .add(marked(line(extra.label(), text(extra.value())), extra.field(), flaws)));
    }
    return part;
  }

  /// Red where a flaw belongs, once that flaw is shown in its field too.
  private HBox marked(HBox line, String field, List<Flaw> flaws) {
    flaws.stream()
        .filter(flaw -> flaw.field().startsWith(field))
        .filter(flaw -> fields.shows(flaw.field()))
        .findFirst()
        .ifPresent(flaw -> {
          line.getStyleClass().add("sk-summary-wrong");
          Tooltip.install(line, new Tip(flaw.message()));
        });
    return line;
  }

  private VBox definitions() {
    VBox part = part("createtable.summary.definitions", "sk-strong");
    Map<String, List<KeyAttribute>> byName = new LinkedHashMap<>();
    for (KeyAttribute definition : model.form().definitions()) {
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
      badges.setMinWidth(USE_PREF_SIZE);
      HBox line = new HBox(8, Controls.label(name, "sk-summary-name"), Controls.spring(), badges);
      line.setAlignment(Pos.CENTER_LEFT);
      line.getStyleClass().add("sk-summary-line");
      if (conflict) {
        line.getStyleClass().add("sk-summary-wrong");
      }
      part.getChildren().add(line);
    });
    return part;
  }

  private VBox cost() {
    VBox part = part("createtable.cost", "sk-strong");
    TableDraft draft = model.form().draft();
    MonthlyCost cost = model.form().cost();
    MonthlyCost.Load load = model.form().load().load();
    long indexes = draft.indexes().size();
    switch (draft.capacity()) {
      case Capacity.OnDemand _ -> {
        part.getChildren()
            .addAll(
                dollars(
                    Messages.text("createtable.cost.reads", month(load.reads()), cost.readUnits()),
                    cost.reads()),
                dollars(
                    Messages.text(
                        "createtable.cost.writes", month(load.writes()), cost.writeUnits()),
                    cost.writes()));
        if (indexes > 0) {
          part.getChildren()
              .add(dollars(Messages.text("createtable.cost.index", indexes), cost.indexes()));
        }
      }
      case Capacity.Provisioned(long read, long write) -> {
        part.getChildren()
            .addAll(
                dollars(Messages.text("createtable.cost.read-units", read), cost.reads()),
                dollars(Messages.text("createtable.cost.write-units", write), cost.writes()));
        if (indexes > 0) {
          part.getChildren()
              .add(dollars(Messages.text("createtable.cost.index-units"), cost.indexes()));
        }
      }
    }
    part.getChildren()
        .add(dollars(Messages.text("createtable.cost.storage", load.storageGb()), cost.storage()));
    var rule = new VBox();
    rule.getStyleClass().add("sk-summary-rule");
    HBox total = dollars(Messages.text("createtable.cost.total"), cost.total());
    total.getChildren().getFirst().getStyleClass().setAll("label", "sk-strong");
    total.getChildren().getLast().getStyleClass().add("sk-mono-strong");
    Label source = Controls.label(Messages.text("createtable.cost.source"), "sk-secondary");
    source.setWrapText(true);
    source.setMinHeight(USE_PREF_SIZE);
    part.getChildren().addAll(rule, total, source);
    return part;
  }

  /// How often a rate a second happens in a month, in millions.
  private static double month(double rate) {
    return rate * MonthlyCost.SECONDS / 1e6;
  }

  private static HBox dollars(String label, double amount) {
    Label value = Controls.label(Messages.text("createtable.cost.dollars", amount), "sk-mono");
    value.setMinWidth(USE_PREF_SIZE);
    return row(Controls.label(label, "sk-muted"), value);
  }

  private static VBox part(String title, String style) {
    var part = new VBox();
    part.getStyleClass().add("sk-summary-part");
    part.getChildren().add(Controls.label(Messages.text(title), style));
    return part;
  }

  private static HBox key(String label, KeyForm key) {
    if (key.blank()) {
      return line(label, Controls.label(Messages.text("createtable.summary.none"), "sk-subtle"));
    }
    var badge = new TypeBadge(key.typeProperty().get().attrType());
    var value = new HBox(6, mono(key.name()), badge);
    value.setAlignment(Pos.CENTER_RIGHT);
    return line(label, value);
  }

  private static HBox line(String label, Node value) {
    Label name = Controls.label(Messages.text(label), "sk-muted");
    name.setMinWidth(USE_PREF_SIZE);
    return row(name, value);
  }

  private static HBox row(Label name, Node value) {
    var line = new HBox(8, name, Controls.spring(), value);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("sk-summary-line");
    return line;
  }

  private static Label text(String text) {
    Label label = Controls.label(text);
    label.setMinWidth(0);
    return label;
  }

  private static Label mono(String text) {
    Label label = Controls.label(text.isBlank() ? "–" : text.strip(), "sk-mono");
    label.setMinWidth(0);
    return label;
  }
}
