package dev.sortkey.ui.transfer;

import dev.sortkey.core.text.Messages;
import dev.sortkey.core.transfer.CsvColumn;
import dev.sortkey.core.transfer.CsvHeader;
import dev.sortkey.core.transfer.FileForm;
import dev.sortkey.core.transfer.FileShape;
import dev.sortkey.core.transfer.ImportCheck;
import dev.sortkey.core.transfer.ImportMode;
import dev.sortkey.core.transfer.Row;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.ui.kit.Card;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.ProblemBanner;
import dev.sortkey.ui.kit.Segmented;
import dev.sortkey.ui.kit.Tip;
import dev.sortkey.ui.kit.TypeBadge;
import dev.sortkey.ui.workbench.Desk;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The form of a new import, with what would happen before anything does.
final class ImportView extends VBox {
  private static final double PROBLEM = 24;
  private static final int MOST_PROBLEMS = 50;

  private final Desk desk;
  private final ImportViewModel model;
  private final TransfersViewModel transfers;
  private final TableChoice tables;
  private final TextField file = new TextField();
  private final ProblemBanner banner = new ProblemBanner(_ -> this.lookAgain());
  private final VBox found = new VBox();
  private final Label summary = Controls.label("", "sk-secondary");
  private final Button start =
      Controls.primary(Messages.text("transfer.import.start", 0), Feather.UPLOAD, null);
  private final HBox waiting = new HBox(12);

  ImportView(Desk desk, ImportViewModel model, TransfersViewModel transfers) {
    this.desk = desk;
    this.model = model;
    this.transfers = transfers;
    tables = new TableChoice(desk.tables(), model.tableProperty());
    tables.setId("import-table");
    tables.setAccessibleText(Messages.text("transfer.import.into"));
    var card = new Card(Messages.text("transfer.import.card"));
    card.setContent(form(), banner, found, foot());
    getChildren().add(card);
    model.problemProperty().subscribe(banner::show);
    model.lookedProperty().subscribe(this::draw);
    model.lookingProperty().subscribe(this::draw);
    model.fileProperty().subscribe(this::draw);
    transfers.transfers().subscribe(this::draw);
  }

  void focusFirst() {
    file.requestFocus();
  }

  void close() {
    tables.close();
  }

  private void lookAgain() {
    model.lookAgain();
  }

