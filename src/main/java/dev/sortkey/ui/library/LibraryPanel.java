package dev.sortkey.ui.library;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.ProblemBanner;
import dev.sortkey.ui.kit.Segmented;
import dev.sortkey.ui.library.LibraryViewModel.Shelf;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Panel;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What was run on this connection, and what was saved to be run again.
public final class LibraryPanel implements Panel {
  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

  private final Desk desk;
  private final LibraryViewModel model;
  private final VBox root = new VBox();
  private final TextField search = new TextField();
  private final KeptTable table;

  public LibraryPanel(Desk desk) {
    this.desk = desk;
    this.model = new LibraryViewModel(desk);
    this.table = new KeptTable(model);
    var banner = new ProblemBanner(_ -> model.reload());
    model.problemProperty().addListener((_, _, now) -> banner.show(now));
    VBox.setVgrow(table.node(), Priority.ALWAYS);
    root.getChildren().addAll(head(), banner, table.node(), new KeptView(desk, model).node());
    root.setOnKeyPressed(event -> {
      if (FIND.match(event)) {
        search.requestFocus();
        event.consume();
      }
    });
  }

  private HBox head() {
    var shelf =
        new Segmented<>(
            List.of(Shelf.values()),
            one -> Messages.text("library.shelf." + one),
            model.shelfProperty().get());
    shelf.valueProperty().bindBidirectional(model.shelfProperty());
    shelf.setId("shelf");
    Label count = Controls.label("", "sk-secondary");
    model
        .rows()
        .subscribe(() ->
            count.setText(Messages.text("library.count", model.rows().size(), model.count())));
    search.setId("library-search");
    search.setPromptText(Messages.text("library.search"));
    search.setAccessibleText(Messages.text("library.search"));
    search.textProperty().bindBidirectional(model.searchProperty());
    HBox field = Controls.searchField(search, FIND);
    field.setPrefWidth(280);
    var everywhere = new CheckBox(Messages.text("library.everywhere"));
    everywhere.selectedProperty().bindBidirectional(model.everywhereProperty());
    Button share = Controls.button(Messages.text("library.share"), Feather.FOLDER_PLUS, null);
    share.setId("share-folder");
    share.setOnAction(_ ->
        desk.workbench()
            .files()
            .folder(Messages.text("library.share.choose"))
            .ifPresent(model::share));
    Button clear = Controls.flat(Messages.text("library.clear"), null, null);
    clear.setOnAction(_ -> model.clearHistory());
    model
        .shelfProperty()
        .subscribe(now -> {
          boolean history = now == Shelf.HISTORY;
          Controls.show(everywhere, history);
          Controls.show(clear, history);
          Controls.show(share, !history);
        });
    var head =
        new HBox(
            12,
            Controls.label(Messages.text("library.title"), "sk-page"),
            shelf,
            count,
            Controls.spring(),
            everywhere,
            share,
            clear,
            field);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("sk-page-head");
    return head;
  }

  @Override
  public ObservableValue<String> title() {
    return new SimpleStringProperty(Messages.text("library.title"));
  }

  @Override
  public Feather icon() {
    return Feather.BOOK_OPEN;
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
    model.reload();
    search.requestFocus();
  }

  @Override
  public void closed() {
    model.close();
  }
}
