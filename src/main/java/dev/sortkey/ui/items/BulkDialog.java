package dev.sortkey.ui.items;

import dev.sortkey.core.bulk.BulkEdit.Effect;
import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.ItemDiff;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.ui.items.BulkDraft.Kind;
import dev.sortkey.ui.items.BulkViewModel.Line;
import dev.sortkey.ui.items.BulkViewModel.Preview;
import dev.sortkey.ui.items.BulkViewModel.Scope;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import dev.sortkey.ui.kit.EmptyState;
import dev.sortkey.ui.kit.Segmented;
import dev.sortkey.ui.kit.TypeBadge;
import dev.sortkey.ui.kit.grid.CellText;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Asks what is to be done to many items, shows what would come of those that are loaded, and
/// stages it or runs it.
final class BulkDialog {
  private static final double WIDTH = 820;
  private static final double HEIGHT = 300;

  private final BulkViewModel model;
  private final BulkDraft draft;
  private final BulkRunPane pane;
  private final DialogCard node;
  private final TextField value = field("bulk-value");
  private final TextField pattern = field("bulk-pattern");
  private final ComboBox<AttrType> type = new ComboBox<>();
  private final CheckBox regex = new CheckBox(Messages.text("items.bulk.regex"));
  private final Label flaw = Controls.label("", "sk-error-text");
  private final Label sum = Controls.label("", "sk-strong");
  private final ListView<Line> lines = new ListView<>();
  private final Button stage;

  /// @param staged told how many changes were staged
  BulkDialog(BulkViewModel model, IntConsumer staged, Runnable close) {
    this.model = model;
    draft = model.draft();
    pane = new BulkRunPane(model.run(), model::runAll);
    stage = Controls.primary(Messages.text("items.bulk.stage", 0), null, null);
    stage.setId("bulk-stage");
    stage.setOnAction(_ -> {
      int count = model.stage();
      if (count >= 0) {
        close.run();
        staged.accept(count);
      }
    });
    Button cancel = Controls.button(Messages.text("items.bulk.close"), null, null);
    cancel.setId("bulk-close");
    cancel.setOnAction(_ -> {
      model.close();
      close.run();
    });
    node =
        new DialogCard(
            Messages.text("items.bulk.title", model.table().name()),
            body(),
            cancel,
            pane.pause(),
            stage,
            pane.run());
    node.setPrefWidth(WIDTH);
    draft.kindProperty().subscribe(_ -> draw());
    model.scopeProperty().subscribe(_ -> draw());
    model.previewProperty().subscribe(_ -> draw());
    model.flawProperty().subscribe(_ -> draw());
  }

  Node node() {
    return node;
  }

  private Node body() {
    var scopes =
        new Segmented<>(
            Arrays.stream(Scope.values())
                .filter(one -> one != Scope.SELECTED || model.count(Scope.SELECTED) > 0)
                .filter(one -> one != Scope.RESULT || model.reachesBeyond())
                .toList(),
            one -> Messages.text("items.bulk.scope." + one, model.count(one)),
            model.scopeProperty().get());
    scopes.setId("bulk-scope");
    scopes.valueProperty().bindBidirectional(model.scopeProperty());
    var kinds = new ComboBox<Kind>();
    kinds.setId("bulk-kind");
    kinds.getItems().setAll(Kind.values());
    kinds.setConverter(words(kind -> Messages.text("items.bulk.kind." + kind)));
    kinds.valueProperty().bindBidirectional(draft.kindProperty());
    TextField path = field("bulk-path");
    path.setPromptText(Messages.text("items.bulk.path"));
    path.setAccessibleText(Messages.text("items.bulk.path"));
    path.textProperty().bindBidirectional(draft.pathProperty());
    path.disableProperty().bind(draft.kindProperty().isEqualTo(Kind.DELETE));
    path.setPrefWidth(190);
    type.setId("bulk-type");
    type.getItems().setAll(AttrType.values());
    type.setConverter(words(TypeBadge::typeName));
    type.valueProperty().bindBidirectional(draft.typeProperty());
    value.textProperty().bindBidirectional(draft.valueProperty());
    pattern.textProperty().bindBidirectional(draft.patternProperty());
    pattern.setPromptText(Messages.text("items.bulk.pattern"));
    pattern.setAccessibleText(Messages.text("items.bulk.pattern"));
    regex.selectedProperty().bindBidirectional(draft.regexProperty());
    HBox.setHgrow(value, Priority.ALWAYS);
    HBox.setHgrow(pattern, Priority.ALWAYS);
    var line = new HBox(8, kinds, path, type, pattern, value, regex);
    line.setAlignment(Pos.CENTER_LEFT);
    regex.setMinWidth(Region.USE_PREF_SIZE);
    kinds.setMinWidth(Region.USE_PREF_SIZE);
    flaw.setId("bulk-flaw");
    flaw.setWrapText(true);
    sum.setId("bulk-sum");
    lines.setId("bulk-preview");
    lines.getStyleClass().add("sk-review-list");
    lines.setPrefHeight(HEIGHT);
    lines.setFixedCellSize(28);
    lines.setCellFactory(_ -> new Row());
    lines.setAccessibleText(Messages.text("items.bulk.preview"));
    lines.setPlaceholder(
        new EmptyState(
            Feather.EYE,
            Messages.text("items.bulk.nothing"),
            Messages.text("items.bulk.nothing.detail"),
            null));
    return new VBox(10, scopes, line, flaw, sum, lines, pane);
  }

