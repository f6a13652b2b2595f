package dev.sortkey.ui.items;

import dev.sortkey.core.query.Planner;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// Says how the query will be read, what that costs, and why, before it is run.
final class PlanBar extends HBox {
  private final QueryViewModel query;

  PlanBar(QueryViewModel query) {
    super(8);
    this.query = query;
    setId("plan");
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().addAll("sk-plan");
    query.previewProperty().addListener((_, _, now) -> show(now));
    show(query.previewProperty().get());
  }

  private void show(QueryViewModel.Preview preview) {
    ReadPlan plan = preview.plan();
    if (plan == null) {
      var icon = Icons.of(preview.wrong() ? Feather.ALERT_CIRCLE : Feather.INFO);
      Label hint = Controls.label(preview.hint(), preview.wrong() ? "sk-error-text" : "sk-muted");
      hint.setMinWidth(0);
      hint.setTooltip(new Tooltip(preview.hint()));
      getChildren().setAll(icon, hint);
      setAccessibleText(preview.hint());
      return;
    }
    var icon = Icons.of(Feather.GIT_MERGE);
    icon.getStyleClass().add("sk-plan-icon");
    String operation =
        Messages.text("items.mode." + plan.operation().name().toLowerCase(Locale.ROOT));
    String cost = Costs.estimate(Planner.estimate(query.table(), plan));
    Label reason = Controls.label(plan.reason(), "sk-secondary");
    reason.setTooltip(new Tooltip(plan.reason()));
    reason.setMinWidth(40);
    getChildren()
        .setAll(
            icon,
            fixed(Controls.label(operation, "sk-plan-strong")),
            dot(),
            where(plan),
            dot(),
            fixed(Controls.label(cost, "sk-plan-strong")),
            dot(),
            reason);
    setAccessibleText(operation + ", " + cost + ", " + plan.reason());
  }

  private HBox where(ReadPlan plan) {
    var where = new HBox(6);
    where.setAlignment(Pos.CENTER_LEFT);
    String name = plan.index();
    if (name == null) {
      where
          .getChildren()
          .add(fixed(Controls.label(Messages.text("items.plan.table"), "sk-plan-text")));
    } else {
      String kind = query.table().index(name).map(Index::kind).map(Enum::name).orElse("");
      where
          .getChildren()
          .addAll(
              fixed(Controls.label(kind, "sk-plan-text")),
              Controls.label(name, "sk-mono-small", "sk-plan-index"));
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
