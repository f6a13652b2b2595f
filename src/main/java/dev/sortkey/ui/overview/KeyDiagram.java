package dev.sortkey.ui.overview;

import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.KeyLine;
import dev.sortkey.ui.kit.Tip;
import dev.sortkey.ui.kit.TypeBadge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.kordamp.ikonli.feather.Feather;

/// The table at the left with its key, and beside it each index with its own: the ways to the
/// items.
final class KeyDiagram extends Region {
  private static final double TABLE = 208;
  private static final double GAP = 48;
  private static final double BETWEEN = 8;
  private static final double ARROW = 4;

  private final VBox table = new VBox();
  private final List<Region> boxes = new ArrayList<>();
  private final Path lines = new Path();

  KeyDiagram() {
    getStyleClass().add("sk-diagram");
    lines.getStyleClass().add("sk-diagram-lines");
    lines.setManaged(false);
    table.getStyleClass().addAll("sk-diagram-box", "sk-diagram-table");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
  }

  void show(TableSchema schema) {
    table.getChildren().setAll(name(schema));
    keys("overview.partition", schema.keys().partition());
    keys("overview.sort", schema.keys().sort());
    boxes.clear();
    schema.indexes().stream()
        .sorted(Comparator.comparing(Index::kind).thenComparing(Index::name))
        .forEach(index -> boxes.add(box(index)));
    lines.setVisible(!boxes.isEmpty());
    if (boxes.isEmpty()) {
      boxes.add(none());
    }
    getChildren().setAll(lines, table);
    getChildren().addAll(boxes);
    setAccessibleText(spoken(schema));
    requestLayout();
  }

  private static HBox name(TableSchema schema) {
    Label name = Controls.label(schema.name(), "sk-strong");
    name.setTooltip(new Tip(schema.name()));
    var head = new HBox(6, Icons.of(Feather.LAYOUT), name);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("sk-diagram-head");
    return head;
  }

  private void keys(String role, List<KeyAttribute> keys) {
    for (KeyAttribute key : keys) {
      Label name = Controls.label(key.name(), "sk-mono");
      name.setMinWidth(0);
      name.setTooltip(new Tip(key.name()));
      var line = new HBox(6, Icons.small(Feather.KEY), name, new TypeBadge(key.type().attrType()));
      line.setAlignment(Pos.CENTER_LEFT);
      var part = new VBox(2, Controls.label(Messages.text(role), "sk-secondary"), line);
      part.getStyleClass().add("sk-diagram-key");
      table.getChildren().add(part);
    }
  }

  private static VBox box(Index index) {
    Label kind = Controls.label(index.kind().name(), "sk-badge", "sk-outline");
    kind.setMinWidth(USE_PREF_SIZE);
    kind.setTooltip(
        new Tip(Messages.text("overview.kind." + index.kind().name().toLowerCase(Locale.ROOT))));
    Label name = Controls.label(index.name(), "sk-mono");
    name.setMinWidth(0);
    name.setTooltip(new Tip(index.name()));
    Label projection = Controls.label(projection(index.projection()), "sk-secondary");
    projection.setMinWidth(USE_PREF_SIZE);
    var head = new HBox(8, kind, name, Controls.spring());
    if (!index.status().equals(TableSchema.ACTIVE)) {
      head.getChildren()
          .add(
              Controls.label(
                  index.status().toLowerCase(Locale.ROOT), "sk-table-status", "sk-warning"));
    }
    head.getChildren().add(projection);
    if (!index.projection().included().isEmpty()) {
      projection.setTooltip(new Tip(String.join(", ", index.projection().included())));
    }
    head.setAlignment(Pos.CENTER_LEFT);
    var box = new VBox(4, head, new KeyLine(index.keys()));
    box.setId("diagram-" + index.name());
    box.getStyleClass().addAll("sk-diagram-box", "sk-diagram-index");
    return box;
  }

  private static VBox none() {
    Label words = Controls.label(Messages.text("overview.no-index"), "sk-secondary");
    words.setWrapText(true);
    var box = new VBox(words);
    box.getStyleClass().addAll("sk-diagram-box", "sk-diagram-none");
    return box;
  }

  private static String projection(Projection projection) {
    return Messages.text(
        "overview.projects." + projection.kind().name().toLowerCase(Locale.ROOT),
        projection.included().size());
  }

  private static String spoken(TableSchema schema) {
    var words =
        new StringBuilder(
            Messages.text(
                "overview.spoken",
                schema.name(),
                KeyLine.words(schema.keys()),
                schema.indexes().size()));
    for (Index index : schema.indexes()) {
      words
          .append(' ')
          .append(
              Messages.text(
                  "overview.spoken.index",
                  Messages.text("overview.kind." + index.kind().name().toLowerCase(Locale.ROOT)),
                  index.name(),
                  KeyLine.words(index.keys()),
                  projection(index.projection())));
    }
    return words.toString();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    Insets insets = getInsets();
    double room = (width < 0 ? 640 : width) - insets.getLeft() - insets.getRight();
    return insets.getTop()
        + Math.max(table.prefHeight(TABLE), stacked(room - TABLE - GAP))
        + insets.getBottom();
  }

  private double stacked(double width) {
    return boxes.stream().mapToDouble(box -> snapSizeY(box.prefHeight(width))).sum()
        + BETWEEN * Math.max(0, boxes.size() - 1);
  }

  @Override
  protected void layoutChildren() {
    Insets insets = getInsets();
    double left = insets.getLeft();
    double top = insets.getTop();
    double tall = snapSizeY(table.prefHeight(TABLE));
    table.resizeRelocate(left, top, TABLE, tall);
    double x = snapPositionX(left + TABLE + GAP);
    double width = Math.max(0, getWidth() - insets.getRight() - x);
    double trunk = Math.floor(left + TABLE + GAP / 2) + 0.5;
    double from = Math.floor(top + 20) + 0.5;
    lines.getElements().setAll(new MoveTo(left + TABLE, from), new LineTo(trunk, from));
    double y = top;
    double last = from;
    for (Region box : boxes) {
      double height = snapSizeY(box.prefHeight(width));
      box.resizeRelocate(x, y, width, height);
      last = Math.floor(y + 20) + 0.5;
      lines
          .getElements()
          .addAll(
              new MoveTo(trunk, last),
              new LineTo(x - 1, last),
              new MoveTo(x - 1 - ARROW, last - ARROW),
              new LineTo(x - 1, last),
              new LineTo(x - 1 - ARROW, last + ARROW));
      y += height + BETWEEN;
    }
    lines.getElements().addAll(new MoveTo(trunk, from), new LineTo(trunk, last));
  }
}
