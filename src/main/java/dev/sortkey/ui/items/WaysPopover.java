package dev.sortkey.ui.items;

import dev.sortkey.core.query.Way;
import dev.sortkey.core.query.Ways;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Figures;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.KeyHint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import org.kordamp.ikonli.feather.Feather;

/// All ways to read what is asked, beneath the plan line: the one that is taken, the others, and
/// what cannot be used and why.
final class WaysPopover {
  private static final double WIDEST = 1_020;
  private static final double MARGIN = 12;
  private static final double HIGHEST = 400;
  private static final double ROW = 65;

  /// What stands above and below the list.
  private static final double AROUND = 150;

  private final QueryViewModel query;
  private final ReadLimit limit;
  private final Runnable sent;
  private final Popup popup = new Popup();
  private final VBox rows = new VBox();
  private List<WayRow> usable = List.of();
  private int at;

  /// @param sent shows what is sent
  WaysPopover(QueryViewModel query, ReadLimit limit, Runnable sent) {
    this.query = query;
    this.limit = limit;
    this.sent = sent;
    popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_LEFT);
    // It is laid out to fit the window; kept on its screen, shadow and all, it would leave its
    // line.
    popup.setAutoFix(false);
    popup.setAutoHide(true);
    popup.setHideOnEscape(true);
    popup.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  boolean isShowing() {
    return popup.isShowing();
  }

  void hide() {
    popup.hide();
  }

  void show(Region anchor) {
    QueryViewModel.Preview preview = query.previewProperty().get();
    Ways ways = preview.ways();
    if (ways == null || preview.way() == null) {
      return;
    }
    lay(ways, preview.way());
    double room =
        anchor.getScene().getHeight()
            - anchor.localToScene(anchor.getBoundsInLocal()).getMaxY()
            - AROUND;
    var content = new VBox(head(), list(ways.ranked().size(), room));
    if (ways.advice() != null) {
      content.getChildren().add(advice(ways.advice()));
    }
    content.getChildren().add(foot());
    content.getStyleClass().addAll("sk-popup", "sk-ways");
    content.setId("ways");
    content.setPrefWidth(Math.min(WIDEST, anchor.getWidth() - 2 * MARGIN));
    popup.getContent().setAll(content);
    Bounds here = anchor.localToScreen(anchor.getBoundsInLocal());
    popup.show(anchor, here.getMinX() + MARGIN, here.getMaxY() + 2);
    rows.requestFocus();
  }

  /// Shows the ways anew while the list is open, as when a read taught something.
  void refresh() {
    QueryViewModel.Preview preview = query.previewProperty().get();
    if (popup.isShowing() && preview.ways() != null && preview.way() != null) {
      lay(preview.ways(), preview.way());
    } else {
      popup.hide();
    }
  }

  private Node list(int count, double room) {
    double most = Math.clamp(room, 2 * ROW, HIGHEST);
    if (count * ROW <= most) {
      return rows;
    }
    var scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("sk-ways-list");
    scroll.setPrefHeight(most);
    return scroll;
  }

  private void lay(Ways ways, Way.Usable taken) {
    double most =
        ways.usable().stream()
            .map(way -> way.cost().high())
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(0);
    List<WayRow> all = new ArrayList<>();
    for (Way way : ways.ranked()) {
      all.add(new WayRow(query.table(), way, way == taken, most));
    }
    usable = all.stream().filter(row -> row.way() instanceof Way.Usable).toList();
    usable.forEach(row -> row.setOnMouseClicked(_ -> take(row)));
    at = 0;
    for (int i = 0; i < usable.size(); i++) {
      at = usable.get(i).way() == taken ? i : at;
    }
    rows.getChildren().setAll(all);
    rows.setFocusTraversable(true);
    mark();
  }

  private Node head() {
    TableSchema table = query.table();
    Button request = Controls.flat(Messages.text("items.sent"), Feather.CODE, null);
    request.setId("what-is-sent");
    request.getStyleClass().add("sk-small");
    request.setOnAction(_ -> {
      popup.hide();
      sent.run();
    });
    long average = table.itemCount() == 0 ? 0 : table.sizeBytes() / table.itemCount();
    var head =
        new HBox(
            12,
            Controls.label(Messages.text("items.ways.title"), "sk-section"),
            Controls.label(
                Messages.text(
                    "items.ways.from", table.itemCount(), bytes(table.sizeBytes()), bytes(average)),
                "sk-secondary"),
            Controls.spring(),
            request);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("sk-ways-head");
    return head;
  }

  private static String bytes(long bytes) {
    return Figures.bytes(bytes);
  }

  private static Node advice(String text) {
    Label words = Controls.label(text, "sk-secondary");
    words.setWrapText(true);
    var line = new HBox(8, Icons.of(Feather.ZAP), words);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("sk-ways-advice");
    line.setId("advice");
    return line;
  }

  private Node foot() {
    var field = new TextField(Costs.units(limit.get()));
    field.setId("read-limit");
    field.getStyleClass().add("sk-mono");
    field.setPrefWidth(64);
    field.setAccessibleText(Messages.text("items.limit.field"));
    field.textProperty().addListener((_, _, now) -> limit.typed(now));
    var keys =
        new HBox(
            6,
            new KeyHint(new KeyCodeCombination(KeyCode.UP)),
            new KeyHint(new KeyCodeCombination(KeyCode.DOWN)),
            Controls.label(Messages.text("items.ways.choose"), "sk-secondary"),
            new KeyHint(new KeyCodeCombination(KeyCode.ENTER)),
            Controls.label(Messages.text("items.ways.use"), "sk-secondary"));
    keys.setAlignment(Pos.CENTER_LEFT);
    var foot =
        new HBox(
            8,
            Icons.of(Feather.INFO),
            Controls.label(Messages.text("items.limit.before"), "sk-secondary"),
            field,
            Controls.label(Messages.text("items.limit.after"), "sk-secondary"),
            Controls.spring(),
            keys);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("sk-ways-foot");
    return foot;
  }

  private void key(KeyEvent event) {
    boolean typing = event.getTarget() instanceof TextField;
    switch (event.getCode()) {
      case DOWN -> at = Math.min(at + 1, usable.size() - 1);
      case UP -> at = Math.max(at - 1, 0);
      case ENTER -> {
        if (typing) {
          popup.hide();
        } else {
          take(usable.get(at));
        }
      }
      default -> {
        return;
      }
    }
    mark();
    event.consume();
  }

  private void mark() {
    for (int i = 0; i < usable.size(); i++) {
      usable.get(i).getStyleClass().remove("sk-at");
      if (i == at) {
        usable.get(i).getStyleClass().add("sk-at");
      }
    }
  }

  private void take(WayRow row) {
    popup.hide();
    Ways ways = query.previewProperty().get().ways();
    if (row.way() instanceof Way.Usable way && ways != null) {
      if (ways.best().filter(best -> best == way).isPresent()) {
        query.takeBest();
      } else {
        query.take(way);
      }
    }
  }
}
