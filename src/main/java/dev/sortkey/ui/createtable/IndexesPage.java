package dev.sortkey.ui.createtable;

import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.TableRules;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// The step of the secondary indexes: a card for each.
final class IndexesPage extends VBox {
  private final TableForm form;
  private final Fields fields;

  /// What the cards at hand follow; they are built anew with each index that comes or goes.
  private Subscription watched = Subscription.EMPTY;

  IndexesPage(TableForm form, Fields fields) {
    super(8);
    getStyleClass().add("sk-wizard-content");
    this.form = form;
    this.fields = fields;
    form.indexes().addListener((ListChangeListener<IndexForm>) _ -> build());
    form.capacity().onDemandProperty().addListener(_ -> build());
    build();
  }

  private void build() {
    fields.forget("index");
    watched.unsubscribe();
    watched = Subscription.EMPTY;
    getChildren()
        .setAll(
            Controls.label(Step.INDEXES.title(), "sk-section"),
            Pages.hint("createtable.indexes.lead"),
            section(Index.Kind.GSI));
    cards(Index.Kind.GSI);
    HBox local = section(Index.Kind.LSI);
    VBox.setMargin(local, new Insets(12, 0, 0, 0));
    getChildren().add(local);
    cards(Index.Kind.LSI);
    fields.refresh();
  }

  private HBox section(Index.Kind kind) {
    boolean global = kind == Index.Kind.GSI;
    String key = "createtable." + kind.name().toLowerCase(Locale.ROOT);
    int most = global ? TableRules.MOST_GSIS : TableRules.MOST_LSIS;
    Button add = Controls.button(Messages.text(key + ".add"), Feather.PLUS, null);
    add.setId(global ? "add-gsi" : "add-lsi");
    add.setOnAction(_ -> show(form.addIndex(kind)));
    add.setDisable(form.count(kind) >= most);
    Label title = Controls.label(Messages.text(key + ".title"), "sk-strong");
    Label count =
        Controls.label(Messages.text("createtable.of", form.count(kind), most), "sk-pill");
    title.setMinWidth(USE_PREF_SIZE);
    count.setMinWidth(USE_PREF_SIZE);
    var row =
        new HBox(
            8,
            title,
            count,
            Controls.label(global ? "" : Messages.text("createtable.lsi.hint"), "sk-secondary"),
            Controls.spring(),
            Controls.explained(add, Messages.text("createtable.index.full", most)));
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void cards(Index.Kind kind) {
    for (int i = 0; i < form.indexes().size(); i++) {
      IndexForm index = form.indexes().get(i);
      if (index.kind() == kind) {
        var card =
            new IndexCard(
                form, fields, index, "index[" + i + "]", () -> show(form.duplicate(index)));
        watched = watched.and(form.revisionProperty().subscribe(card::refresh));
        getChildren().add(card);
      }
    }
  }

  /// Puts the focus into a new card.
  private void show(IndexForm index) {
    for (Node child : getChildren()) {
      if (child instanceof IndexCard card && card.isFor(index)) {
        applyCss();
        card.focusFirst();
      }
    }
  }
}
