package dev.sortkey.ui.editor;

import dev.sortkey.core.edit.ItemDiff;
import dev.sortkey.core.snapshot.Comparison;
import dev.sortkey.core.snapshot.Comparison.Difference;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import dev.sortkey.ui.kit.Figures;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The items in which two differ: their keys at the left, and of the one that is chosen each path
/// that differs.
public final class DifferencesDialog extends StackPane {
  private static final double WIDTH = 900;
  private static final double HEIGHT = 420;

  /// @param keys of both
  /// @param left what the left side is called
  /// @param note what else is to be known, or null
  public DifferencesDialog(
      KeySchema keys,
      Comparison comparison,
      String left,
      String right,
      @Nullable String note,
      Runnable closing) {
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    Label counts =
        Controls.label(
            Messages.text(
                "editor.differences.counts",
                comparison.same(),
                comparison.differing(),
                comparison.onlyLeft(),
                left,
                comparison.onlyRight(),
                right),
            "sk-text");
    counts.setId("difference-counts");
    counts.setWrapText(true);
    var detail = new StackPane();
    HBox.setHgrow(detail, Priority.ALWAYS);
    detail.setMinWidth(0);
    var list = new ListView<Difference>();
    list.setId("differences");
    list.getStyleClass().add("sk-difference-list");
    list.setAccessibleText(Messages.text("editor.differences.list"));
    list.setMinWidth(300);
    list.setPrefWidth(300);
    list.setFixedCellSize(28);
    list.setCellFactory(_ -> new Row(keys));
    list.getItems().setAll(comparison.shown());
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(chosen -> {
          if (chosen != null) {
            detail.getChildren().setAll(new DiffView(diff(chosen)));
          }
        });
    list.getSelectionModel().select(0);
    var sides = new HBox(list, detail);
    sides.setPrefHeight(HEIGHT);
    sides.getStyleClass().add("sk-differences");
    var body = new VBox(12, counts, sides);
    if (comparison.shown().size() < comparison.differences()) {
      body.getChildren()
          .add(
              Controls.label(
                  Messages.text(
                      "editor.differences.some",
                      Figures.count(comparison.shown().size()),
                      Figures.count(comparison.differences())),
                  "sk-secondary"));
    }
    if (note != null) {
      body.getChildren().add(Controls.label(note, "sk-secondary"));
    }
    Button close = Controls.button(Messages.text("editor.differences.close"), null, null);
    close.setOnAction(_ -> closing.run());
    var card = new DialogCard(Messages.text("editor.differences.title", left, right), body, close);
    card.setPrefWidth(WIDTH);
    getChildren().add(card);
  }

  /// An item that only one side has is shown whole.
  private static ItemDiff diff(Difference difference) {
    return switch (difference) {
      case Difference.Differs(Item _, Item _, ItemDiff diff) -> diff;
      case Difference.OnlyLeft(Item item) -> ItemDiff.between(item, nothing());
      case Difference.OnlyRight(Item item) -> ItemDiff.between(nothing(), item);
    };
  }

  private static Item nothing() {
    return new Item(new LinkedHashMap<>());
  }

  private static String key(KeySchema keys, Item item) {
    return keys.all().stream()
        .map(KeyAttribute::name)
        .map(name -> glance(item.get(name)))
        .collect(Collectors.joining(" · "));
  }

  private static String glance(@Nullable Attr value) {
    return switch (value) {
      case Attr.S(String text) -> text;
      case Attr.N(String digits) -> digits;
      case Attr.B(var bytes) -> bytes.toBase64();
      case null, default -> "";
    };
  }

  private static final class Row extends ListCell<Difference> {
    private final KeySchema keys;

    Row(KeySchema keys) {
      this.keys = keys;
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Difference difference, boolean empty) {
      super.updateItem(difference, empty);
      if (empty || difference == null) {
        setGraphic(null);
        return;
      }
      String mark =
          switch (difference) {
            case Difference.Differs _ -> "differs";
            case Difference.OnlyLeft _ -> "left";
            case Difference.OnlyRight _ -> "right";
          };
      String colour =
          switch (difference) {
            case Difference.Differs _ -> "sk-warning-text";
            case Difference.OnlyLeft _ -> "sk-error-text";
            case Difference.OnlyRight _ -> "sk-success-text";
          };
      Label key = Controls.label(key(keys, difference.item()), "sk-mono");
      key.setMinWidth(0);
      HBox.setHgrow(key, Priority.ALWAYS);
      key.setMaxWidth(Double.MAX_VALUE);
      Label word = Controls.label(Messages.text("editor.differences.mark." + mark), colour);
      word.setMinWidth(USE_PREF_SIZE);
      var row = new HBox(8, key, word);
      row.setAlignment(Pos.CENTER_LEFT);
      setGraphic(row);
    }
  }
}
