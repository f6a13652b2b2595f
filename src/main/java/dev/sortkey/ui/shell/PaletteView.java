package dev.sortkey.ui.shell;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.KeyHint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;

/// The command palette: type a few letters, arrow to the line, Enter.
final class PaletteView extends VBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final PaletteViewModel model;
  private final Runnable close;
  private final VBox list = new VBox();
  private final ScrollPane scroll = new ScrollPane(list);
  private final List<Node> lines = new ArrayList<>();
  private final TextField field = new TextField();

  /// @param place the connection whose tables are listed
  PaletteView(PaletteViewModel model, String place, Runnable close) {
    this.model = model;
    this.close = close;
    setId("palette");
    getStyleClass().addAll("sk-popup", "sk-palette");
    setPrefWidth(640);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    field.setId("palette-field");
    field.getStyleClass().add("sk-bare");
    field.setPromptText(Messages.text("shell.palette.prompt"));
    field.setAccessibleText(Messages.text("shell.palette.prompt"));
    field.textProperty().bindBidirectional(model.queryProperty());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    HBox.setHgrow(field, Priority.ALWAYS);
    Label where = Controls.label(place, "sk-secondary");
    where.setMinWidth(USE_PREF_SIZE);
    var head = new HBox(10, Icons.of(Feather.SEARCH), field, where);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("sk-palette-head");
    list.getStyleClass().add("sk-palette-list");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.setMaxHeight(410);
    scroll.setMinHeight(0);
    getChildren().addAll(head, scroll, foot());
    ListChangeListener<PaletteViewModel.Hit> changed = _ -> rebuild();
    model.hits().addListener(changed);
    model.selectedProperty().subscribe(this::mark);
    rebuild();
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case KeyCode.DOWN -> model.step(1);
      case KeyCode.UP -> model.step(-1);
      case KeyCode.ESCAPE -> close.run();
      case KeyCode.ENTER -> take();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void take() {
    if (!model.hits().isEmpty()) {
      close.run();
      model.run();
    }
  }

  private void rebuild() {
    lines.clear();
    list.getChildren().clear();
    PaletteEntry.Group group = null;
    for (int i = 0; i < model.hits().size(); i++) {
      PaletteViewModel.Hit hit = model.hits().get(i);
      if (hit.entry().group() != group) {
        group = hit.entry().group();
        list.getChildren().add(heading(group));
      }
      Node line = line(hit, i);
      lines.add(line);
      list.getChildren().add(line);
    }
    if (lines.isEmpty()) {
      Label none = Controls.label(Messages.text("shell.palette.none"), "sk-muted");
      none.getStyleClass().add("sk-palette-none");
      list.getChildren().add(none);
    }
    mark();
  }

  private static Node heading(PaletteEntry.Group group) {
    return Controls.label(
        Messages.text("shell.palette.group." + group.name().toLowerCase(Locale.ROOT)),
        "sk-palette-group");
  }

  private Node line(PaletteViewModel.Hit hit, int index) {
    PaletteEntry entry = hit.entry();
    Label detail = Controls.label(entry.detail(), "sk-secondary");
    detail.setMinWidth(0);
    var bar = new StackPane();
    bar.getStyleClass().add("sk-current-bar");
    var row =
        new HBox(
            10,
            Icons.of(entry.icon()),
            title(entry.title(), hit.match()),
            detail,
            Controls.spring());
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("sk-palette-line");
    if (entry.shortcut() != null) {
      row.getChildren().add(new KeyHint(entry.shortcut().keys()));
    }
    var line = new StackPane(row, bar);
    StackPane.setAlignment(bar, Pos.CENTER_LEFT);
    line.setAccessibleRole(AccessibleRole.LIST_ITEM);
    line.setAccessibleText(entry.title() + " " + entry.detail());
    line.setOnMouseClicked(_ -> {
      model.selectedProperty().set(index);
      take();
    });
    line.getStyleClass().add("sk-palette-row");
    return line;
  }

  private static Node title(String title, Matching.Match match) {
    var flow = new TextFlow();
    int at = 0;
    for (Matching.Span span : match.spans()) {
      piece(flow, title.substring(at, span.from()), "sk-palette-title");
      piece(flow, title.substring(span.from(), span.to()), "sk-palette-hit");
      at = span.to();
    }
    piece(flow, title.substring(at), "sk-palette-title");
    flow.setMinWidth(USE_PREF_SIZE);
    flow.setMaxHeight(USE_PREF_SIZE);
    return flow;
  }

  private static void piece(TextFlow flow, String text, String styleClass) {
    if (!text.isEmpty()) {
      var piece = new Text(text);
      piece.getStyleClass().add(styleClass);
      flow.getChildren().add(piece);
    }
  }

  private void mark() {
    int selected = model.selectedProperty().get();
    for (int i = 0; i < lines.size(); i++) {
      lines.get(i).pseudoClassStateChanged(SELECTED, i == selected);
    }
    if (selected < lines.size()) {
      field.setAccessibleHelp(lines.get(selected).getAccessibleText());
      reveal(lines.get(selected));
    }
  }

  private void reveal(Node line) {
    double height = scroll.getViewportBounds().getHeight();
    double hidden = list.getHeight() - height;
    if (hidden > 0) {
      double at = scroll.getVvalue() * hidden;
      double from = line.getBoundsInParent().getMinY();
      double to = line.getBoundsInParent().getMaxY() - height;
      scroll.setVvalue(Math.min(from, Math.max(to, at)) / hidden);
    }
  }

  private static Node foot() {
    var foot =
        new HBox(
            16,
            hint("shell.palette.move", KeyCode.UP, KeyCode.DOWN),
            hint("shell.palette.open", KeyCode.ENTER),
            hint("shell.palette.close", KeyCode.ESCAPE));
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("sk-palette-foot");
    return foot;
  }

  private static Node hint(String text, KeyCode... codes) {
    var box = new HBox(3);
    box.setAlignment(Pos.CENTER_LEFT);
    for (KeyCode code : codes) {
      box.getChildren().add(new KeyHint(new KeyCodeCombination(code)));
    }
    Label label = Controls.label(Messages.text(text), "sk-secondary");
    label.getStyleClass().add("sk-hint-text");
    box.getChildren().add(label);
    return box;
  }
}
