package dev.sortkey.ui.items;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.Tip;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A group of conditions inside others, in a frame of its own: how they are joined first, then its
/// chips and the groups inside it.
final class GroupBox extends FlowPane {
  /// Deeper ones would leave no room to type.
  private static final int DEEPEST = 4;

  /// Widths are rounded up, each by itself.
  private static final double SLACK = 12;

  private final GroupDraft group;
  private final QueryViewModel query;
  private final ConditionChip.Around around;
  private final int depth;
  private final Map<Part, Node> nodes = new HashMap<>();
  private final DoubleProperty widest = new SimpleDoubleProperty(800);

  GroupBox(GroupDraft group, QueryViewModel query, ConditionChip.Around around, int depth) {
    super(6, 6);
    this.group = group;
    this.query = query;
    this.around = around;
    this.depth = depth;
    getStyleClass().add("sk-cond-group");
    setRowValignment(VPos.CENTER);
    setAlignment(Pos.CENTER_LEFT);
    ListChangeListener<Part> relaid = _ -> lay();
    group.parts().addListener(relaid);
    widest.addListener((_, _, _) -> requestLayout());
    lay();
  }

  /// How wide it may become before its parts go to another line.
  DoubleProperty widestProperty() {
    return widest;
  }

  @Override
  protected double computePrefWidth(double height) {
    double all = getInsets().getLeft() + getInsets().getRight() + SLACK;
    for (Node child : getManagedChildren()) {
      all += child.prefWidth(-1) + getHgap();
    }
    return Math.max(160, Math.min(all, widest.get()));
  }

  @Override
  protected double computePrefHeight(double width) {
    return super.computePrefHeight(width < 0 ? computePrefWidth(-1) : width);
  }

  /// The chip of a condition in it or below, or null.
  @Nullable ConditionChip chip(ConditionDraft draft) {
    for (Node node : nodes.values()) {
      if (node instanceof ConditionChip chip && chip.draft() == draft) {
        return chip;
      }
      if (node instanceof GroupBox box && box.chip(draft) instanceof ConditionChip found) {
        return found;
      }
    }
    return null;
  }

  private void lay() {
    nodes.keySet().retainAll(group.parts());
    getChildren().setAll(negation(), match(group));
    for (Part part : group.parts()) {
      getChildren().add(nodes.computeIfAbsent(part, this::node));
    }
    getChildren().add(adding("items.filter.add", () -> query.addFilter(group)));
    if (depth < DEEPEST) {
      getChildren().add(adding("items.group.add", () -> query.addGroup(group)));
    }
    var cross = new Button(null, Icons.small(Feather.X));
    cross.getStyleClass().setAll("sk-cond-cross");
    cross.setAccessibleText(Messages.text("items.group.remove"));
    cross.setTooltip(new Tip(cross.getAccessibleText()));
    cross.setOnAction(_ -> query.removeFilter(group));
    getChildren().add(cross);
  }

  private Node node(Part part) {
    return switch (part) {
      case ConditionDraft draft ->
          new ConditionChip(draft, around, () -> query.removeFilter(draft));
      case GroupDraft inner -> {
        var box = new GroupBox(inner, query, around, depth + 1);
        box.widest.bind(widest.subtract(24));
        yield box;
      }
    };
  }

  private static Button adding(String key, Runnable action) {
    Button button = Controls.flat(Messages.text(key), Feather.PLUS, null);
    button.getStyleClass().add("sk-small");
    button.setOnAction(_ -> action.run());
    return button;
  }

  private ChoiceButton<Boolean> negation() {
    return new ChoiceButton<>(
        Messages.text("items.group.negation"),
        group.negatedProperty().asObject(),
        () -> List.of(false, true),
        not -> Messages.text(not ? "items.group.not" : "items.group.is"),
        _ -> null);
  }

  /// How the parts of a group are joined.
  static ChoiceButton<GroupDraft.Match> match(GroupDraft group) {
    return new ChoiceButton<>(
        Messages.text("items.match"),
        group.matchProperty(),
        () -> List.of(GroupDraft.Match.values()),
        match -> Messages.text("items.match." + match),
        _ -> null);
  }
}
