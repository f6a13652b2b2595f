package dev.sortkey.ui.items;

import dev.sortkey.core.query.CostEstimate;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.items.ReadState.Stage;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.KeyHint;
import dev.sortkey.ui.kit.Tip;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// How many rows there are, what they cost, and what is done with those loaded.
final class ResultBar extends HBox {
  private final ResultsViewModel results;
  private final RowsViewModel rows;
  private final Label count = Controls.label("", "sk-result-count");
  private final Label figures = Controls.label("", "sk-secondary");
  private final Label note = Controls.label("", "sk-pill", "sk-result-note");
  private final Button unsort = Controls.icon(Feather.X, Messages.text("items.note.clear"), null);
  private final Button columns =
      Controls.icon(Feather.COLUMNS, Messages.text("items.columns"), null);
  private final Button stop = Controls.button(Messages.text("items.stop"), null, ItemsKeys.CANCEL);
  private final Button all = Controls.button(Messages.text("items.load-all"), null, null);
  private final TextField filter = new TextField();
  private final Button download =
      Controls.icon(Feather.DOWNLOAD, Messages.text("items.export"), ItemsKeys.EXPORT);

  /// @param find opens the bar to find in the rows
  /// @param bulk asks what is to be done to many items
  /// @param export asks what of the rows should go into a file, beside the button
  ResultBar(
      ResultsViewModel results,
      RowsViewModel rows,
      ColumnChooser chooser,
      Runnable find,
      Runnable bulk,
      Consumer<Node> export) {
    super(8);
    this.results = results;
    this.rows = rows;
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("sk-result-bar");
    count.setId("count");
    figures.setId("figures");
    note.setId("note");
    for (Label label : new Label[] {count, note}) {
      label.setMinWidth(USE_PREF_SIZE);
    }
    figures.setMinWidth(40);

    unsort.getStyleClass().add("sk-small");
    unsort.setOnAction(_ -> {
      rows.sortProperty().set(null);
      rows.containingProperty().set("");
    });
    stop.getStyleClass().add("sk-small");
    stop.setId("stop");
    stop.setOnAction(_ -> results.cancel());
    all.getStyleClass().add("sk-small");
    all.setId("load-all");
    all.setTooltip(new Tip(Messages.text("items.load-all.tip")));
    all.setOnAction(_ -> results.loadAll());

    filter.setId("filter-rows");
    filter.getStyleClass().add("sk-bare");
    filter.setPromptText(Messages.text("items.filter-rows"));
    filter.setAccessibleText(Messages.text("items.filter-rows"));
    filter.setTooltip(
        new Tip(Messages.text("items.filter-rows.tip", KeyHint.words(ItemsKeys.FILTER))));
    filter.setPrefWidth(122);
    filter.textProperty().bindBidirectional(rows.containingProperty());
    var box = new HBox(6, Icons.small(Feather.FILTER), filter);
    box.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().addAll("sk-field-box", "sk-small");
    box.setMinWidth(110);

    Button search = Controls.icon(Feather.SEARCH, Messages.text("items.find"), ItemsKeys.FIND);
    search.getStyleClass().add("sk-small");
    search.setId("find-open");
    search.setOnAction(_ -> find.run());

    columns.getStyleClass().add("sk-small");
    columns.setId("columns");
    columns.setOnAction(_ -> chooser.show(columns));

    Button many = Controls.icon(Feather.EDIT_3, Messages.text("items.bulk"), ItemsKeys.BULK);
    many.getStyleClass().add("sk-small");
    many.setId("bulk");
    many.setOnAction(_ -> bulk.run());

    download.getStyleClass().add("sk-small");
    download.setId("export");
    download.setOnAction(_ -> export.accept(download));

    getChildren()
        .addAll(
            count,
            figures,
            note,
            unsort,
            Controls.spring(),
            stop,
            all,
            box,
            search,
            columns,
            many,
            Controls.explained(download, Messages.text("items.export.nothing")));
    InvalidationListener changed = _ -> draw();
    results.stateProperty().addListener(changed);
    results.liveProperty().addListener(changed);
    results.busyProperty().addListener(changed);
    results.loadingAllProperty().addListener(changed);
    draw();
  }

  void chooseColumns() {
    columns.fire();
  }

  void export() {
    download.fire();
  }

  void focusFilter() {
    filter.requestFocus();
    filter.selectAll();
  }

  /// The estimate beside what was used, once the read is over.
  private String expected(ReadState state) {
    CostEstimate estimate = results.estimate();
    return estimate == null || state.stage() != Stage.COMPLETE
        ? ""
        : Messages.text("items.figures.estimated", Costs.range(estimate));
  }

  /// Draws anew after the rows or their order changed.
  void draw() {
    ReadState state = results.stateProperty().get();
    ResultsViewModel.Live live = results.liveProperty().get();
    boolean busy = results.busyProperty().get();
    boolean ever = state.stage() != Stage.NONE;
    long shown = state.count();
    count.setText(ever ? Messages.text("items.count", shown) : "");
    if (busy && live != null) {
      figures.setText(
          Messages.text("items.live", live.scanned(), live.matched(), Costs.units(live.units())));
    } else if (ever) {
      figures.setText(
          Messages.text(
                  "items.figures",
                  state.scanned(),
                  Costs.units(state.readUnits()),
                  Costs.time(state.time()))
              + expected(state));
    } else {
      figures.setText("");
    }
    download.setDisable(results.plan() == null);
    Controls.show(count, ever);
    String words = rows.note();
    note.setText(words);
    Controls.show(note, !words.isEmpty());
    Controls.show(unsort, !words.isEmpty());
    Controls.show(stop, busy);
    Controls.show(all, !busy && (state.stage() == Stage.MORE || state.stage() == Stage.STOPPED));
  }
}
