package dev.sortkey.ui.transfer;

import dev.sortkey.core.text.Messages;
import dev.sortkey.core.transfer.Export;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Segmented;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Destination;
import dev.sortkey.ui.workbench.Panel;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Exports and imports: one form at a time, and below it all that runs or was stopped.
public final class TransfersPanel implements Panel {
  private enum Side {
    EXPORT,
    IMPORT
  }

  private final ExportView exporting;
  private final ImportView importing;
  private final ExportViewModel exports;
  private final ImportViewModel imports;
  private final Segmented<Side> side;
  private final BorderPane root = new BorderPane();

  public TransfersPanel(Desk desk, Destination.Transfers place) {
    var transfers =
        new TransfersViewModel(
            desk.session(),
            desk.tables(),
            desk.work(),
            desk.store().imports(),
            desk.workbench()::toast);
    exports = new ExportViewModel(transfers);
    imports = new ImportViewModel(transfers, desk.session().connection().id(), desk.work());
    exporting = new ExportView(desk, exports);
    importing = new ImportView(desk, imports, transfers);
    side =
        new Segmented<>(
            List.of(Side.values()), each -> Messages.text("transfer.side." + each), Side.EXPORT);
    side.setId("transfer-side");
    side.valueProperty()
        .subscribe(now -> {
          Controls.show(exporting, now == Side.EXPORT);
          Controls.show(importing, now == Side.IMPORT);
        });
    var head = new HBox(16, Controls.label(Messages.text("transfer.title"), "sk-page"), side);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("sk-page-head");
    root.setTop(head);
    var cards = new VBox(exporting, importing, new TransferList(desk, transfers));
    cards.getStyleClass().add("sk-cards");
    var scroll = new ScrollPane(cards);
    scroll.setFitToWidth(true);
    root.setCenter(scroll);
    go(place);
  }

  @Override
  public void go(Destination destination) {
    if (destination instanceof Destination.Transfers(Export.Source source) && source != null) {
      side.valueProperty().set(Side.EXPORT);
      exporting.give(source);
    }
  }

  @Override
  public Destination place(Destination opened) {
    return new Destination.Transfers();
  }

  @Override
  public ObservableValue<String> title() {
    return new SimpleStringProperty(Messages.text("transfer.title"));
  }

  @Override
  public Feather icon() {
    return Feather.REPEAT;
  }

  @Override
  public Parent node() {
    return root;
  }

  @Override
  public ObservableValue<Boolean> unsaved() {
    return new SimpleBooleanProperty(false);
  }

  @Override
  public void shown() {
    if (side.valueProperty().get() == Side.EXPORT) {
      exporting.focusFirst();
    } else {
      importing.focusFirst();
    }
  }

  @Override
  public void closed() {
    imports.close();
    exporting.close();
    importing.close();
  }
}