  private void draw() {
    Kind kind = draft.kindProperty().get();
    boolean typed = kind == Kind.SET || kind == Kind.APPEND || kind == Kind.CONVERT;
    Controls.show(type, typed);
    Controls.show(pattern, kind == Kind.REPLACE);
    Controls.show(regex, kind == Kind.REPLACE);
    boolean valued = kind != Kind.REMOVE && kind != Kind.CONVERT && kind != Kind.DELETE;
    Controls.show(value, valued);
    if (valued) {
      value.setPromptText(Messages.text("items.bulk.value." + kind));
      value.setAccessibleText(value.getPromptText());
    }
    String wrong = model.flawProperty().get();
    flaw.setText(wrong == null ? "" : wrong);
    Controls.show(flaw, wrong != null);
    Preview preview = model.previewProperty().get();
    sum.setText(
        preview == null
            ? ""
            : Messages.text(
                "items.bulk.sum",
                preview.looked(),
                preview.changed(),
                preview.same(),
                preview.unfit()));
    Controls.show(sum, preview != null);
    lines.getItems().setAll(preview == null ? List.of() : preview.shown());
    boolean whole = model.scopeProperty().get() == Scope.RESULT;
    pane.show(whole, wrong == null);
    Controls.show(stage, !whole);
    stage.setText(Messages.text("items.bulk.stage", preview == null ? 0 : preview.changed()));
    stage.setDisable(preview == null || preview.changed() == 0);
  }

  private static TextField field(String id) {
    var field = new TextField();
    field.setId(id);
    field.getStyleClass().add("sk-mono");
    return field;
  }

  private static <T> StringConverter<T> words(Function<T, String> text) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable T one) {
        return one == null ? "" : text.apply(one);
      }

      @Override
      public T fromString(String string) {
        throw new UnsupportedOperationException("chosen, not typed");
      }
    };
  }

  /// One item and what comes of it.
  private final class Row extends ListCell<Line> {
    Row() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
      super.updateItem(line, empty);
      if (line == null || empty) {
        setGraphic(null);
        return;
      }
      Label key = Controls.label(model.key(line.item()), "sk-mono");
      key.setMinWidth(220);
      key.setMaxWidth(220);
      Label effect =
          switch (line.effect()) {
            case Effect.Unfit(String why) -> Controls.label(why, "sk-warning-text");
            case Effect.Same _ -> Controls.label("", "sk-secondary");
            case Effect.Changed(Change change) -> Controls.label(words(change), "sk-mono-small");
          };
      effect.setMinWidth(0);
      var box = new HBox(12, key, effect);
      box.setAlignment(Pos.CENTER_LEFT);
      box.setMinHeight(20);
      setGraphic(box);
    }

    private static String words(Change change) {
      if (change instanceof Change.Delete) {
        return Messages.text("items.bulk.goes");
      }
      ItemDiff.PathChange first = change.diff().changes().getFirst();
      return Messages.text(
          "items.bulk.becomes", first.path(), value(first.before()), value(first.after()));
    }

    private static String value(@Nullable Attr value) {
      return value == null ? Messages.text("items.bulk.absent") : CellText.of(value).line();
    }
  }
}
