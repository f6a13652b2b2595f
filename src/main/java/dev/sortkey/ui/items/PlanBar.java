package dev.sortkey.ui.items;

import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.query.Way;
import dev.sortkey.core.query.Ways;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.Tip;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// Says how the query will be read, what that costs, and why, before it is run, and opens the other
/// ways there are.
final class PlanBar extends HBox {
  private final QueryViewModel query;
  private final WaysPopover popover;
  private final Button others = Controls.flat("", Feather.CHEVRON_DOWN, null);

  PlanBar(QueryViewModel query, WaysPopover popover) {
    super(8);
    this.query = query;
    this.popover = popover;
    setId("plan");
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().addAll("sk-plan");
    others.setId("other-ways");
    others.getStyleClass().addAll("sk-small", "sk-other-ways");
    others.setOnAction(_ -> open());
    query.previewProperty().addListener((_, _, now) -> show(now));
    show(query.previewProperty().get());
  }

  /// Opens or closes the list of ways.
  void open() {
    if (popover.isShowing()) {
      popover.hide();
    } else {
      popover.show(this);
    }
  }

  private void show(QueryViewModel.Preview preview) {
    popover.refresh();
    Way.Usable way = preview.way();
    Ways ways = preview.ways();
    if (way == null || ways == null) {
      var icon = Icons.of(preview.wrong() ? Feather.ALERT_CIRCLE : Feather.INFO);
      Label hint = Controls.label(preview.hint(), preview.wrong() ? "sk-error-text" : "sk-muted");
      hint.setMinWidth(0);
      hint.setTooltip(new Tip(preview.hint()));
      getChildren().setAll(icon, hint);
      setAccessibleText(preview.hint());
      return;
    }
    var icon = Icons.of(Feather.GIT_MERGE);
    icon.getStyleClass().add("sk-plan-icon");
    String operation = WayRow.operation(way.operation());
    String cost = Costs.estimate(way.cost());
    List<Node> line = new ArrayList<>();
    line.add(icon);
    line.add(fixed(Controls.label(operation, "sk-plan-strong")));
    line.add(dot());
    line.add(where(way));
    line.add(dot());
    line.add(fixed(Controls.label(cost, "sk-plan-strong")));
    line.add(dot());
    String words = way.caveat() == null ? way.reason() : way.caveat();
    Label reason = Controls.label(words, way.caveat() == null ? "sk-secondary" : "sk-warning-text");
    reason.setTooltip(new Tip(words));
    reason.setMinWidth(40);
    line.add(reason);
    line.add(Controls.spring());
    if (preview.chosen()) {
      line.add(best());
    } else {
      scan(way, ways, line);
    }
    others(ways, line);
    getChildren().setAll(line);
    setAccessibleText(operation + ", " + cost + ", " + words);
  }

  private Node best() {
    Button best = Controls.flat(Messages.text("items.plan.best"), null, null);
    best.setId("best-way");
    best.getStyleClass().addAll("sk-small", "sk-other-ways");
    best.setOnAction(_ -> query.takeBest());
    return best;
  }

  /// What reading everything would cost, to compare.
  private static void scan(Way.Usable way, Ways ways, List<Node> line) {
    ways.usable().stream()
        .filter(other -> other != way && other.index() == null)
        .filter(other -> other.operation() == ReadPlan.Operation.SCAN)
        .findFirst()
        .ifPresent(other ->
            line.add(
                fixed(
                    Controls.label(
                        Messages.text("items.plan.scan", Costs.range(other.cost())),
                        "sk-secondary"))));
  }

  private void others(Ways ways, List<Node> line) {
    int count = ways.ranked().size() - 1;
    others.setText(
        count > 0
            ? Messages.text("items.plan.others", count)
            : Messages.text("items.plan.explain"));
    others.setAccessibleText(others.getText());
    line.add(others);
  }

  private HBox where(Way.Usable way) {
    var where = new HBox(6);
    where.setAlignment(Pos.CENTER_LEFT);
    String name = way.index();
    if (name == null) {
      where
          .getChildren()
          .add(fixed(Controls.label(Messages.text("items.plan.table"), "sk-plan-text")));
    } else {
      String kind = query.table().index(name).map(Index::kind).map(Enum::name).orElse("");
      Label index = Controls.label(name, "sk-mono-small", "sk-plan-index");
      index.setMinWidth(Math.min(240, 8 + name.length() * 7.3));
      where.getChildren().addAll(fixed(Controls.label(kind, "sk-plan-text")), index);
    }
    return where;
  }

  private static Label dot() {
    return fixed(Controls.label("·", "sk-secondary"));
  }

  private static Label fixed(Label label) {
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }
}
