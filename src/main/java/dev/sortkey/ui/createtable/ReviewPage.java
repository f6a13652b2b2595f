package dev.sortkey.ui.createtable;

import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableRules.Flaw;
import dev.sortkey.core.table.WarmThroughput;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The whole table once more, in words and as code, before it is created.
final class ReviewPage extends VBox {
  private final CreateTableViewModel model;
  private final Consumer<Step> go;
  private final VBox flaws = new VBox(2);
  private final Label leftOut = Pages.note("createtable.sandbox.left-out");
  private final GridPane lines = new GridPane();
  private final CodeView code;

  ReviewPage(CreateTableViewModel model, Consumer<Step> go, Consumer<String> copied) {
    this.model = model;
    this.go = go;
    this.code = new CodeView(model, copied);
    var value = new ColumnConstraints();
    value.setHgrow(Priority.ALWAYS);
    lines.getColumnConstraints().addAll(new ColumnConstraints(160), value);
    lines.setVgap(6);
    lines.setHgap(16);
    Label title = Controls.label(Messages.text("createtable.code"), "sk-strong", "sk-above");
    getChildren().add(Pages.page(Step.REVIEW, flaws, leftOut, lines, title, code));
  }

  void refresh() {
    TableForm form = model.form();
    TableDraft draft = form.draft();
    List<Flaw> wrong = form.flaws();
    flaws.getChildren().setAll(wrong.stream().map(this::flaw).toList());
    Controls.show(flaws, !wrong.isEmpty());
    Controls.show(leftOut, model.sandbox() && SandboxDraft.leavesOut(draft));
    lines.getChildren().clear();
    line("createtable.summary.table", draft.name(), true);
    line("createtable.partition", keys(draft.keys().partition()), true);
    line("createtable.sort", keys(draft.keys().sort()), true);
    Words words = new Words(form);
    line("createtable.summary.capacity", words.capacity(), false);
    line("createtable.summary.class", words.tableClass(), false);
    line("createtable.summary.encryption", words.encryption(), false);
    settings(draft, words);
    for (TableDraft.IndexDraft index : draft.indexes()) {
      line(
          "createtable.review." + index.kind().name().toLowerCase(Locale.ROOT), index.name(), true);
      more(
          Messages.text(
              "createtable.review.index",
              keys(index.keys().all()),
              projection(index.projection())));
      if (index.capacity() instanceof Capacity.Provisioned(long read, long write)) {
        more(Messages.text("createtable.capacity.provisioned-units", read, write));
      }
    }
    code.refresh();
  }

  private void settings(TableDraft draft, Words words) {
    WarmThroughput warm = draft.settings().warm();
    if (warm != null) {
      line(
          "createtable.warm",
          Messages.text(
              "createtable.review.warm",
              warm.read() == null ? "–" : warm.read(),
              warm.write() == null ? "–" : warm.write()),
          false);
    }
    line(
        "createtable.step.protection",
        Messages.text(
            draft.deletionProtection()
                ? "createtable.protection.on"
                : "createtable.protection.off"),
        false);
    words.extras().forEach(extra -> line(extra.label(), extra.value(), false));
  }

  private Button flaw(Flaw flaw) {
    Step step = Step.of(flaw.field());
    Button button =
        Controls.button(
            Messages.text("createtable.review.flaw", step.title(), flaw.message()), null, null);
    button.setGraphic(Icons.small(Feather.ALERT_TRIANGLE));
    button.getStyleClass().addAll("sk-link", "sk-flaw");
    button.setMinWidth(0);
    button.setOnAction(_ -> go.accept(step));
    return button;
  }

  private void line(String label, String value, boolean mono) {
    int row = lines.getRowCount();
    lines.add(Controls.label(Messages.text(label), "sk-muted"), 0, row);
    Label text =
        Controls.label(value.isEmpty() ? Messages.text("createtable.summary.none") : value);
    if (mono) {
      text.getStyleClass().add("sk-mono");
    }
    text.setWrapText(true);
    lines.add(text, 1, row);
  }

  private void more(String text) {
    Label label = Controls.label(text, "sk-secondary");
    label.setWrapText(true);
    lines.add(label, 1, lines.getRowCount());
  }

  private static String keys(List<KeyAttribute> keys) {
    return keys.stream()
        .filter(key -> !key.name().isEmpty())
        .map(key -> key.name() + " (" + key.type() + ")")
        .collect(Collectors.joining(", "));
  }

  private static String projection(Projection projection) {
    String kind =
        Messages.text(
            "createtable.projection." + projection.kind().name().toLowerCase(Locale.ROOT));
    return projection.included().isEmpty()
        ? kind
        : kind + ": " + String.join(", ", projection.included());
  }
}
