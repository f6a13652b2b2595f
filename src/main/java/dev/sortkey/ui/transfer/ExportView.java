package dev.sortkey.ui.transfer;

import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.transfer.Export;
import dev.sortkey.core.transfer.FileForm;
import dev.sortkey.ui.kit.Card;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Segmented;
import dev.sortkey.ui.workbench.Desk;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The form of a new export.
final class ExportView extends VBox {
  private final Desk desk;
  private final ExportViewModel model;
  private final TableChoice tables;
  private final ComboBox<String> indexes = new ComboBox<>();
  private final Label given = Controls.label("", "sk-medium");
  private final TextField file = new TextField();

  ExportView(Desk desk, ExportViewModel model) {
    this.desk = desk;
    this.model = model;
    tables = new TableChoice(desk.tables(), model.tableProperty());
    tables.setId("export-table");
    tables.setAccessibleText(Messages.text("transfer.export.what"));
    var card = new Card(Messages.text("transfer.export.card"));
    card.setContent(form(), foot());
    getChildren().add(card);
  }

  void give(Export.Source source) {
    model.givenProperty().set(source);
  }

  void focusFirst() {
    if (tables.isVisible()) {
      tables.requestFocus();
    } else {
      file.requestFocus();
    }
  }

  void close() {
    tables.close();
  }

  private Form form() {
    var form = new Form();
    form.row(Messages.text("transfer.export.what"), what());
    Label from = form.row(Messages.text("transfer.export.index"), indexes());
    model
        .givenProperty()
        .subscribe(now -> {
          Controls.show(from, now == null);
          Controls.show(indexes, now == null);
        });
    var forms =
        new Segmented<>(
            List.of(FileForm.values()),
            each -> Messages.text("transfer.form." + each),
            model.formProperty().get());
    forms.setId("export-form");
    model.formProperty().bindBidirectional(forms.valueProperty());
    form.row(Messages.text("transfer.export.form"), forms);
    Label about = Controls.label("", "sk-secondary");
    about.setWrapText(true);
    about.setMinHeight(36);
    about.setAlignment(Pos.TOP_LEFT);
    model
        .formProperty()
        .subscribe(now ->
            about.setText(
                Messages.text("transfer.about." + now) + " " + Messages.text("transfer.about.gz")));
    form.note(about);
    file.setId("export-file");
    file.getStyleClass().add("sk-mono");
    file.setPromptText(Messages.text("transfer.export.file.prompt"));
    file.setAccessibleText(Messages.text("transfer.export.file"));
    file.textProperty().bindBidirectional(model.fileProperty());
    HBox.setHgrow(file, Priority.ALWAYS);
    Button choose = Controls.button(Messages.text("transfer.choose"), Feather.FOLDER, null);
    choose.setId("export-choose");
    choose.setOnAction(_ ->
        desk.workbench()
            .files()
            .save(Messages.text("transfer.choose.save"), model.proposal())
            .ifPresent(path -> file.setText(path.toString())));
    form.row(Messages.text("transfer.export.file"), new HBox(8, file, choose));
    var replace = new CheckBox(Messages.text("transfer.export.replace"));
    replace.setId("export-replace");
    replace.selectedProperty().bindBidirectional(model.overwriteProperty());
    form.note(replace);
    model.flawProperty().subscribe(_ -> Controls.show(replace, model.exists()));
    return form;
  }

  private HBox what() {
    Button clear = Controls.icon(Feather.X, Messages.text("transfer.source.clear"), null);
    clear.setOnAction(_ -> model.givenProperty().set(null));
    given.setId("export-given");
    var box = new HBox(6, tables, given, clear);
    box.setAlignment(Pos.CENTER_LEFT);
    model
        .givenProperty()
        .subscribe(now -> {
          given.setText(now == null ? "" : model.words(now));
          Controls.show(tables, now == null);
          Controls.show(given, now != null);
          Controls.show(clear, now != null);
        });
    return box;
  }

  /// The table itself, then its indexes.
  private ComboBox<String> indexes() {
    String itself = Messages.text("transfer.export.table");
    indexes.setId("export-index");
    indexes.setAccessibleText(Messages.text("transfer.export.index"));
    indexes.setPrefWidth(360);
    model
        .tableProperty()
        .subscribe((TableSchema table) -> {
          indexes.getItems().setAll(itself);
          if (table != null) {
            indexes.getItems().addAll(table.indexes().stream().map(Index::name).toList());
          }
          indexes.setValue(itself);
        });
    indexes
        .valueProperty()
        .addListener((_, _, now) ->
            model.indexProperty().set(now == null || now.equals(itself) ? null : now));
    return indexes;
  }

  private HBox foot() {
    Label cost = Controls.label("", "sk-secondary");
    cost.textProperty().bind(model.costProperty());
    Label flaw = Controls.label("", "sk-warning-text");
    flaw.setId("export-flaw");
    flaw.textProperty().bind(model.flawProperty());
    flaw.setMinWidth(0);
    Button start = Controls.primary(Messages.text("transfer.export.start"), Feather.DOWNLOAD, null);
    start.setId("export-start");
    start.disableProperty().bind(model.flawProperty().isNotEmpty());
    start.setOnAction(_ -> model.start());
    file.setOnAction(_ -> model.start());
    var foot = new HBox(12, cost, Controls.spring(), flaw, start);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("sk-transfer-foot");
    return foot;
  }
}