  private Form form() {
    var form = new Form();
    file.setId("import-file");
    file.getStyleClass().add("sk-mono");
    file.setPromptText(Messages.text("transfer.import.file.prompt"));
    file.setAccessibleText(Messages.text("transfer.import.file"));
    file.setOnAction(_ -> typed());
    file.focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused) {
            typed();
          }
        });
    model.fileProperty().subscribe(now -> file.setText(now == null ? "" : now.toString()));
    HBox.setHgrow(file, Priority.ALWAYS);
    Button choose = Controls.button(Messages.text("transfer.choose"), Feather.FOLDER, null);
    choose.setId("import-choose");
    choose.setOnAction(_ ->
        desk.workbench()
            .files()
            .open(Messages.text("transfer.choose.open"))
            .ifPresent(path -> model.fileProperty().set(path)));
    form.row(Messages.text("transfer.import.file"), new HBox(8, file, choose));
    form.row(Messages.text("transfer.import.into"), tables);
    var modes =
        new Segmented<>(
            List.of(ImportMode.values()),
            each -> Messages.text("transfer.mode." + each),
            model.modeProperty().get());
    modes.setId("import-mode");
    model.modeProperty().bindBidirectional(modes.valueProperty());
    Label about = Controls.label("", "sk-secondary");
    model
        .modeProperty()
        .subscribe(now -> about.setText(Messages.text("transfer.mode.about." + now)));
    var mode = new HBox(12, modes, about);
    mode.setAlignment(Pos.CENTER_LEFT);
    form.row(Messages.text("transfer.import.mode"), mode);
    return form;
  }

  private void typed() {
    String name = file.getText().strip();
    if (name.isEmpty()) {
      return;
    }
    try {
      Path path = Path.of(name);
      if (!path.equals(model.fileProperty().get())) {
        model.fileProperty().set(path);
      }
    } catch (InvalidPathException _) {
      file.selectAll();
    }
  }

  private HBox foot() {
    summary.setId("import-summary");
    summary.setMinWidth(0);
    start.setId("import-start");
    start.setOnAction(_ -> model.start());
    var bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    bar.setPrefWidth(120);
    Button stop = Controls.button(Messages.text("transfer.stop"), null, null);
    stop.getStyleClass().add("sk-small");
    stop.setOnAction(_ -> model.stopLooking());
    waiting.getChildren().setAll(bar, stop);
    waiting.setAlignment(Pos.CENTER_LEFT);
    var foot = new HBox(12, summary, Controls.spring(), waiting, desk.writing(start));
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("sk-transfer-foot");
    return foot;
  }

  private void draw() {
    ImportViewModel.Looked looked = model.lookedProperty().get();
    Path path = model.fileProperty().get();
    boolean looking = model.lookingProperty().get();
    Controls.show(waiting, looking);
    start.setDisable(!model.canStart());
    found.getChildren().clear();
    if (path != null) {
      Transfer stopped = transfers.stopped(path);
      if (stopped != null) {
        found.getChildren().add(stopped(stopped));
      }
    }
    if (looked == null) {
      start.setText(Messages.text("transfer.import.start", 0));
      summary.setText(
          looking && path != null
              ? Messages.text("transfer.looking", path.getFileName())
              : Messages.text("transfer.import.nothing"));
      return;
    }
    ImportCheck check = looked.check();
    start.setText(Messages.text("transfer.import.start", check.good()));
    start.setAccessibleText(start.getText());
    summary.setText(
        check.good() == 0
            ? Messages.text("transfer.import.no-good")
            : Messages.text(
                "transfer.import.summary",
                check.good(),
                check.rows(),
                check.bad(),
                check.writeUnits()));
    found.getChildren().add(form(looked));
    CsvHeader header = looked.header();
    if (header != null) {
      found.getChildren().add(columns(header));
    }
    if (!check.problems().isEmpty()) {
      found.getChildren().add(problems(check));
    }
    if (!check.first().isEmpty()) {
      found.getChildren().add(new ItemPreview(check.first()));
    }
  }

  private Node stopped(Transfer stopped) {
    Button goOn = Controls.button(Messages.text("transfer.go-on"), Feather.PLAY, null);
    goOn.getStyleClass().add("sk-small");
    goOn.setOnAction(_ -> {
      model.fileProperty().set(null);
      transfers.goOn(stopped);
    });
    long line = stopped.rest() == null ? 0 : stopped.rest().line();
    var bar =
        new HBox(
            12,
            Controls.label(Messages.text("transfer.import.stopped", line)),
            Controls.spring(),
            desk.writing(goOn));
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("sk-transfer-stopped");
    return bar;
  }

  private Node form(ImportViewModel.Looked looked) {
    var form = new Form();
    FileShape shape = looked.shape();
    String packed = shape.zipped() ? " · " + Messages.text("transfer.import.packed") : "";
    if (shape.form() == FileForm.CSV) {
      String separator =
          shape.separator() == '\t'
              ? Messages.text("transfer.import.tabs")
              : String.valueOf(shape.separator());
      Label words = Controls.label(Messages.text("transfer.import.separated", separator) + packed);
      words.setMinHeight(28);
      form.row(Messages.text("transfer.import.form"), words);
      return form;
    }
    var forms =
        new Segmented<>(
            List.of(FileForm.JSON_LINES, FileForm.DYNAMO_JSON),
            each -> Messages.text("transfer.json." + each),
            shape.form());
    forms.setId("import-form");
    forms.valueProperty().addListener((_, _, now) -> model.readAs(now));
    Label about =
        Controls.label(Messages.text("transfer.layout." + shape.layout()) + packed, "sk-secondary");
    var row = new HBox(12, forms, about);
    row.setAlignment(Pos.CENTER_LEFT);
    form.row(Messages.text("transfer.import.form"), row);
    return form;
  }

  private Node columns(CsvHeader header) {
    var form = new Form();
    Label about =
        Controls.label(
            Messages.text(
                header.typed() ? "transfer.import.columns.typed" : "transfer.import.columns.about"),
            "sk-secondary");
    about.setMinHeight(28);
    form.row(Messages.text("transfer.import.columns"), about);
    if (!header.typed()) {
      var chips = new FlowPane(16, 6);
      chips.setPrefWrapLength(860);
      for (int i = 0; i < header.columns().size(); i++) {
        chips.getChildren().add(column(i, header.columns().get(i)));
      }
      form.note(chips);
    }
    return form;
  }

  private Node column(int at, CsvColumn column) {
    String leaveOut = Messages.text("transfer.import.leave-out");
    var types = new ComboBox<String>();
    types.getStyleClass().add("sk-small");
    types.getItems().add(leaveOut);
    for (AttrType type : AttrType.values()) {
      types.getItems().add(TypeBadge.typeName(type));
    }
    @Nullable AttrType chosen = column.type();
    types.setValue(chosen == null ? leaveOut : TypeBadge.typeName(chosen));
    types.setId("type-" + column.name());
    types.setAccessibleText(Messages.text("transfer.import.type-of", column.name()));
    types
        .getSelectionModel()
        .selectedIndexProperty()
        .addListener((_, _, now) ->
            model.take(at, now.intValue() <= 0 ? null : AttrType.values()[now.intValue() - 1]));
    var chip = new HBox(6, Controls.label(column.name(), "sk-mono"), types);
    chip.setAlignment(Pos.CENTER_LEFT);
    return chip;
  }

  private static Node problems(ImportCheck check) {
    var lines = new VBox();
    lines.setId("import-problems");
    for (Row.Bad bad : check.problems().stream().limit(MOST_PROBLEMS).toList()) {
      Label line =
          Controls.label(
              Messages.text("transfer.import.problem-line", bad.line()), "sk-mono-small");
      line.setMinWidth(110);
      Label reason = Controls.label(bad.reason(), bad.last() ? "sk-error-text" : "sk-warning-text");
      reason.setTooltip(new Tip(bad.reason()));
      var row = new HBox(12, line, reason);
      row.setAlignment(Pos.CENTER_LEFT);
      row.setMinHeight(PROBLEM);
      lines.getChildren().add(row);
    }
    var scroll = new ScrollPane(lines);
    scroll.setFitToWidth(true);
    scroll.setPrefHeight(Math.min(5, lines.getChildren().size()) * PROBLEM + 2);
    scroll.setMinHeight(scroll.getPrefHeight());
    Label head = Controls.label(Messages.text("transfer.import.problems"), "sk-medium");
    var box = new VBox(4, head, scroll);
    if (check.broken()) {
      box.getChildren()
          .add(
              Controls.label(
                  Messages.text("transfer.import.broken", check.problems().getLast().line()),
                  "sk-error-text"));
    }
    box.getStyleClass().add("sk-transfer-form");
    return box;
  }
}
