package dev.sortkey.ui.transfer;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Card;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.EmptyState;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.Tip;
import dev.sortkey.ui.workbench.Desk;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What runs, what was stopped and what is done.
final class TransferList extends VBox {
  private final Desk desk;
  private final TransfersViewModel model;
  private final VBox rows = new VBox();

  TransferList(Desk desk, TransfersViewModel model) {
    this.desk = desk;
    this.model = model;
    rows.setId("transfers");
    rows.getStyleClass().add("sk-transfer-rows");
    var card = new Card(Messages.text("transfer.list"));
    card.setContent(rows);
    getChildren().add(card);
    model.transfers().subscribe(this::fill);
    fill();
  }

  private void fill() {
    rows.getChildren().setAll(model.transfers().stream().map(this::row).toList());
    if (rows.getChildren().isEmpty()) {
      rows.getChildren()
          .add(
              new EmptyState(
                  Feather.REPEAT,
                  Messages.text("transfer.list.empty.title"),
                  Messages.text("transfer.list.empty.detail"),
                  null));
    }
  }

  private Node row(Transfer transfer) {
    Label title = Controls.label(transfer.title(), "sk-medium");
    Label detail = Controls.label("", "sk-secondary");
    detail.textProperty().bind(transfer.detailProperty());
    detail.setWrapText(true);
    var words = new VBox(2, title, detail);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    var bar = new ProgressBar();
    bar.setPrefWidth(140);
    bar.setMinWidth(140);
    bar.progressProperty().bind(transfer.partProperty());
    Label state = Controls.label("", "sk-transfer-state");
    state.setMinWidth(USE_PREF_SIZE);
    Button stop = Controls.button(Messages.text("transfer.stop"), null, null);
    stop.setOnAction(_ -> {
      transfer.stop();
      stop.setDisable(true);
      stop.setText(Messages.text("transfer.stopping"));
    });
    Button goOn = Controls.button(Messages.text("transfer.go-on"), Feather.PLAY, null);
    goOn.setId("go-on");
    goOn.setOnAction(_ -> {
      if (!desk.refusesWrite()) {
        model.goOn(transfer);
      }
    });
    Button forget = Controls.icon(Feather.X, Messages.text("transfer.forget"), null);
    forget.setOnAction(_ -> model.forget(transfer));
    var icon = Icons.of(transfer.isExport() ? Feather.DOWNLOAD : Feather.UPLOAD);
    var row = new HBox(12, icon, words, bar, state, stop, desk.writing(goOn), forget);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("sk-transfer-row");
    transfer
        .stateProperty()
        .subscribe(now -> {
          boolean running = now == Transfer.State.RUNNING;
          Controls.show(bar, running);
          Controls.show(stop, running);
          Controls.show(goOn, now == Transfer.State.STOPPED);
          Controls.show(forget, !running);
          state.setText(Messages.text("transfer.state." + now));
          Controls.show(state, !running);
          state.getStyleClass().removeAll("sk-success", "sk-warning", "sk-danger");
          state
              .getStyleClass()
              .add(
                  switch (now) {
                    case DONE -> "sk-success";
                    case RUNNING, STOPPED -> "sk-warning";
                    case FAILED -> "sk-danger";
                  });
          state.setTooltip(running ? null : new Tip(transfer.title()));
        });
    return row;
  }
}
